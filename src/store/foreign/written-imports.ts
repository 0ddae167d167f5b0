import { type CompiledQuery, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { insert } from '../moved/insert.ts';
import type { Moved } from '../moved/rows.ts';
import { insertComments } from '../moved/written-comments.ts';
import { addImportAct, type ImportAct } from './import-acts.ts';
import { restoreComments } from './restored-comments.ts';

/** A comment of another system as it is kept here. */
export interface Imported {
  comment: Moved['comment'];
  sourceId: string;
  /** Whether its article is closed there. */
  closed: boolean;
}

/** What of some comments is here already. */
export interface Here {
  /** The keys of the articles that comments are under, by these. */
  comments: ReadonlyMap<string, string>;
  /** Comments of which an undoing left the row alone. */
  emptied: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  /** Whether their import was undone meanwhile. */
  undone: boolean;
}

/** Which of these ids are of comments that were written on the site. */
export async function findWritten(
  database: Database,
  site: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.query(
    sql<{ id: string }>`select id from comments where +site_id = ${site} and id in ${among(ids)}
      and not exists (select 1 from imported_comments where comment_id = comments.id)`.compile(build),
  );
  return new Set(rows.map(({ id }) => id));
}

export async function findHere(database: Database, act: string, rows: readonly Imported[]): Promise<Here> {
  const ids = rows.flatMap(({ comment: { id, parentId } }) => (parentId ? [id, parentId] : [id]));
  const [first] = rows;
  const [comments, articles, undoing] = await database.batch([
    sql<{ id: string; key: string; emptied: 0 | 1 }>`select comments.id, key,
        state = 'withdrawn' and author = '' and body = ''
          and not exists (select 1 from imported_comments where comment_id = comments.id) as emptied
      from comments join articles on articles.id = article_id where comments.id in ${among(ids)}`.compile(
      build,
    ),
    sql<{ key: string }>`select key from articles where site_id = ${first?.comment.site ?? ''}
      and key in ${among([...new Set(rows.map(({ comment }) => comment.article))])}`.compile(build),
    sql<{ id: string }>`select id from acts where undoes = ${act}`.compile(build),
  ]);
  return {
    comments: new Map(comments.map(({ id, key }) => [id, key])),
    emptied: new Set(comments.filter(({ emptied }) => emptied === 1).map(({ id }) => id)),
    articles: new Set(articles.map(({ key }) => key)),
    undone: undoing.length > 0,
  };
}

/** Those that are to be written, of which some have a row already. */
export function missingOf(rows: readonly Imported[], here: Here): Imported[] {
  return rows.filter(({ comment: { id } }) => !here.comments.has(id) || here.emptied.has(id));
}

/** Writes what is missing, with its articles, all or nothing. */
export async function writeImported(
  database: Database,
  act: ImportAct,
  missing: readonly Imported[],
  here: Here,
): Promise<void> {
  const rows = missing.map((row) => besideParent(row, here));
  const comments = rows.map(({ comment }) => comment);
  await database.batch([
    addImportAct(act),
    ...openArticles(rows),
    ...insertComments(
      comments.filter(({ id }) => !here.emptied.has(id)),
      act.createdAt,
    ),
    ...restoreComments(comments.filter(({ id }) => here.emptied.has(id))),
    insert(
      sql`imported_comments (comment_id, act_id, source, source_id)`,
      sql`value ->> 'id', ${act.id}, ${act.source}, value ->> 'sourceId'`,
      rows.map(({ comment: { id }, sourceId }) => ({ id, sourceId })),
    ),
  ]);
}

/** What answers a comment that was moved since goes where that is. */
function besideParent(row: Imported, { comments }: Here): Imported {
  const article = comments.get(row.comment.parentId ?? '');
  return article === undefined ? row : { ...row, comment: { ...row.comment, article } };
}

/** One is closed with its first comments; what was said here of one that is here stands. */
function openArticles(rows: readonly Imported[]): CompiledQuery[] {
  const articles = rows.map(({ comment: { site, article, createdAt }, closed }) => ({
    site,
    key: article,
    open: closed ? 0 : 1,
    createdAt,
  }));
  const closed = articles.filter(({ open }) => open === 0).map(({ key }) => key);
  return [
    insert(
      sql`articles (site_id, key, open, created_at)`,
      sql`value ->> 'site', value ->> 'key', value ->> 'open', value ->> 'createdAt'`,
      articles,
    ),
    sql`update articles set open = 0 where site_id = ${articles[0]?.site ?? ''}
      and key in ${among([...new Set(closed)])} and open = 1 and said_at is null and merged_into is null
      and not exists (select 1 from comments where article_id = articles.id)`.compile(build),
  ];
}
