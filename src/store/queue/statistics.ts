import { sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';

const dayMs = 24 * 60 * 60_000;
const zoneMs = 7 * 60 * 60_000;

/** The day in Vietnam (UTC+7, which knows no summer time), counted from 1970, as `daily_counts` has it. */
export function dayInVietnam(at: number): number {
  return Math.floor((at + zoneMs) / dayMs);
}

/** How many comments that readers sent on a day stand in a state now. */
export interface DayCount {
  day: number;
  state: State;
  count: number;
}

export async function countByDay(
  database: Database,
  sites: readonly string[],
  { first, last }: { first: number; last: number },
): Promise<DayCount[]> {
  return database.query(
    sql<DayCount>`select day, state, sum(count) as count from (
        select day, state, count from daily_counts
          where site_id in ${among(sites)} and day between ${first} and ${last}
        union all ${byNewsroom(sites, startOf(first), startOf(last + 1))})
      group by day, state having sum(count) > 0 order by day`.compile(build),
  );
}

/** What the newsroom wrote itself then, to be taken off: found by its acts, which are few. */
function byNewsroom(sites: readonly string[], from: number, to: number) {
  return sql`select (comments.created_at + ${sql.lit(zoneMs)}) / ${sql.lit(dayMs)} as day, state, -1 as count
    from acts cross join comments on comments.id = details ->> 'comment'
    where acts.created_at >= ${from} and acts.created_at < ${to} and acts.kind = 'reply'
      and comments.site_id in ${among(sites)}`;
}

function startOf(day: number): number {
  return day * dayMs - zoneMs;
}

/** What moderators made of the comments that a rule held. */
export interface RuleOutcome {
  rule: string;
  published: number;
  decided: number;
}

/** Of each rule, the one first that held most of what moderators published anyway. */
export async function listRuleOutcomes(database: Database, sites: readonly string[]): Promise<RuleOutcome[]> {
  return database.query(
    sql<RuleOutcome>`select rule, sum(iif(lesson = 'publish', count, 0)) as published, sum(count) as decided
      from rule_outcomes where site_id in ${among(sites)}
      group by rule having sum(count) > 0
      order by 1.0 * sum(iif(lesson = 'publish', count, 0)) / sum(count) desc, decided desc, rule`.compile(
      build,
    ),
  );
}

/** How long comments waited from when they came to when somebody first decided them. */
export interface Waits {
  comments: number;
  medianMs: number;
  /** 95 of 100 waited no longer. */
  longMs: number;
}

const mostWaits = 2000;
/** However few of the last decisions were about these sites, no more than this is looked at. */
const mostSeen = 2 * mostWaits;

/** The waits of the comments that were decided last; null where none was. */
export async function readWaits(database: Database, sites: readonly string[]): Promise<Waits | null> {
  const rows = await database.query(
    sql<{ waited: number }>`with late as (
        select decisions.created_at as decided_at, comment_id, version
        from decisions cross join decided_comments on decision_id = decisions.id
        where from_state = 'pending'
        order by decisions.created_at desc, decisions.id desc limit ${mostSeen}
      )
      select decided_at - comments.created_at as waited
      from late cross join comments on comments.id = late.comment_id
      where site_id in ${among(sites)} and badge is not 'newsroom' and (late.version = 2
        or not exists (select 1 from decided_comments as earlier
          where earlier.comment_id = late.comment_id and earlier.version < late.version))
      limit ${mostWaits}`.compile(build),
  );
  const waits = rows.map(({ waited }) => Math.max(0, waited)).sort((a, b) => a - b);
  if (waits.length === 0) return null;
  return { comments: waits.length, medianMs: rankedAt(waits, 0.5), longMs: rankedAt(waits, 0.95) };
}

/** The nearest-rank percentile of what is sorted. */
function rankedAt(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
