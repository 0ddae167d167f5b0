import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { giveWay } from '../../world/slices.ts';
import { among, build, type Database } from '../database.ts';
import { takeRest, takeStepsOf } from './decision-steps.ts';

/** A comment as somebody saw it. */
export interface VersionedComment {
  id: string;
  version: number;
}

/** Where a comment stands, and whether the decision at hand moved it. */
export interface Standing {
  id: string;
  state: State;
  version: number;
  moved: 0 | 1;
}

/** A decision that is to be taken of comments as they were seen. */
export interface Taking {
  id: string;
  sites: readonly string[];
  createdAt: number;
  /** What becomes of a comment, in the terms of `joined`. */
  to: { state: RawBuilder<unknown>; lesson: RawBuilder<unknown> };
  /** What the comment needs beside it, and must meet. */
  joined: RawBuilder<unknown>;
  /** Stores the decision where this holds. */
  store: (condition: RawBuilder<unknown>) => CompiledQuery;
  /** Whether it is to be taken of all of them or of none. */
  whole: boolean;
}

/**
 * Takes a decision: at once where it is about few comments. Otherwise they are noted first, some at a time; then the
 * decision is stored, by which all of them are decided; then they are moved, some at a time. Whoever comes to one of
 * them before that moves it first: see `takeStepsOf`. What is noted of a decision that is not stored comes to nothing.
 */
export async function take(
  database: Database,
  taking: Taking,
  seen: readonly VersionedComment[],
): Promise<Standing[]> {
  if (seen.length <= database.rowsAtOnce) return takeAtOnce(database, taking, seen);
  try {
    if (await noteAll(database, taking, seen)) {
      const stored = sql`select 1 from decisions where id = ${taking.id}`.compile(build);
      await database.batch([taking.store(isNoted(taking, seen.length)), stored]);
    }
  } finally {
    await takeRest(database, taking.id);
  }
  return listStandings(database, taking, seen);
}

async function takeAtOnce(database: Database, taking: Taking, seen: readonly VersionedComment[]) {
  const [, , , standings] = await database.batch([
    takeStepsOf(seen.map(({ id }) => id)),
    taking.store(isMet(taking, seen)),
    sql<object>`insert into decided_at_once (decision_id, comment_id, version, to_state, to_lesson)
      select ${taking.id}, comments.id, comments.version, ${taking.to.state}, ${taking.to.lesson}
      ${asSeen(taking, seen)} and exists (select 1 from decisions where id = ${taking.id})`.compile(build),
    standingsOf(taking, seen),
  ]);
  return standings;
}

/** Whether there is one to decide, or all of them. Who is to have all leaves to others what they have noted. */
function isMet(taking: Taking, seen: readonly VersionedComment[]) {
  if (!taking.whole) return sql`exists (select 1 ${asSeen(taking, seen)})`;
  const isFree = sql`not exists (select 1 from decision_steps where comment_id = comments.id)`;
  return sql`(select count(*) ${asSeen(taking, seen)} and ${isFree}) = ${seen.length} and ${seen.length} > 0`;
}

/** The comments that are still as they were seen, and may be decided. */
function asSeen({ sites, joined }: Taking, seen: readonly VersionedComment[]) {
  return sql`from json_each(${JSON.stringify(seen.map((comment) => [comment.id, comment.version]))}) as seen
    cross join comments on comments.id = seen.value ->> 0 and comments.version = seen.value ->> 1
    ${joined} and comments.site_id in ${among(sites)}`;
}

/** Noting costs a fraction of moving. */
const notedTogether = 4;

/** False where it is to be all of them, and is not. */
async function noteAll(
  database: Database,
  taking: Taking,
  seen: readonly VersionedComment[],
): Promise<boolean> {
  const size = notedTogether * database.rowsAtOnce;
  for (let from = 0; from < seen.length; from += size) {
    const some = seen.slice(from, from + size);
    const ids = some.map(({ id }) => id);
    const [, , [noted]] = await database.batch([
      takeStepsOf(ids),
      note(taking, some, from),
      sql<{ count: number }>`select count(*) as count from decision_steps
        where comment_id in ${among(ids)} and decision_id = ${taking.id}`.compile(build),
    ]);
    if (taking.whole && noted?.count !== some.length) return false;
    await giveWay();
  }
  return true;
}

/**
 * Of two decisions that are not stored yet, the later one has the comment; unless it must have all of them, so that of
 * two such ones the first has them.
 */
function note(taking: Taking, seen: readonly VersionedComment[], from: number) {
  const { id, createdAt, to, whole } = taking;
  const contested = whole
    ? sql`on conflict do nothing`
    : sql`on conflict (comment_id) do update set (decision_id, position, version, to_state, to_lesson, created_at) =
        (excluded.decision_id, excluded.position, excluded.version, excluded.to_state, excluded.to_lesson,
          excluded.created_at)`;
  return sql<object>`insert into decision_steps
      (decision_id, position, comment_id, version, to_state, to_lesson, created_at)
    select ${id}, ${from} + seen.key, comments.id, comments.version, ${to.state}, ${to.lesson}, ${createdAt}
    ${asSeen(taking, seen)} ${contested}`.compile(build);
}

function isNoted({ id, whole }: Taking, count: number) {
  const noted = sql`from decision_steps where decision_id = ${id}`;
  return whole
    ? sql`(select count(*) ${noted}) = ${count} and ${count} > 0`
    : sql`exists (select 1 ${noted})`;
}

const readTogether = 500;

async function listStandings(database: Database, taking: Taking, seen: readonly VersionedComment[]) {
  const standings: Standing[] = [];
  for (let from = 0; from < seen.length; from += readTogether) {
    standings.push(...(await database.query(standingsOf(taking, seen.slice(from, from + readTogether)))));
    await giveWay();
  }
  return standings;
}

function standingsOf({ id, sites }: Taking, seen: readonly VersionedComment[]) {
  return sql<Standing>`select comments.id, comments.state, comments.version, decision_id is not null as moved
    from json_each(${JSON.stringify(seen.map((comment) => comment.id))}) as seen
      cross join comments on comments.id = seen.value
      left join decided_comments on decision_id = ${id} and comment_id = comments.id
    where comments.site_id in ${among(sites)} order by seen.key`.compile(build);
}
