import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { readStanding } from './export.ts';

/** A comment as another system may have it, with its article: what its author had erased or took back is none. */
export interface OutComment {
  article: number;
  key: string;
  title: string;
  url: string;
  closed: 0 | 1;
  /** What it is told apart by: the same id in the export that it came from, so that it can go there and back. */
  id: string;
  /** The nearest comment above it that its author did not withdraw. */
  parent: string | null;
  number: number;
  parentNumber: number;
  author: string;
  email: string | null;
  body: string;
  state: 'pending' | 'published' | 'rejected' | 'spam';
  createdAt: number;
}

const pageRows = 200;

/**
 * The comments of a site but those that were withdrawn, article by article, in each by state and time; throws where
 * somebody writes meanwhile.
 */
export async function* listOut(database: Database, site: string): AsyncGenerator<OutComment> {
  const before = await readStanding(database);
  let rows: Row[] = [];
  do {
    rows = await database.query(pageQuery(site, rows.at(-1)));
    for (const { own: _, ...comment } of rows) yield comment;
  } while (rows.length === pageRows);
  if ((await readStanding(database)) !== before)
    throw new Error('somebody wrote to the database meanwhile, so this export is of no use: run it again');
}

type Row = OutComment & { own: string };

/** In the order of the index that an article's comments are read by. */
function pageQuery(site: string, after: Row | undefined) {
  const rest = after
    ? sql`(article_id, state, comments.created_at, comments.id)
        > (${after.article}, ${after.state}, ${after.createdAt}, ${after.own})`
    : sql`true`;
  return sql<Row>`select article_id as article, articles.key, title, url, not open as closed, comments.id as own,
      ${idOutside('comments')} as id, ${above(idOutside('above'))} as parent, ${numberOf('comments')} as number,
      coalesce(${above(numberOf('above'))}, 0) as "parentNumber", author, email, body, state,
      comments.created_at as "createdAt"
    from comments indexed by comments_of_article join articles on articles.id = article_id
    where comments.site_id = ${site} and state <> 'withdrawn' and ${rest}
    order by article_id, state, comments.created_at, comments.id limit ${sql.lit(pageRows)}`.compile(build);
}

function idOutside(table: string) {
  const id = sql.ref(`${table}.id`);
  return sql`coalesce((select source_id from imported_comments where comment_id = ${id} and source = 'jsonl'), ${id})`;
}

function numberOf(table: string) {
  return sql.ref(`${table}.number`);
}

/** Of the nearest comment above that was not withdrawn. */
function above(said: ReturnType<typeof sql>) {
  return sql`(with recursive above (id, number, state, parent_id) as (
      select id, number, state, parent_id from comments as parents where parents.id = comments.parent_id
      union all select parents.id, parents.number, parents.state, parents.parent_id
        from above join comments as parents on parents.id = above.parent_id where above.state = 'withdrawn')
    select ${said} from above where above.state <> 'withdrawn')`;
}
