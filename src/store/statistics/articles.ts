import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import type { Period } from './days.ts';

/** Where the comments of an article that came in a period stand now. */
export interface ArticleFigures {
  site: string;
  key: string;
  title: string;
  comments: number;
  waiting: number;
  published: number;
  /** Rejected, or spam. */
  refused: number;
}

/** The articles with the most comments first, no more than so many. */
export async function listBusiestArticles(
  database: Database,
  { sites, first, last }: Period,
  most: number,
): Promise<ArticleFigures[]> {
  return database.query(
    sql<ArticleFigures>`with busiest as materialized (
        select article_id, sum(comments) as comments, sum(pending) as waiting, sum(published) as published,
          sum(refused) as refused
        from article_days where site_id in ${among(sites)} and day between ${first} and ${last}
        group by article_id having sum(comments) > 0 order by sum(comments) desc, article_id limit ${most})
      select site_id as site, key, coalesce(nullif(title, ''), said_title, '') as title, busiest.comments, waiting,
        published, refused
      from busiest join articles on articles.id = article_id
      order by busiest.comments desc, article_id`.compile(build),
  );
}
