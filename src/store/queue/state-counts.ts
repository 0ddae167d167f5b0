import type { State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';

/** When the comment came that has waited longest; nothing where none waits. What waits apart is left aside. */
export async function oldestWaiting(database: Database): Promise<number | undefined> {
  const [oldest] = await database.query(
    build
      .selectFrom('comments')
      .select('created_at')
      .where('state', '=', 'pending')
      .where('apart', '=', 0)
      .orderBy('created_at')
      .limit(1)
      .compile(),
  );
  return oldest?.created_at;
}

/** What is counted beside the states. */
export type CountedBeside = 'apart' | 'reported' | 'appeals' | 'trusted';

const none = {
  ...{ pending: 0, published: 0, rejected: 0, spam: 0, withdrawn: 0 },
  ...{ apart: 0, reported: 0, appeals: 0, trusted: 0 },
};

/**
 * How many comments of the sites stand in each state; how many wait apart, not pending then, are reported, wait since
 * they were appealed for, pending as well, and are published by trust and nobody has looked at yet.
 */
export async function countStates(
  database: Database,
  sites: readonly string[],
): Promise<Record<State | CountedBeside, number>> {
  const counts = { ...none };
  const rows = await database.query(
    build
      .selectFrom('state_counts')
      .select((row) => ['state', row.fn.sum<number>('count').as('count')])
      .where('site_id', 'in', among(sites))
      .groupBy('state')
      .compile(),
  );
  for (const { state, count } of rows) counts[state] = count;
  return { ...counts, pending: counts.pending - counts.apart };
}
