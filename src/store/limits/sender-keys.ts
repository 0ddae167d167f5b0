import { type CompiledQuery, sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** What the addresses of a site's senders are hashed with for a time. */
export interface SenderKey {
  createdAt: number;
  key: string;
}

/**
 * Adds the key where the site has none that is younger than the term, and drops those that are twice as old; returns
 * the kept ones, newest first. All in one write, so that several processes agree. A clock that went back makes a key
 * of the future, whose age is counted the same way.
 */
export async function renewSenderKeys(
  database: Database,
  site: string,
  { createdAt: now, key }: SenderKey,
  termMs: number,
): Promise<SenderKey[]> {
  const [, , kept] = await database.batch([
    dropOldKeys(site, now, termMs),
    sql`insert into sender_keys (site_id, created_at, key) select ${site}, ${now}, ${key}
      where not exists (select 1 from sender_keys
        where site_id = ${site} and abs(created_at - ${now}) < ${termMs})`.compile(build),
    build
      .selectFrom('sender_keys')
      .select(['created_at as createdAt', 'key'])
      .where('site_id', '=', site)
      .orderBy('created_at', 'desc')
      .compile(),
  ]);
  return kept;
}

/** Drops the keys that are past use, and the blocks that only such a key could have told. */
export async function dropOldSenders(
  database: Database,
  site: string,
  now: number,
  termMs: number,
): Promise<void> {
  await database.batch([
    dropOldKeys(site, now, termMs),
    build
      .deleteFrom('blocks')
      .where('site_id', '=', site)
      .where('created_at', '<=', now - 2 * termMs)
      .compile(),
  ]);
}

function dropOldKeys(site: string, now: number, termMs: number): CompiledQuery {
  return sql`delete from sender_keys
    where site_id = ${site} and abs(created_at - ${now}) >= ${2 * termMs}`.compile(build);
}
