import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { columnIsOver, longestAttemptsMs } from '../lifetimes.ts';

/** Counts one attempt of a subject in the present window of time; returns how many it now holds. */
export async function countAttempt(
  database: Database,
  subject: string,
  windowMs: number,
  now: number,
): Promise<number> {
  const [count = 1] = await countAttempts(database, [subject], windowMs, now);
  return count;
}

/** The same for several subjects at once, in their order. */
export async function countAttempts(
  database: Database,
  subjects: readonly string[],
  windowMs: number,
  now: number,
): Promise<number[]> {
  const start = startOf(windowMs, now);
  const [, ...counted] = await database.batch([
    forgetOver(now),
    ...subjects.map((subject) =>
      build
        .insertInto('attempts')
        .values({ subject, window_start: start, count: 1, expires_at: start + windowMs })
        .onConflict((conflict) =>
          conflict
            .columns(['subject', 'window_start'])
            .doUpdateSet((row) => ({ count: row('attempts.count', '+', 1) })),
        )
        .returning('count')
        .compile(),
    ),
  ]);
  return counted.map(([row]) => row?.count ?? 1);
}

/**
 * Counts one attempt of a subject that has not had its most in the present window of time; returns how many it has had
 * with this one. Nothing where it had its most: what is refused counts for nothing.
 */
export async function takeAttempt(
  database: Database,
  { subject, windowMs, most }: Allowance,
  now: number,
): Promise<number | undefined> {
  const start = startOf(windowMs, now);
  const [, [taken]] = await database.batch([
    forgetOver(now),
    sql<{ count: number }>`insert into attempts (subject, window_start, count, expires_at)
      values (${subject}, ${start}, 1, ${start + windowMs})
      on conflict (subject, window_start) do update set count = count + 1 where count < ${most}
      returning count`.compile(build),
  ]);
  return taken?.count;
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

function startOf(windowMs: number, now: number): number {
  return Math.floor(now / windowMs) * windowMs;
}

function forgetOver(now: number) {
  return build
    .deleteFrom('attempts')
    .where(columnIsOver('expires_at', now, longestAttemptsMs))
    .returning('count')
    .compile();
}

export async function forgetAttempts(database: Database, subject: string): Promise<void> {
  await database.query(build.deleteFrom('attempts').where('subject', '=', subject).compile());
}

/** Leaves nothing behind, but writes: rejects with StorageFailure where nothing can be stored. */
export async function ping(database: Database): Promise<void> {
  await database.batch([
    build.replaceInto('attempts').values({ subject: '', window_start: 0, count: 0, expires_at: 0 }).compile(),
    build.deleteFrom('attempts').where('subject', '=', '').compile(),
  ]);
}
