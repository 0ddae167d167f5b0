import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';

/** From when a comment waits, or the appeal of its author, and in which words; without words where neither does. */
export function waitingSince(
  { state, createdAt, appeal }: QueuedComment,
  words: DeskWording,
): { since: number; said: string } {
  if (state !== 'pending') return { since: createdAt, said: '' };
  return appeal ? { since: appeal.at, said: words.appealWaits } : { since: createdAt, said: words.waiting };
}
