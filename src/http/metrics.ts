import manifest from '../../package.json' with { type: 'json' };
import { states } from '../comments/comment.ts';
import { countDeliveries } from '../store/notices/kept-deliveries.ts';
import { countLetters } from '../store/notices/letters.ts';
import { countStates, oldestWaiting } from '../store/queue/state-counts.ts';
import { listSites } from '../store/sites.ts';
import { allFamilies, type Family, measure, type Sample, writeFamily } from '../world/metrics.ts';
import type { World } from '../world/world.ts';

measure({
  name: 'binh_luan_build_info',
  help: 'Always 1; the version that runs is a label.',
  type: 'gauge',
  read: () => [{ labels: { version: manifest.version }, value: 1 }],
});

/** What happened in this process, and what the database holds, in the Prometheus text format. */
export async function renderMetrics(world: World): Promise<string> {
  const families = [...allFamilies(), ...(await stored(world))];
  return [...families.flatMap(writeFamily), ''].join('\n');
}

async function stored({ database, now }: World): Promise<Family[]> {
  const sites = await listSites(database);
  const counts = await countStates(
    database,
    sites.map((site) => site.id),
  );
  const oldest = await oldestWaiting(database);
  const age = oldest === undefined ? 0 : Math.max(0, now() - oldest) / 1000;
  const telling = await countDeliveries(database);
  const letters = await countLetters(database, now());
  const late =
    Math.max(0, ...[...telling, ...letters].map(({ since }) => (since === null ? 0 : now() - since))) / 1000;
  return [
    gauge(
      'binh_luan_deliveries',
      'What is told outside, by the kind of channel and what became of it; what is over goes after some days.',
      telling.map(({ kind, status, count }) => ({ labels: { kind, status }, value: count })),
    ),
    gauge(
      'binh_luan_letters',
      'Mail, by its kind and what became of it; what is over goes after some days.',
      letters.map(({ kind, status, count }) => ({ labels: { kind, status }, value: count })),
    ),
    gauge('binh_luan_oldest_delivery_seconds', 'How long ago the oldest of what waits to be told happened.', [
      { value: late },
    ]),
    gauge(
      'binh_luan_comments',
      'Comments by state, over all sites.',
      states.map((state) => ({ labels: { state }, value: counts[state] })),
    ),
    gauge('binh_luan_apart_comments', 'Comments that wait apart; they are not among the pending.', [
      { value: counts.apart },
    ]),
    gauge('binh_luan_reported_comments', 'Comments with reports of readers that wait.', [
      { value: counts.reported },
    ]),
    gauge('binh_luan_oldest_waiting_seconds', 'How long the oldest comment has waited for a decision.', [
      { value: age },
    ]),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, type: 'gauge', read: () => samples };
}
