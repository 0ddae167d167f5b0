import { html } from 'hono/html';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import { renderAgo } from '../time.ts';
import { avatar } from './avatar.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import type { OwnComment, ThreadView } from './thread-view.ts';

/** What its author alone sees of a comment that waits; without one, what a script fills in with one. */
export function ownComment(own: OwnComment | null, { now, site }: ThreadView, words: FrameWording): Html {
  const { author, body, createdAt } = own ?? nobody;
  const address = (end: string) => own && html` href="/receipts/${own.receipt}${end}"`;
  const time = own ? renderAgo(createdAt, now, site.language) : html`<time></time>`;
  return html`<article class="comment own"${own && html` data-id="${own.id}"`}>
${avatar(author)}
<header class="by"><p class="who"><bdi>${author}</bdi></p><span class="badge">${icon('clock')}${words.waits}</span>
<p class="when">${time} · ${words.onlyYou}</p></header>
<div class="text" dir="auto"><p class="typed">${renderBody(body)}</p></div>
<footer class="acts"><a class="act"${address('')} target="_blank" rel="noopener">${words.follow}</a>
<a class="act"${address('/withdraw')} target="_blank" rel="noopener">${words.withdraw}</a></footer>
</article>`;
}

const nobody = { author: '', body: '', createdAt: 0 };

/** Told to who has just sent a comment. */
export function sentNotice(own: OwnComment, { isSentFollowed }: ThreadView, words: FrameWording): Html {
  const { title, more } = words.sent[own.state];
  const anchor = own.state === 'published' ? `#c-${own.id}` : '#sent';
  // An answer that waits is right below.
  const isElsewhere = own.state === 'published' || (own.state === 'pending' && own.parentId === null);
  return html`<div id="binh-luan-status" class="notice good" role="status" tabindex="-1" data-state="${own.state}" data-own="${JSON.stringify(own)}">
${icon('check')}
<div><p><strong>${title}.</strong> ${more}${isSentFollowed && html` ${words.confirmFirst}`}</p>
<p class="row"><a href="/receipts/${own.receipt}" target="_blank" rel="noopener">${words.follow}</a>${
    isElsewhere && html`<a href="${anchor}">${words.inThread}</a>`
  }</p></div>
</div>`;
}
