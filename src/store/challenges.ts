import { sql } from 'kysely';
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
 * the oldest: of this sender first, then of all.
 */
export async function putChallenge(
  database: Database,
  challenge: StoredChallenge,
  now: number,
  bounds: ChallengeBounds,
  replaces?: string,
): Promise<void> {
  const { id, site, sender, answer, expiresAt } = challenge;
  const row = { id, site_id: site, sender, answer, expires_at: expiresAt };
  await database.batch([
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
}

/** Takes the challenge out, in one statement: whoever gets it is the only one. */
export async function takeChallenge(
  database: Database,
  site: string,
  id: string,
): Promise<{ answer: string; expiresAt: number } | undefined> {
  const [row] = await database.query(
    build
      .deleteFrom('challenges')
      .where('site_id', '=', site)
      .where('id', '=', id)
      .returning(['answer', 'expires_at'])
      .compile(),
  );
  return row && { answer: row.answer, expiresAt: row.expires_at };
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
