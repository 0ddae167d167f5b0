import { html } from 'hono/html';
import { renderBody } from './body.ts';
import { type Html, noteLayout } from './layout.ts';
import { type ReaderWording, readerWording } from './reader-wording.ts';
import { renderTime } from './time.ts';
import type { ReceiptView } from './views.ts';

/** What became of a comment, for whoever holds its receipt. */
export function receiptPage(view: ReceiptView): Html {
  const { language, name } = view.site;
  const words = readerWording[language];
  const state = words.states[view.state];
  return noteLayout({
    language,
    title: `${state.title} - ${name}`,
    head: html`<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">`,
    body: html`<p class="quiet">${name}</p>
<h1>${state.title}</h1>
<p>${state.more}</p>
${view.reason && html`<p><strong>${words.reason}:</strong> ${view.reason}</p>`}
${comment(view, words)}
${view.state !== 'withdrawn' && withdrawal(view, words)}`,
  });
}

function comment(view: ReceiptView, words: ReaderWording): Html {
  return html`<article class="quoted">
<h2>${words.yourComment}</h2>
<p class="quiet"><b><bdi>${view.author}</bdi></b> ${renderTime(view.createdAt, view.site.language)}</p>
${view.articleTitle && html`<p class="quiet">${words.sentTo}: ${view.articleTitle}</p>`}
<p dir="auto">${renderBody(view.body)}</p>
</article>`;
}

function withdrawal({ receipt }: ReceiptView, words: ReaderWording): Html {
  return html`<form method="post" action="/receipts/${receipt}/withdraw">
<p class="hint" id="withdrawing">${words.withdrawing}</p>
<p><button class="button" aria-describedby="withdrawing">${words.withdraw}</button></p>
</form>
<p class="hint">${words.keep}</p>`;
}
