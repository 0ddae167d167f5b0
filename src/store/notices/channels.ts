import { type CompiledQuery, sql } from 'kysely';
import type { ChannelKind } from '../../notices/channel.ts';
import type { EventKind } from '../../notices/event.ts';
import { build, type Database } from '../database.ts';

/** A channel as it is stored; what is sealed opens with the installation's secret, for its id. */
export interface StoredChannel {
  id: string;
  site: string;
  kind: ChannelKind;
  sealedUrl: string;
  shown: string;
  events: EventKind[];
  grouped: boolean;
  sealedSecret: string | null;
  sealedOldSecret: string | null;
  oldSecretUntil: number;
  pausedAt: number | null;
  failures: number;
  failingSince: number | null;
  restsUntil: number;
  dropped: number;
  /** Whether it is paused since the receiver said that it is there no more. */
  gone: boolean;
  createdAt: number;
}

interface Row extends Omit<StoredChannel, 'events' | 'grouped' | 'gone'> {
  events: string;
  grouped: 0 | 1;
  gone: 0 | 1;
}

const columns = sql`channels.id, channels.site_id as site, channels.kind, sealed_url as "sealedUrl", shown, events, grouped,
  sealed_secret as "sealedSecret", sealed_old_secret as "sealedOldSecret", old_secret_until as "oldSecretUntil",
  paused_at as "pausedAt", failures, failing_since as "failingSince", rests_until as "restsUntil", dropped, gone,
  channels.created_at as "createdAt"`;

function toChannel({ events, grouped, gone, ...row }: Row): StoredChannel {
  return { ...row, events: JSON.parse(events), grouped: grouped === 1, gone: gone === 1 };
}

export async function listChannels(database: Database, site: string): Promise<StoredChannel[]> {
  const rows = await database.query(
    sql<Row>`select ${columns} from channels where site_id = ${site} order by created_at, id`.compile(build),
  );
  return rows.map(toChannel);
}

export async function findChannel(database: Database, id: string): Promise<StoredChannel | undefined> {
  const [row] = await database.query(
    sql<Row>`select ${columns} from channels where id = ${id}`.compile(build),
  );
  return row && toChannel(row);
}

/** So many channels has a site at most. */
export const mostChannels = 20;

export type ChannelToStore = Pick<
  StoredChannel,
  'id' | 'site' | 'kind' | 'sealedUrl' | 'shown' | 'events' | 'grouped' | 'sealedSecret' | 'createdAt'
>;

/** Stores a channel by an act; whether there was room for it. */
export async function storeChannel(
  database: Database,
  channel: ChannelToStore,
  act: CompiledQuery,
): Promise<boolean> {
  const [added] = await database.batch([
    sql<{ id: string }>`insert into channels
        (id, site_id, kind, sealed_url, shown, events, grouped, sealed_secret, created_at)
      select ${channel.id}, ${channel.site}, ${channel.kind}, ${channel.sealedUrl}, ${channel.shown},
        ${JSON.stringify(channel.events)}, ${channel.grouped ? 1 : 0}, ${channel.sealedSecret}, ${channel.createdAt}
      where (select count(*) from channels where site_id = ${channel.site}) < ${mostChannels} returning id`.compile(
      build,
    ),
    act,
  ]);
  return added.length > 0;
}

/** A new secret by an act; the one before is signed with too until then. */
export async function storeSecret(
  database: Database,
  id: string,
  { sealed, oldUntil }: { sealed: string; oldUntil: number },
  act: CompiledQuery,
): Promise<void> {
  await database.batch([
    sql`update channels set sealed_old_secret = sealed_secret, old_secret_until = ${oldUntil}, sealed_secret = ${sealed}
      where id = ${id} and sealed_secret is not null`.compile(build),
    act,
  ]);
}

/**
 * Pauses a channel, or goes on with what waits for it, by an act; whether that changed anything. What waited meanwhile is
 * tried as long as if it had just happened.
 */
export async function storePause(
  database: Database,
  id: string,
  pausedAt: number | null,
  { recorded, at }: { recorded: CompiledQuery; at: number },
): Promise<boolean> {
  const wasPaused = pausedAt === null ? sql`paused_at is not null` : sql`paused_at is null`;
  const [changed] = await database.batch([
    sql<{
      id: string;
    }>`update channels set paused_at = ${pausedAt}, gone = 0, failures = 0, failing_since = null, rests_until = 0
      where id = ${id} and ${wasPaused} returning id`.compile(build),
    recorded,
    sql`update deliveries set waits_since = ${at} where channel_id = ${id} and status = 'waiting'
      and ${pausedAt === null ? 1 : 0}`.compile(build),
  ]);
  return changed.length > 0;
}

/** Ends a channel with all that waits for it, by an act. */
export async function dropChannel(database: Database, id: string, act: CompiledQuery): Promise<void> {
  await database.batch([
    sql`delete from deliveries where channel_id = ${id}`.compile(build),
    sql`delete from channels where id = ${id}`.compile(build),
    act,
  ]);
}
