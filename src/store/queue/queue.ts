import { sql } from 'kysely';
import type { QueuedComment } from '../../comments/comment.ts';
import { type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { readMatters } from './matters.ts';
import { narrowest } from './narrowing.ts';
import { idsQuery, orderOf, type QueueQuery } from './page-ids.ts';
import type { Tab } from './queue-filter.ts';
import { type QueuedRow, queuedColumns, toQueued } from './row.ts';

/** A page of the queue, of each comment all that a moderator needs to decide about it. */
export async function listQueue(database: Database, query: QueueQuery): Promise<Page<QueuedComment>> {
  const rows = await database.query(await pageQuery(database, query));
  const page = toPage(rows, query.limit, (row) => [
    query.sort === 'risk' ? row.risk : ageOf(row, query.tab),
    row.id,
  ]);
  return { ...page, rows: await explain(database, page.rows) };
}

function ageOf(row: QueuedRow, tab: Tab): number {
  return tab === 'appeals' ? (row.appealed_at ?? row.created_at) : row.created_at;
}

/** Some comments by id, as the queue shows them; those of other sites are left out. */
export async function findQueued(database: Database, sites: readonly string[], ids: readonly string[]) {
  const rows = await database.query(
    sql<QueuedRow>`select ${queuedColumns} where comments.site_id in ${among(sites)}
      and comments.id in ${among(ids)}`.compile(build),
  );
  return explain(database, rows);
}

async function explain(database: Database, rows: readonly QueuedRow[]): Promise<QueuedComment[]> {
  const matters = await readMatters(
    database,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toQueued(row, matters));
}

/** First the ids of the page, found as cheaply as the filter allows; then what is to be said of them. */
async function pageQuery(database: Database, query: QueueQuery) {
  const { place, direction } = orderOf(query);
  const ids = idsQuery(query, { place, direction }, await narrowest(database, query));
  return sql<QueuedRow>`with page as materialized (${ids})
    select ${queuedColumns} join page on page.id = comments.id
    order by ${place} ${direction}, comments.id ${direction}`.compile(build);
}
