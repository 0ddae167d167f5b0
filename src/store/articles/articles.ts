import { type RawBuilder, sql } from 'kysely';
import type { Moderation } from '../../sites/site.ts';
import { build, type Database, prepared } from '../database.ts';

/** An article as readers may know it: whatever is said of it here is of its published comments. */
export interface ArticleRow {
  id: number;
  /** Not the one that was asked for, where that leads on to it. */
  key: string;
  title: string;
  url: string;
  open: 0 | 1;
  published: number;
  /** When the first of them was sent; null where there is none. */
  firstAt: number | null;
  /** When the site first said anything of it. */
  announcedAt: number | null;
  moderation: Moderation | null;
}

/** An article as we know it, or nothing before its first comment and its site's first word. */
export async function findArticle(
  database: Database,
  site: string,
  key: string,
): Promise<ArticleRow | undefined> {
  const [row] = await database.query(findQuery({ site, key }));
  return row;
}

/** The id of the article that a key leads to, through all that it was merged into; null where there is none. */
export function idAt(ofSite: RawBuilder<unknown>, key: string | RawBuilder<string>) {
  return sql<number | null>`(with recursive led (id, merged_into) as (
      select id, merged_into from articles where ${ofSite} and key = ${key}
      union all select articles.id, articles.merged_into from led join articles on articles.id = led.merged_into)
    select id from led where merged_into is null)`;
}

/** When the first published comment of the article in the row was sent: one step in the index of its thread. */
export const firstAt = sql<number | null>`(select min(created_at) from comments
  where article_id = articles.id and state = 'published')`;

const findQuery = prepared(({ site, key }: { site: string; key: string }) =>
  sql<ArticleRow>`select id, key, title, url, open, published_count as published, ${firstAt} as "firstAt",
      announced_at as "announcedAt", moderation
    from articles where id = ${idAt(sql`site_id = ${site}`, key)}`.compile(build),
);

/** Makes room for the comments of an article, and says nothing of it: triggers do, once one is published. */
export const addArticle = prepared(
  ({ site, key, createdAt }: { site: string; key: string; createdAt: number }) =>
    build
      .insertInto('articles')
      .values({ site_id: site, key, created_at: createdAt })
      .onConflict((conflict) => conflict.columns(['site_id', 'key']).doNothing())
      .compile(),
);
