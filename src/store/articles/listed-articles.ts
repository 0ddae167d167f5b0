import { sql } from 'kysely';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { firstAt } from './articles.ts';

/** An article as the desk lists it. */
export interface ListedArticle {
  id: number;
  site: string;
  key: string;
  title: string;
  published: number;
  createdAt: number;
  /** `too-old`: by the site's `close-after-days`, whatever was chosen for it. */
  state: 'open' | 'closed' | 'too-old';
}

export interface ArticleQuery {
  sites: readonly string[];
  /** A part of the title or the key. */
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The articles of these sites, the newest first. */
export async function listArticles(
  database: Database,
  { sites, q, limit, cursor }: ArticleQuery,
  now: number,
): Promise<Page<ListedArticle>> {
  const after = cursor === undefined ? sql`true` : sql`articles.id < ${decodeCursor(cursor)[0]}`;
  const rows = await database.query(
    sql<ListedArticle>`select articles.id, site_id as site, key, title, published_count as published,
        articles.created_at as "createdAt",
        case when open = 0 then 'closed'
          when close_after_days > 0 and ${now} >= ${firstAt} + close_after_days * 86400000 then 'too-old'
          else 'open' end as state
      from articles join sites on sites.id = articles.site_id
      where +site_id in ${among(sites)} and ${after} and ${q ? isAbout(q) : sql`true`}
      order by articles.id desc limit ${limit + 1}`.compile(build),
  );
  return toPage(rows, limit, (row) => [row.id, '']);
}

/** SQLite folds the case of ASCII alone: hence each way that the first letter may be written. */
function isAbout(q: string) {
  const written = q.normalize('NFC').trim();
  const lower = written.toLowerCase();
  const ways = [written, lower, lower.charAt(0).toUpperCase() + lower.slice(1)];
  const finds = [...new Set(ways)].map((way) => sql`instr(lower(title || ' ' || key), lower(${way})) > 0`);
  return sql`(${sql.join(finds, sql` or `)})`;
}

/** Opens or closes an article; false where there is none such on these sites. */
export async function setArticleOpen(
  database: Database,
  sites: readonly string[],
  id: number,
  open: boolean,
): Promise<boolean> {
  const rows = await database.query(
    build
      .updateTable('articles')
      .set({ open: open ? 1 : 0 })
      .where('id', '=', id)
      .where('site_id', 'in', among(sites))
      .returning('id')
      .compile(),
  );
  return rows.length > 0;
}
