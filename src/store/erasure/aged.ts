import { type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';
import type { VersionedComment } from '../queue/take.ts';

/** Comments of a site that have stood in a state since before a time. */
export interface Aged {
  site: string;
  state: 'spam' | 'rejected';
  before: number;
}

export interface AgedComment extends VersionedComment {
  createdAt: number;
}

export async function countAged(database: Database, aged: Aged): Promise<number> {
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from comments where ${isAged(aged)}`.compile(build),
  );
  return row?.count ?? 0;
}

/** Some of them, the latest first, from after one on. */
export function listAged(
  database: Database,
  aged: Aged,
  { most, after }: { most: number; after: AgedComment | undefined },
): Promise<AgedComment[]> {
  const rest = after ? sql`(created_at, id) < (${after.createdAt}, ${after.id})` : sql`true`;
  return database.query(
    sql<AgedComment>`select id, version, created_at as "createdAt" from comments indexed by comments_by_state
      where ${isAged(aged)} and ${rest} order by created_at desc, id desc limit ${most}`.compile(build),
  );
}

function isAged({ site, state, before }: Aged): RawBuilder<unknown> {
  return sql`site_id = ${site} and state = ${state} and created_at < ${before}
    and not exists (select 1 from decided_comments join decisions on decisions.id = decision_id
      where comment_id = comments.id and decisions.created_at >= ${before})`;
}
