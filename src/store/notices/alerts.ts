import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { isAwaited } from './events.ts';

/** Of a row of `sites`: more than so many wait for longer than so many minutes. What waits apart is left aside. */
function isLong(now: number) {
  return sql<boolean>`alert_waiting_minutes > 0 and (select count(*) from comments
    where site_id = sites.id and state = 'pending' and apart = 0
      and created_at < ${now} - 60000 * alert_waiting_minutes) > alert_waiting_count`;
}

/** Notes an event for each site whose queue is too long, where that was not told within so long. */
export async function noteLongQueues(database: Database, now: number, oftenMs: number): Promise<void> {
  const sites = await database.query(
    sql<{ id: string; long: 0 | 1; told: number | null }>`select id, ${isLong(now)} as long, told_at as told
      from sites left join alerts on alerts.site_id = sites.id
      where alert_waiting_minutes > 0 or told_at is not null`.compile(build),
  );
  const isLately = (told: number) => told > now - oftenMs && told <= now;
  const due = sites.filter(({ long, told }) => long && !isLately(told ?? 0)).map(({ id }) => id);
  const over = sites.filter(({ long, told }) => !long && told !== null).map(({ id }) => id);
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

/** More than `count` comments of a site wait for longer than so many minutes. */
export interface LongQueue {
  site: string;
  name: string;
  count: number;
  minutes: number;
}

/** Which of these sites have a queue that waits too long just now. */
export function longQueues(database: Database, sites: readonly string[], now: number): Promise<LongQueue[]> {
  return database.query(
    sql<LongQueue>`select id as site, name, alert_waiting_count as count,
      alert_waiting_minutes as minutes from sites where id in ${among(sites)} and ${isLong(now)}`.compile(
      build,
    ),
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
