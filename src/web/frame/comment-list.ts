import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { branchItem } from './branch.ts';
import { frameAddress } from './frame-address.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import { ownComment } from './own-comment.ts';
import type { ThreadView } from './thread-view.ts';

/** The published comments of an article, a page of them. */
export function commentList(view: ThreadView, words: FrameWording): Html {
  const { article, branches, sent } = view;
  const isOwnShown = sent?.state === 'pending' && sent.parentId === null;
  return html`<section id="thread" aria-labelledby="all">
${article.count > 1 && orders(view, words)}
<h3 class="unseen" id="all">${words.all}</h3>
<ol class="thread">${isOwnShown && html`<li id="sent">${ownComment(sent, view, words)}</li>`}
${branches.map((branch) => html`${branchItem(branch, view, words)}\n`)}</ol>
${branches.length === 0 && empty(view, words)}
${pages(view, words)}
</section>`;
}

function orders(view: ThreadView, words: FrameWording): Html {
  return html`<nav class="tabs" aria-label="${words.order}">${(['liked', 'newest', 'oldest'] as const).map(
    (sort) =>
      html`<a href="${frameAddress(view, { sort })}" data-do="sort"${
        view.sort === sort && html` aria-current="true"`
      }>${words[sort]}</a>\n`,
  )}</nav>`;
}

function empty({ article, cursor }: ThreadView, words: FrameWording) {
  if (cursor) return '';
  return html`<div class="none">${icon('bubble')}<p><strong>${words.none}</strong></p>${
    article.open && html`<p class="hint">${words.invite}</p>`
  }</div>`;
}

function pages(view: ThreadView, words: FrameWording) {
  const { nextCursor, cursor } = view;
  if (!nextCursor && !cursor) return '';
  return html`<p class="more">
${nextCursor && html`<a class="button" rel="next" href="${frameAddress(view, { cursor: nextCursor })}" data-do="more">${words.more}</a>`}
${cursor && html`<a class="act first" href="${frameAddress(view)}">${words.first}</a>`}
</p>`;
}
