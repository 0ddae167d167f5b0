import { type CompiledQuery, sql } from 'kysely';
import type { Access } from '../../acts/act.ts';
import { build, type Database } from '../database.ts';

/** An import of one file. */
export interface ImportAct {
  id: string;
  site: string;
  source: string;
  /** Its name, without where it is. */
  file: string;
  /** How it came to be done, where that was by no command. */
  access?: Access;
  createdAt: number;
}

/** Where it is noted already it stays as it is. */
export function addImportAct({
  id,
  site,
  source,
  file,
  access = 'command',
  createdAt,
}: ImportAct): CompiledQuery {
  return sql`insert into acts (id, kind, site_id, access, details, created_at)
    values (${id}, 'import', ${site}, ${access}, ${JSON.stringify({ source, file })}, ${createdAt})
    on conflict (id) do nothing`.compile(build);
}

/** Notes what an import brought in; no act where that was nothing. */
export async function endImportAct(database: Database, id: string, now: number): Promise<string | null> {
  const counts = await database.query(
    sql<{ state: string; count: number; articles: number }>`select state, count(*) as count
      from imported_comments join comments on comments.id = comment_id
      where act_id = ${id} group by state order by state`.compile(build),
  );
  const [articles] = await database.query(
    sql<{ count: number }>`select count(distinct article_id) as count
      from imported_comments join comments on comments.id = comment_id where act_id = ${id}`.compile(build),
  );
  const details = {
    articles: articles?.count ?? 0,
    comments: counts.reduce((sum, { count }) => sum + count, 0),
    states: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
  };
  const [ended] = await database.query(
    sql<{
      id: string;
    }>`update acts set ended_at = ${now}, details = json_patch(details, ${JSON.stringify(details)})
      where id = ${id} and ended_at is null returning id`.compile(build),
  );
  return ended?.id ?? null;
}
