import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { isAwaited } from './events.ts';

/** More than `count` comments of a site wait for longer than so many minutes. */
export interface LongQueue {
  site: string;
  name: string;
  count: number;
  minutes: number;
}

type Watched = LongQueue & { told: number | null };

/** The sites that want to be told, and those that were. */
function watchedSites(database: Database): Promise<Watched[]> {
  return database.query(
    sql<Watched>`select id as site, name, alert_waiting_count as count, alert_waiting_minutes as minutes,
        told_at as told
      from sites left join alerts on alerts.site_id = sites.id
      where alert_waiting_minutes > 0 or told_at is not null`.compile(build),
  );
}

/** What waits apart is left aside. */
async function isLong(
  database: Database,
  { site, count, minutes }: LongQueue,
  now: number,
): Promise<boolean> {
  if (minutes === 0) return false;
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from (select 1 from comments
      where site_id = ${site} and state = 'pending' and apart = 0
        and created_at < ${now - 60_000 * minutes} limit ${count + 1})`.compile(build),
  );
  return (row?.count ?? 0) > count;
}

async function longAmong<Site extends LongQueue>(
  database: Database,
  sites: readonly Site[],
  now: number,
): Promise<Site[]> {
  const long = await Promise.all(sites.map((site) => isLong(database, site, now)));
  return sites.filter((_, at) => long[at]);
}

/** Notes an event for each site whose queue is too long, where that was not told within so long. */
export async function noteLongQueues(database: Database, now: number, oftenMs: number): Promise<void> {
  const sites = await watchedSites(database);
  const long = await longAmong(database, sites, now);
  const isLately = (told: number) => told > now - oftenMs && told <= now;
  const due = long.filter(({ told }) => !isLately(told ?? 0)).map(({ site }) => site);
  const over = sites.filter((one) => !long.includes(one) && one.told !== null).map(({ site }) => site);
  if (due.length + over.length === 0) return;
  await database.batch([
    sql`insert into events (id, site_id, kind, created_at)
      select lower(hex(randomblob(16))), id, 'queue.waiting', ${now} from sites
      where id in ${among(due)} and ${isAwaited(sql`sites.id`, 'queue.waiting')}`.compile(build),
    sql`insert into alerts (site_id, told_at) select value, ${now} from json_each(${JSON.stringify(due)}) where true
      on conflict (site_id) do update set told_at = excluded.told_at`.compile(build),
    sql`delete from alerts where site_id in ${among(over)}`.compile(build),
  ]);
}

/** Which of these sites have a queue that waits too long just now. */
export async function longQueues(
  database: Database,
  sites: readonly string[],
  now: number,
): Promise<LongQueue[]> {
  const watched = await watchedSites(database);
  return longAmong(
    database,
    watched.filter(({ site }) => sites.includes(site)),
    now,
  );
}

/** How many channels of a site are told nothing. */
export interface SilentChannels {
  site: string;
  name: string;
  channels: number;
}

/** Which of these sites have channels that have failed since before then, or that are there no more. */
export function silentChannels(
  database: Database,
  sites: readonly string[],
  before: number,
): Promise<SilentChannels[]> {
  return database.query(
    sql<SilentChannels>`select sites.id as site, sites.name, count(*) as channels
      from channels join sites on sites.id = channels.site_id
      where sites.id in ${among(sites)} and (gone = 1 or failing_since < ${before})
      group by sites.id order by sites.id`.compile(build),
  );
}
