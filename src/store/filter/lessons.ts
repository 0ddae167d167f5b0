import { sql } from 'kysely';
import type { Label } from '../../filter/own/seen.ts';
import { inSteps } from '../../world/slices.ts';
import { among, build, type Database } from '../database.ts';

/** A comment, and what moderators made of it. */
export interface Lesson {
  author: string;
  body: string;
  lesson: Label;
}

/** The ids of the comments that moderators decided, oldest first: of the newest of them, without those that were erased. */
export async function listTaught(database: Database, site: string, most: number): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select id from comments indexed by comments_taught
      where site_id = ${site} and lesson is not null and body <> ''
      order by created_at desc, id desc limit ${most}`.compile(build),
  );
  return rows.map(({ id }) => id).reverse();
}

/** In the same order. */
export async function readLessons(database: Database, ids: readonly string[]): Promise<Lesson[]> {
  return database.query(
    sql<Lesson>`select author, body, lesson from comments
      where id in ${among(ids)} and lesson is not null and body <> '' order by created_at, id`.compile(build),
  );
}

/** So many comments are looked at in one write, for which whoever else writes waits. */
const atOnce = 1000;

/** Takes from the decision log what moderators made of each comment, or from where it was brought in from. */
export async function restoreLessons(database: Database, site: string): Promise<void> {
  const [newest] = await database.query(
    sql<{ number: number | null }>`select max(number) as number from comments`.compile(build),
  );
  const last = newest?.number ?? 0;
  let first = 0;
  await inSteps(async () => {
    await database.query(restoring(site, first, first + atOnce));
    first += atOnce;
    return first < last;
  });
}

/** Of the comments with numbers after the first and up to the last. */
function restoring(site: string, first: number, last: number) {
  return sql`update comments set lesson = ${restored}
    where number > ${first} and number <= ${last} and +site_id = ${site} and lesson is not ${restored}`.compile(
    build,
  );
}

const restored = sql`iif(
  exists (select 1 from decided_comments where comment_id = comments.id),
  (select to_lesson from decided_comments where comment_id = comments.id order by version desc limit 1),
  iif(exists (select 1 from imported_comments where comment_id = comments.id), lesson, null))`;
