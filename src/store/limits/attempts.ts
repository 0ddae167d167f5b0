import { build, type Database } from '../database.ts';
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
  const start = Math.floor(now / windowMs) * windowMs;
  const [, ...counted] = await database.batch([
    build
      .deleteFrom('attempts')
      .where(columnIsOver('expires_at', now, longestAttemptsMs))
      .returning('count')
      .compile(),
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
