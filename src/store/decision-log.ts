import type { Action, State } from '../comments/comment.ts';
import { decodeCursor, type Page, toPage } from './cursor.ts';
import { among, build, type Database } from './database.ts';

export interface LogQuery {
  sites: readonly string[];
  /** A moderator's name. */
  moderator?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface LoggedDecision {
  id: string;
  action: Action | 'undo';
  moderator: string;
  reason: string | null;
  note: string | null;
  createdAt: number;
  undoes: string | null;
  /** The decision that undid this one. */
  undoneBy: string | null;
  comments: LoggedComment[];
}

export interface LoggedComment {
  id: string;
  site: string;
  author: string;
  body: string;
  from: State;
  to: State;
}

/** One decision of the log, where some of its comments are on these sites. */
export async function findDecision(
  database: Database,
  sites: readonly string[],
  id: string,
): Promise<LoggedDecision | undefined> {
  const [row] = await database.query(selectLogged(sites).where('decisions.id', '=', id).compile());
  if (!row) return undefined;
  const comments = await listLogged(database, sites, [id]);
  return { ...row, comments: comments.get(id) ?? [] };
}

/** The audit log, newest first; of each decision only the comments on these sites. */
export async function listDecisions(database: Database, query: LogQuery): Promise<Page<LoggedDecision>> {
  let select = selectLogged(query.sites)
    .orderBy('decisions.created_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .limit(query.limit + 1);
  if (query.moderator) select = select.where('moderators.name', '=', query.moderator);
  if (query.cursor) {
    const [createdAt, id] = decodeCursor(query.cursor);
    select = select.where((row) =>
      row(row.refTuple('decisions.created_at', 'decisions.id'), '<', row.tuple(createdAt, id)),
    );
  }
  const page = toPage(await database.query(select.compile()), query.limit, (row) => [row.createdAt, row.id]);
  const comments = await listLogged(
    database,
    query.sites,
    page.rows.map((row) => row.id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, comments: comments.get(row.id) ?? [] })) };
}

function selectLogged(sites: readonly string[]) {
  return build
    .selectFrom('decisions')
    .innerJoin('moderators', 'moderators.id', 'decisions.moderator_id')
    .select((row) => [
      'decisions.id',
      'decisions.action',
      'moderators.name as moderator',
      'decisions.reason',
      'decisions.note',
      'decisions.created_at as createdAt',
      'decisions.undoes',
      row
        .selectFrom('decisions as later')
        .select('later.id')
        .whereRef('later.undoes', '=', 'decisions.id')
        .limit(1)
        .as('undoneBy'),
    ])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('decided_comments')
          .innerJoin('comments', 'comments.id', 'decided_comments.comment_id')
          .select('comments.id')
          .whereRef('decided_comments.decision_id', '=', 'decisions.id')
          .where('comments.site_id', 'in', among(sites)),
      ),
    );
}

async function listLogged(database: Database, sites: readonly string[], decisions: readonly string[]) {
  const rows = await database.query(
    build
      .selectFrom('decided_comments')
      .innerJoin('comments', 'comments.id', 'decided_comments.comment_id')
      .select([
        'decided_comments.decision_id',
        'comments.id',
        'comments.site_id as site',
        'comments.author',
        'comments.body',
        'decided_comments.from_state as from',
        'decided_comments.to_state as to',
      ])
      .where('decided_comments.decision_id', 'in', among(decisions))
      .where('comments.site_id', 'in', among(sites))
      .compile(),
  );
  const byDecision = new Map<string, LoggedComment[]>();
  for (const { decision_id, ...comment } of rows) {
    byDecision.set(decision_id, [...(byDecision.get(decision_id) ?? []), comment]);
  }
  return byDecision;
}
