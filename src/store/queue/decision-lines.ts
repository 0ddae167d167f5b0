import { sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { among, type Database } from '../database.ts';
import { type LogFilter, selectDecisions } from './decision-filter.ts';
import type { LoggedDecision } from './decision-log.ts';

/** One comment of one decision. */
export interface DecisionLine {
  decision: string;
  createdAt: number;
  moderator: string;
  action: LoggedDecision['action'];
  reason: string | null;
  note: string | null;
  comment: string;
  site: string;
  article: string;
  from: State;
  to: State;
}

/** The lines of the log after one of them, newest decision first: at most so many. */
export async function listLines(
  database: Database,
  filter: LogFilter,
  after: DecisionLine | undefined,
  limit: number,
): Promise<DecisionLine[]> {
  let select = (await selectLines(database, filter)).limit(limit);
  if (after) {
    const { createdAt, decision, comment } = after;
    select = select
      .where((row) =>
        row(row.refTuple('decisions.created_at', 'decisions.id'), '<=', row.tuple(createdAt, decision)),
      )
      .where((row) =>
        row.or([row('decisions.id', '<>', decision), row('decided_comments.comment_id', '>', comment)]),
      );
  }
  return database.query(select.compile());
}

/** The crosses and the row's number show the planner that its loops give the order, so that nothing is sorted. */
async function selectLines(database: Database, filter: LogFilter) {
  return (await selectDecisions(database, filter))
    .crossJoin('moderators')
    .crossJoin('decided_comments')
    .crossJoin('comments')
    .crossJoin('articles')
    .whereRef('moderators.id', '=', 'decisions.moderator_id')
    .whereRef('decided_comments.decision_id', '=', 'decisions.id')
    .whereRef('comments.id', '=', 'decided_comments.comment_id')
    .whereRef('articles.id', '=', 'comments.article_id')
    .where('comments.site_id', 'in', among(filter.sites))
    .select([
      'decisions.id as decision',
      'decisions.created_at as createdAt',
      'moderators.name as moderator',
      'decisions.action',
      'decisions.reason',
      'decisions.note',
      'comments.id as comment',
      'comments.site_id as site',
      'articles.key as article',
      'decided_comments.from_state as from',
      'decided_comments.to_state as to',
    ])
    .orderBy('decisions.created_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .orderBy(sql`decisions.rowid`, 'desc')
    .orderBy('decided_comments.comment_id');
}
