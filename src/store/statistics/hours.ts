import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { type Period, zoneHours } from './days.ts';

/** How many comments readers sent in an hour of a day in Vietnam, and how many were decided in it. */
export interface HourCount {
  day: number;
  /** 0 to 23. */
  hour: number;
  arrived: number;
  decided: number;
}

export async function countByHour(database: Database, { sites, first, last }: Period): Promise<HourCount[]> {
  return database.query(
    sql<HourCount>`select (hour + ${sql.lit(zoneHours)}) / 24 as day, (hour + ${sql.lit(zoneHours)}) % 24 as hour,
        sum(arrived) as arrived, sum(decided) as decided
      from hourly_counts where site_id in ${among(sites)}
        and hour >= ${first * 24 - zoneHours} and hour < ${(last + 1) * 24 - zoneHours}
      group by hourly_counts.hour order by hourly_counts.hour`.compile(build),
  );
}

export type HourOfDay = Omit<HourCount, 'day'>;

/** What came and was decided in each hour of the day, over all the days: 24 of them, from midnight on. */
export function sumByHourOfDay(counts: readonly HourCount[]): HourOfDay[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const those = counts.filter((count) => count.hour === hour);
    return {
      hour,
      arrived: those.reduce((sum, { arrived }) => sum + arrived, 0),
      decided: those.reduce((sum, { decided }) => sum + decided, 0),
    };
  });
}
