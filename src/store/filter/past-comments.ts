import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

const states = ['pending', 'published', 'rejected', 'spam'] as const;

export interface PastComment {
  id: string;
  author: string;
  body: string;
  state: (typeof states)[number];
}

/** The newest comments of readers of a site that moderators have seen or will see; of each state by its index. */
export function listPast(database: Database, site: string, limit: number): Promise<PastComment[]> {
  const newest = states.map(
    (state) => sql`select * from (select id, author, body, state, created_at
      from comments indexed by comments_by_state
      where site_id = ${site} and state = ${state} and badge is not 'newsroom' order by created_at desc limit ${limit})`,
  );
  return database.query(
    sql<PastComment>`select id, author, body, state from (${sql.join(newest, sql` union all `)})
      order by created_at desc limit ${limit}`.compile(build),
  );
}
