import { type RawBuilder, sql } from 'kysely';
import { matchOf } from '../comments/search-index.ts';
import { decodeCursor } from '../cursor.ts';
import { ageIn, conditionsOf, type Narrowing, type QueueFilter } from './queue-filter.ts';

export type QueueSort = 'oldest' | 'newest' | 'risk';

export interface QueueQuery extends QueueFilter {
  sort: QueueSort;
  limit: number;
  cursor?: string | undefined;
}

interface Order {
  place: RawBuilder<unknown>;
  direction: RawBuilder<unknown>;
}

/** The ids of a page and of the comment after it, found as cheaply as the filter allows. */
export function idsQuery(query: QueueQuery, { place, direction }: Order, narrowing: Narrowing | undefined) {
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
      ? sql`${all(query)} order by ${ageIn(query.tab)} desc, comments.id desc`
      : sql`${worded(query, query.q)} order by comment_words.rowid desc`;
  return sql`select comments.id from (${latest} limit ${sql.lit(mostSorted)}) as latest
    join comments on comments.id = latest.id where true`;
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
