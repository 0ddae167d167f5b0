import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Html } from '../../layout.ts';
import type { QueueContext } from '../../views.ts';
import { newsroomWording } from './wording.ts';

/** Whose voice a comment is, where it is not just any reader's, whether the newsroom picked it, and trust published it. */
export function marksOf({ badge, pick, trusted }: QueuedComment, { moderator }: QueueContext): Html {
  const words = newsroomWording[moderator.language];
  return html`${badge && html` <span class="badge">${words.badges[badge]}</span>`}${pick && html` <span class="badge">${words.picked}</span>`}${trusted && html` <span class="badge">${words.automatic}</span>`}`;
}

/** The same in a row, short: who is known by their site, and what trust published, but in the tab of that. */
export function rowMarks({ badge, trusted }: QueuedComment, { moderator, asked }: QueueContext): Html {
  const words = newsroomWording[moderator.language];
  const isKnown = badge && badge !== 'newsroom';
  return html`${isKnown && html`<span class="chip known">${words.badges[badge]}</span> `}${trusted && asked.state !== 'trusted' && html`<span class="chip">${words.automatic}</span> `}`;
}
