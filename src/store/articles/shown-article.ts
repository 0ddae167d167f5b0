import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { countsIn, type ListedArticle, stateAt, stateCounts } from './listed-articles.ts';
import { titleSaid } from './sayings.ts';

/** One article as its page at the desk shows it. */
export interface ShownArticle extends ListedArticle {
  /** The site's own word, where it has any. */
  said: { title: string; url: string; by: string | null; at: number | null };
  announcedAt: number | null;
  /** The published comment that it is called by, where its site has no word on that. */
  namedBy: { id: string; author: string; at: number } | null;
  /** Keys that lead on to it. */
  aliases: string[];
}

type Row = Omit<ShownArticle, 'counts' | 'said' | 'namedBy' | 'aliases'> & {
  counts: string;
  saidTitle: string;
  saidUrl: string;
  saidBy: string | null;
  saidAt: number | null;
  namedBy: string | null;
  aliases: string;
};

export async function findShownArticle(
  database: Database,
  sites: readonly string[],
  id: number,
  now: number,
): Promise<ShownArticle | undefined> {
  const [row] = await database.query(
    sql<Row>`select articles.id, site_id as site, key, title, url, published_count as published,
        articles.created_at as "createdAt", ${stateAt(now)} as state, articles.moderation,
        announced_at as "announcedAt", said_title as "saidTitle", said_url as "saidUrl", said_at as "saidAt",
        (select name from moderators where id = said_by) as "saidBy",
        (select json_object('id', id, 'author', author, 'at', created_at) from comments
          where article_id = articles.id and state = 'published' and saying is not null
            and ${titleSaid()} <> '' order by created_at desc, id desc limit 1) as "namedBy",
        (select json_group_array(key) from (with recursive led (id, key) as (
            select id, key from articles as alias where alias.merged_into = articles.id
            union all select alias.id, alias.key from led join articles as alias on alias.merged_into = led.id)
          select key from led order by key)) as aliases,
        ${stateCounts} as counts
      from articles join sites on sites.id = articles.site_id
      where articles.id = ${id} and site_id in ${among(sites)} and merged_into is null`.compile(build),
  );
  return row && toShown(row);
}

function toShown({
  counts,
  saidTitle,
  saidUrl,
  saidBy,
  saidAt,
  namedBy,
  aliases,
  ...row
}: Row): ShownArticle {
  return {
    ...row,
    counts: countsIn(counts),
    said: { title: saidTitle, url: saidUrl, by: saidBy, at: saidAt },
    namedBy: namedBy === null ? null : JSON.parse(namedBy),
    aliases: JSON.parse(aliases),
  };
}
