import { type CompiledQuery, sql } from 'kysely';
import type { DeliveryKind } from '../../notices/event.ts';
import { type Page, toPage } from '../cursor.ts';
import { build, type Database } from '../database.ts';

/** A delivery as owners see it. */
export interface KeptDelivery {
  id: string;
  kind: DeliveryKind;
  comment: string | null;
  status: 'waiting' | 'delivered' | 'failed' | 'dropped';
  tries: number;
  createdAt: number;
  triedAt: number | null;
  /** When it is tried, where it waits. */
  dueAt: number | null;
  answer: string | null;
}

/** The latest first. */
export async function listDeliveries(
  database: Database,
  channel: string,
  { limit, before }: { limit: number; before?: readonly [number, string] | undefined },
): Promise<Page<KeptDelivery>> {
  const [at, id] = before ?? [Number.MAX_SAFE_INTEGER, ''];
  const rows = await database.query(
    sql<KeptDelivery>`select event_id as id, kind, comment_id as comment, status, tries, created_at as "createdAt",
        tried_at as "triedAt", iif(status = 'waiting', due_at, null) as "dueAt", answer
      from deliveries where channel_id = ${channel} and (created_at, event_id) < (${at}, ${id})
      order by created_at desc, event_id desc limit ${limit + 1}`.compile(build),
  );
  return toPage(rows, limit, ({ createdAt, id: last }) => [createdAt, last]);
}

/** How many wait for each channel of a site, and since when. */
export function countWaiting(database: Database, site: string) {
  return database.query(
    sql<{ channel: string; waiting: number; failed: number }>`select channel_id as channel,
        count(*) filter (where status = 'waiting') as waiting, count(*) filter (where status = 'failed') as failed
      from deliveries where channel_id in (select id from channels where site_id = ${site}) group by channel_id`.compile(
      build,
    ),
  );
}

/** What became of deliveries, by the kind of channel, and when the oldest happened that waits. */
export function countDeliveries(database: Database) {
  return database.query(
    sql<{ kind: string; status: string; count: number; since: number | null }>`select channels.kind, status,
        count(*) as count, iif(status = 'waiting', min(deliveries.created_at), null) as since
      from channels join deliveries on channel_id = channels.id group by channels.kind, status`.compile(
      build,
    ),
  );
}

interface Test {
  channel: string;
  id: string;
  now: number;
}

/** It is tried at once, also where the channel rests. */
export async function storeTest(database: Database, { channel, id, now }: Test, act: CompiledQuery) {
  await database.batch([
    sql`insert into deliveries (channel_id, event_id, kind, importance, created_at, due_at)
      values (${channel}, ${id}, 'webhook.test', 5, ${now}, 0)`.compile(build),
    act,
    sql`update channels set rests_until = 0 where id = ${channel}`.compile(build),
  ]);
}

/** What failed or was dropped waits again, as long as if it had just happened; how much of it there was. */
export async function sendAgain(
  database: Database,
  { channel, delivery, now }: { channel: string; delivery?: string | undefined; now: number },
  act: CompiledQuery,
): Promise<number> {
  const which = delivery === undefined ? sql`true` : sql`event_id = ${delivery}`;
  const [sent] = await database.batch([
    sql<{
      id: string;
    }>`update or ignore deliveries set status = 'waiting', tries = 0, due_at = ${now}, waits_since = ${now}
      where channel_id = ${channel} and status in ('failed', 'dropped') and ${which} returning event_id as id`.compile(
      build,
    ),
    act,
    sql`update channels set rests_until = 0, failing_since = iif(failing_since is null, null, ${now})
      where id = ${channel}`.compile(build),
  ]);
  return sent.length;
}

/** Forgets what is over: what was delivered sooner than what was not. Some at a time; whether there may be more. */
export async function pruneDeliveries(
  database: Database,
  { deliveredBefore, before }: { deliveredBefore: number; before: number },
): Promise<boolean> {
  const gone = await database.query(
    sql`delete from deliveries where (channel_id, event_id) in (select channel_id, event_id
      from channels cross join deliveries on channel_id = channels.id
      where (status = 'delivered' and deliveries.created_at < ${deliveredBefore})
        or (status in ('failed', 'dropped') and deliveries.created_at < ${before}) limit 500)
      returning 1 as gone`.compile(build),
  );
  return gone.length === 500;
}
