import type { Staging } from './staging.ts';

export interface ArticleCounts {
  threads: number;
  /** Threads without a comment. */
  empty: number;
  kept: number;
  /** Articles that several threads became one of. */
  merged: number;
  closed: number;
}

export function countArticles({ connection }: Staging): ArticleCounts {
  return only(
    connection.prepare<[], ArticleCounts>(`select
      (select count(*) from threads where told = 1) as threads,
      (select count(*) from threads where told = 1 and comments = 0
        and not exists (select 1 from comments where thread = threads.number)) as empty,
      (select count(*) from articles) as kept,
      (select count(*) from (select 1 from threads where article_key is not null
        group by article_key having count(*) > 1)) as merged,
      (select count(*) from articles where closed = 1) as closed`),
  );
}

/** Articles that nothing but a parameter names. */
export function countPlain({ connection }: Staging): number {
  return only(
    connection.prepare<[], { count: number }>(
      "select count(*) as count from articles where key glob '/[?]*'",
    ),
  ).count;
}

export interface CommentCounts {
  read: number;
  kept: number;
  replies: number;
  twins: number;
  oldest: number | null;
  newest: number | null;
}

export function countComments({ connection }: Staging): CommentCounts {
  return only(
    connection.prepare<
      [],
      CommentCounts
    >(`select count(*) as read, count(*) filter (where left_out is null) as kept,
      count(*) filter (where left_out is null and above is not null) as replies,
      count(*) filter (where left_out is null and twin <> '') as twins,
      min(time) filter (where left_out is null) as oldest, max(time) filter (where left_out is null) as newest
    from comments`),
  );
}

/** How many of what is kept have which value; of those without one nothing is said. */
export function countKept(staging: Staging, column: 'state' | 'mark'): Record<string, number> {
  return count(staging, column, 'left_out is null');
}

export function countLeftOut(staging: Staging): Record<string, number> {
  return count(staging, 'left_out', 'true');
}

function count({ connection }: Staging, column: string, where: string): Record<string, number> {
  const rows = connection
    .prepare<[], [string, number]>(
      `select ${column}, count(*) from comments where ${where} and ${column} is not null group by 1 order by 1`,
    )
    .raw()
    .all();
  return Object.fromEntries(rows);
}

export interface ArticlePage {
  key: string;
  title: string | null;
  url: string | null;
}

/** The articles with most comments. */
export function listLargest({ connection }: Staging, most: number): ArticlePage[] {
  return connection
    .prepare<[], ArticlePage>(
      `select key, nullif(title, '') as title, nullif(url, '') as url from articles
        order by comments desc, number limit ${most}`,
    )
    .all();
}

/** Some articles that several threads became one of, each with their addresses. */
export function listMerged({ connection }: Staging, most: number): { key: string; addresses: string[] }[] {
  return connection
    .prepare<[], { key: string; addresses: string }>(
      `select article_key as key, json_group_array(coalesce(address, threads.key)) as addresses from threads
        where article_key is not null group by article_key having count(*) > 1 order by min(number) limit ${most}`,
    )
    .all()
    .map(({ key, addresses }) => ({ key, addresses: JSON.parse(addresses).slice(0, most) }));
}

function only<Row>(statement: { get: () => Row | undefined }): Row {
  const row = statement.get();
  if (row === undefined) throw new Error('a count has no row');
  return row;
}
