import { sql } from 'kysely';
import { build, type Database } from './database.ts';
import { skewMs } from './lifetimes.ts';

const minute = 60_000;
const hour = 60 * minute;
export const dayMs = 24 * hour;

/** How often this sender sent, and this very text was sent, to this site of late. */
export interface Counted {
  senderLastMinute: number;
  senderLastHour: number;
  sameTextLastDay: number;
  sameTextBySenderLastHour: number;
}

export async function countLately(
  database: Database,
  { site, sender, fingerprint }: { site: string; sender: string; fingerprint: string },
  now: number,
): Promise<Counted> {
  const since = (agoMs: number) => sql`created_at between ${now - agoMs + 1} and ${now + skewMs}`;
  const [counted] = await database.query(
    sql<Counted>`select
      (select count(*) from comments where site_id = ${site} and sender = ${sender} and ${since(minute)})
        as senderLastMinute,
      (select count(*) from comments where site_id = ${site} and sender = ${sender} and ${since(hour)})
        as senderLastHour,
      (select count(*) from comments
        where site_id = ${site} and fingerprint = ${fingerprint} and ${since(dayMs)})
        as sameTextLastDay,
      (select count(*) from comments
        where site_id = ${site} and fingerprint = ${fingerprint} and sender = ${sender} and ${since(hour)})
        as sameTextBySenderLastHour`.compile(build),
  );
  if (!counted) throw new Error('a query of four counts answered no row');
  return counted;
}
