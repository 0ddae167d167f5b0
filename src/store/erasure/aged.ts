import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import type { VersionedComment } from '../queue/take.ts';

/** Comments of a site that have stood in a state since before a time. */
export interface Aged {
  site: string;
  state: 'spam' | 'rejected';
  before: number;
}

export async function countAged(database: Database, aged: Aged): Promise<number> {
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from ${agedComments(aged)}`.compile(build),
  );
  return row?.count ?? 0;
}

/** Some of them; those that nobody answers first, so that what they answer is without answers in the end. */
export function listAged(database: Database, aged: Aged, most: number): Promise<VersionedComment[]> {
  return database.query(
    sql<VersionedComment>`select id, version from ${agedComments(aged)}
      order by exists (select 1 from comments where parent_id = aged.id) limit ${most}`.compile(build),
  );
}

function agedComments({ site, state, before }: Aged) {
  return sql`(select id, version from comments where site_id = ${site} and state = ${state} and created_at < ${before}
    and not exists (select 1 from decided_comments join decisions on decisions.id = decision_id
      where comment_id = comments.id and decisions.created_at >= ${before})) as aged`;
}
