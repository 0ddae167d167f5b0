import { type RawBuilder, sql } from 'kysely';
import type { Action, State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';
import { matchingIds } from './queue.ts';
import type { QueueFilter } from './queue-filter.ts';

export interface VersionedComment {
  id: string;
  version: number;
}

export interface DecisionToStore {
  id: string;
  moderatorId: string;
  action: Action;
  to: State;
  reason: string | null;
  note: string | null;
  createdAt: number;
}

export interface Standing {
  id: string;
  state: State;
  version: number;
}

export interface DecideResult {
  /** The comments that this decision moved. */
  moved: Set<string>;
  /** Where every comment that the moderator may see now stands. */
  standings: Map<string, Standing>;
}

/**
 * One write: the decision, the comments that it moves, and their log. A comment is moved only where it
 * still has the version that the moderator saw; where none is moved, no decision is stored.
 */
export async function storeDecision(
  database: Database,
  decision: DecisionToStore,
  sites: readonly string[],
  comments: readonly VersionedComment[],
): Promise<DecideResult> {
  const seen = JSON.stringify(comments);
  const movable = sql`from comments
    join json_each(${seen}) as seen
      on comments.id = seen.value ->> 'id' and comments.version = seen.value ->> 'version'
    where ${movableTo(decision.to)} and comments.site_id in ${among(sites)}`;
  const [, , moved, , , standings] = await database.batch([
    insertDecision(decision, null, sql`exists (select 1 ${movable})`),
    insertDecided(decision, movable),
    moveDecided(decision.id),
    settleReports(decision.id),
    endClaims(decision.id),
    findStandings(
      sites,
      comments.map((comment) => comment.id),
    ),
  ]);
  return toResult(moved, standings);
}

/** No more than this is decided at once: one write keeps all others waiting. */
export const mostDecided = 20_000;

/** How many comments match a filter, counted no further than `most`. */
export async function countMatching(database: Database, filter: QueueFilter, most: number): Promise<number> {
  const ids = await matchingIds(database, filter);
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from (${ids} limit ${most})`.compile(build),
  );
  return row?.count ?? 0;
}

/** Decides all that match a filter, if they are as many as expected; else nothing, and says how many match. */
export async function storeDecisionByFilter(
  database: Database,
  decision: DecisionToStore,
  filter: QueueFilter,
  expected: number,
): Promise<DecideResult & { matching: number }> {
  const ids = await matchingIds(database, filter);
  const matching = sql`(select count(*) from (${ids} limit ${mostDecided + 1}))`;
  const { sites, ...asked } = filter;
  const decided = sql`from comments where comments.id in (${ids}) and ${movableTo(decision.to)}
    and exists (select 1 from decisions where id = ${decision.id})`;
  const [[counted], , , moved, , , standings] = await database.batch([
    sql<{ count: number }>`select ${matching} as count`.compile(build),
    insertDecision(
      decision,
      JSON.stringify({ ...asked, sites }),
      sql`${matching} = ${expected} and ${expected} > 0`,
    ),
    insertDecided(decision, decided),
    moveDecided(decision.id),
    settleReports(decision.id),
    endClaims(decision.id),
    sql<Standing>`select comments.id, comments.state, comments.version from decided_comments as decided
      join comments on comments.id = decided.comment_id where decided.decision_id = ${decision.id}`.compile(
      build,
    ),
  ]);
  return { ...toResult(moved, standings), matching: counted?.count ?? 0 };
}

/** A comment moves to another state; one that is published already is kept so by settling what was reported. */
function movableTo(to: State) {
  return sql`comments.state <> 'withdrawn'
    and (comments.state <> ${to} or (comments.state = 'published' and comments.reports > 0))`;
}

function insertDecision(decision: DecisionToStore, filter: string | null, condition: RawBuilder<unknown>) {
  return sql`insert into decisions (id, moderator_id, action, reason, note, filter, created_at)
    select ${decision.id}, ${decision.moderatorId}, ${decision.action}, ${decision.reason}, ${decision.note},
      ${filter}, ${decision.createdAt} where ${condition}`.compile(build);
}

function insertDecided({ id, action, to }: DecisionToStore, decided: RawBuilder<unknown>) {
  return sql`insert into decided_comments
      (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
    select distinct ${id}, comments.id, comments.state, ${to}, comments.version + 1,
      comments.lesson, nullif(${action}, 'restore') ${decided}`.compile(build);
}

/** Undoes a decision by a new one: every comment that has not changed since returns to where it was. */
export async function storeUndo(
  database: Database,
  undo: { id: string; undoes: string; moderatorId: string; createdAt: number },
  sites: readonly string[],
): Promise<DecideResult> {
  const movable = sql`from decided_comments as decided
    join comments on comments.id = decided.comment_id and comments.version = decided.version
    where decided.decision_id = ${undo.undoes} and comments.site_id in ${among(sites)}`;
  const [, , moved, , standings] = await database.batch([
    sql`insert into decisions (id, moderator_id, action, undoes, created_at)
      select ${undo.id}, ${undo.moderatorId}, 'undo', ${undo.undoes}, ${undo.createdAt}
      where exists (select 1 ${movable})`.compile(build),
    sql`insert into decided_comments
        (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
      select ${undo.id}, comments.id, comments.state, decided.from_state, comments.version + 1,
        comments.lesson, decided.from_lesson ${movable}`.compile(build),
    moveDecided(undo.id),
    unsettleReports(undo.id, undo.undoes),
    sql<Standing>`select comments.id, comments.state, comments.version from decided_comments as decided
      join comments on comments.id = decided.comment_id
      where decided.decision_id = ${undo.undoes} and comments.site_id in ${among(sites)}`.compile(build),
  ]);
  return toResult(moved, standings);
}

function settleReports(decisionId: string) {
  return sql`update reports set settled_by = ${decisionId} where settled_by is null
    and comment_id in (select comment_id from decided_comments where decision_id = ${decisionId})`.compile(
    build,
  );
}

function unsettleReports(undoId: string, decisionId: string) {
  return sql`update reports set settled_by = null where settled_by = ${decisionId}
    and comment_id in (select comment_id from decided_comments where decision_id = ${undoId})`.compile(build);
}

function endClaims(decisionId: string) {
  return sql`delete from claims
    where comment_id in (select comment_id from decided_comments where decision_id = ${decisionId})`.compile(
    build,
  );
}

function moveDecided(decisionId: string) {
  return sql<{ id: string }>`update comments
    set state = decided.to_state, version = decided.version, lesson = decided.to_lesson
    from decided_comments as decided
    where decided.decision_id = ${decisionId} and decided.comment_id = comments.id
    returning comments.id`.compile(build);
}

function findStandings(sites: readonly string[], ids: readonly string[]) {
  return sql<Standing>`select id, state, version from comments
    where id in ${among(ids)} and site_id in ${among(sites)}`.compile(build);
}

function toResult(moved: { id: string }[], standings: Standing[]): DecideResult {
  return {
    moved: new Set(moved.map((row) => row.id)),
    standings: new Map(standings.map((row) => [row.id, row])),
  };
}
