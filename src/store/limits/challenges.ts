import { sql } from 'kysely';
import type { Language } from '../../language/language.ts';
import { build, type Database, prepared } from '../database.ts';
import { challengeMs, columnIsOver, columnLives } from '../lifetimes.ts';

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
 * Stores a challenge unless its id is taken, and drops what has expired and, past the bounds, the oldest: of this
 * sender first, then of all.
 */
export async function putChallenge(
  database: Database,
  challenge: StoredChallenge,
  now: number,
  bounds: ChallengeBounds,
): Promise<void> {
  const { site, sender } = challenge;
  await database.batch([
    build
      .deleteFrom('challenges')
      .where(columnIsOver('expires_at', now, challengeMs))
      .compile(),
    insertChallenge(challenge, 0)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
    sql`delete from challenges where id in (
      select id from challenges where site_id = ${site} and sender = ${sender}
      order by expires_at desc, rowid desc limit -1 offset ${bounds.perSender})`.compile(build),
    sql`delete from challenges where id in (
      select id from challenges order by expires_at desc, rowid desc limit -1 offset ${bounds.inAll})`.compile(
      build,
    ),
  ]);
}

function insertChallenge({ id, site, sender, answer, expiresAt }: StoredChallenge, spent: 0 | 1) {
  return build
    .insertInto('challenges')
    .values({ id, site_id: site, sender, answer, expires_at: expiresAt, spent });
}

export interface TakenChallenge {
  answer: string;
  expiresAt: number;
  heard: boolean;
}

/** Spends the challenge, in one statement: whoever gets it is the only one. */
export async function takeChallenge(
  database: Database,
  site: string,
  id: string,
): Promise<TakenChallenge | undefined> {
  const [row] = await database.query(takeQuery({ site, id }));
  return row && { answer: row.answer, expiresAt: row.expires_at, heard: row.heard > 0 };
}

const takeQuery = prepared(({ site, id }: { site: string; id: string }) =>
  spend(site, id).returning(['answer', 'expires_at', 'heard']).compile(),
);

/** Spends the challenge, and where it is not there yet but might come to be, whatever will be there. */
export async function spendChallenge(
  database: Database,
  site: string,
  id: string,
  reserved: StoredChallenge | undefined,
): Promise<void> {
  const fill = reserved && insertChallenge(reserved, 1).onConflict((conflict) => conflict.doNothing());
  await database.batch([spend(site, id).compile(), ...(fill ? [fill.compile()] : [])]);
}

function spend(site: string, id: string) {
  return build
    .updateTable('challenges')
    .set({ spent: 1 })
    .where('site_id', '=', site)
    .where('id', '=', id)
    .where('spent', '=', 0);
}

/** A challenge that has not expired. */
export async function findChallenge(
  database: Database,
  site: string,
  id: string,
  now: number,
): Promise<{ answer: string; spent: boolean } | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('challenges')
      .select(['answer', 'spent'])
      .where('site_id', '=', site)
      .where('id', '=', id)
      .where(columnLives('expires_at', now, challengeMs))
      .compile(),
  );
  return row && { answer: row.answer, spent: row.spent === 1 };
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
      where id = ${id} and ${columnLives('expires_at', now, challengeMs)} and heard < ${most} and spent = 0
        and exists (select 1 from sites where sites.id = site_id and captcha in ('on', 'work'))
      returning answer, (select language from sites where sites.id = site_id) as language`.compile(build),
  );
  return row;
}
