import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Problem } from '../../../problem.ts';
import { mistakesOf } from '../../field.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { backOf, fromOf } from '../address.ts';
import { newsroomWording } from './wording.ts';

/** A reply that was typed and not published, and why. */
export interface ReplyDraft {
  problem: Problem;
  body: string;
}

/** Answers a comment as the newsroom; one form publishes one reply, however often it is sent. */
export function replyForm({ id, site, article }: QueuedComment, view: PaneContext): Html {
  const { draft } = view;
  const words = newsroomWording[view.moderator.language];
  const name = view.sites.find((one) => one.id === site)?.['newsroom-name'];
  const mistakes = mistakesOf(draft?.problem.errors ?? [], ['body'], view.moderator.language);
  const wrong = mistakes.length > 0;
  return html`<form class="edit" method="post" action="/moderation/comments/${id}/replies">
<input type="hidden" name="back" value="${backOf(view, id)}"><input type="hidden" name="from" value="${fromOf(view)}">
<input type="hidden" name="key" value="${view.replyKey}-${id}">
<div class="field"><label for="reply-${id}">${words.replyLabel}</label>
<p class="hint" id="reply-hint-${id}">${words.appearsAs} <b><bdi>${name}</bdi></b>. ${!article.open && words.closed}</p>
<textarea id="reply-${id}" name="body" rows="4" required aria-describedby="reply-hint-${id}${wrong && ` reply-mistake-${id}`}"${wrong && html` aria-invalid="true" autofocus`}>
${draft?.body}</textarea>
${wrong && html`<p class="mistake" id="reply-mistake-${id}">${mistakes.join(' ')}</p>`}</div>
<p class="ends"><button class="act main">${words.send}</button></p></form>`;
}
