import { sql } from 'kysely';
import type { ReportReason } from '../../comments/report.ts';
import { hasChanged } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';
import { columnLives, longestBlockMs } from '../lifetimes.ts';
import { noteAlert } from '../notices/digests.ts';
import { noteEvent } from '../notices/events.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';

export interface ReportToStore {
  commentId: string;
  sender: string;
  reason: ReportReason;
  details: string;
  createdAt: number;
}

/**
 * Stores a report of a published comment, once for each sender; the first that nobody has settled is an event. Nothing is stored, and nothing said, where as
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
    noteEvent({
      kind: 'comment.reported',
      comment: commentId,
      createdAt,
      where: sql`${hasChanged} and reports = 1`,
    }),
    noteAlert(
      'report',
      commentId,
      createdAt,
      sql`reports = 1 and exists (select 1 from reports as own where own.comment_id = comments.id
        and own.sender = ${sender} and own.created_at = ${createdAt})`,
    ),
  ]);
}
