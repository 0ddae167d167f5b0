import { findChannel, type StoredChannel } from '../store/notices/channels.ts';
import {
  type Delivery,
  dropBeyond,
  dueChannels,
  failOld,
  noteTold,
  type Outcome,
  storeOutcomes,
  takeDue,
} from '../store/notices/deliveries.ts';
import { spreadEvents } from '../store/notices/events.ts';
import { findTellingSite, readQueueStanding, readSubjects } from '../store/notices/subjects.ts';
import type { Log } from '../world/log.ts';
import { giveWay } from '../world/slices.ts';
import type { World } from '../world/world.ts';
import { openFor, secretsOf } from './channel.ts';
import { chatPost, chatTook } from './channels/chat.ts';
import type { Answer, Post, Posted } from './channels/posting.ts';
import { webhookPost } from './channels/webhook.ts';
import { lineOf } from './line.ts';
import { againAt, mostWaitedMs, restMs } from './pauses.ts';
import { deskLink, payloadOf, type ToTell } from './payload.ts';

/** What a courier needs of the outside. */
export interface CourierWorld extends Pick<World, 'database' | 'now' | 'random' | 'secret'> {
  post: Post;
  publicUrl: string;
  log: Log;
}

/** So many are on their way to a channel at once, and so many channels are told at once. */
const mostTogether = 10;
const mostChannels = 8;

/** One round: spreads what happened, and tells what is due to every channel that does not rest. Whether there may be more. */
export async function carry(world: CourierWorld): Promise<boolean> {
  let isMore = false;
  await spread(world);
  await failOld(world.database, world.now() - mostWaitedMs);
  const due = await dueChannels(world.database, world.now());
  for (let from = 0; from < due.length; from += mostChannels) {
    const told = await Promise.all(due.slice(from, from + mostChannels).map((id) => tellChannel(world, id)));
    isMore ||= told.some((count) => count > 0);
  }
  return isMore;
}

async function spread({ database, now, log }: CourierWorld): Promise<void> {
  let count = await spreadEvents(database, now());
  if (count === 0) return;
  while (count > 0) {
    await giveWay();
    count = await spreadEvents(database, now());
  }
  const dropped = await dropBeyond(database);
  if (dropped > 0) log('warn', 'too much waits to be told; the least important went', { dropped });
}

async function tellChannel(world: CourierWorld, id: string): Promise<number> {
  const channel = await findChannel(world.database, id);
  const site = channel && (await findTellingSite(world.database, channel.site));
  if (!channel || !site) return 0;
  const deliveries = await takeDue(world.database, id, mostTogether, world.now());
  if (deliveries.length === 0) return 0;
  const subjectOf = await readSubjects(world.database, deliveries);
  const needsQueue = deliveries.some(({ kind }) => kind.startsWith('queue.'));
  const queue = needsQueue ? await readQueueStanding(world.database, site.id) : undefined;
  const outcomes = await Promise.all(
    deliveries.map((delivery) => {
      const { kind, createdAt, state, version, decision, comment } = delivery;
      const isOfQueue = kind.startsWith('queue.');
      return tell(world, channel, delivery, {
        ...{ kind, createdAt, site, state, version, publicUrl: world.publicUrl },
        subject: subjectOf(decision, comment),
        queue: isOfQueue ? queue : undefined,
      });
    }),
  );
  const now = world.now();
  await storeOutcomes(world.database, id, outcomes, {
    now,
    restMs: (failures) => restMs(failures, world.random),
  });
  if (deliveries.some(({ kind }) => kind === 'queue.stands')) await world.database.batch([noteTold(id, now)]);
  return deliveries.length;
}

async function tell(
  world: CourierWorld,
  channel: StoredChannel,
  delivery: Delivery,
  told: ToTell,
): Promise<Outcome> {
  const { event } = delivery;
  if (delivery.comment && !told.subject) return { event, answer: 'gone', isThere: true };
  if (delivery.kind === 'queue.stands' && told.queue && isEmpty(told.queue)) {
    return { event, answer: 'nothing', isThere: true };
  }
  const posted = postedOf(world, channel, event, told);
  if (!posted) return { event, answer: 'sealed', isThere: false };
  try {
    const answer = await world.post(posted);
    return outcomeOf(world, channel, delivery, answer);
  } catch {
    return { event, answer: 'unreached', isThere: false, ...againAt(delivery, world.now(), world.random) };
  }
}

function isEmpty({ waiting, reported, appeals }: NonNullable<ToTell['queue']>): boolean {
  return waiting + reported + appeals === 0;
}

/** Nothing where the installation's secret is another than the channel was sealed with. */
function postedOf(world: CourierWorld, channel: StoredChannel, id: string, told: ToTell): Posted | undefined {
  const url = openFor(world, channel.id, channel.sealedUrl);
  if (url === undefined) return undefined;
  const now = world.now();
  if (channel.kind !== 'standard') return chatPost(channel.kind, url, lineOf(told, now), deskLink(told));
  const secrets = secretsOf(world, channel, now);
  return webhookPost(url, { id, body: JSON.stringify(payloadOf(told)), secrets }, now);
}

/** A redirect is followed nowhere, and counts as a failure. */
function outcomeOf(world: CourierWorld, channel: StoredChannel, delivery: Delivery, answer: Answer): Outcome {
  const { event } = delivery;
  const isThere =
    channel.kind === 'standard'
      ? answer.status >= 200 && answer.status < 300
      : chatTook(channel.kind, answer);
  if (isThere) return { event, answer: String(answer.status), isThere };
  const again = againAt(delivery, world.now(), world.random, answer.retryAfterMs);
  return { event, answer: String(answer.status), isThere, ...again };
}
