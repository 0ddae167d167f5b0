import { sql } from 'kysely';
import { titleSaid, urlSaid } from '../articles/sayings.ts';
import { build, type Database } from '../database.ts';

/** Where a comment stands, for its author; the reason is that of the last decision about it. */
export async function findStanding(database: Database, id: string) {
  const [row] = await database.query(
    build
      .selectFrom('comments')
      .innerJoin('articles', 'articles.id', 'comments.article_id')
      .leftJoin('decided_comments', (join) =>
        join
          .onRef('decided_comments.comment_id', '=', 'comments.id')
          .onRef('decided_comments.version', '=', 'comments.version'),
      )
      .leftJoin('decisions', 'decisions.id', 'decided_comments.decision_id')
      .select([
        'comments.id',
        'comments.site_id as site',
        'comments.state',
        'comments.author',
        'comments.body',
        'comments.version',
        'comments.created_at as createdAt',
        'comments.parent_id as parentId',
        'decisions.reason',
        'decisions.created_at as decidedAt',
        'articles.key as articleKey',
        // What everyone may know, else what its author called it.
        sql<string>`coalesce(nullif(articles.title, ''), ${titleSaid()})`.as('articleTitle'),
        sql<string>`coalesce(nullif(articles.url, ''), ${urlSaid()})`.as('articleUrl'),
      ])
      .where('comments.id', '=', id)
      .compile(),
  );
  return row;
}
