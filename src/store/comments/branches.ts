import { sql } from 'kysely';
import type { PublicComment } from '../../comments/comment.ts';
import type { Page } from '../cursor.ts';
import { build, type Database } from '../database.ts';
import { type PublicRow, publicColumns, toPublic, withParents } from './public-comment.ts';
import { listInOrder, listPublic, type ThreadQuery } from './thread.ts';

/** The beginning of a branch: a comment on the article, of which nothing is known where it is no longer public. */
export interface Beginning {
  id: string;
  comment: PublicComment | null;
  /** Published answers in the branch. */
  replyCount: number;
}

/** As the indexes of branches say it. */
const begins = sql`comments.thread_id is null and (comments.state = 'published' or comments.reply_count > 0)`;

/** The branches of an article, a page at a time, also those whose beginning is gone. */
export async function listBeginnings(
  database: Database,
  articleId: number,
  query: ThreadQuery,
): Promise<Page<Beginning>> {
  const page = await listInOrder(database, sql`comments.article_id = ${articleId} and ${begins}`, query);
  return { ...page, rows: page.rows.map(toBeginning) };
}

/** The beginning of the branch that a published comment of the site is in, and its article. */
export async function findBeginning(
  database: Database,
  site: string,
  id: string,
): Promise<(Beginning & { articleId: number }) | undefined> {
  const [row] = await database.query(
    sql<PublicRow & { articleId: number }>`select ${publicColumns},
        comments.article_id as "articleId" from comments ${withParents}
      where comments.id = (select coalesce(thread_id, id) from comments where id = ${id} and state = 'published')
        and comments.site_id = ${site} and ${begins}`.compile(build),
  );
  if (!row) return undefined;
  const { articleId, ...beginning } = row;
  return { ...toBeginning(beginning), articleId };
}

/** The first published answers of each branch, the oldest first, at most so many of each. */
export async function listFirstReplies(
  database: Database,
  threads: readonly string[],
  most: number,
): Promise<Map<string, PublicComment[]>> {
  const rows = await database.query(
    sql<PublicRow & { thread: string }>`select ${publicColumns}, threads.value as thread
      from json_each(${JSON.stringify(threads)}) as threads cross join comments ${withParents}
      where comments.id in (select id from comments as answers
        where answers.thread_id = threads.value and answers.state = 'published'
        order by answers.created_at, answers.id limit ${most})
      order by threads.key, comments.created_at, comments.id`.compile(build),
  );
  const replies = new Map<string, PublicComment[]>(threads.map((id) => [id, []]));
  for (const { thread, ...row } of rows) replies.get(thread)?.push(toPublic(row));
  return replies;
}

/** The published answers of a branch, or to one comment of it, the oldest first, a page at a time. */
export function listReplies(
  database: Database,
  of: { thread: string } | { parent: string },
  page: Omit<ThreadQuery, 'sort'>,
): Promise<Page<PublicComment>> {
  const isOf =
    'thread' in of
      ? sql`comments.thread_id = ${of.thread} and comments.state = 'published'`
      : sql`comments.parent_id = ${of.parent} and +comments.state = 'published'`;
  return listPublic(database, isOf, { ...page, sort: 'oldest' });
}

function toBeginning(row: PublicRow): Beginning {
  const comment = row.state === 'published' ? toPublic(row) : null;
  return { id: row.id, comment, replyCount: row.replyCount };
}
