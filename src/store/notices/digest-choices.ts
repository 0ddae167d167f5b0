import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

/** When a moderator is told how the queue of a site stands. */
export type DigestChoice = 'never' | 'waiting' | 'daily';

/** What a moderator wants to be told of a site. */
export interface Choices {
  choice: DigestChoice;
  /** How long something has waited that is told. */
  minutes: number;
  /** When it is told daily: minutes since midnight in Vietnam. */
  minuteOfDay: number;
  appeals: boolean;
  reports: boolean;
}

export interface SiteChoices extends Choices {
  site: string;
  name: string;
}

export const usualChoices: Choices = {
  ...{ choice: 'never', minutes: 30, minuteOfDay: 7 * 60 },
  ...{ appeals: false, reports: false },
};

type Row = Omit<SiteChoices, 'appeals' | 'reports'> & Record<'appeals' | 'reports', 0 | 1>;

/** Of each of these sites, in the order of their ids. */
export async function listChoices(
  database: Database,
  moderator: string,
  sites: readonly string[],
): Promise<SiteChoices[]> {
  const { choice, minutes, minuteOfDay } = usualChoices;
  const rows = await database.query(
    sql<Row>`select sites.id as site, sites.name, coalesce(choice, ${choice}) as choice,
        coalesce(minutes, ${minutes}) as minutes, coalesce(minute_of_day, ${minuteOfDay}) as "minuteOfDay",
        coalesce(appeals, 0) as appeals, coalesce(reports, 0) as reports
      from sites left join digests on digests.site_id = sites.id and moderator_id = ${moderator}
      where sites.id in ${among(sites)} order by sites.id`.compile(build),
  );
  return rows.map((row) => ({ ...row, appeals: row.appeals === 1, reports: row.reports === 1 }));
}

/** Chooses from now on: what waits to be told of the site is not told any more. */
export async function saveChoices(
  database: Database,
  { moderator, site }: { moderator: string; site: string },
  { choice, minutes, minuteOfDay, appeals, reports }: Choices,
  now: number,
): Promise<void> {
  const values = sql`${moderator}, ${site}, ${choice}, ${minutes}, ${minuteOfDay}, ${Number(appeals)},
    ${Number(reports)}, ${now}`;
  await database.query(
    sql`insert into digests
        (moderator_id, site_id, choice, minutes, minute_of_day, appeals, reports, told_at) values (${values})
      on conflict (moderator_id, site_id) do update set choice = excluded.choice, minutes = excluded.minutes,
        minute_of_day = excluded.minute_of_day, appeals = excluded.appeals, reports = excluded.reports,
        told_at = excluded.told_at, appealed_at = null, reported_at = null`.compile(build),
  );
}
