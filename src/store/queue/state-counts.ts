import { sql } from 'kysely';
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

const counted = [
  ...['pending', 'published', 'rejected', 'spam', 'withdrawn'],
  ...['apart', 'reported', 'appeals', 'trusted'],
] as (State | CountedBeside)[];

/**
 * How many comments of the sites stand in each state; how many wait apart, not pending then, are reported, wait since
 * they were appealed for, pending as well, and are published by trust and nobody has looked at yet.
 */
export async function countStates(
  database: Database,
  sites: readonly string[],
): Promise<Record<State | CountedBeside, number>> {
  const sums = counted.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0) as ${sql.ref(name)}`);
  const [counts] = await database.query(
    sql<Record<State | CountedBeside, number>>`select ${sql.join(sums)} from site_counts
      where site_id in ${among(sites)}`.compile(build),
  );
  if (!counts) throw new Error('nothing was counted');
  return { ...counts, pending: counts.pending - counts.apart };
}
