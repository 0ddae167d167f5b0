import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

export interface SiteQueue {
  site: string;
  waiting: number;
  /** When the comment came that has waited longest; null where none waits. */
  since: number | null;
}

/** How many comments of each site wait, the longest queues first. What waits apart is left aside. */
export function longestQueues(database: Database, most: number): Promise<SiteQueue[]> {
  return database.query(
    sql<SiteQueue>`select site, waiting, (select created_at from comments
        where site_id = site and state = 'pending' and apart = 0 order by created_at limit 1) as since
      from (select sites.id as site, coalesce(pending - apart, 0) as waiting
        from sites left join site_counts on site_id = sites.id
        order by waiting desc, site limit ${most})`.compile(build),
  );
}
