import { sql } from 'kysely';
import type { Language } from '../language.ts';
import { seedQuery } from './captcha-styles.ts';
import { build, type Database } from './database.ts';

export interface StoredChallenge {
  id: string;
  site: string;
  sender: string;
  answer: string;
  expiresAt: number;
}

export interface ChallengeBounds {
  perSender: number;
  inAll: number;
}

/**
 * Stores a challenge in place of the one that it replaces, and drops what has expired and, past the bounds,
 * the oldest: of this sender first, then of all. Returns the seed that its picture is drawn by.
 */
export async function putChallenge(
  database: Database,
  challenge: StoredChallenge,
  now: number,
  bounds: ChallengeBounds,
  replaces?: string,
): Promise<string> {
  const { id, site, sender, answer, expiresAt } = challenge;
  const row = { id, site_id: site, sender, answer, expires_at: expiresAt };
  const [[style]] = await database.batch([
    seedQuery(),
    build
      .deleteFrom('challenges')
      .where('site_id', '=', site)
      .where('id', '=', replaces ?? '')
      .compile(),
    build.deleteFrom('challenges').where('expires_at', '<=', now).compile(),
    build.insertInto('challenges').values(row).compile(),
    sql`delete from challenges where id in (
      select id from challenges where site_id = ${site} and sender = ${sender}
      order by expires_at desc, rowid desc limit -1 offset ${bounds.perSender})`.compile(build),
    sql`delete from challenges where id in (
      select id from challenges order by expires_at desc, rowid desc limit -1 offset ${bounds.inAll})`.compile(
      build,
    ),
  ]);
  return style?.seed ?? '';
}

export interface TakenChallenge {
  answer: string;
  expiresAt: number;
  heard: boolean;
}

/** Takes the challenge out, in one statement: whoever gets it is the only one. */
export async function takeChallenge(
  database: Database,
  site: string,
  id: string,
): Promise<TakenChallenge | undefined> {
  const [row] = await database.query(
    build
      .deleteFrom('challenges')
      .where('site_id', '=', site)
      .where('id', '=', id)
      .returning(['answer', 'expires_at', 'heard'])
      .compile(),
  );
  return row && { answer: row.answer, expiresAt: row.expires_at, heard: row.heard > 0 };
}

/** Notes that an open challenge was listened to; nothing where it is not open, or was too often. */
export async function hearChallenge(
  database: Database,
  id: string,
  now: number,
  most: number,
): Promise<{ answer: string; language: Language } | undefined> {
  const [row] = await database.query(
    sql<{ answer: string; language: Language }>`update challenges set heard = heard + 1
      where id = ${id} and expires_at > ${now} and heard < ${most}
        and exists (select 1 from sites where sites.id = site_id and captcha in ('on', 'work'))
      returning answer, (select language from sites where sites.id = site_id) as language`.compile(build),
  );
  return row;
}

/** The answer of an open challenge, without spending it: for an operator alone. */
export async function peekAnswer(database: Database, id: string, now: number): Promise<string | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('challenges')
      .select('answer')
      .where('id', '=', id)
      .where('expires_at', '>', now)
      .compile(),
  );
  return row?.answer;
}
