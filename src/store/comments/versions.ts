import { sql } from 'kysely';
import { idAt } from '../articles/articles.ts';
import { build, type Database, prepared } from '../database.ts';
import { isServed } from '../sites.ts';

const versionQuery = prepared(({ site, article }: { site: string; article: string }) =>
  sql<{
    version: string;
  }>`select sites.version || '.' || coalesce(articles.id || '.' || articles.version, '') as version
    from sites left join articles on articles.id = ${idAt(sql`site_id = ${site}`, article)}
    where sites.id = ${site} and ${isServed}`.compile(build),
);

/** Differs whenever what readers may see of an article has changed, or how its site wants it shown. */
export async function readVersion(
  database: Database,
  site: string,
  article: string,
): Promise<string | undefined> {
  const [row] = await database.query(versionQuery({ site, article }));
  return row?.version;
}
