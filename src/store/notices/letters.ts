import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { LetterKind } from '../../notices/mail/kind.ts';
import { build, type Database } from '../database.ts';

/** A letter that is to be sent. */
export interface WaitingLetter {
  id: string;
  kind: LetterKind;
  site: string | null;
  comment: string | null;
  moderator: string | null;
  /** The keyed hash of a reader's address. */
  mailbox: string | null;
  /** What its kind says beside; JSON. */
  details: string | null;
  createdAt: number;
  tries: number;
}

export interface LetterToWrite
  extends Partial<Pick<WaitingLetter, 'site' | 'comment' | 'moderator' | 'mailbox'>> {
  kind: LetterKind;
  details?: object;
  createdAt: number;
  /** When it is sent, where that is not at once. */
  dueAt?: number;
  /** Where there is to be one: usually where the statement before it in the write changed a row. */
  where?: RawBuilder<unknown>;
}

/** A letter to write, in the batch of what causes it. */
export function writeLetter(letter: LetterToWrite): CompiledQuery<object> {
  const { kind, site = null, comment = null, moderator = null, mailbox = null } = letter;
  const { details, createdAt, dueAt = createdAt, where = sql`true` } = letter;
  return sql<object>`insert into letters
      (id, kind, site_id, comment_id, moderator_id, mailbox, details, created_at, due_at)
    select lower(hex(randomblob(16))), ${kind}, ${site}, ${comment}, ${moderator}, ${mailbox},
      ${details ? JSON.stringify(details) : null}, ${createdAt}, ${dueAt} where ${where}`.compile(build);
}

/** Longer than any try takes: what is due again by then was cut off. */
export const letterLeaseMs = 120_000;

/** Takes what is due, the oldest first, and keeps it from everybody else meanwhile. */
export async function takeLetters(database: Database, most: number, now: number): Promise<WaitingLetter[]> {
  // Looking is no write: it goes on while nothing can be stored.
  const due = sql`letters where status = 'waiting' and due_at <= ${now}`;
  const some = await database.query(sql`select 1 from ${due} limit 1`.compile(build));
  if (some.length === 0) return [];
  const taken = await database.query(
    sql<WaitingLetter>`update letters set due_at = ${now + letterLeaseMs}, tries = tries + 1, tried_at = ${now}
      where id in (select id from ${due} order by due_at limit ${most})
      returning id, kind, site_id as site, comment_id as comment, moderator_id as moderator, mailbox, details,
        created_at as "createdAt", tries`.compile(build),
  );
  return taken.sort((one, other) => one.createdAt - other.createdAt);
}

/** What became of a try to send a letter. */
export interface Sent {
  id: string;
  answer: string;
  isThere: boolean;
  /** When it is tried again; never where that is absent. */
  again?: number;
}

export async function settleLetters(database: Database, sent: readonly Sent[]): Promise<void> {
  const rows = sent.map(({ id, answer, isThere, again }) => [
    id,
    isThere ? 'delivered' : again === undefined ? 'failed' : 'waiting',
    again ?? 0,
    answer,
  ]);
  await database.query(
    sql`update letters set status = told.value ->> 1, due_at = told.value ->> 2, answer = told.value ->> 3
      from json_each(${JSON.stringify(rows)}) as told
      where letters.id = told.value ->> 0 and status = 'waiting'`.compile(build),
  );
}

/** What became of letters, by kind, and since when the oldest waits. */
export function countLetters(database: Database, now: number) {
  return database.query(
    sql<{
      kind: string;
      status: string;
      count: number;
      since: number | null;
    }>`select kind, status, count(*) as count,
        min(case when status = 'waiting' and (tries > 0 or due_at <= ${now}) then created_at end) as since
      from letters group by kind, status`.compile(build),
  );
}

/** Forgets what is over. Some at a time; whether there may be more. */
export async function pruneLetters(
  database: Database,
  { deliveredBefore, before }: { deliveredBefore: number; before: number },
): Promise<boolean> {
  const gone = await database.query(
    sql`delete from letters where id in (select id from letters
      where (status = 'delivered' and created_at < ${deliveredBefore})
        or (status = 'failed' and created_at < ${before}) limit 500) returning 1 as gone`.compile(build),
  );
  return gone.length === 500;
}
