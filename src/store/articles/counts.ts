import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { idAt } from './articles.ts';

/** How many published comments each key leads to, in the order of the keys. */
export async function countPublished(
  database: Database,
  site: string,
  keys: readonly string[],
): Promise<number[]> {
  const rows = await database.query(
    sql<{ count: number }>`select coalesce((select published_count from articles
        where id = ${idAt(sql`site_id = ${site}`, sql`asked.value`)}), 0) as count
      from json_each(${JSON.stringify(keys)}) as asked order by asked.key`.compile(build),
  );
  return rows.map(({ count }) => count);
}
