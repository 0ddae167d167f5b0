import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { columnIsOver, longestAttemptsMs } from '../lifetimes.ts';

/**
 * Counts one attempt of each subject, where none has had its most in the present window of time; returns how many each has
 * had with this one, and nothing for those that had their most. What is refused counts for nothing.
 */
export async function takeAttempts(
  database: Database,
  allowances: readonly Allowance[],
  now: number,
): Promise<(number | undefined)[]> {
  const [, ...taken] = await database.batch([
    forgetOver(now),
    ...allowances.map(({ subject, windowMs, most }) => {
      const start = startOf(windowMs, now);
      return sql<{ count: number }>`insert into attempts (subject, window_start, count, expires_at)
        values (${subject}, ${start}, 1, ${start + windowMs})
        on conflict (subject, window_start) do update set count = count + 1 where count < ${most}
        returning count`.compile(build);
    }),
  ]);
  const counts = taken.map(([row]) => row?.count);
  const returned = allowances.filter((_, at) => counts[at] !== undefined);
  if (counts.includes(undefined) && returned.length > 0)
    await database.batch(returned.map((one) => returnAttempt(one, now)));
  return counts;
}

function returnAttempt({ subject, windowMs }: Allowance, now: number) {
  return sql<object>`update attempts set count = count - 1
    where subject = ${subject} and window_start = ${startOf(windowMs, now)} and count > 0`.compile(build);
}

/** How many attempts a subject may have in a window of time. */
export interface Allowance {
  subject: string;
  windowMs: number;
  most: number;
}

/** Whether a subject has had its most; counts nothing. */
export async function isUsedUp(
  database: Database,
  { subject, windowMs, most }: Allowance,
  now: number,
): Promise<boolean> {
  const [row] = await database.query(countQuery({ subject, start: startOf(windowMs, now) }));
  return (row?.count ?? 0) >= most;
}

const countQuery = prepared(({ subject, start }: { subject: string; start: number }) =>
  build
    .selectFrom('attempts')
    .select('count')
    .where('subject', '=', subject)
    .where('window_start', '=', start)
    .compile(),
);

export function startOf(windowMs: number, now: number): number {
  return Math.floor(now / windowMs) * windowMs;
}

function forgetOver(now: number) {
  return build
    .deleteFrom('attempts')
    .where(columnIsOver('expires_at', now, longestAttemptsMs))
    .returning('count')
    .compile();
}

/** Leaves nothing behind, but writes: rejects with StorageFailure where nothing can be stored. */
export async function ping(database: Database): Promise<void> {
  await database.batch([
    build.replaceInto('attempts').values({ subject: '', window_start: 0, count: 0, expires_at: 0 }).compile(),
    build.deleteFrom('attempts').where('subject', '=', '').compile(),
  ]);
}
