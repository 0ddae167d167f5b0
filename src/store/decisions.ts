import { sql } from 'kysely';
import type { Action, State } from '../comments/comment.ts';
import { among, build, type Database } from './database.ts';

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
    where comments.state not in (${decision.to}, 'withdrawn') and comments.site_id in ${among(sites)}`;
  const [, , moved, standings] = await database.batch([
    sql`insert into decisions (id, moderator_id, action, reason, note, created_at)
      select ${decision.id}, ${decision.moderatorId}, ${decision.action}, ${decision.reason}, ${decision.note},
        ${decision.createdAt} where exists (select 1 ${movable})`.compile(build),
    sql`insert into decided_comments
        (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
      select distinct ${decision.id}, comments.id, comments.state, ${decision.to}, comments.version + 1,
        comments.lesson, nullif(${decision.action}, 'restore') ${movable}`.compile(build),
    moveDecided(decision.id),
    findStandings(
      sites,
      comments.map((comment) => comment.id),
    ),
  ]);
  return toResult(moved, standings);
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
  const [, , moved, standings] = await database.batch([
    sql`insert into decisions (id, moderator_id, action, undoes, created_at)
      select ${undo.id}, ${undo.moderatorId}, 'undo', ${undo.undoes}, ${undo.createdAt}
      where exists (select 1 ${movable})`.compile(build),
    sql`insert into decided_comments
        (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
      select ${undo.id}, comments.id, comments.state, decided.from_state, comments.version + 1,
        comments.lesson, decided.from_lesson ${movable}`.compile(build),
    moveDecided(undo.id),
    sql<Standing>`select comments.id, comments.state, comments.version from decided_comments as decided
      join comments on comments.id = decided.comment_id
      where decided.decision_id = ${undo.undoes} and comments.site_id in ${among(sites)}`.compile(build),
  ]);
  return toResult(moved, standings);
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
