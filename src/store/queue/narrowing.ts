import { type RawBuilder, sql } from 'kysely';
import { parseQuery } from '../../language/search/query.ts';
import { articlesAbout } from '../articles/about.ts';
import { among, build, type Database } from '../database.ts';
import { alikeTo } from './likeness.ts';
import {
  articlesNamed,
  commentsIn,
  given,
  isIn,
  type Part,
  type QueueFilter,
  type Tab,
  textMatchOf,
} from './queue-filter.ts';

/** So few that sorting them all is faster than walking an index until a page is full. */
export const fewEnough = 4000;
/** A part of a filter that alone leaves few comments. */
export interface Narrowing {
  part: Part;
  ids: RawBuilder<unknown>;
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
  const narrowing = parts[counted.indexOf(fewest)];
  return fewest <= fewEnough ? narrowing : undefined;
}

function partsOf(filter: QueueFilter): Narrowing[] {
  const { sites, tab, rule, article, sender, q, riskMin, riskMax, like } = filter;
  const risky = tab === 'pending' && (riskMin !== undefined || riskMax !== undefined);
  const text = textMatchOf(q);
  const found: [Part, RawBuilder<unknown>[]][] = [
    ['rule', given(rule, (name) => heldBy([name]))],
    ['rules', (filter.rules ?? []).filter(({ isNot }) => !isNot).map(({ anyOf }) => heldBy(anyOf))],
    [
      'sender',
      given(
        sender,
        (hash) => sql`select id from comments where site_id in ${among(sites)} and sender = ${hash}`,
      ),
    ],
    [
      'article',
      given(article, (key) => sql`select id from comments where article_id in ${articlesNamed(key, sites)}`),
    ],
    ['about', given(q, (typed) => about(typed)).flat()],
    ['text', given(text, (match) => matching(match))],
    ['tab', text === undefined ? [] : [inTab(tab)]],
    ['risk', risky ? [riskBetween(riskMin, riskMax)] : []],
    ['like', given(like, (id) => alikeTo(id))],
  ];
  return found.flatMap(([part, all]) => all.map((ids) => ({ part, ids })));
}

function inTab(tab: Tab) {
  return sql`select comments.id from ${commentsIn(tab)} where ${isIn(tab)}`;
}

function heldBy(rules: readonly string[]) {
  return sql`select distinct comment_id as id from findings where rule in ${among(rules)}`;
}

function about(q: string) {
  return parseQuery(q)
    .terms.filter(({ place, isNot }) => place === 'article' && !isNot)
    .map((term) => sql`select id from comments where article_id in ${articlesAbout(term)}`);
}

/** The ids of what has the words. */
function matching(match: string) {
  return sql`select id from comment_words cross join comments on number = comment_words.rowid
    where comment_words match ${match}`;
}

function riskBetween(least = 0, most = 1) {
  return sql`select id from comments indexed by comments_riskiest
    where state = 'pending' and apart = 0 and risk between ${least} and ${most}`;
}
