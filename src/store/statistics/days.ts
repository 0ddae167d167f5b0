import { sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { dayMs, hourMs, vietnamMs } from '../../world/clock.ts';
import { among, build, type Database } from '../database.ts';

/** The days in Vietnam that are asked about, the first and the last included, and of which sites. */
export interface Period {
  sites: readonly string[];
  first: number;
  last: number;
}

/** What clocks in Vietnam are ahead. */
export const zoneHours = vietnamMs / hourMs;

/** The day in Vietnam, counted from 1970, as statistics have it. */
export function dayInVietnam(at: number): number {
  return Math.floor((at + vietnamMs) / dayMs);
}

/** When a day begins in Vietnam. */
export function startOf(day: number): number {
  return day * dayMs - vietnamMs;
}

/** How many comments that readers sent on a day stand in a state now. */
export interface DayCount {
  day: number;
  state: State;
  count: number;
}

export async function countByDay(database: Database, { sites, first, last }: Period): Promise<DayCount[]> {
  return database.query(
    sql<DayCount>`select day, state, sum(count) as count from (
        select (hour + ${sql.lit(zoneHours)}) / 24 as day, value as state, case value when 'pending' then pending
            when 'published' then published when 'rejected' then rejected when 'spam' then spam else withdrawn end as count
          from hourly_counts cross join json_each('["pending", "published", "rejected", "spam", "withdrawn"]')
          where site_id in ${among(sites)}
            and hour >= ${first * 24 - zoneHours} and hour < ${(last + 1) * 24 - zoneHours}
        union all ${byNewsroom(sites, startOf(first), startOf(last + 1))})
      group by day, state having sum(count) > 0 order by day`.compile(build),
  );
}

/** How many comments of a day stand in each state now. */
export interface DaySum {
  day: number;
  states: Readonly<Record<State, number>>;
}

/** Every day of a period, also those on which nothing came, the first first. */
export function sumByDay(counts: readonly DayCount[], { first, last }: Omit<Period, 'sites'>): DaySum[] {
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const states = { pending: 0, published: 0, rejected: 0, spam: 0, withdrawn: 0 };
    for (const { day, state, count } of counts) if (day === first + at) states[state] = count;
    return { day: first + at, states };
  });
}

/** What the newsroom wrote itself then, to be taken off: found by its acts, which are few. */
function byNewsroom(sites: readonly string[], from: number, to: number) {
  return sql`select (comments.created_at + ${sql.lit(vietnamMs)}) / ${sql.lit(dayMs)} as day, state, -1 as count
    from acts cross join comments on comments.id = details ->> 'comment'
    where acts.created_at >= ${from} and acts.created_at < ${to} and acts.kind = 'reply'
      and comments.site_id in ${among(sites)}`;
}
