import { actBy, byService, recordAct } from '../store/acts/record.ts';
import { findChannel, type StoredChannel } from '../store/notices/channels.ts';
import { type Delivery, takeDue } from '../store/notices/deliveries.ts';
import { type Outcome, storeOutcomes, type Turn } from '../store/notices/outcomes.ts';
import { findTellingSite, readQueueStanding, readSubjects } from '../store/notices/subjects.ts';
import type { Log } from '../world/log.ts';
import { counter } from '../world/metrics.ts';
import type { World } from '../world/world.ts';
import { openFor, secretsOf } from './channel.ts';
import { chatPost, chatRestMs, chatTook } from './channels/chat.ts';
import type { Answer, Post, Posted } from './channels/posting.ts';
import { webhookPost } from './channels/webhook.ts';
import { lineOf } from './line.ts';
import { againAt, restMs } from './pauses.ts';
import { deskLink, payloadOf, type ToTell } from './payload.ts';

/** What a courier needs of the outside. */
export interface CourierWorld extends Pick<World, 'database' | 'now' | 'random' | 'secret'> {
  post: Post;
  publicUrl: string;
  log: Log;
  /** Waits while others are served; told how long the step before took. */
  calm?: (tookMs: number) => Promise<void>;
}

const count = counter(
  'binh_luan_deliveries_tried_total',
  'What was told outside, or was not taken, by the kind of channel.',
  {
    labels: ['kind', 'result'],
    known: [
      { kind: 'standard', result: 'delivered' },
      { kind: 'standard', result: 'failed' },
    ],
  },
);

/** So many are on their way to a channel at once. */
const mostTogether = 10;

/** Tells a channel some of what is due; how much it was. */
export async function tellChannel(
  world: CourierWorld,
  id: string,
  budget: { left: number },
): Promise<number> {
  const { database, now, random } = world;
  const channel = await findChannel(database, id);
  const site = channel && (await findTellingSite(database, channel.site));
  if (!channel || !site) return 0;
  const deliveries = await takeDue(database, id, Math.min(mostTogether, budget.left), now());
  if (deliveries.length === 0) return 0;
  budget.left -= deliveries.length;
  const subjectOf = await readSubjects(database, deliveries);
  const isOfQueue = ({ kind }: Delivery) => kind.startsWith('queue.');
  const queue = deliveries.some(isOfQueue) ? await readQueueStanding(database, site.id) : undefined;
  const outcomes = await Promise.all(
    deliveries.map((delivery) => {
      const { kind, createdAt, state, version, decision, comment } = delivery;
      return tell(world, channel, delivery, {
        ...{ kind, createdAt, site, state, version, publicUrl: world.publicUrl },
        subject: subjectOf(decision, comment),
        queue: isOfQueue(delivery) ? queue : undefined,
      });
    }),
  );
  for (const { isThere } of outcomes) count({ kind: channel.kind, result: isThere ? 'delivered' : 'failed' });
  const details = { channel: id, address: channel.shown, gone: true };
  const turn = await storeOutcomes(database, id, outcomes, {
    now: now(),
    restMs: (failures) => restMs(failures, random),
    pause: recordAct(actBy(world, byService), { kind: 'webhook-pause', site: site.id, details }),
  });
  if (turn) logTurn(world.log, turn, { channel: id, site: site.id });
  return deliveries.length;
}

function logTurn(log: Log, turn: Turn, fields: { channel: string; site: string }): void {
  if (turn === 'fails') log('warn', 'a channel cannot be reached; it is tried again', fields);
  else log('info', 'a channel is told again', fields);
}

async function tell(
  world: CourierWorld,
  channel: StoredChannel,
  delivery: Delivery,
  told: ToTell,
): Promise<Outcome> {
  if (delivery.comment && !told.subject) return { delivery, answer: 'gone', isThere: true };
  if (delivery.kind === 'queue.stands' && told.queue && isEmpty(told.queue)) {
    return { delivery, answer: 'nothing', isThere: true };
  }
  try {
    const posted = postedOf(world, channel, delivery.event, told);
    if (!posted) return { delivery, answer: 'sealed', isThere: false, asked };
    return outcomeOf(world, channel, delivery, await world.post(posted));
  } catch {
    const again = againAt(delivery, world.now(), world.random);
    return { delivery, answer: 'unreached', isThere: false, asked, ...again };
  }
}

const asked = { restMs: 0, isGone: false };

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
  if (secrets.length === 0) return undefined;
  return webhookPost(url, { id, body: JSON.stringify(payloadOf(told)), secrets }, now);
}

const isGone = 410;

/** A redirect is followed nowhere, and counts as a failure. */
function outcomeOf(world: CourierWorld, channel: StoredChannel, delivery: Delivery, answer: Answer): Outcome {
  const { kind } = channel;
  const { status } = answer;
  const isThere = kind === 'standard' ? status >= 200 && status < 300 : chatTook(kind, answer);
  const rest = Math.max(answer.retryAfterMs, kind === 'standard' ? 0 : chatRestMs(answer));
  const outcome = {
    ...{ delivery, answer: String(status), isThere },
    asked: { restMs: rest, isGone: status === isGone },
  };
  if (isThere) return outcome;
  const now = world.now();
  return { ...outcome, ...(status === isGone ? { again: now } : againAt(delivery, now, world.random, rest)) };
}
