import { type RawBuilder, sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { parseQuery } from '../../language/search/query.ts';
import { isAbout } from '../articles/about.ts';
import { idAt } from '../articles/articles.ts';
import { matchOf } from '../comments/search-match.ts';
import { among } from '../database.ts';
import { alikeTo } from './likeness.ts';
import type { CountedBeside } from './state-counts.ts';

/**
 * What a tab of the queue holds: the comments in a state, those that wait apart, those that readers reported, or those
 * that wait since their author appealed, by the time of the appeal, or those that are published since their author was
 * trusted and nobody has looked at yet.
 */
export type Tab = Exclude<State, 'withdrawn'> | CountedBeside;

/** Which comments a moderator asks for; what is left out narrows nothing. */
export interface QueueFilter {
  sites: readonly string[];
  tab: Tab;
  rule?: string | undefined;
  /** Of each, one of these rules must have said something, or none of them. */
  rules?: readonly { anyOf: readonly string[]; isNot: boolean }[] | undefined;
  /** The key of an article. */
  article?: string | undefined;
  sender?: string | undefined;
  /** What is searched for, as `parseQuery` reads it; its rules and days stand in the other fields. */
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

/** What of a filter is met already where its comments were found by that. */
export type Part = 'tab' | 'rule' | 'rules' | 'sender' | 'article' | 'about' | 'text' | 'risk' | 'like';

type Condition = RawBuilder<unknown>;

/**
 * What `comments` must meet, so put that the index is walked which gives the order: a plus before a column keeps the
 * planner from an index of it. Where there are several sites that is the one without the site.
 */
export function conditionsOf(
  filter: QueueFilter,
  { order = 'age', met = [] }: { order?: 'age' | 'risk'; met?: readonly Part[] } = {},
): RawBuilder<unknown> {
  const range = order === 'age' ? ageThenRisk(filter) : riskThenAge(filter);
  const content = contentConditions(filter, met);
  return sql.join([...placeConditions(filter), ...range, ...content], sql` and `);
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
    sites.length === 1 && !links && hasSites(tab)
      ? sql`comments.site_id = ${only}`
      : sql`+comments.site_id in ${among(sites)}`,
    ...(appealed ? [sql`comments.appealed_at is not null`] : []),
    ...given(appealedFrom, (time) => sql`comments.appealed_at >= ${time}`),
    ...(links ? [sql`comments.has_links = 1`] : []),
    ...given(article, (key) => sql`comments.article_id in ${articlesNamed(key, sites)}`),
  ];
}

/** Whether there is an index of the tab by site. */
function hasSites(tab: Tab): boolean {
  return tab !== 'reported' && tab !== 'appeals';
}

function contentConditions(filter: QueueFilter, met: readonly Part[]): Condition[] {
  const { rule, rules = [], sender, q, like } = filter;
  return [
    ...(met.includes('rule') ? [] : given(rule, (name) => isHeldBy([name]))),
    ...rules.map(({ anyOf, isNot }) => (isNot ? sql`not ${isHeldBy(anyOf)}` : isHeldBy(anyOf))),
    ...given(sender, (hash) => sql`comments.sender = ${hash}`),
    ...given(q, (typed) => aboutConditions(typed)).flat(),
    ...(met.includes('text') ? [] : given(textMatchOf(q), lookedUp)),
    ...(met.includes('like') ? [] : given(like, (id) => sql`comments.id in (${alikeTo(id)})`)),
  ];
}

function isHeldBy(rules: readonly string[]) {
  return sql`exists (select 1 from findings where comment_id = comments.id and rule in ${among(rules)})`;
}

function aboutConditions(q: string): Condition[] {
  const query = parseQuery(q);
  const saysNothing = query.terms.length + query.rules.length === 0 && !query.from && !query.to;
  if (saysNothing) return [sql`false`];
  return query.terms
    .filter(({ place }) => place === 'article')
    .map((term) => isAbout(sql`+comments.article_id`, term));
}

/** Asks the index of words comment by comment, which takes its time. */
export function lookedUp(match: string): Condition {
  return sql`exists (select 1 from comment_words where rowid = comments.number and comment_words match ${match})`;
}

/** What is searched for in names and texts; nothing where nothing is. */
export function textMatchOf(q: string | undefined): string | undefined {
  return q === undefined ? undefined : matchOf(parseQuery(q).terms);
}

/** Nothing where nothing is asked. */
export function given<Value, Result>(
  value: Value | undefined,
  condition: (value: Value) => Result,
): Result[] {
  return value === undefined ? [] : [condition(value)];
}

export function articlesNamed(key: string, sites: readonly string[]) {
  return idAt(sql`site_id in ${among(sites)}`, key);
}

/** What a tab is in the order of. */
export function ageIn(tab: Tab): RawBuilder<unknown> {
  return tab === 'appeals' ? sql.ref('comments.appealed_at') : sql.ref('comments.created_at');
}

/** Where those of a tab are: what is little among very much that waits, by the index that has nothing else. */
export function commentsIn(tab: Tab): RawBuilder<unknown> {
  if (tab === 'appeals') return sql`comments indexed by comments_open_appeals`;
  return tab === 'apart' ? sql`comments indexed by comments_apart` : sql`comments`;
}

/** What was reported stays with the moderators although its author took it back. */
export function isIn(tab: Tab): Condition {
  if (tab === 'reported') return sql`comments.reports > 0 and +comments.state in ('published', 'withdrawn')`;
  if (tab === 'appeals') return sql`comments.state = 'pending' and comments.appealed_at is not null`;
  if (tab === 'trusted') return sql`${isUnreviewed} and +comments.state = 'published'`;
  if (tab === 'apart') return sql`comments.state = 'pending' and comments.apart = 1`;
  if (tab === 'pending') return sql`comments.state = 'pending' and comments.apart = 0`;
  return sql`comments.state = ${sql.lit(tab)}`;
}

/** Whether it was published since its author was trusted, and no decision has been made about it. */
export const isUnreviewed = sql`comments.trusted = 1 and comments.reviewed_by is null`;
