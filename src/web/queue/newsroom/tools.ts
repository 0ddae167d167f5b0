import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import type { QueueContext } from '../../views.ts';
import { pickForm } from './pick-form.ts';
import { type ReplyDraft, replyForm } from './reply-form.ts';
import { newsroomWording } from './wording.ts';

/** On a card: to answer a published comment, folded away, and to pick it. */
export function newsroomTools(comment: QueuedComment, view: QueueContext): Html {
  if (comment.state !== 'published') return html``;
  const words = newsroomWording[view.moderator.language];
  return html`<div class="newsroom"><details data-reply><summary class="target">${words.reply}</summary>
${replyForm(comment, view, { from: 'queue' })}</details>
${pickForm(comment, view, 'queue')}</div>`;
}

/** On a page of its own; what was typed and not published stays, wherever the comment stands by now. */
export function newsroomSection(
  comment: QueuedComment,
  view: QueueContext & { draft: ReplyDraft | null },
): Html {
  const { draft, moderator } = view;
  const published = comment.state === 'published';
  if (!published && !draft) return html``;
  const words = newsroomWording[moderator.language];
  return html`<section class="card" id="reply" aria-labelledby="reply-title"><h2 id="reply-title">${words.reply}</h2>
${draft?.problem.errors.length === 0 && html`<div class="notice bad" role="alert"><p>${draft.problem.detail[moderator.language]}</p></div>`}
${replyForm(comment, view, { from: 'comment', draft })}
${published && picking(comment, view)}</section>`;
}

function picking(comment: QueuedComment, view: QueueContext): Html {
  const { language } = view.moderator;
  return html`<div class="newsroom">${pickForm(comment, view, 'comment')}
<p class="hint">${newsroomWording[language].pickHint(formatNumber(view.mostPicksShown, language))}</p></div>`;
}

/** Whose voice a comment is, where it is not just any reader's, and whether the newsroom picked it. */
export function marksOf({ badge, pick }: QueuedComment, { moderator }: QueueContext): Html {
  const words = newsroomWording[moderator.language];
  return html`${badge && html` <span class="badge">${words.badges[badge]}</span>`}${pick && html` <span class="badge">${words.picked}</span>`}`;
}
