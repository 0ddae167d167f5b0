import { sql } from 'kysely';
import type { Language } from '../../language/language.ts';
import { hourMs } from '../../world/clock.ts';
import { hasChanged } from '../acts/record.ts';
import { build, type Database } from '../database.ts';
import { dayMs } from '../filter/facts.ts';
import { writeLetter } from './letters.ts';

/** A moderator's mailbox: whose it is, and the keyed hash of its address. */
export interface ModeratorMailbox {
  moderator: string;
  mailbox: string;
}

/** What was said at a mailbox: to letters for a moderator, or to all letters there are. */
export type ModeratorAnswer = 'asked' | 'yes' | 'no' | 'none';

export interface KeptMailbox {
  email: string;
  mailbox: string;
  answer: ModeratorAnswer;
}

/** Somebody at the mailbox, of a row of `moderator_mailboxes`, wants no letters at all. */
export const saidNoToAll = sql<0 | 1>`exists (select 1 from mailboxes
  where mailboxes.mailbox = moderator_mailboxes.mailbox and refused_at is not null)`;

export async function findMailbox(database: Database, moderator: string): Promise<KeptMailbox | undefined> {
  const [row] = await database.query(
    sql<KeptMailbox>`select email, mailbox, iif(${saidNoToAll}, 'none', answer) as answer
      from moderator_mailboxes where moderator_id = ${moderator}`.compile(build),
  );
  return row;
}

/**
 * Keeps an address to be told at, and asks there whether that is wanted: once a day, whoever asks, and never where no
 * letters are wanted at all. False, and nothing is changed, where the account asked within the hour.
 */
export async function askMailbox(
  database: Database,
  { moderator, mailbox, email }: ModeratorMailbox & { email: string },
  now: number,
): Promise<boolean> {
  const asked = (who: ReturnType<typeof sql>, since: number) =>
    sql`exists (select 1 from letters where kind = 'address' and ${who} and created_at > ${since})`;
  const isOpen = sql`not ${asked(sql`mailbox = ${mailbox}`, now - dayMs)}
    and not exists (select 1 from mailboxes where mailbox = ${mailbox} and refused_at is not null)`;
  const [kept] = await database.batch([
    sql<{ moderator_id: string }>`insert into moderator_mailboxes (moderator_id, email, mailbox, answer)
      select ${moderator}, ${email}, ${mailbox}, 'asked'
      where not ${asked(sql`moderator_id = ${moderator}`, now - hourMs)}
      on conflict (moderator_id) do update
        set email = excluded.email, mailbox = excluded.mailbox, answer = 'asked'
      returning moderator_id`.compile(build),
    writeLetter({
      ...{ kind: 'address', moderator, mailbox, createdAt: now },
      where: sql`${hasChanged} and ${isOpen}`,
    }),
  ]);
  return kept.length > 0;
}

/** Says yes there, also after a no to these or to all; what happened until then is not told. */
export async function acceptAt(
  database: Database,
  { moderator, mailbox }: ModeratorMailbox,
  now: number,
): Promise<void> {
  const isTheirs = sql`exists (select 1 from moderator_mailboxes
    where moderator_id = ${moderator} and mailbox = ${mailbox})`;
  await database.batch([
    sql`update moderator_mailboxes set answer = 'yes'
      where moderator_id = ${moderator} and mailbox = ${mailbox}`.compile(build),
    sql`update mailboxes set refused_at = null where mailbox = ${mailbox} and ${isTheirs}`.compile(build),
    sql`update digests set told_at = ${now}, appealed_at = null, reported_at = null
      where moderator_id = ${moderator} and ${isTheirs}`.compile(build),
  ]);
}

export async function refuseAt(database: Database, { moderator, mailbox }: ModeratorMailbox): Promise<void> {
  await database.query(
    sql`update moderator_mailboxes set answer = 'no'
      where moderator_id = ${moderator} and mailbox = ${mailbox}`.compile(build),
  );
}

export async function forgetMailbox(database: Database, moderator: string): Promise<void> {
  await database.query(sql`delete from moderator_mailboxes where moderator_id = ${moderator}`.compile(build));
}

/** What was said at a mailbox; `gone` where it is not one of the account's any more. */
export async function readAnswer(
  database: Database,
  { moderator, mailbox }: ModeratorMailbox,
): Promise<{ language: Language; standing: ModeratorAnswer | 'gone' }> {
  const [row] = await database.query(
    sql<{ language: Language; answer: ModeratorAnswer | null; refused: 0 | 1 }>`select language,
        (select answer from moderator_mailboxes
          where moderator_id = moderators.id and mailbox = ${mailbox}) as answer,
        exists (select 1 from mailboxes where mailbox = ${mailbox} and refused_at is not null) as refused
      from moderators where id = ${moderator}`.compile(build),
  );
  if (!row) return { language: 'vi', standing: 'gone' };
  return { language: row.language, standing: row.refused ? 'none' : (row.answer ?? 'gone') };
}
