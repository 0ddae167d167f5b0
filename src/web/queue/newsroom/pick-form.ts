import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { backOf, fromOf } from '../address.ts';
import { newsroomWording } from './wording.ts';

/** Picks a published comment, or picks it no more. */
export function pickForm({ id, pick, state }: QueuedComment, view: PaneContext): Html {
  if (state !== 'published') return html``;
  const { language } = view.moderator;
  const words = newsroomWording[language];
  return html`<form class="sub" method="post" action="/moderation/comments/${id}/pick">
<input type="hidden" name="back" value="${backOf(view, id)}"><input type="hidden" name="from" value="${fromOf(view)}">
<button name="pick" value="${pick ? 'no' : 'yes'}">${pick ? words.unpick : words.pick}</button>
<p class="hint">${words.pickHint(formatNumber(view.mostPicksShown, language))}</p></form>`;
}
