import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { QueueContext } from '../../views.ts';

/** The colleague who looks at it just now. */
export function claimantOf(
  { claimedBy }: Pick<QueuedComment, 'claimedBy'>,
  { moderator, now }: Pick<QueueContext, 'moderator' | 'now'>,
): string | undefined {
  const others = claimedBy && claimedBy.until > now && claimedBy.id !== moderator.id;
  return others ? claimedBy.name : undefined;
}

/** Their first letters, with the name for who points at them and for who listens. */
export function claimMark(comment: QueuedComment, view: QueueContext, words: DeskWording): Html | '' {
  const name = claimantOf(comment, view);
  if (name === undefined) return '';
  return html`<span class="avatar" title="${words.claimed(name)}"><span aria-hidden="true">${initialsOf(name)}</span><span class="unseen">${words.claimed(name)}</span></span>`;
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).map((part) => [...part][0] ?? '');
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [...name].slice(0, 2);
  return letters.join('').toUpperCase();
}
