import { sql } from 'kysely';
import type { PublicComment } from '../../comments/comment.ts';
import type { ReportReason } from '../../comments/report.ts';
import { among, build, type Database } from '../database.ts';
import { columnLives, longestBlockMs } from '../lifetimes.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';

export interface ReportToStore {
  commentId: string;
  sender: string;
  reason: ReportReason;
  details: string;
  createdAt: number;
}

/**
 * Stores a report of a published comment, once for each sender. Nothing is stored, and nothing said, where as
 * many wait for a moderator already, or where the site has blocked the sender by any of these hashes.
 */
export async function storeReport(
  database: Database,
  site: string,
  report: ReportToStore,
  mostUnsettled: number,
  senders: readonly string[] = [report.sender],
): Promise<void> {
  const { commentId, sender, reason, details, createdAt } = report;
  await database.batch([
    takeStepsOf([commentId]),
    sql`insert into reports (comment_id, sender, reason, details, created_at)
      select id, ${sender}, ${reason}, ${details}, ${createdAt} from comments
        where id = ${commentId} and site_id = ${site} and state = 'published' and reports < ${mostUnsettled}
          and not exists (select 1 from blocks
            where site_id = ${site} and sender in ${among(senders)}
              and ${columnLives('expires_at', createdAt, longestBlockMs)})
      on conflict (comment_id, sender) do nothing`.compile(build),
  ]);
}

/** A published comment of the site, with the key of its article. */
export async function findReportable(
  database: Database,
  site: string,
  id: string,
): Promise<(PublicComment & { articleKey: string }) | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('comments')
      .innerJoin('articles', 'articles.id', 'comments.article_id')
      .select([
        'comments.id',
        'comments.parent_id as parentId',
        'comments.author',
        'comments.body',
        'comments.created_at as createdAt',
        'articles.key as articleKey',
      ])
      .where('comments.id', '=', id)
      .where('comments.site_id', '=', site)
      .where('comments.state', '=', 'published')
      .compile(),
  );
  return row;
}
