import { type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';

const states = ['pending', 'published', 'rejected', 'spam'] as const;

export interface PastComment {
  id: string;
  author: string;
  body: string;
  state: (typeof states)[number];
}

/** The newest comments of readers of a site that moderators have seen or will see. */
export function listPast(database: Database, site: string, limit: number): Promise<PastComment[]> {
  return listNewest<PastComment>(database, sql`id, author, body, state`, { site, limit });
}

/** The risks, 0..1, of the newest comments of readers of a site, whatever became of them. */
export async function listRisks(database: Database, site: string, limit: number): Promise<number[]> {
  const rows = await listNewest<{ risk: number }>(database, sql`risk`, { site, limit });
  return rows.map(({ risk }) => risk);
}

/** Of each state by its index: all of a site are not gone through. */
function listNewest<Row>(
  database: Database,
  columns: RawBuilder<unknown>,
  { site, limit }: { site: string; limit: number },
): Promise<Row[]> {
  const newest = states.map(
    (state) => sql`select * from (select ${columns}, created_at from comments indexed by comments_by_state
      where site_id = ${site} and state = ${state} and badge is not 'newsroom' order by created_at desc limit ${limit})`,
  );
  return database.query(
    sql<Row>`select ${columns} from (${sql.join(newest, sql` union all `)})
      order by created_at desc limit ${limit}`.compile(build),
  );
}
