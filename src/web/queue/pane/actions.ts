import type { Action, QueuedComment, State } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';

/** What can be done about a comment in a state; the reason goes with `reject`. */
const actionsIn: Readonly<Record<State, readonly Action[]>> = {
  pending: ['publish', 'reject', 'spam'],
  published: ['reject', 'spam', 'restore'],
  rejected: ['publish', 'spam', 'restore'],
  spam: ['publish', 'reject', 'restore'],
  withdrawn: [],
};

export function mayDecide(comment: QueuedComment): boolean {
  return actionsOf(comment).length > 0;
}

/**
 * What readers reported, or trust published, may be kept: that is to publish it again, but where its author took it back.
 */
export function actionsOf({ state, reports, takenBack, trusted }: QueuedComment): readonly Action[] {
  if (takenBack && reports.length > 0) return actionsIn.pending;
  const asks = reports.length > 0 || trusted === 'unreviewed';
  return state === 'published' && asks ? ['publish', ...actionsIn.published] : actionsIn[state];
}

/** What a decision is called about this comment: an appeal is upheld or not, what stands already is kept. */
export function nameOf(action: Action, { state, appeal }: QueuedComment, words: DeskWording): string {
  if (action === 'publish' && state === 'withdrawn') return words.settle;
  if (action === 'publish' && state === 'published') return words.keep;
  if (appeal && action === 'publish') return words.publishAfterAll;
  if (appeal && action === 'reject') return words.uphold;
  return words.actions[action];
}
