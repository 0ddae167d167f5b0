import { sql } from 'kysely';
import type { Access } from '../../acts/act.ts';
import type { Action } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';

/** Which decisions of the log: those with a comment on these sites. */
export interface LogFilter {
  sites: readonly string[];
  /** A moderator's name. */
  moderator?: string | undefined;
  action?: Action | 'undo' | undefined;
  access?: Access | undefined;
  /** Milliseconds, the first included and the last not. */
  since?: number | undefined;
  before?: number | undefined;
}

/** Up to so many comments on the sites, their decisions are quicker found from them than along the log. */
const fewComments = 5000;

/** The decisions that the filter lets through, to be joined with more. */
export async function selectDecisions(database: Database, filter: LogFilter) {
  const { sites, moderator, action, access, since, before } = filter;
  let select = (await hasFew(database, sites)) ? decisionsFrom(sites) : decisionsOn(sites);
  if (moderator) {
    select = select.where('decisions.moderator_id', '=', (row) =>
      row.selectFrom('moderators').select('moderators.id').where('moderators.name', '=', moderator),
    );
  }
  if (action) select = select.where(isOf(action));
  if (access) select = select.where('decisions.access', '=', access);
  if (since !== undefined) select = select.where('decisions.created_at', '>=', since);
  if (before !== undefined) select = select.where('decisions.created_at', '<', before);
  return select;
}

/** What is done most is found by walking the log, which the planner does where it is likely; what is rare has an index. */
function isOf(action: Action | 'undo') {
  const isThis = sql<boolean>`decisions.action = ${action}`;
  const isFrequent = action === 'publish' || action === 'reject';
  return isFrequent
    ? sql<boolean>`likely(${isThis})`
    : sql<boolean>`(${isThis} and decisions.action not in ('publish', 'reject'))`;
}

async function hasFew(database: Database, sites: readonly string[]): Promise<boolean> {
  const [row] = await database.query(
    sql<{ few: 0 | 1 }>`select coalesce(sum(pending + published + rejected + spam + withdrawn), 0)
        <= ${fewComments} as few from site_counts where site_id in ${among(sites)}`.compile(build),
  );
  return row?.few === 1;
}

function decisionsFrom(sites: readonly string[]) {
  return build.selectFrom('decisions').where(
    sql<boolean>`decisions.id in (select decision_id from comments
      cross join decided_comments on decided_comments.comment_id = comments.id
      where comments.site_id in ${among(sites)})`,
  );
}

/** A decision has at least one comment, so that nobody has to look where these are all the sites. */
export function decisionsOn(sites: readonly string[]) {
  return build.selectFrom('decisions').where(
    sql<boolean>`(not exists (select 1 from sites where id not in ${among(sites)})
      or exists (select 1 from decided_comments join comments on comments.id = decided_comments.comment_id
        where decided_comments.decision_id = decisions.id and comments.site_id in ${among(sites)}))`,
  );
}
