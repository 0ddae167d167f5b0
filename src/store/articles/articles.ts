import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';

/** An article as readers may know it: whatever is said of it here is of its published comments. */
export interface ArticleRow {
  id: number;
  title: string;
  url: string;
  open: 0 | 1;
  published: number;
  /** When the first of them was sent; null where there is none. */
  firstAt: number | null;
}

/** An article as we know it, or nothing before its first comment. */
export async function findArticle(
  database: Database,
  site: string,
  key: string,
): Promise<ArticleRow | undefined> {
  const [row] = await database.query(findQuery({ site, key }));
  return row;
}

/** When the first published comment of the article in the row was sent: one step in the index of its thread. */
export const firstAt = sql<number | null>`(select min(created_at) from comments
  where article_id = articles.id and state = 'published')`;

const findQuery = prepared(({ site, key }: { site: string; key: string }) =>
  sql<ArticleRow>`select id, title, url, open, published_count as published, ${firstAt} as "firstAt"
    from articles where site_id = ${site} and key = ${key}`.compile(build),
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
