import { sql } from 'kysely';
import { hourMs } from '../../world/clock.ts';
import { among, build, type Database } from '../database.ts';

/** What waits just now; what waits apart is left aside. */
export interface Waiting {
  comments: number;
  /** How long the oldest has waited, and the one in the middle; null where none waits. */
  oldestMs: number | null;
  medianMs: number | null;
  /** How many have waited longer than that is good for readers. */
  late: number;
}

/** After so long, a comment has waited too long. */
export const lateMs = 30 * 60_000;

interface HourOfWaiting {
  hour: number;
  waiting: number;
}

/** By the hours in which it came, from that of the oldest on, so that no more than the comments of two hours are looked at. */
export async function readWaiting(
  database: Database,
  sites: readonly string[],
  now: number,
): Promise<Waiting> {
  const hours = await database.query(
    sql<HourOfWaiting>`select hour, sum(waiting) as waiting
      from json_each(${JSON.stringify(sites)}) as site cross join hourly_counts on site_id = site.value
        and hour >= (select created_at / ${sql.lit(hourMs)} from comments where comments.site_id = site.value
          and state = 'pending' and apart = 0 order by created_at limit 1)
      where waiting > 0 group by hour order by hour`.compile(build),
  );
  const comments = hours.reduce((sum, { waiting }) => sum + waiting, 0);
  const [first] = hours;
  if (!first) return { comments: 0, oldestMs: null, medianMs: null, late: 0 };
  const late = now - lateMs;
  const middle = placeAt(hours, Math.ceil(comments / 2) - 1);
  const [row] = await database.query(
    sql<{ oldest: number | null; median: number | null; late: number }>`select
        (${cameIn(sites, first.hour)} limit 1) as oldest,
        (${cameIn(sites, middle.hour)} limit 1 offset ${middle.before}) as median,
        (select count(*) from (${cameIn(sites, hourOf(late))}) where created_at < ${late}) as late`.compile(
      build,
    ),
  );
  const before = hours.filter(({ hour }) => hour < hourOf(late));
  return {
    comments,
    oldestMs: since(row?.oldest, now),
    medianMs: since(row?.median, now),
    late: (row?.late ?? 0) + before.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}

/** In which hour the comment at a place came, and how many came before it in that hour. */
function placeAt(hours: readonly HourOfWaiting[], place: number): { hour: number; before: number } {
  let before = place;
  for (const { hour, waiting } of hours) {
    if (before < waiting) return { hour, before };
    before -= waiting;
  }
  return { hour: 0, before: 0 };
}

function hourOf(at: number): number {
  return Math.floor(at / hourMs);
}

/** When what waits came, of an hour, the first first. */
function cameIn(sites: readonly string[], hour: number) {
  return sql`select created_at from comments where site_id in ${among(sites)} and state = 'pending' and apart = 0
    and created_at >= ${hour * hourMs} and created_at < ${(hour + 1) * hourMs} order by created_at`;
}

function since(at: number | null | undefined, now: number): number | null {
  return at === null || at === undefined ? null : Math.max(0, now - at);
}
