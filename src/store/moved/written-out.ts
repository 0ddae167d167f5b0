import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** An article whose comments go out. */
export interface OutArticle {
  id: number;
  key: string;
  title: string;
  url: string;
  open: 0 | 1;
  createdAt: number;
}

/** A comment as another system may have it: what its author had erased or took back is not among them. */
export interface OutComment {
  id: string;
  number: number;
  parentId: string | null;
  parentNumber: number | null;
  author: string;
  email: string | null;
  body: string;
  state: 'published' | 'pending' | 'rejected' | 'spam';
  createdAt: number;
}

const pageRows = 200;

/** The articles of a site that have such comments, the oldest first. */
export async function* listOutArticles(database: Database, site: string): AsyncGenerator<OutArticle> {
  let rows: OutArticle[] = [];
  do {
    rows = await database.query(
      sql<OutArticle>`select id, key, title, url, open, created_at as "createdAt" from articles
        where site_id = ${site} and id > ${rows.at(-1)?.id ?? 0}
          and exists (select 1 from comments where article_id = articles.id and state <> 'withdrawn')
        order by id limit ${pageRows}`.compile(build),
    );
    yield* rows;
  } while (rows.length === pageRows);
}

/** The comments of an article, the oldest first: an answer comes after what it answers. */
export async function* listOutComments(database: Database, article: number): AsyncGenerator<OutComment> {
  let rows: OutComment[] = [];
  let [at, id] = [Number.MIN_SAFE_INTEGER, ''];
  do {
    rows = await database.query(
      sql<OutComment>`select comments.id, numbers.number, author, email, body, state, created_at as "createdAt",
          parents.id as "parentId", parents.number as "parentNumber"
        from comments join comment_numbers as numbers on numbers.comment_id = comments.id
          left join (select comments.id, number from comments join comment_numbers on comment_id = comments.id
            where state <> 'withdrawn') as parents on parents.id = comments.parent_id
        where article_id = ${article} and state <> 'withdrawn' and (created_at, comments.id) > (${at}, ${id})
        order by created_at, comments.id limit ${pageRows}`.compile(build),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last) [at, id] = [last.createdAt, last.id];
  } while (rows.length === pageRows);
}
