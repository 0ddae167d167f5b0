import { sql } from 'kysely';
import type { Facts } from '../filter/rule.ts';
import { build, type Database } from './database.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What this sender and this text did lately on this site. */
export async function gatherFacts(
  database: Database,
  { site, sender, fingerprint }: { site: string; sender: string; fingerprint: string },
  now: number,
): Promise<Facts> {
  const [facts] = await database.query(
    sql<Facts>`select
      (select count(*) from comments where site_id = ${site} and sender = ${sender} and created_at > ${now - minute})
        as senderLastMinute,
      (select count(*) from comments where site_id = ${site} and sender = ${sender} and created_at > ${now - hour})
        as senderLastHour,
      (select count(*) from comments
        where site_id = ${site} and fingerprint = ${fingerprint} and created_at > ${now - day})
        as sameTextLastDay,
      (select count(*) from comments
        where site_id = ${site} and fingerprint = ${fingerprint} and sender = ${sender} and created_at > ${now - hour})
        as sameTextBySenderLastHour`.compile(build),
  );
  if (!facts) throw new Error('a query of four counts answered no row');
  return facts;
}
