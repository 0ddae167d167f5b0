import { formatNumber } from '../language/numbers.ts';
import type { Moderator } from '../moderators/moderator.ts';
import { invalidField, Problem } from '../problem.ts';
import {
  type DecisionToStore,
  mostDecided,
  storeDecision,
  storeDecisionByFilter,
  storeUndo,
} from '../store/queue/decisions.ts';
import type { QueueFilter } from '../store/queue/queue-filter.ts';
import type { Standing, VersionedComment } from '../store/queue/take.ts';
import { counter } from '../world/metrics.ts';
import { growingId } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { type Action, outcomeOf, type State } from './comment.ts';

const count = counter('binh_luan_decisions_total', 'Comments that moderators decided, by what they did.', {
  labels: ['action'],
  known: ['publish', 'reject', 'spam', 'restore', 'undo'].map((action) => ({ action })),
});

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
  const standings = await storeDecision(world.database, decision, moderator.sites, comments);
  return toDecision(
    decision.id,
    action,
    standings,
    comments.map((comment) => comment.id),
  );
}

function toStore(
  world: World,
  moderator: Moderator,
  { action, reason, note }: Omit<DecisionRequest, 'comments'>,
): DecisionToStore {
  return {
    id: growingId(world),
    by: moderator,
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
  const stored = await storeDecisionByFilter(world.database, decision, filter, expected);
  if (!('matching' in stored)) return toDecision(decision.id, action, stored);
  throw stored.matching === expected ? decidedByAnother() : otherNumber(stored.matching);
}

function tooMany(): Problem {
  return invalidField('expected', 'too-many', {
    vi: `Mỗi lần chỉ quyết định được nhiều nhất ${formatNumber(mostDecided, 'vi')} bình luận. Vui lòng lọc hẹp hơn.`,
    en: `At most ${formatNumber(mostDecided, 'en')} comments can be decided at once. Please narrow the filter.`,
  });
}

function otherNumber(matching: number): Problem {
  const most = matching > mostDecided;
  const [vi, en] = (['vi', 'en'] as const).map((one) => formatNumber(most ? mostDecided : matching, one));
  return new Problem('conflict', {
    vi: `Hiện có ${most ? 'hơn ' : ''}${vi} bình luận khớp, khác với số bạn đã thấy, nên chưa có gì thay đổi. Vui lòng xem lại.`,
    en: `${most ? 'More than ' : ''}${en} comments match by now, another number than you saw, so nothing was changed. Please look again.`,
  });
}

function decidedByAnother(): Problem {
  return new Problem('conflict', {
    vi: 'Vừa có người khác quyết định một số bình luận trong đó, nên chưa có gì thay đổi. Vui lòng xem lại.',
    en: 'Someone else is deciding some of these comments just now, so nothing was changed. Please look again.',
  });
}

/** Undoes a decision; throws `not-found` where the moderator may not see any of its comments. */
export async function undo(world: World, moderator: Moderator, decisionId: string): Promise<Decision> {
  const id = growingId(world);
  const standings = await storeUndo(
    world.database,
    { id, undoes: decisionId, by: moderator, createdAt: world.now() },
    moderator.sites,
  );
  if (standings.length === 0) {
    throw new Problem('not-found', { vi: 'Không có quyết định này.', en: 'There is no such decision.' });
  }
  return toDecision(id, 'undo', standings);
}

function toDecision(
  id: string,
  action: Action | 'undo',
  standings: readonly Standing[],
  asked: readonly string[] = standings.map((standing) => standing.id),
): Decision {
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const results = [...new Set(asked)].map((commentId): DecisionResult => {
    const standing = byId.get(commentId);
    if (!standing) return { id: commentId, outcome: 'missing', state: null, version: null };
    const { state, version, moved } = standing;
    return { id: commentId, outcome: moved ? 'done' : 'conflict', state, version };
  });
  const done = standings.filter(({ moved }) => moved).length;
  count({ action }, done);
  return { id: done > 0 ? id : null, action, results };
}
