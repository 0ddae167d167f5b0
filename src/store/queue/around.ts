import { type RawBuilder, sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { build, type Database } from '../database.ts';

/** A comment beside another in its conversation; without words where its author erased it. */
export interface Neighbour {
  id: string;
  author: string;
  body: string;
  state: State;
  createdAt: number;
}

/** The oldest first. */
export interface Around {
  before: Neighbour[];
  after: Neighbour[];
}

interface Place {
  id: string;
  article: number;
  thread: string | null;
  parent: string | null;
  at: number;
}

/** So many of the published ones are shown on each side. */
const mostBeside = 2;

/**
 * What stands around a comment where readers see it: the beginning of its branch and what it answers, in whatever state,
 * and the published ones next to it; where it begins a branch, the first answers to it and the beginnings before it.
 */
export async function readAround(database: Database, id: string): Promise<Around> {
  const [place] = await database.query(
    sql<Place>`select id, article_id as article, thread_id as thread, parent_id as parent, created_at as "at"
      from comments where id = ${id}`.compile(build),
  );
  if (!place) return { before: [], after: [] };
  const rows = await database.query(
    sql<Neighbour>`select id, author, body, state, created_at as "createdAt" from comments
      where id in (${sql.join([place.thread, place.parent])}) or id in (select id from (${earlier(place)}))
        or id in (select id from (${later(place)})) order by created_at, id`.compile(build),
  );
  const isBefore = (one: Neighbour) =>
    one.createdAt < place.at || (one.createdAt === place.at && one.id < place.id);
  return { before: rows.filter(isBefore), after: rows.filter((one) => !isBefore(one)) };
}

/** As the indexes of branches have it. */
function earlier({ article, thread, ...place }: Place) {
  const beside = thread
    ? sql`thread_id = ${thread}`
    : sql`article_id = ${article} and thread_id is null and (state = 'published' or reply_count > 0)`;
  return nextTo(beside, place, sql`<`, sql`desc`);
}

function later({ thread, ...place }: Place) {
  return nextTo(sql`thread_id = ${thread ?? place.id}`, place, sql`>`, sql`asc`);
}

function nextTo(
  which: RawBuilder<unknown>,
  { at, id }: Pick<Place, 'at' | 'id'>,
  beyond: RawBuilder<unknown>,
  direction: RawBuilder<unknown>,
) {
  return sql`select id from comments where ${which} and state = 'published'
    and (created_at, id) ${beyond} (${at}, ${id})
    order by created_at ${direction}, id ${direction} limit ${sql.lit(mostBeside)}`;
}
