import { sql } from 'kysely';
import type { QueuedComment } from '../../comments/comment.ts';
import { encodeCursor } from '../cursor.ts';
import { build, type Database } from '../database.ts';
import { type Narrowing, narrowest } from './narrowing.ts';
import { idsQuery, orderOf, type QueueQuery } from './page-ids.ts';

/** The ids of what stands before and after a comment in the queue, as far as it is ordered by age. */
export async function findBeside(
  database: Database,
  query: Pick<QueueQuery, 'sort'> & Omit<QueueQuery, 'limit' | 'cursor'>,
  comment: QueuedComment,
): Promise<{ before: string | undefined; after: string | undefined }> {
  const other = { oldest: 'newest', newest: 'oldest', risk: undefined } as const;
  const back = other[query.sort];
  const narrowing = await narrowest(database, query);
  const [after, before] = await Promise.all([
    findNext(database, query, comment, narrowing),
    back && findNext(database, { ...query, sort: back }, comment, narrowing),
  ]);
  return { before, after };
}

async function findNext(
  database: Database,
  query: Omit<QueueQuery, 'limit' | 'cursor'>,
  comment: QueuedComment,
  narrowing: Narrowing | undefined,
): Promise<string | undefined> {
  const from = { ...query, limit: 1, cursor: encodeCursor([placeOf(comment, query), comment.id]) };
  const ids = idsQuery(from, orderOf(from), narrowing);
  const [next] = await database.query(sql<{ id: string }>`select id from (${ids})`.compile(build));
  return next?.id;
}

function placeOf(
  { risk, appeal, createdAt }: QueuedComment,
  { sort, tab }: Pick<QueueQuery, 'sort' | 'tab'>,
) {
  if (sort === 'risk') return risk;
  return tab === 'appeals' ? (appeal?.at ?? createdAt) : createdAt;
}
