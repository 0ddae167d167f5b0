import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

const states = ['pending', 'published', 'rejected', 'spam'];

/** The risks, 0..1, of the newest comments of readers of a site, whatever became of them. */
export async function listRisks(database: Database, site: string, limit: number): Promise<number[]> {
  const newest = states.map(
    (state) => sql`select * from (select risk, created_at from comments indexed by comments_by_state
      where site_id = ${site} and state = ${state} and badge is not 'newsroom' order by created_at desc limit ${limit})`,
  );
  const rows = await database.query(
    sql<{
      risk: number;
    }>`${sql.join(newest, sql` union all `)} order by created_at desc limit ${limit}`.compile(build),
  );
  return rows.map(({ risk }) => risk);
}
