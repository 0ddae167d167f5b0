import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { skewMs } from '../lifetimes.ts';

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
  const times = {
    until: now + skewMs,
    aMinute: since(now, minute),
    anHour: since(now, hour),
    aDay: since(now, dayMs),
  };
  const [counted] = await database.query(countsQuery({ site, sender, fingerprint, ...times }));
  if (!counted) throw new Error('a query of four counts answered no row');
  return counted;
}

function since(now: number, agoMs: number): number {
  return now - agoMs + 1;
}

interface Asked {
  site: string;
  sender: string;
  fingerprint: string;
  aMinute: number;
  anHour: number;
  aDay: number;
  until: number;
}

const countsQuery = prepared(({ site, sender, fingerprint, aMinute, anHour, aDay, until }: Asked) =>
  sql<Counted>`select
    (select count(*) from comments
      where site_id = ${site} and sender = ${sender} and created_at between ${aMinute} and ${until})
      as senderLastMinute,
    (select count(*) from comments
      where site_id = ${site} and sender = ${sender} and created_at between ${anHour} and ${until})
      as senderLastHour,
    (select count(*) from comments
      where site_id = ${site} and fingerprint = ${fingerprint} and created_at between ${aDay} and ${until})
      as sameTextLastDay,
    (select count(*) from comments where site_id = ${site} and fingerprint = ${fingerprint}
      and sender = ${sender} and created_at between ${anHour} and ${until})
      as sameTextBySenderLastHour`.compile(build),
);
