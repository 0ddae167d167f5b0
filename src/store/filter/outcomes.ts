import { sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { Label } from '../../filter/model/local.ts';
import { build, type Database } from '../database.ts';

/** What was thought of a comment when it came, and what moderators made of it. */
export interface Outcome {
  shipped: number;
  /** Null where the site's own history did not say anything yet. */
  learned: number | null;
  lesson: Label;
}

const labels: readonly Label[] = ['publish', 'reject', 'spam'];

/** The newest comments that moderators decided, with what was thought of them: by the index that has each label. */
export async function listOutcomes(database: Database, site: string, limit: number): Promise<Outcome[]> {
  const newest = labels.map(
    (label) => sql`select * from (select rowid as row, created_at from comments indexed by comments_learned
      where site_id = ${site} and learned = ${label} order by created_at desc limit ${limit})`,
  );
  const rows = await database.query(
    sql<Pick<Schema['comments'], 'shipped_risk' | 'learned_risk' | 'learned'>>`
      select shipped_risk, learned_risk, learned
      from (select row from (${sql.join(newest, sql` union all `)}) order by created_at desc limit ${limit}) as newest
        cross join comments on comments.rowid = newest.row`.compile(build),
  );
  return rows.flatMap(({ shipped_risk: shipped, learned_risk: learned, learned: lesson }) =>
    shipped !== null && lesson !== null ? [{ shipped, learned, lesson }] : [],
  );
}
