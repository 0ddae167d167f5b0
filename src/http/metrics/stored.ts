import manifest from '../../../package.json' with { type: 'json' };
import { states } from '../../comments/comment.ts';
import { StorageFailure } from '../../store/database.ts';
import { countDeliveries } from '../../store/notices/kept-deliveries.ts';
import { countLetters } from '../../store/notices/letters.ts';
import { countStates, oldestWaiting } from '../../store/queue/state-counts.ts';
import { listSites } from '../../store/sites.ts';
import { longestQueues } from '../../store/statistics/site-queues.ts';
import { gauge } from '../../world/metrics.ts';
import type { World } from '../../world/world.ts';

type Asking = Pick<World, 'database' | 'now'>;

const open = { readers: 'anyone' } as const;

const build = gauge('binh_luan_build_info', 'Always 1; what runs, and on which Node.', {
  ...open,
  labels: ['version', 'node'],
});
const comments = gauge('binh_luan_comments', 'Comments by state, over all sites.', {
  ...open,
  labels: ['state'],
});
const apart = gauge('binh_luan_apart_comments', 'Comments that wait apart; not among the pending.', open);
const reported = gauge('binh_luan_reported_comments', 'Comments with reports of readers that wait.', open);
const oldest = gauge(
  'binh_luan_oldest_waiting_seconds',
  'How long the oldest comment has waited for a decision.',
  open,
);
const queue = gauge('binh_luan_queue_comments', 'Comments that wait for a decision, of the longest queues.', {
  labels: ['site'],
});
const queueOldest = gauge('binh_luan_queue_oldest_seconds', 'How long the oldest comment of a site waits.', {
  labels: ['site'],
});
const deliveries = gauge(
  'binh_luan_deliveries',
  'What is told outside, by the kind of channel and what became of it; what is over goes after some days.',
  { ...open, labels: ['kind', 'status'] },
);
const letters = gauge(
  'binh_luan_letters',
  'Mail, by its kind and what became of it; what is over goes after some days.',
  { ...open, labels: ['kind', 'status'] },
);
const late = gauge(
  'binh_luan_oldest_delivery_seconds',
  'How long ago the oldest of what waits to be told happened.',
  open,
);
const outbox = gauge('binh_luan_outbox_oldest_seconds', 'The same, by the way it is told.', {
  labels: ['way'],
});

/**
 * Has the gauges say what the database holds. What may take a while to count is counted anew after ten seconds only. While
 * the database cannot say, they stay as they are: then the other numbers are wanted.
 */
export function storedNumbers(world: Asking): () => Promise<void> {
  const counted = remembered(world);
  return async () => {
    build.tell([{ value: 1, labels: { version: manifest.version, node: process.version } }]);
    try {
      await tellStates(world);
      tellCounted(await counted(), world.now());
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
    }
  };
}

async function tellStates({ database, now }: Asking): Promise<void> {
  const sites = await listSites(database);
  const counts = await countStates(
    database,
    sites.map(({ id }) => id),
  );
  const since = await oldestWaiting(database);
  comments.tell(states.map((state) => ({ labels: { state }, value: counts[state] })));
  apart.set(counts.apart, {});
  reported.set(counts.reported, {});
  oldest.set(seconds(since, now()), {});
}

type Counted = Awaited<ReturnType<typeof count>>;

async function count({ database, now }: Asking) {
  return {
    queues: await longestQueues(database, 200),
    telling: await countDeliveries(database),
    mail: await countLetters(database, now()),
  };
}

function tellCounted({ queues, telling, mail }: Counted, now: number): void {
  queue.tell(queues.map(({ site, waiting }) => ({ labels: { site }, value: waiting })));
  queueOldest.tell(queues.map(({ site, since }) => ({ labels: { site }, value: seconds(since, now) })));
  deliveries.tell(telling.map(({ kind, status, count: value }) => ({ labels: { kind, status }, value })));
  letters.tell(mail.map(({ kind, status, count: value }) => ({ labels: { kind, status }, value })));
  const ways = { webhook: longest(telling, now), mail: longest(mail, now) };
  late.set(Math.max(ways.webhook, ways.mail), {});
  outbox.tell(Object.entries(ways).map(([way, value]) => ({ labels: { way }, value })));
}

function longest(rows: readonly { since: number | null }[], now: number): number {
  return Math.max(0, ...rows.map(({ since }) => seconds(since, now)));
}

function seconds(since: number | null | undefined, now: number): number {
  return Math.max(0, now - (since ?? now)) / 1000;
}

const rememberedMs = 10_000;

function remembered(world: Asking): () => Promise<Counted> {
  let last: { at: number; counted: Promise<Counted> } | undefined;
  return () => {
    const now = world.now();
    if (last && Math.abs(now - last.at) < rememberedMs) return last.counted;
    const counted = count(world);
    last = { at: now, counted };
    counted.catch(() => {
      last = undefined;
    });
    return counted;
  };
}
