import { sql } from 'kysely';
import { titleSaid } from '../articles/sayings.ts';
import type { OwnComment } from '../comments/own.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';

/** As its author sees it, with the reason that a moderator gave for where it stands. */
export interface OwnOfSender extends OwnComment {
  reason: string | null;
}

type Row = Omit<OwnOfSender, 'article'> & { key: string; title: string };

/** What was sent under any of these names and not erased, whatever became of it, the newest first. */
export async function listOwnOfSender(
  database: Database,
  { site, senders }: { site: string; senders: readonly string[] },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<OwnOfSender>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await database.query(
    sql<Row>`select comments.id, comments.state, comments.parent_id as "parentId", comments.author, comments.body,
        comments.created_at as "createdAt", decisions.reason, articles.key,
        coalesce(nullif(articles.title, ''), ${titleSaid()}) as title
      from comments join articles on articles.id = comments.article_id
        left join decided_comments on decided_comments.comment_id = comments.id
          and decided_comments.version = comments.version
        left join decisions on decisions.id = decided_comments.decision_id
      where comments.site_id = ${site} and comments.sender in ${among(senders)} and comments.body <> ''
        and ${after ? sql`(comments.created_at, comments.id) < (${after[0]}, ${after[1]})` : sql`true`}
      order by comments.created_at desc, comments.id desc limit ${limit + 1}`.compile(build),
  );
  const own = rows.map(({ key, title, ...row }) => ({ ...row, article: { key, title } }));
  return toPage(own, limit, ({ createdAt, id }) => [createdAt, id]);
}

/** Whether a comment of the site was sent under any of these names. */
export async function isOfSender(
  database: Database,
  { site, senders }: { site: string; senders: readonly string[] },
  id: string,
): Promise<boolean> {
  const rows = await database.query(
    sql<{ id: string }>`select id from comments
      where id = ${id} and site_id = ${site} and sender in ${among(senders)}`.compile(build),
  );
  return rows.length > 0;
}
