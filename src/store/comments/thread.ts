import { type RawBuilder, sql } from 'kysely';
import type { PublicComment } from '../../comments/comment.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { build, type Database } from '../database.ts';
import {
  type PublicRow,
  publicColumns,
  publicQuery,
  readPublic,
  toPublic,
  withParents,
} from './public-comment.ts';

export type Sort = 'oldest' | 'newest' | 'liked';

export interface ThreadQuery {
  sort: Sort;
  limit: number;
  cursor?: string | undefined;
}

/** How each sort orders: by which column, and which way. Ids break ties. */
const orders = {
  oldest: { by: sql.ref('comments.created_at'), direction: sql`asc`, beyond: sql`>` },
  newest: { by: sql.ref('comments.created_at'), direction: sql`desc`, beyond: sql`<` },
  liked: { by: sql.ref('comments.interest'), direction: sql`desc`, beyond: sql`<` },
};

/** Comments of which `which` is true, in an order, a page at a time. */
export async function listInOrder(
  database: Database,
  which: RawBuilder<unknown>,
  { sort, limit, cursor }: ThreadQuery,
): Promise<Page<PublicRow>> {
  const { by, direction, beyond } = orders[sort];
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rest = after ? sql`(${by}, comments.id) ${beyond} (${after[0]}, ${after[1]})` : sql`true`;
  const rows = await database.query(
    sql<PublicRow & { place: number }>`select ${publicColumns}, ${by} as place from comments ${withParents}
      where ${which} and ${rest} order by ${by} ${direction}, comments.id ${direction} limit ${limit + 1}`.compile(
      build,
    ),
  );
  const page = toPage(rows, limit, (row) => [row.place, row.id]);
  return { ...page, rows: page.rows.map(({ place: _, ...row }) => row) };
}

/** Published comments of an article, a page at a time. */
export function listPublished(
  database: Database,
  articleId: number,
  query: ThreadQuery,
): Promise<Page<PublicComment>> {
  const isThere = sql`comments.article_id = ${articleId} and comments.state = 'published'`;
  return listPublic(database, isThere, query);
}

/** The same of published ones, as anyone may see them. */
export async function listPublic(
  database: Database,
  which: RawBuilder<unknown>,
  query: ThreadQuery,
): Promise<Page<PublicComment>> {
  const page = await listInOrder(database, which, query);
  return { ...page, rows: page.rows.map(toPublic) };
}

/** What the newsroom put above the others, the latest first. */
export function listPicks(database: Database, articleId: number, most: number): Promise<PublicComment[]> {
  return readPublic(
    database,
    publicQuery(sql`comments.article_id = ${articleId} and comments.picked_at is not null
      order by comments.picked_at desc, comments.id limit ${most}`),
  );
}

/** A comment that may be seen and answered, or nothing. */
export async function findPublished(
  database: Database,
  articleId: number,
  id: string,
): Promise<PublicComment | undefined> {
  const [comment] = await readPublic(
    database,
    publicQuery(sql`comments.article_id = ${articleId} and comments.id = ${id}`),
  );
  return comment;
}

/** A published comment of the site, with the key of its article. */
export async function findPublishedOf(
  database: Database,
  site: string,
  id: string,
): Promise<(PublicComment & { articleKey: string }) | undefined> {
  const [row] = await database.query(
    sql<PublicRow & { articleKey: string }>`select ${publicColumns}, articles.key as "articleKey"
      from comments join articles on articles.id = comments.article_id ${withParents}
      where comments.id = ${id} and comments.site_id = ${site} and comments.state = 'published'`.compile(
      build,
    ),
  );
  if (!row) return undefined;
  const { articleKey, ...comment } = row;
  return { ...toPublic(comment), articleKey };
}
