import type { Moderator } from '../moderators/moderator.ts';
import { Problem } from '../problem.ts';
import { randomToken } from '../random.ts';
import { type DecideResult, storeDecision, storeUndo, type VersionedComment } from '../store/decisions.ts';
import type { World } from '../world.ts';
import { type Action, outcomeOf, type State } from './comment.ts';

export interface DecisionRequest {
  action: Action;
  comments: readonly VersionedComment[];
  reason?: string | undefined;
  note?: string | undefined;
}

export interface DecisionResult {
  id: string;
  outcome: 'done' | 'conflict' | 'missing';
  /** Where the comment now stands; null where there is no such comment. */
  state: State | null;
  version: number | null;
}

export interface Decision {
  /** Null where nothing was decided, so that there is nothing to undo. */
  id: string | null;
  action: Action | 'undo';
  results: DecisionResult[];
}

/** Decides what still stands as the moderator saw it; the rest is told apart, and left as it is. */
export async function decide(
  world: World,
  moderator: Moderator,
  request: DecisionRequest,
): Promise<Decision> {
  const { action, comments, reason, note } = request;
  const id = randomToken(world.random);
  const result = await storeDecision(
    world.database,
    {
      id,
      moderatorId: moderator.id,
      action,
      to: outcomeOf[action],
      reason: reason ?? null,
      note: note ?? null,
      createdAt: world.now(),
    },
    moderator.sites,
    comments,
  );
  return toDecision(
    id,
    action,
    comments.map((comment) => comment.id),
    result,
  );
}

/** Undoes a decision; throws `not-found` where the moderator may not see any of its comments. */
export async function undo(world: World, moderator: Moderator, decisionId: string): Promise<Decision> {
  const id = randomToken(world.random);
  const result = await storeUndo(
    world.database,
    { id, undoes: decisionId, moderatorId: moderator.id, createdAt: world.now() },
    moderator.sites,
  );
  if (result.standings.size === 0) {
    throw new Problem('not-found', { vi: 'Không có quyết định này.', en: 'There is no such decision.' });
  }
  return toDecision(id, 'undo', [...result.standings.keys()], result);
}

function toDecision(
  id: string,
  action: Action | 'undo',
  asked: readonly string[],
  { moved, standings }: DecideResult,
): Decision {
  const results = [...new Set(asked)].map((commentId): DecisionResult => {
    const standing = standings.get(commentId);
    if (!standing) return { id: commentId, outcome: 'missing', state: null, version: null };
    const outcome = moved.has(commentId) ? 'done' : 'conflict';
    return { id: commentId, outcome, state: standing.state, version: standing.version };
  });
  return { id: moved.size > 0 ? id : null, action, results };
}
