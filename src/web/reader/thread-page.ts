import { html } from 'hono/html';
import { addressOf } from '../../assets/address.ts';
import { moduleScript, script } from '../files.ts';
import { type Html, layout } from '../layout.ts';
import { receiptWording } from '../receipt/wording.ts';
import type { ThreadView } from '../views.ts';
import { commentForm } from './comment-form.ts';
import { commentList } from './comment-list.ts';
import { readerWording } from './wording.ts';

/** The frame under an article: what readers wrote, and the form to write. */
export function threadPage(view: ThreadView): Html {
  const { site, article } = view;
  const words = readerWording[site.language];
  const title = article.title ?? site.name;
  return layout({
    language: site.language,
    title: `${words.heading} - ${title}`,
    styles: ['frame'],
    head: html`<meta name="robots" content="noindex">
${script('theme.js')}
${moduleScript('frame.js')}`,
    body: html`<main class="frame" aria-labelledby="heading" data-site="${site.id}" data-article="${view.host.key}"
  data-worker="${addressOf('worker.js')}" data-captcha="${site.captcha}" data-limit="${site['max-length']}" data-words="${JSON.stringify(words.script)}">
<h1 class="alone">${title}</h1>
${commentList(view, words)}
<section id="write" aria-labelledby="write-heading">
${view.sent && sentBox(view.sent, view)}
<h3 id="write-heading">${words.write}</h3>
${article.open ? commentForm(view, words) : html`<p>${words.closed}</p>`}
</section>
<p id="announcer" class="unseen" role="status"></p>
</main>`,
  });
}

function sentBox(sent: NonNullable<ThreadView['sent']>, { site }: ThreadView): Html {
  const words = readerWording[site.language];
  const { title, more } = receiptWording[site.language].states[sent.state];
  return html`<div id="binh-luan-status" class="notice" role="status" tabindex="-1" data-state="${sent.state}">
<p><strong>${title}.</strong> ${more}</p>
<p class="row"><a class="target" href="/receipts/${sent.receipt}" target="_blank" rel="noopener">${words.follow}</a>
<a class="target" href="#write-heading">${words.another}</a></p>
</div>`;
}
