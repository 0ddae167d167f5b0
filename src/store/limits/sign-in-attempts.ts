import { sql } from 'kysely';
import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';
import { columnIsOver, longestAttemptsMs as windowMs } from '../lifetimes.ts';

/** Of this many groups of names each has a counter. */
export const nameGroups = 1024;

/** What attempts are counted for: a subject of its own, or a group of names. */
export type Counted = { subject: string } | { nameGroup: number };

/** Counts an attempt, unless as many as allowed were counted in the present window of time; whether it did. */
export async function takeAttempt(
  database: Database,
  counted: Counted,
  limit: number,
  now: number,
): Promise<boolean> {
  const start = startOf(now);
  if ('nameGroup' in counted) return takeOfNames(database, counted.nameGroup, limit, start);
  const [, taken] = await database.batch([
    build
      .deleteFrom('attempts')
      .where(columnIsOver('expires_at', now, windowMs))
      .compile(),
    build
      .insertInto('attempts')
      .values({ subject: counted.subject, window_start: start, count: 1, expires_at: start + windowMs })
      .onConflict((conflict) =>
        conflict
          .columns(['subject', 'window_start'])
          .doUpdateSet((row) => ({ count: row('attempts.count', '+', 1) }))
          .where('attempts.count', '<', limit),
      )
      .returning('count')
      .compile(),
  ]);
  return taken.length > 0;
}

/** Takes back what was counted in the window of that time. */
export async function returnAttempt(database: Database, counted: Counted, takenAt: number): Promise<void> {
  const start = startOf(takenAt);
  const [table, isCounted] =
    'nameGroup' in counted
      ? [sql.table('name_attempts'), sql`name_group = ${counted.nameGroup}`]
      : [sql.table('attempts'), sql`subject = ${counted.subject}`];
  await database.query(
    sql`update ${table} set count = count - 1
      where ${isCounted} and window_start = ${start} and count > 0`.compile(build),
  );
}

/** Milliseconds until what is counted now counts for nothing. */
export function restOfWindow(now: number): number {
  return startOf(now) + windowMs - now;
}

/** Forgets what was counted for an account, for the names of its group, and for every address. */
export async function forgetSignInAttempts(
  database: Database,
  account: { id: string; nameGroup: number },
  act: ActBy,
): Promise<void> {
  const ofAccount = subjectsOf(account.id);
  await database.batch([
    build
      .updateTable('name_attempts')
      .set({ count: 0 })
      .where('name_group', '=', account.nameGroup)
      .compile(),
    build
      .deleteFrom('attempts')
      .where((row) =>
        row.or([
          row.between('subject', ofAccount, `${ofAccount}~`),
          row.between('subject', ofAddresses, `${ofAddresses}~`),
        ]),
      )
      .compile(),
    recordAct(act, { kind: 'account-unlock', account: account.id, where: sql`true` }),
  ]);
}

/** How the subjects begin that are an account's, and those that are addresses. */
export const subjectsOf = (accountId: string) => `account ${accountId} `;
export const ofAddresses = 'sign-in address ';

async function takeOfNames(
  database: Database,
  nameGroup: number,
  limit: number,
  start: number,
): Promise<boolean> {
  const taken = await database.query(
    sql`update name_attempts
      set count = iif(window_start = ${start}, count + 1, 1), window_start = ${start}
      where name_group = ${nameGroup} and (window_start <> ${start} or count < ${limit})
      returning count`.compile(build),
  );
  return taken.length > 0;
}

function startOf(now: number): number {
  return Math.floor(now / windowMs) * windowMs;
}
