import { type RawBuilder, sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { idAt } from '../articles/articles.ts';
import { matchOf } from '../comments/search-index.ts';
import { among, build, type Database } from '../database.ts';
import { alikeTo } from './likeness.ts';
import type { CountedBeside } from './state-counts.ts';

/**
 * What a tab of the queue holds: the comments in a state, those that wait apart, those that readers reported, or those
 * that wait since their author appealed, by the time of the appeal.
 */
export type Tab = Exclude<State, 'withdrawn'> | CountedBeside;

/** Which comments a moderator asks for; what is left out narrows nothing. */
export interface QueueFilter {
  sites: readonly string[];
  tab: Tab;
  rule?: string | undefined;
  /** The key of an article. */
  article?: string | undefined;
  sender?: string | undefined;
  /** Words that author or text must have: with marks as written, without marks in any way. */
  q?: string | undefined;
  /** Milliseconds; `to` is the first one after. */
  from?: number | undefined;
  to?: number | undefined;
  riskMin?: number | undefined;
  riskMax?: number | undefined;
  links?: boolean | undefined;
  appealed?: boolean | undefined;
  /** Milliseconds. */
  appealedFrom?: number | undefined;
  /** A comment that the others are near-equal to. */
  like?: string | undefined;
}

type Condition = RawBuilder<unknown>;

/**
 * What `comments` must meet, so put that the index is walked which gives the order: a plus before a column keeps the
 * planner from an index of it. Where there are several sites that is the one without the site.
 */
export function conditionsOf(filter: QueueFilter, order: 'age' | 'risk' = 'age'): RawBuilder<unknown> {
  const range = order === 'age' ? ageThenRisk(filter) : riskThenAge(filter);
  return sql.join([...placeConditions(filter), ...range, ...contentConditions(filter)], sql` and `);
}

function ageThenRisk({ from, to, riskMin, riskMax }: QueueFilter): Condition[] {
  return [
    ...given(from, (time) => sql`comments.created_at >= ${time}`),
    ...given(to, (time) => sql`comments.created_at < ${time}`),
    ...given(riskMin, (risk) => sql`+comments.risk >= ${risk}`),
    ...given(riskMax, (risk) => sql`+comments.risk <= ${risk}`),
  ];
}

function riskThenAge({ from, to, riskMin, riskMax }: QueueFilter): Condition[] {
  return [
    ...given(from, (time) => sql`+comments.created_at >= ${time}`),
    ...given(to, (time) => sql`+comments.created_at < ${time}`),
    ...given(riskMin, (risk) => sql`comments.risk >= ${risk}`),
    ...given(riskMax, (risk) => sql`comments.risk <= ${risk}`),
  ];
}

function placeConditions(filter: QueueFilter): Condition[] {
  const { sites, tab, article, appealed, appealedFrom, links } = filter;
  const [only] = sites;
  return [
    isIn(tab),
    sites.length === 1 && tab !== 'reported' && tab !== 'appeals'
      ? sql`comments.site_id = ${only}`
      : sql`+comments.site_id in ${among(sites)}`,
    ...(appealed ? [sql`comments.appealed_at is not null`] : []),
    ...given(appealedFrom, (time) => sql`comments.appealed_at >= ${time}`),
    ...(links ? [sql`comments.has_links = 1`] : []),
    ...given(article, (key) => sql`comments.article_id in ${articlesNamed(key, sites)}`),
  ];
}

function contentConditions({ rule, sender, q, like }: QueueFilter): Condition[] {
  return [
    ...given(
      rule,
      (name) => sql`exists (select 1 from findings where comment_id = comments.id and rule = ${name})`,
    ),
    ...given(sender, (hash) => sql`comments.sender = ${hash}`),
    ...given(
      q,
      (words) => sql`exists (select 1 from comment_numbers as numbers
      join comment_words on comment_words.rowid = numbers.number
      where numbers.comment_id = comments.id and comment_words match ${matchOf(words)})`,
    ),
    ...given(like, (id) => sql`comments.id in (${alikeTo(id)})`),
  ];
}

/** Nothing where nothing is asked. */
function given<Value>(value: Value | undefined, condition: (value: Value) => Condition): Condition[] {
  return value === undefined ? [] : [condition(value)];
}

function articlesNamed(key: string, sites: readonly string[]) {
  return idAt(sql`site_id in ${among(sites)}`, key);
}

/** What a tab is in the order of. */
export function ageIn(tab: Tab): RawBuilder<unknown> {
  return tab === 'appeals' ? sql.ref('comments.appealed_at') : sql.ref('comments.created_at');
}

/** What was reported stays with the moderators although its author took it back. */
function isIn(tab: Tab): Condition {
  if (tab === 'reported') return sql`comments.reports > 0 and +comments.state in ('published', 'withdrawn')`;
  if (tab === 'appeals') return sql`comments.state = 'pending' and comments.appealed_at is not null`;
  if (tab === 'apart') return sql`comments.state = 'pending' and comments.apart = 1`;
  if (tab === 'pending') return sql`comments.state = 'pending' and comments.apart = 0`;
  return sql`comments.state = ${sql.lit(tab)}`;
}

/** So few that sorting them all is faster than walking an index until a page is full. */
export const fewEnough = 4000;

/** A part of a filter that alone leaves few comments: their ids, and the rest of the filter. */
export interface Narrowing {
  ids: RawBuilder<unknown>;
  rest: QueueFilter;
}

/** The part of the filter that leaves the fewest, where one leaves few. */
export async function narrowest(database: Database, filter: QueueFilter): Promise<Narrowing | undefined> {
  const parts = partsOf(filter);
  if (parts.length === 0) return undefined;
  const counts = parts.map(({ ids }) => sql`(select count(*) from (${ids} limit ${sql.lit(fewEnough + 1)}))`);
  const [row] = await database.query(
    sql<{ counts: string }>`select json_array(${sql.join(counts)}) as counts`.compile(build),
  );
  const counted: number[] = JSON.parse(row?.counts ?? '[]');
  const fewest = Math.min(...counted);
  return fewest <= fewEnough ? parts[counted.indexOf(fewest)] : undefined;
}

function partsOf(filter: QueueFilter): Narrowing[] {
  const { sites, tab, rule, article, sender, q, riskMin, riskMax, like } = filter;
  const part = (without: Partial<QueueFilter>, ids: Condition): Narrowing => ({
    ids,
    rest: { ...filter, ...without },
  });
  const risky = tab === 'pending' && (riskMin !== undefined || riskMax !== undefined);
  return [
    ...given(rule, (name) => sql`select distinct comment_id as id from findings where rule = ${name}`).map(
      (ids) => part({ rule: undefined }, ids),
    ),
    ...given(
      sender,
      (hash) => sql`select id from comments where site_id in ${among(sites)} and sender = ${hash}`,
    ).map((ids) => part({}, ids)),
    ...given(
      article,
      (key) => sql`select id from comments where article_id in ${articlesNamed(key, sites)}`,
    ).map((ids) => part({}, ids)),
    ...given(q, (words) => matching(words)).map((ids) => part({ q: undefined }, ids)),
    ...(risky ? [part({}, riskBetween(riskMin, riskMax))] : []),
    ...given(like, (id) => alikeTo(id)).map((ids) => part({ like: undefined }, ids)),
  ];
}

/** The ids of what has the words. */
function matching(q: string) {
  return sql`select numbers.comment_id as id from comment_words
    join comment_numbers as numbers on numbers.number = comment_words.rowid
    where comment_words match ${matchOf(q)}`;
}

function riskBetween(least = 0, most = 1) {
  return sql`select id from comments indexed by comments_riskiest_of_all
    where state = 'pending' and apart = 0 and risk between ${least} and ${most}`;
}
