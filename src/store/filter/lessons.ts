import { sql } from 'kysely';
import type { Label } from '../../filter/own/seen.ts';
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

/** Takes from the decision log what moderators made of each comment, or from where it was brought in from. */
export async function restoreLessons(database: Database, site: string): Promise<void> {
  await database.query(
    sql`update comments set lesson = iif(
        exists (select 1 from decided_comments where comment_id = comments.id),
        (select to_lesson from decided_comments where comment_id = comments.id order by version desc limit 1),
        iif(exists (select 1 from imported_comments where comment_id = comments.id), lesson, null))
      where site_id = ${site} and id in (${touched(site)})`.compile(build),
  );
}

/** Without the many that nobody decided: whoever else writes waits for all of it. */
function touched(site: string) {
  return sql`select id from comments where site_id = ${site} and lesson is not null
    union select comment_id from decided_comments`;
}
