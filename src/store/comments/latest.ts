import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** A published comment with its article, as a feed tells of it. */
export interface LatestComment {
  id: string;
  author: string;
  body: string;
  createdAt: number;
  /** When it was published, where somebody decided that. */
  publishedAt: number;
  articleKey: string;
  articleTitle: string;
  articleUrl: string;
}

/** The published comments of a site, or of one article of it, that were sent last. */
export function listLatest(
  database: Database,
  site: string,
  articleId: number | undefined,
  most: number,
): Promise<LatestComment[]> {
  const ofWhich = articleId === undefined ? sql`comments.site_id = ${site}` : sql`article_id = ${articleId}`;
  return database.query(
    sql<LatestComment>`select comments.id, author, body, comments.created_at as "createdAt",
        max(comments.created_at, coalesce((select max(decisions.created_at)
          from decided_comments join decisions on decisions.id = decision_id
          where comment_id = comments.id and to_state = 'published'), 0)) as "publishedAt",
        articles.key as "articleKey", articles.title as "articleTitle", articles.url as "articleUrl"
      from comments join articles on articles.id = article_id
      where ${ofWhich} and comments.state = 'published'
      order by comments.created_at desc, comments.id desc limit ${most}`.compile(build),
  );
}
