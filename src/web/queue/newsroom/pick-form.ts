import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import type { QueueContext } from '../../views.ts';
import { queueParameters } from '../address.ts';
import { newsroomWording } from './wording.ts';

/** Picks a comment, or picks it no more. */
export function pickForm(
  { id, pick }: QueuedComment,
  { moderator, asked }: QueueContext,
  from: 'queue' | 'comment',
): Html {
  const words = newsroomWording[moderator.language];
  return html`<form method="post" action="/moderation/comments/${id}/pick">
<input type="hidden" name="back" value="${queueParameters(asked)}"><input type="hidden" name="from" value="${from}">
<button class="button" name="pick" value="${pick ? 'no' : 'yes'}">${pick ? words.unpick : words.pick}</button></form>`;
}
