import { sql } from 'kysely';
import type { By } from '../../acts/act.ts';
import type { Action, State } from '../../comments/comment.ts';
import { inSteps } from '../../world/slices.ts';
import { among, build, type Database } from '../database.ts';
import { takeLeftOver, takeRest, unendedMs } from './decision-steps.ts';
import { listMatching } from './matching.ts';
import { isUnreviewed, type QueueFilter } from './queue-filter.ts';
import { type Standing, type Taking, take, type VersionedComment } from './take.ts';

export interface DecisionToStore {
  id: string;
  by: By;
  action: Action;
  to: State;
  reason: string | null;
  note: string | null;
  createdAt: number;
}

/**
 * Stores a decision with its log, and moves its comments: those that still have the version that the moderator saw.
 * Where there are none, no decision is stored. Resolves with where every comment that the moderator may see now stands.
 */
export async function storeDecision(
  database: Database,
  decision: DecisionToStore,
  sites: readonly string[],
  comments: readonly VersionedComment[],
): Promise<Standing[]> {
  return take(database, { ...takingOf(decision, null), sites, whole: false }, comments);
}

/** No more than this is decided at once. */
export const mostDecided = 20_000;

/** How many comments match by now where they are others than expected. */
export interface OtherMatching {
  matching: number;
}

/** Decides all that match a filter, if they are as many as expected and nobody else decides them; else nothing. */
export async function storeDecisionByFilter(
  database: Database,
  decision: DecisionToStore,
  filter: QueueFilter,
  expected: number,
): Promise<Standing[] | OtherMatching> {
  await takeLeftOver(database, decision.createdAt - unendedMs);
  const matching = await listMatching(database, filter, mostDecided + 1, movableTo(decision.to));
  if (matching.length !== expected) return { matching: matching.length };
  // What was searched for says its rules.
  const { sites, rules: _, ...asked } = filter;
  const taking = takingOf(decision, JSON.stringify({ ...asked, sites }));
  const movable = matching.filter(({ meets }) => meets);
  const standings = await take(database, { ...taking, sites, whole: true }, movable);
  return standings.some(({ moved }) => moved) || movable.length === 0 ? standings : { matching: expected };
}

/**
 * A comment moves to another state; one that is published already is kept so by settling what was reported, or by being
 * looked at after trust alone published it. What its author took back goes nowhere: there is only to be settled what was
 * reported of it.
 */
function movableTo(to: State) {
  const isReported = sql`(comments.reports > 0 and ${to} <> 'pending')`;
  return sql`case comments.state when 'withdrawn' then ${isReported} when ${to} then (${isReported}
    or (${to} = 'published' and ${isUnreviewed})) else true end`;
}

const isTakenBack = sql`comments.state = 'withdrawn'`;
/** Neither what is gone nor what the newsroom wrote itself teaches the filter anything about readers. */
const teachesNothing = sql`(${isTakenBack} or comments.badge is 'newsroom')`;

function takingOf(decision: DecisionToStore, filter: string | null): Omit<Taking, 'sites' | 'whole'> {
  const { id, by, action, to, reason, note, createdAt } = decision;
  return {
    id,
    createdAt,
    to: {
      state: sql`iif(${isTakenBack}, comments.state, ${to})`,
      lesson: sql`iif(${teachesNothing}, comments.lesson, nullif(${action}, 'restore'))`,
    },
    joined: sql`where ${movableTo(to)}`,
    store: (condition) =>
      sql`insert into decisions (id, moderator_id, access, action, reason, note, filter, created_at)
        select ${id}, ${by.id}, ${by.access}, ${action}, ${reason}, ${note}, ${filter}, ${createdAt}
        where ${condition}`.compile(build),
  };
}

export interface UndoToStore {
  id: string;
  undoes: string;
  by: By;
  createdAt: number;
}

/** Undoes a decision by a new one: every comment that has not changed since returns to where it was. */
export async function storeUndo(
  database: Database,
  { id, undoes, by, createdAt }: UndoToStore,
  sites: readonly string[],
): Promise<Standing[]> {
  await takeRest(database, undoes);
  const taking: Taking = {
    id,
    createdAt,
    sites,
    whole: false,
    to: { state: sql`undone.from_state`, lesson: sql`undone.from_lesson` },
    joined: sql`cross join decided_comments as undone on undone.comment_id = comments.id
      where undone.decision_id = ${undoes}`,
    store: (condition) =>
      sql`insert into decisions (id, moderator_id, access, action, undoes, created_at)
        select ${id}, ${by.id}, ${by.access}, 'undo', ${undoes}, ${createdAt} where ${condition}`.compile(
        build,
      ),
  };
  return take(database, taking, await listDecided(database, undoes, sites));
}

const readTogether = 500;

/** The comments of a decision, at the versions that they got by it. */
async function listDecided(database: Database, decisionId: string, sites: readonly string[]) {
  const decided: VersionedComment[] = [];
  await inSteps(async () => {
    const last = decided.at(-1)?.id ?? '';
    const rows = await database.query(decidedAfter(decisionId, last, sites));
    decided.push(...rows);
    return rows.length === readTogether;
  });
  return decided;
}

function decidedAfter(decisionId: string, last: string, sites: readonly string[]) {
  return sql<VersionedComment>`select comment_id as id, decided.version from decided_comments as decided
    where decision_id = ${decisionId} and comment_id > ${last}
      and exists (select 1 from comments where id = comment_id and site_id in ${among(sites)})
    order by comment_id limit ${readTogether}`.compile(build);
}
