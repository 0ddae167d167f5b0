import { type RawBuilder, sql } from 'kysely';
import type { DeliveryKind } from '../../notices/event.ts';
import { hourMs } from '../../world/clock.ts';
import { build, type Database } from '../database.ts';

/** Something that is to be told to a channel. */
export interface Delivery {
  channel: string;
  event: string;
  kind: DeliveryKind;
  comment: string | null;
  decision: string | null;
  state: string | null;
  /** Of the line that groups events, how often it was asked for. */
  version: number | null;
  createdAt: number;
  /** Since when it is tried. */
  since: number;
  tries: number;
}

/** Longer than any try takes: what is due again by then was cut off. */
export const leaseMs = 60_000;

/** Nothing is put off for longer: what seems to be was by a clock that was wrong. */
const furthestMs = 5 * hourMs;

const columns = sql`channel_id as channel, event_id as event, kind, comment_id as comment, decision_id as decision, state,
  version, created_at as "createdAt", coalesce(waits_since, created_at) as since, tries`;

function isDue(now: number) {
  return sql`status = 'waiting' and (due_at <= ${now} or due_at > ${now + furthestMs})`;
}

/** The channels that something is due for: none that rests or is paused. */
export async function dueChannels(database: Database, now: number): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select id from channels where ${isTold(now)} order by rests_until, id`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/** Of a row of `channels`: it is neither paused nor at rest. */
function isAwake(now: number): RawBuilder<unknown> {
  return sql`paused_at is null and (rests_until <= ${now} or rests_until > ${now + furthestMs})`;
}

/** Of a row of `channels`: something is due for it. */
function isTold(now: number): RawBuilder<unknown> {
  return sql`${isAwake(now)}
    and exists (select 1 from deliveries where channel_id = channels.id and ${isDue(now)})`;
}

/** Whether there is anything for a courier to do. */
export async function isAnythingDue(database: Database, now: number): Promise<boolean> {
  const [row] = await database.query(
    sql<{ due: 0 | 1 }>`select exists (select 1 from events)
      or exists (select 1 from channels where ${isTold(now)}) as due`.compile(build),
  );
  return row?.due === 1;
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
        where channel_id = ${channel} and ${isDue(now)} order by due_at, created_at, version
        limit coalesce((select iif(failures > 0, 1, ${most}) from channels where id = ${channel} and ${isAwake(now)}), 0))
      returning ${columns}`.compile(build),
  );
  return taken.sort(
    (one, other) => one.createdAt - other.createdAt || (one.version ?? 0) - (other.version ?? 0),
  );
}

/** What began to wait before then for a channel that fails has failed. */
export async function failOld(database: Database, before: number): Promise<void> {
  await database.query(
    sql`update deliveries set status = 'failed', answer = coalesce(answer, 'unreached')
      where status = 'waiting' and coalesce(waits_since, created_at) < ${before}
        and channel_id in (select id from channels where paused_at is null and failing_since < ${before})`.compile(
      build,
    ),
  );
}

/** So many may wait for all channels of a site. */
export const mostWaiting = 10_000;

/**
 * Drops what is too much to wait for a site: of channels that are told nothing just now before others, of these the least
 * important first, and of these the oldest; how many went.
 */
export async function dropBeyond(database: Database, most = mostWaiting): Promise<number> {
  const full = await database.query(
    sql<{ site: string; waiting: number }>`select site_id as site, count(*) as waiting
      from deliveries join channels on channels.id = channel_id where status = 'waiting'
      group by site_id having waiting > ${most}`.compile(build),
  );
  let dropped = 0;
  for (const { site } of full) {
    const waiting = sql`status = 'waiting' and channels.site_id = ${site}`;
    const going = sql`select channel_id, event_id from deliveries join channels on channels.id = channel_id
      where ${waiting} order by paused_at is null and failures = 0, importance, deliveries.created_at, event_id
      limit max(0, (select count(*) from deliveries join channels on channels.id = channel_id where ${waiting}) - ${most})`;
    const [, gone] = await database.batch([
      sql`update channels set dropped = dropped + gone.count from (select channel_id, count(*) as count from (${going})
        group by channel_id) as gone where channels.id = gone.channel_id`.compile(build),
      sql`update deliveries set status = 'dropped' where (channel_id, event_id) in (${going})
        returning 1 as gone`.compile(build),
    ]);
    dropped += gone.length;
  }
  return dropped;
}
