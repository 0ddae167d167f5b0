import type { Action } from '../../comments/comment.ts';
import { type Page, toPage } from '../cursor.ts';
import type { Database } from '../database.ts';
import { type LoggedDecision, listDecisions } from '../queue/decision-log.ts';
import { type Act, type ActFilter, listActs } from './list-acts.ts';

/** One line of the log: a decision has an action, an act a kind. */
export type LogEntry = Act | LoggedDecision;

export type LogFilter = ActFilter;

export function isDecision(entry: LogEntry): entry is LoggedDecision {
  return 'action' in entry;
}

const actions: readonly string[] = ['publish', 'reject', 'spam', 'restore', 'undo'];

/** All that was done, decisions and acts in one order, the latest first. */
export async function listLog(
  database: Database,
  query: LogFilter & { limit: number; cursor?: string | undefined },
): Promise<Page<LogEntry>> {
  const [acts, decisions] = await Promise.all([
    query.kinds?.every((kind) => kind !== 'undo' && actions.includes(kind)) ? [] : actsOf(database, query),
    decisionsOf(database, query),
  ]);
  const entries = [...acts, ...decisions].sort(isLater);
  return toPage(entries, query.limit, ({ createdAt, id }) => [createdAt, id]);
}

function isLater(one: LogEntry, other: LogEntry): number {
  return other.createdAt - one.createdAt || (other.id > one.id ? 1 : -1);
}

/** One more than are asked for, so that it is seen whether there are more. */
async function actsOf(database: Database, query: Parameters<typeof listLog>[1]): Promise<Act[]> {
  return (await listActs(database, { ...query, limit: query.limit + 1 })).rows;
}

async function decisionsOf(
  database: Database,
  { reader, site, moderator, access, kinds, since, before, limit, cursor }: Parameters<typeof listLog>[1],
): Promise<LoggedDecision[]> {
  const asked = kinds?.filter((kind) => actions.includes(kind));
  const isByNobody = access !== undefined && access !== 'desk' && access !== 'token';
  if (asked?.length === 0 || isByNobody) return [];
  const sites = site === undefined ? reader.sites : [site];
  const action = asked?.length === 1 ? (asked[0] as Action | 'undo') : undefined;
  const narrowed = { sites, moderator, access, action, since, before };
  return (await listDecisions(database, { ...narrowed, limit: limit + 1, cursor })).rows;
}
