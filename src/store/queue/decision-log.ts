import { sql } from 'kysely';
import type { Access } from '../../acts/act.ts';
import type { Action, State } from '../../comments/comment.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { decisionsOn, type LogFilter, selectDecisions } from './decision-filter.ts';

export interface LogQuery extends LogFilter {
  limit: number;
  cursor?: string | undefined;
}

export interface LoggedDecision {
  id: string;
  action: Action | 'undo';
  moderator: string;
  /** Null where that was not noted yet. */
  access: Access | null;
  reason: string | null;
  note: string | null;
  createdAt: number;
  undoes: string | null;
  /** The decision that undid this one. */
  undoneBy: string | null;
  /** What was asked for, where it was not asked for comment by comment. */
  filter: Record<string, unknown> | null;
  /** How many comments it is about, of which `comments` has the first. */
  count: number;
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

const mostComments = 20;

/** One decision of the log, where some of its comments are on these sites. */
export async function findDecision(
  database: Database,
  sites: readonly string[],
  id: string,
): Promise<LoggedDecision | undefined> {
  const rows = await database.query(withDetails(decisionsOn(sites)).where('decisions.id', '=', id).compile());
  const [decision] = await withComments(database, sites, rows);
  return decision;
}

/** The audit log, newest first; of each decision only the comments on these sites. */
export async function listDecisions(database: Database, query: LogQuery): Promise<Page<LoggedDecision>> {
  let select = withDetails(await selectDecisions(database, query))
    .orderBy('decisions.created_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .limit(query.limit + 1);
  if (query.cursor) {
    const [createdAt, id] = decodeCursor(query.cursor);
    select = select.where((row) =>
      row(row.refTuple('decisions.created_at', 'decisions.id'), '<', row.tuple(createdAt, id)),
    );
  }
  const page = toPage(await database.query(select.compile()), query.limit, (row) => [row.createdAt, row.id]);
  return { ...page, rows: await withComments(database, query.sites, page.rows) };
}

function withDetails(decisions: ReturnType<typeof decisionsOn>) {
  return decisions
    .innerJoin('moderators', 'moderators.id', 'decisions.moderator_id')
    .select((row) => [
      'decisions.id',
      'decisions.action',
      'moderators.name as moderator',
      'decisions.access',
      'decisions.reason',
      'decisions.note',
      'decisions.created_at as createdAt',
      'decisions.undoes',
      'decisions.filter',
      row
        .selectFrom('decisions as later')
        .select('later.id')
        .whereRef('later.undoes', '=', 'decisions.id')
        .limit(1)
        .as('undoneBy'),
    ]);
}

type Row = Omit<LoggedDecision, 'filter' | 'count' | 'comments'> & { filter: string | null };

async function withComments(
  database: Database,
  sites: readonly string[],
  rows: readonly Row[],
): Promise<LoggedDecision[]> {
  const shown = await listShown(
    database,
    sites,
    rows.map((row) => row.id),
  );
  return rows.map((row, index) => ({
    ...row,
    filter: row.filter === null ? null : readFilter(row.filter, sites),
    count: shown[index]?.count ?? 0,
    comments: JSON.parse(shown[index]?.comments ?? '[]'),
  }));
}

/** Sites that are not asked about are not named either. */
function readFilter(filter: string, sites: readonly string[]): LoggedDecision['filter'] {
  const asked = JSON.parse(filter);
  if (!Array.isArray(asked.sites)) return asked;
  return { ...asked, sites: asked.sites.filter((site: unknown) => sites.some((one) => one === site)) };
}

/** Of each decision the first comments and their number, in the order of the decisions: it may have thousands. */
async function listShown(database: Database, sites: readonly string[], decisions: readonly string[]) {
  const ofDecision = sql`from decided_comments as decided
    join comments on comments.id = decided.comment_id
    where decided.decision_id = decisions.id and comments.site_id in ${among(sites)}`;
  return database.query(
    sql<{ count: number; comments: string }>`select
      case when ${isWhollyOn(sites)}
        then (select count(*) from decided_comments where decision_id = decisions.id)
        else (select count(*) ${ofDecision}) end as count,
      (select json_group_array(json_object('id', id, 'site', site_id, 'author', author, 'body', body,
          'from', from_state, 'to', to_state))
        from (select comments.*, from_state, to_state ${ofDecision}
          order by decided.comment_id limit ${mostComments})) as comments
      from json_each(${JSON.stringify(decisions)}) as listed
      join decisions on decisions.id = listed.value
      left join decisions as undone on undone.id = decisions.undoes
      order by listed.key`.compile(build),
  );
}

/** Whether it needs no look at each comment: these are all the sites, or all that its filter was about. */
function isWhollyOn(sites: readonly string[]) {
  const filter = sql`coalesce(decisions.filter, undone.filter)`;
  return sql`(not exists (select 1 from sites where id not in ${among(sites)})
    or (json_type(${filter}, '$.sites') = 'array'
      and not exists (select 1 from json_each(${filter}, '$.sites') where value not in ${among(sites)})))`;
}
