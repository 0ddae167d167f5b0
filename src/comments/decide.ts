import type { Moderator } from '../moderators/moderator.ts';
import { invalidField, Problem } from '../problem.ts';
import {
  type DecideResult,
  type DecisionToStore,
  mostDecided,
  storeDecision,
  storeDecisionByFilter,
  storeUndo,
  type VersionedComment,
} from '../store/queue/decisions.ts';
import type { QueueFilter } from '../store/queue/queue-filter.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
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
  const { action, comments } = request;
  const decision = toStore(world, moderator, request);
  const result = await storeDecision(world.database, decision, moderator.sites, comments);
  return toDecision(
    decision.id,
    action,
    comments.map((comment) => comment.id),
    result,
  );
}

function toStore(
  world: World,
  moderator: Moderator,
  { action, reason, note }: Omit<DecisionRequest, 'comments'>,
): DecisionToStore {
  return {
    id: randomToken(world.random),
    moderatorId: moderator.id,
    action,
    to: outcomeOf[action],
    reason: reason || null,
    note: note || null,
    createdAt: world.now(),
  };
}

/**
 * Decides all that match, up to as many as can be decided at once. Throws `conflict`, and decides nothing, where
 * another number matches than the moderator was told.
 */
export async function decideMatching(
  world: World,
  moderator: Moderator,
  request: Omit<DecisionRequest, 'comments'> & { filter: QueueFilter; expected: number },
): Promise<Decision> {
  const { action, filter, expected } = request;
  if (expected > mostDecided) throw tooMany();
  const decision = toStore(world, moderator, request);
  const result = await storeDecisionByFilter(world.database, decision, filter, expected);
  if (result.matching !== expected) throw otherNumber(result.matching);
  return toDecision(decision.id, action, [...result.standings.keys()], result);
}

function tooMany(): Problem {
  return invalidField('expected', 'too-many', {
    vi: `Mỗi lần chỉ quyết định được nhiều nhất ${mostDecided} bình luận. Vui lòng lọc hẹp hơn.`,
    en: `At most ${mostDecided} comments can be decided at once. Please narrow the filter.`,
  });
}

function otherNumber(matching: number): Problem {
  const count = matching > mostDecided ? `>${mostDecided}` : matching;
  return new Problem('conflict', {
    vi: `Hiện có ${count} bình luận khớp, khác với số bạn đã thấy, nên chưa có gì thay đổi. Vui lòng xem lại.`,
    en: `${count} comments match by now, another number than you saw, so nothing was changed. Please look again.`,
  });
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
