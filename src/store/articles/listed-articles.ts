import { type RawBuilder, sql } from 'kysely';
import { parseQuery } from '../../language/search/query.ts';
import type { Moderation } from '../../sites/site.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { isAbout } from './about.ts';
import { firstAt } from './articles.ts';

/** An article as the desk lists it. */
export interface ListedArticle {
  id: number;
  site: string;
  key: string;
  title: string;
  url: string;
  published: number;
  createdAt: number;
  /** `too-old`: by the site's `close-after-days`, whatever was chosen for it. */
  state: 'open' | 'closed' | 'too-old';
  moderation: Moderation | null;
  counts: Record<'pending' | 'published' | 'rejected' | 'spam' | 'withdrawn', number>;
}

export const articleSorts = ['newest', 'comments', 'waiting'] as const;
export type ArticleSort = (typeof articleSorts)[number];

export interface ArticleQuery {
  sites: readonly string[];
  /** Words of the title or the key. */
  q?: string | undefined;
  sort: ArticleSort;
  limit: number;
  cursor?: string | undefined;
}

type Row = Omit<ListedArticle, 'counts'> & { counts: string; rank: number };

/** What the articles are in the order of, the most first, and then by their ids, the newest first. */
const ranks: Record<ArticleSort, RawBuilder<number>> = {
  newest: sql<number>`0`,
  comments: sql<number>`published_count`,
  waiting: sql<number>`(select count(*) from comments where article_id = articles.id and state = 'pending')`,
};

/** The articles of these sites that have comments, or that their site announced. */
export async function listArticles(
  database: Database,
  { sites, q, sort, limit, cursor }: ArticleQuery,
  now: number,
): Promise<Page<ListedArticle>> {
  const rank = ranks[sort];
  const [value, id] = cursor === undefined ? [] : decodeCursor(cursor);
  const after = cursor === undefined ? sql`true` : sql`(${rank}, articles.id) < (${value}, ${Number(id)})`;
  const rows = await database.query(
    sql<Row>`select articles.id, site_id as site, key, title, url, published_count as published,
        articles.created_at as "createdAt", ${stateAt(now)} as state, articles.moderation, ${rank} as rank,
        ${stateCounts} as counts
      from articles join sites on sites.id = articles.site_id
      where +site_id in ${among(sites)} and ${isListed} and ${after} and ${q ? isFound(q) : sql`true`}
      order by ${sort === 'newest' ? sql`` : sql`rank desc,`} articles.id desc limit ${limit + 1}`.compile(
      build,
    ),
  );
  const page = toPage(rows, limit, (row) => [row.rank, String(row.id)]);
  return {
    ...page,
    rows: page.rows.map(({ rank: _, counts, ...row }) => ({ ...row, counts: countsIn(counts) })),
  };
}

const isListed = sql`merged_into is null
  and (announced_at is not null or exists (select 1 from comments where article_id = articles.id))`;

/** What an article takes, in a query that joins its site. */
export function stateAt(now: number) {
  return sql<ListedArticle['state']>`case when open = 0 then 'closed'
    when close_after_days > 0 and ${now} >= coalesce(announced_at, ${firstAt}) + close_after_days * 86400000
      then 'too-old'
    else 'open' end`;
}

/** How many comments of the article in the row stand in each state, as JSON: one walk along an index. */
export const stateCounts = sql<string>`(select json_group_object(state, count) from
  (select state, count(*) as count from comments where article_id = articles.id group by state))`;

export function countsIn(counts: string): ListedArticle['counts'] {
  return { pending: 0, published: 0, rejected: 0, spam: 0, withdrawn: 0, ...JSON.parse(counts) };
}

/** As the queue is searched, with the words of `article:` and all others in the same place. */
function isFound(q: string) {
  const { terms } = parseQuery(q);
  if (terms.length === 0) return sql`false`;
  return sql`(${sql.join(
    terms.map((term) => isAbout(sql`articles.id`, term)),
    sql` and `,
  )})`;
}
