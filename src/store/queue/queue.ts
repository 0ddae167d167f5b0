import { type RawBuilder, sql } from 'kysely';
import type { QueuedComment } from '../../comments/comment.ts';
import { matchOf } from '../comments/search-index.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { readMatters } from './matters.ts';
import { conditionsOf, type Narrowing, narrowest, type QueueFilter } from './queue-filter.ts';
import { type QueuedRow, queuedColumns, toQueued } from './row.ts';

export type QueueSort = 'oldest' | 'newest' | 'risk';

export interface QueueQuery extends QueueFilter {
  sort: QueueSort;
  limit: number;
  cursor?: string | undefined;
}

/** A page of the queue, of each comment all that a moderator needs to decide about it. */
export async function listQueue(database: Database, query: QueueQuery): Promise<Page<QueuedComment>> {
  const rows = await database.query(await pageQuery(database, query));
  const page = toPage(rows, query.limit, (row) => [
    query.sort === 'risk' ? row.risk : row.created_at,
    row.id,
  ]);
  return { ...page, rows: await explain(database, page.rows) };
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
  const place = query.sort === 'risk' ? sql.ref('comments.risk') : sql.ref('comments.created_at');
  const direction = query.sort === 'oldest' ? sql.raw('asc') : sql.raw('desc');
  const ids = await idsQuery(database, query, { place, direction });
  return sql<QueuedRow>`with page as materialized (${ids})
    select ${queuedColumns} join page on page.id = comments.id
    order by ${place} ${direction}, comments.id ${direction}`.compile(build);
}

interface Order {
  place: RawBuilder<unknown>;
  direction: RawBuilder<unknown>;
}

async function idsQuery(database: Database, query: QueueQuery, { place, direction }: Order) {
  const narrowing = await narrowest(database, query);
  const end = sql`order by ${place} ${direction}, comments.id ${direction} limit ${query.limit + 1}`;
  if (narrowing) return sql`${within(narrowing)} ${beyond(query, place)} ${end}`;
  if (query.sort === 'risk') return sql`${byRisk(query)} ${beyond(query, place)} ${end}`;
  if (query.q !== undefined) {
    return sql`${worded(query, query.q)} ${beyondNumber(query)}
      order by comment_words.rowid ${direction} limit ${query.limit + 1}`;
  }
  return sql`${all(query)} ${beyond(query, place)} ${end}`;
}

/** Sorting more would keep everyone else waiting. */
const mostSorted = 2000;

/** What waits has an index by risk; of the other tabs, and of what has common words, the latest are sorted. */
function byRisk(query: QueueQuery) {
  if (query.tab === 'pending' && query.q === undefined) {
    return sql`select comments.id from comments where ${conditionsOf(query, 'risk')}`;
  }
  const latest =
    query.q === undefined
      ? sql`${all(query)} order by comments.created_at desc, comments.id desc`
      : sql`${worded(query, query.q)} order by comment_words.rowid desc`;
  return sql`select comments.id from (${latest} limit ${sql.lit(mostSorted)}) as latest
    join comments on comments.id = latest.id where true`;
}

/** The ids of all that match, in no order. */
export async function matchingIds(database: Database, filter: QueueFilter): Promise<RawBuilder<unknown>> {
  const narrowing = await narrowest(database, filter);
  if (narrowing) return within(narrowing);
  return filter.q === undefined ? all(filter) : worded(filter, filter.q);
}

function all(filter: QueueFilter) {
  return sql`select comments.id from comments where ${conditionsOf(filter)}`;
}

function within({ ids, rest }: Narrowing) {
  return sql`select comments.id from (${ids}) as narrowed
    cross join comments on comments.id = narrowed.id where ${conditionsOf(rest)}`;
}

/** By the index of words, which gives its matches in the order of their numbers: that of their coming. */
function worded(filter: QueueFilter, q: string) {
  return sql`select comments.id from comment_words
    cross join comment_numbers as numbers on numbers.number = comment_words.rowid
    cross join comments on comments.id = numbers.comment_id
    where comment_words match ${matchOf(q)} and ${conditionsOf({ ...filter, q: undefined })}`;
}

function beyond({ cursor, sort }: QueueQuery, place: RawBuilder<unknown>) {
  if (!cursor) return sql``;
  const [value, id] = decodeCursor(cursor);
  return sql`and (${place}, comments.id) ${further(sort)} (${value}, ${id})`;
}

function beyondNumber({ cursor, sort }: QueueQuery) {
  if (!cursor) return sql``;
  const [, id] = decodeCursor(cursor);
  return sql`and comment_words.rowid ${further(sort)} (select number from comment_numbers where comment_id = ${id})`;
}

function further(sort: QueueSort) {
  return sort === 'oldest' ? sql.raw('>') : sql.raw('<');
}
