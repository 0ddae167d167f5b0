import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import type { QueueContext } from '../../views.ts';
import { newsroomWording } from './wording.ts';

/** Whose voice a comment is, where it is not just any reader's, and whether the newsroom picked it. */
export function marksOf({ badge, pick }: QueuedComment, { moderator }: QueueContext): Html {
  const words = newsroomWording[moderator.language];
  return html`${badge && html` <span class="badge">${words.badges[badge]}</span>`}${pick && html` <span class="badge">${words.picked}</span>`}`;
}
