import type { State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';

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
