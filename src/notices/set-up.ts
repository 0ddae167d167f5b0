import type { By } from '../acts/act.ts';
import { invalidField, Problem } from '../problem.ts';
import { actBy, recordAct } from '../store/acts/record.ts';
import {
  dropChannel,
  findChannel,
  mostChannels,
  type StoredChannel,
  storeChannel,
  storePause,
  storeSecret,
} from '../store/notices/channels.ts';
import { sendAgain, storeTest } from '../store/notices/kept-deliveries.ts';
import { dayMs } from '../world/clock.ts';
import { growingId } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { type ChannelKind, newSecret, sealFor, shownUrl, usualEvents } from './channel.ts';
import { type Reach, targetOf } from './channels/target.ts';
import type { EventKind } from './event.ts';

type SettingUp = Pick<World, 'database' | 'now' | 'random' | 'secret'>;

export interface NewChannel {
  kind: ChannelKind;
  url: string;
  events?: readonly EventKind[] | undefined;
  /** Whether it is told how the queue stands in place of each event; chats are, webhooks never. */
  grouped?: boolean | undefined;
}

/** Both secrets are valid for so long, so that a receiver may change to the new one when it suits. */
export const rotationMs = dayMs;

/** Adds a channel; its secret, which is told this once, signs what a webhook is told. Throws `invalid` for what cannot be told. */
export async function addChannel(
  world: SettingUp,
  { site, by, reach }: { site: string; by: By; reach: Reach },
  { kind, url, events = usualEvents, grouped = kind !== 'standard' }: NewChannel,
): Promise<{ id: string; secret: string | null }> {
  if (!targetOf(url, reach)) throw unreachable();
  const id = growingId(world);
  const secret = kind === 'standard' ? newSecret(world) : null;
  const shown = shownUrl(kind, url);
  const act = actBy(world, by);
  const isAdded = await storeChannel(
    world.database,
    {
      ...{ id, site, kind, shown, events: [...events], grouped: kind !== 'standard' && grouped },
      sealedUrl: sealFor(world, id, url),
      sealedSecret: secret && sealFor(world, id, secret),
      createdAt: act.createdAt,
    },
    recordAct(act, { kind: 'webhook-add', site, details: { channel: id, address: shown, events } }),
  );
  if (isAdded) return { id, secret };
  throw new Problem('conflict', {
    vi: `Mỗi trang báo có nhiều nhất ${mostChannels} kênh báo tin. Vui lòng xóa bớt một kênh.`,
    en: `A site has at most ${mostChannels} channels. Please remove one first.`,
  });
}

function unreachable(): Problem {
  return invalidField('url', 'not-outside', {
    vi: 'Địa chỉ phải bắt đầu bằng https:// và dẫn ra mạng công cộng, không kèm tên đăng nhập.',
    en: 'The address must begin with https:// and lead to the public network, without a user name.',
  });
}

/** A channel of a site; throws `not-found` where there is none. */
export async function channelOf(
  { database }: Pick<World, 'database'>,
  site: string,
  id: string,
): Promise<StoredChannel> {
  const channel = await findChannel(database, id);
  if (channel?.site === site) return channel;
  throw new Problem('not-found', { vi: 'Không có kênh báo tin này.', en: 'There is no such channel.' });
}

/** A new secret of a webhook, told this once. */
export async function rotateSecret(world: SettingUp, channel: StoredChannel, by: By): Promise<string> {
  if (channel.kind !== 'standard')
    throw new Problem('conflict', { vi: 'Kênh này không có khóa ký.', en: 'This channel has no secret.' });
  const secret = newSecret(world);
  const act = actBy(world, by);
  await storeSecret(
    world.database,
    channel.id,
    { sealed: sealFor(world, channel.id, secret), oldUntil: act.createdAt + rotationMs },
    recordAct(act, { kind: 'webhook-secret', ...about(channel) }),
  );
  return secret;
}

/** Stops telling a channel, or goes on with all that waits for it. */
export async function setPaused(
  world: SettingUp,
  channel: StoredChannel,
  isPaused: boolean,
  by: By,
): Promise<void> {
  const act = actBy(world, by);
  const kind = isPaused ? 'webhook-pause' : 'webhook-resume';
  const pausedAt = isPaused ? act.createdAt : null;
  const recorded = recordAct(act, { kind, ...about(channel) });
  await storePause(world.database, channel.id, pausedAt, { recorded, at: act.createdAt });
}

export async function removeChannel(world: SettingUp, channel: StoredChannel, by: By): Promise<void> {
  const act = recordAct(actBy(world, by), { kind: 'webhook-end', ...about(channel) });
  await dropChannel(world.database, channel.id, act);
}

/** Tells a channel that it works, soon and even where it rests; resolves with the id of that delivery. */
export async function testChannel(world: SettingUp, channel: StoredChannel, by: By): Promise<string> {
  const act = actBy(world, by);
  const id = growingId(world);
  const recorded = recordAct(act, { kind: 'webhook-test', ...about(channel) });
  await storeTest(world.database, { channel: channel.id, id, now: act.createdAt }, recorded);
  return id;
}

/** Tells again what failed or was dropped: one delivery, or all of them; how many it were. */
export async function resend(
  world: SettingUp,
  channel: StoredChannel,
  by: By,
  delivery?: string,
): Promise<number> {
  const act = actBy(world, by);
  const recorded = recordAct(act, { kind: 'webhook-resend', ...about(channel) });
  return sendAgain(world.database, { channel: channel.id, delivery, now: act.createdAt }, recorded);
}

function about({ id, site, shown }: StoredChannel) {
  return { site, details: { channel: id, address: shown } };
}
