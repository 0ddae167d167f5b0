import { type CompiledQuery, sql } from 'kysely';
import type { DeliveryKind } from '../../notices/event.ts';
import { build, type Database } from '../database.ts';

/** Something that is to be told to a channel. */
export interface Delivery {
  channel: string;
  event: string;
  kind: DeliveryKind;
  comment: string | null;
  decision: string | null;
  state: string | null;
  version: number | null;
  createdAt: number;
  tries: number;
}

/** Longer than any try takes: what is due again by then was cut off. */
export const leaseMs = 60_000;

const columns = sql`channel_id as channel, event_id as event, kind, comment_id as comment, decision_id as decision, state,
  version, created_at as "createdAt", tries`;

/** The channels that something is due for: none that rests or is paused. */
export async function dueChannels(database: Database, now: number): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select id from channels where paused_at is null and rests_until <= ${now}
      and exists (select 1 from deliveries where channel_id = channels.id and status = 'waiting' and due_at <= ${now})
      order by rests_until, id`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes what is due for a channel, the oldest first, and keeps it from everybody else for a minute. Of one that fails only
 * as much as tells whether it still does.
 */
export async function takeDue(
  database: Database,
  channel: string,
  most: number,
  now: number,
): Promise<Delivery[]> {
  const taken = await database.query(
    sql<Delivery>`update deliveries set due_at = ${now + leaseMs}, tries = tries + 1, tried_at = ${now}
      where channel_id = ${channel} and event_id in (select event_id from deliveries
        where channel_id = ${channel} and status = 'waiting' and due_at <= ${now} order by due_at, created_at
        limit (select iif(failures > 0, 1, ${most}) from channels where id = ${channel}))
      returning ${columns}`.compile(build),
  );
  return taken.sort((one, other) => one.createdAt - other.createdAt);
}

/** What became of a try. */
export interface Outcome {
  event: string;
  /** What was answered, in a few words. */
  answer: string;
  /** Whether it is there. */
  isThere: boolean;
  /** When it is tried again; never where that is absent. */
  again?: number;
}

/** Notes what became of tries of one channel, all at once, and whether the channel works or rests until then. */
export async function storeOutcomes(
  database: Database,
  channel: string,
  outcomes: readonly Outcome[],
  { now, restMs }: { now: number; restMs: (failures: number) => number },
): Promise<void> {
  const failed = outcomes.filter(({ isThere }) => !isThere).length;
  const works = failed < outcomes.length;
  const [known] = await database.query(
    sql<{ failures: number }>`select failures from channels where id = ${channel}`.compile(build),
  );
  const failures = (known?.failures ?? 0) + 1;
  await database.batch([
    settle(channel, outcomes),
    works
      ? sql`update channels set failures = 0, failing_since = null, rests_until = 0 where id = ${channel}
          and failures > 0`.compile(build)
      : sql`update channels set failures = ${failures}, failing_since = coalesce(failing_since, ${now}),
          rests_until = ${now + restMs(failures)} where id = ${channel}`.compile(build),
  ]);
}

/** What was sent again by somebody meanwhile stays so. */
function settle(channel: string, outcomes: readonly Outcome[]): CompiledQuery {
  const rows = outcomes.map(({ event, answer, isThere, again }) => [
    event,
    isThere ? 'delivered' : again === undefined ? 'failed' : 'waiting',
    again ?? 0,
    answer,
  ]);
  return sql`update deliveries set status = told.value ->> 1, due_at = told.value ->> 2, answer = told.value ->> 3
    from json_each(${JSON.stringify(rows)}) as told
    where channel_id = ${channel} and event_id = told.value ->> 0 and status = 'waiting'`.compile(build);
}

/** That the line which groups events was told: the next one waits. */
export function noteTold(channel: string, now: number): CompiledQuery {
  return sql`update channels set told_at = ${now} where id = ${channel}`.compile(build);
}

/** What happened before then and waits for a channel that fails has failed. */
export async function failOld(database: Database, before: number): Promise<void> {
  await database.query(
    sql`update deliveries set status = 'failed', answer = coalesce(answer, 'unreached')
      where status = 'waiting' and created_at < ${before}
        and channel_id in (select id from channels where failing_since < ${before})`.compile(build),
  );
}

/** So many may wait for all channels of a site. */
export const mostWaiting = 10_000;

/** Drops what is too much to wait for a site, the least important first and of these the oldest; how many went. */
export async function dropBeyond(database: Database, most = mostWaiting): Promise<number> {
  const full = await database.query(
    sql<{ site: string; waiting: number }>`select site_id as site, count(*) as waiting
      from deliveries join channels on channels.id = channel_id where status = 'waiting'
      group by site_id having waiting > ${most}`.compile(build),
  );
  for (const { site, waiting } of full) {
    const going = sql`select channel_id, event_id from deliveries
      where status = 'waiting' and channel_id in (select id from channels where site_id = ${site})
      order by importance, created_at, event_id limit ${waiting - most}`;
    await database.batch([
      sql`update channels set dropped = dropped + gone.count from (select channel_id, count(*) as count from (${going})
        group by channel_id) as gone where channels.id = gone.channel_id`.compile(build),
      sql`update deliveries set status = 'dropped' where (channel_id, event_id) in (${going})`.compile(build),
    ]);
  }
  return full.reduce((sum, { waiting }) => sum + waiting - most, 0);
}
