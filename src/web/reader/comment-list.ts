import { html } from 'hono/html';
import type { PublicComment } from '../../comments/comment.ts';
import { renderBody } from '../body.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import type { ThreadView } from '../views.ts';
import { anchorOf, formId, frameAddress } from './frame-address.ts';
import { reportAddress } from './report-page.ts';
import type { ReaderWording } from './wording.ts';

/** The published comments of an article, a page of them. */
export function commentList(view: ThreadView, words: ReaderWording): Html {
  const { article, comments, site } = view;
  return html`<section class="thread" id="thread" aria-labelledby="heading">
<header>
<h2 id="heading">${words.heading} <span class="count">(${formatNumber(article.count, site.language)})</span></h2>
${article.count > 1 && orders(view, words)}
</header>
${comments.length > 0 ? list(view, words) : empty(view, words)}
${pages(view, words)}
</section>`;
}

function orders(view: ThreadView, words: ReaderWording): Html {
  return html`<nav class="row" aria-label="${words.order}">${(['newest', 'oldest'] as const).map(
    (sort) => html`<a class="target" href="${frameAddress(view, { sort })}" data-swap="thread"
${view.sort === sort && html` aria-current="true"`}>${words[sort]}</a> `,
  )}</nav>`;
}

function empty({ article }: ThreadView, words: ReaderWording): Html {
  return html`<p class="quiet">${words.empty} ${article.open && words.invite}</p>`;
}

function list(view: ThreadView, words: ReaderWording): Html {
  const shown = new Set(view.comments.map((comment) => comment.id));
  return html`<ol class="comments">
${view.comments.map((comment) => html`<li>${entry(comment, shown, view, words)}</li>\n`)}</ol>`;
}

function entry(comment: PublicComment, shown: Set<string>, view: ThreadView, words: ReaderWording): Html {
  const { id, author, body, createdAt } = comment;
  return html`<article id="${anchorOf(id)}">
<header><b><bdi>${author}</bdi></b> ${renderTime(createdAt, view.site.language)} ${answered(comment, shown, view, words)}</header>
<p class="typed" dir="auto">${renderBody(body)}</p>
${view.article.open && answerLink(comment, view, words)}
<a class="target quiet" href="${reportAddress(view.site, id, view.sort)}">${words.report}</a>
</article>`;
}

function answered({ parentId }: PublicComment, shown: Set<string>, view: ThreadView, words: ReaderWording) {
  const author = parentId && view.answered.get(parentId);
  if (!author) return '';
  const name = html`<bdi>${author}</bdi>`;
  const link = shown.has(parentId) ? html`<a href="#${anchorOf(parentId)}">${name}</a>` : name;
  return html`<span>${words.answering} ${link}</span>`;
}

function answerLink({ id, author }: PublicComment, view: ThreadView, words: ReaderWording): Html {
  const address = `${frameAddress(view, { parent: id })}#${formId}`;
  return html`<a class="target" href="${address}" data-swap="write">${words.answer}<span class="unseen"> ${author}</span></a>`;
}

function pages(view: ThreadView, words: ReaderWording) {
  const { nextCursor, continued } = view;
  if (!nextCursor && !continued) return '';
  return html`<p class="row pages">
${nextCursor && html`<a class="button" rel="next" href="${frameAddress(view, { cursor: nextCursor })}" data-swap="more">${words.more}</a>`}
${continued && html`<a class="target first" href="${frameAddress(view)}">${words.first}</a>`}
</p>`;
}
