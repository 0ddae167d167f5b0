import type { State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';

/** When the comment came that has waited longest; nothing where none waits. */
export async function oldestWaiting(database: Database): Promise<number | undefined> {
  const [oldest] = await database.query(
    build
      .selectFrom('comments')
      .select('created_at')
      .where('state', '=', 'pending')
      .orderBy('created_at')
      .limit(1)
      .compile(),
  );
  return oldest?.created_at;
}

/** How many comments of the sites stand in each state, and how many are reported by readers. */
export async function countStates(
  database: Database,
  sites: readonly string[],
): Promise<Record<State | 'reported', number>> {
  const counts = { pending: 0, published: 0, rejected: 0, spam: 0, withdrawn: 0, reported: 0 };
  const rows = await database.query(
    build
      .selectFrom('state_counts')
      .select((row) => ['state', row.fn.sum<number>('count').as('count')])
      .where('site_id', 'in', among(sites))
      .groupBy('state')
      .compile(),
  );
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}
