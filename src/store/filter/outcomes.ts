import { sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { Label } from '../../filter/own/seen.ts';
import { build, type Database } from '../database.ts';

/** What was thought of a comment when it came, and what moderators made of it. */
export interface Outcome {
  shipped: number;
  /** Null where the site's own model did not speak. */
  learned: number | null;
  lesson: Label;
}

/** The newest comments that moderators decided, with what was thought of them. */
export async function listOutcomes(database: Database, site: string, limit: number): Promise<Outcome[]> {
  const rows = await database.query(
    sql<Pick<Schema['comments'], 'shipped_risk' | 'learned_risk' | 'lesson'>>`
      select shipped_risk, learned_risk, lesson from comments indexed by comments_taught
      where site_id = ${site} and lesson is not null order by created_at desc limit ${limit}`.compile(build),
  );
  return rows.flatMap(({ shipped_risk: shipped, learned_risk: learned, lesson }) =>
    shipped !== null && lesson !== null ? [{ shipped, learned, lesson }] : [],
  );
}
