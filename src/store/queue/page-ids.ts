import { type RawBuilder, sql } from 'kysely';
import { decodeCursor } from '../cursor.ts';
import type { Narrowing } from './narrowing.ts';
import { ageIn, commentsIn, conditionsOf, type QueueFilter, textMatchOf } from './queue-filter.ts';

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

export function orderOf({ sort, tab }: Pick<QueueQuery, 'sort' | 'tab'>): Order {
  const place = sort === 'risk' ? sql.ref('comments.risk') : ageIn(tab);
  return { place, direction: sort === 'oldest' ? sql.raw('asc') : sql.raw('desc') };
}

/** The ids of a page and of the comment after it, found as cheaply as the filter allows. */
export function idsQuery(query: QueueQuery, order: Order, narrowing: Narrowing | undefined) {
  const { place, direction } = order;
  const limit = sql`limit ${query.limit + 1}`;
  const end = sql`order by ${place} ${direction}, comments.id ${direction}`;
  if (narrowing) return sql`${within(query, { ...order, end }, narrowing)} ${limit}`;
  if (query.sort === 'risk') return sql`${byRisk(query)} ${beyond(query, place)} ${end} ${limit}`;
  const match = textMatchOf(query.q);
  if (match !== undefined) {
    return sql`select comments.id ${worded(query, match)} ${beyondNumber(query)}
      order by comment_words.rowid ${direction} ${limit}`;
  }
  return sql`select comments.id ${all(query)} ${beyond(query, place)} ${end} ${limit}`;
}

/** Where to look for what matches, ready for more conditions, and its order: by age. */
export function candidates(filter: QueueFilter, narrowing: Narrowing | undefined) {
  const byAge = sql`${ageIn(filter.tab)}, comments.id`;
  const match = textMatchOf(filter.q);
  if (narrowing)
    return { from: narrowed(narrowing, conditionsOf(filter, { met: [narrowing.part] })), order: byAge };
  if (match === undefined) return { from: all(filter), order: byAge };
  return { from: worded(filter, match), order: sql`comment_words.rowid` };
}

/** Sorting more would keep everyone else waiting. */
const mostSorted = 2000;

/** What waits has an index by risk; of the other tabs, and of what has common words, the latest are sorted. */
function byRisk(query: QueueQuery) {
  const match = textMatchOf(query.q);
  if (query.tab === 'pending' && match === undefined) {
    return sql`select comments.id from comments indexed by comments_riskiest
      where ${conditionsOf(query, { order: 'risk' })}`;
  }
  const latest =
    match === undefined
      ? sql`${all(query)} order by ${ageIn(query.tab)} desc, comments.id desc`
      : sql`${worded(query, match)} order by comment_words.rowid desc`;
  return sql`select comments.id from (select comments.id ${latest} limit ${sql.lit(mostSorted)}) as latest
    join comments on comments.id = latest.id where true`;
}

function all(filter: QueueFilter) {
  return sql`from ${commentsIn(filter.tab)} where ${conditionsOf(filter)}`;
}

function narrowed({ ids }: Narrowing, conditions: RawBuilder<unknown>) {
  return sql`from (${ids}) as narrowed cross join comments on comments.id = narrowed.id where ${conditions}`;
}

/** What has the words is taken together: to ask the index comment by comment takes a hundred times as long. */
function within(
  query: QueueQuery,
  { place, end }: Order & { end: RawBuilder<unknown> },
  narrowing: Narrowing,
) {
  const match = narrowing.part === 'text' ? undefined : textMatchOf(query.q);
  const from = narrowed(narrowing, conditionsOf(query, { met: [narrowing.part, 'text'] }));
  const after = beyond(query, place);
  if (match === undefined) return sql`select comments.id ${from} ${after} ${end}`;
  return sql`select comments.id ${from} and ${isAmong(match)} ${after} ${end}`;
}

function isAmong(match: string) {
  return sql`comments.number in (select rowid from comment_words where comment_words match ${match})`;
}

/** By the index of words, which gives its matches in the order of their numbers: that of their coming. */
function worded(filter: QueueFilter, match: string) {
  return sql`from comment_words
    cross join comments on comments.number = comment_words.rowid
    where comment_words match ${match} and ${conditionsOf(filter, { met: ['text'] })}`;
}

function beyond({ cursor, sort }: QueueQuery, place: RawBuilder<unknown>) {
  if (!cursor) return sql``;
  const [value, id] = decodeCursor(cursor);
  return sql`and (${place}, comments.id) ${further(sort)} (${value}, ${id})`;
}

function beyondNumber({ cursor, sort }: QueueQuery) {
  if (!cursor) return sql``;
  const [, id] = decodeCursor(cursor);
  return sql`and comment_words.rowid ${further(sort)} (select number from comments where id = ${id})`;
}

function further(sort: QueueSort) {
  return sort === 'oldest' ? sql.raw('>') : sql.raw('<');
}
