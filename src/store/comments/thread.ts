import { sql } from 'kysely';
import type { PublicComment } from '../../comments/comment.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';

export interface ThreadQuery {
  sort: 'oldest' | 'newest';
  limit: number;
  cursor?: string | undefined;
}

/** Published comments of an article, a page at a time. */
export async function listPublished(
  database: Database,
  articleId: number,
  { sort, limit, cursor }: ThreadQuery,
): Promise<Page<PublicComment>> {
  const [direction, beyond] = sort === 'oldest' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  let query = build
    .selectFrom('comments')
    .select(['id', 'parent_id as parentId', 'author', 'body', 'created_at as createdAt'])
    .where('article_id', '=', articleId)
    .where('state', '=', sql.lit('published'))
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(limit + 1);
  if (cursor) {
    const [createdAt, id] = decodeCursor(cursor);
    query = query.where((row) => row(row.refTuple('created_at', 'id'), beyond, row.tuple(createdAt, id)));
  }
  return toPage(await database.query(query.compile()), limit, (row) => [row.createdAt, row.id]);
}

/** A comment that may be seen and answered, or nothing. */
export async function findPublished(
  database: Database,
  articleId: number,
  id: string,
): Promise<PublicComment | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('comments')
      .select(['id', 'parent_id as parentId', 'author', 'body', 'created_at as createdAt'])
      .where('article_id', '=', articleId)
      .where('id', '=', id)
      .where('state', '=', sql.lit('published'))
      .compile(),
  );
  return row;
}

/** Who wrote the published comments that these answer: id to author. */
export async function authorsOf(database: Database, articleId: number, ids: readonly string[]) {
  const rows = await database.query(
    build
      .selectFrom('comments')
      .select(['id', 'author'])
      .where('article_id', '=', articleId)
      .where('id', 'in', among(ids))
      .where('state', '=', sql.lit('published'))
      .compile(),
  );
  return new Map(rows.map((row) => [row.id, row.author]));
}
