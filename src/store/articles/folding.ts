import { type CompiledQuery, sql } from 'kysely';
import { build, type Database } from '../database.ts';

export interface KeyedArticle {
  id: number;
  site: string;
  key: string;
}

const foldAct = 'fold';

/** Whether every key that is stored has its one form. */
export async function areKeysFolded(database: Database): Promise<boolean> {
  const [act] = await database.query(
    sql`select 1 from acts where id = ${foldAct} and ended_at is not null`.compile(build),
  );
  return act !== undefined;
}

export function noteKeysFolded(now: number, details: object) {
  return sql`insert into acts (id, kind, access, details, created_at, ended_at)
    values (${foldAct}, 'fold', 'service', ${JSON.stringify(details)}, ${now}, ${now}) on conflict do nothing`.compile(
    build,
  );
}

export function listKeys(database: Database, after: number, most: number): Promise<KeyedArticle[]> {
  return database.query(
    sql<KeyedArticle>`select id, site_id as site, key from articles where id > ${after}
      order by id limit ${most}`.compile(build),
  );
}

/** Of these sites and keys, the articles that are there. */
export function findKeys(
  database: Database,
  wanted: readonly { site: string; key: string }[],
): Promise<KeyedArticle[]> {
  return database.query(
    sql<KeyedArticle>`select articles.id, site_id as site, articles.key from json_each(${JSON.stringify(wanted)})
      join articles on site_id = value ->> 'site' and articles.key = value ->> 'key'`.compile(build),
  );
}

/** Gives articles, each with the key that it had, another one. */
export function renameAll(renames: readonly (KeyedArticle & { to: string })[]): CompiledQuery {
  return sql`update articles set key = named.value ->> 'to' from json_each(${JSON.stringify(renames)}) as named
    where articles.id = named.value ->> 'id' and articles.key = named.value ->> 'key'`.compile(build);
}

/**
 * Gives the comments of articles to others, with all that is counted and called by them. What is emptied goes, and
 * closes the other where it was closed.
 */
export function mergeAll(merges: readonly { from: number; to: number }[]): CompiledQuery[] {
  const pairs = sql`(select value ->> 'from' as gone, value ->> 'to' as kept from json_each(${JSON.stringify(merges)}))`;
  return [
    sql`update comments set article_id = kept from ${pairs} where article_id = gone`.compile(build),
    sql`update articles set published_count =
        (select count(*) from comments where article_id = articles.id and state = 'published')
      where id in (select gone from ${pairs} union select kept from ${pairs})`.compile(build),
    sql`update articles set (title, url) = (select title, url from article_names where id = articles.id),
        open = min(open, (select min(open) from articles as old join ${pairs} on old.id = gone where kept = articles.id)),
        created_at = min(created_at,
          (select min(created_at) from articles as old join ${pairs} on old.id = gone where kept = articles.id))
      where id in (select kept from ${pairs})
        and exists (select 1 from articles as old join ${pairs} on old.id = gone where kept = articles.id)`.compile(
      build,
    ),
    sql`delete from articles where id in (select gone from ${pairs})
      and not exists (select 1 from comments where article_id = articles.id)`.compile(build),
  ];
}

/** Whether an article has more comments than so many. */
export async function hasMoreThan(database: Database, articleId: number, most: number): Promise<boolean> {
  const rows = await database.query(
    sql`select 1 from comments where article_id = ${articleId} limit 1 offset ${most}`.compile(build),
  );
  return rows.length > 0;
}
