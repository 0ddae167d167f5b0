import { pruneDecisions } from '../store/acts/old-decisions.ts';
import { pruneActs, pruneOtherActs } from '../store/acts/retention.ts';
import type { Database } from '../store/database.ts';
import { forgetEvidence } from '../store/erasure/evidence.ts';
import {
  eraseReporters,
  eraseTraces,
  forgetExpired,
  forgetLikers,
  lookThroughExpired,
} from '../store/erasure/retention.ts';
import { dropOldSenders } from '../store/limits/sender-keys.ts';
import { pruneDeliveries } from '../store/notices/kept-deliveries.ts';
import { pruneLetters } from '../store/notices/letters.ts';
import { forgetMailboxes } from '../store/notices/mailboxes.ts';
import { forgetSenders } from '../store/senders/forgetting.ts';
import { listSites } from '../store/sites.ts';
import { dayMs } from '../world/clock.ts';
import { counter, gauge } from '../world/metrics.ts';
import { inSteps } from '../world/slices.ts';
import type { World } from '../world/world.ts';
import { countingRows } from './counted-rows.ts';
import type { Site } from './site.ts';

/** How long a site keeps what it knows of its readers and never shows, in milliseconds. */
export function termOf(site: Site): number {
  return site['retention-days'] * dayMs;
}

/** Where there is no site, what was done is kept as long as usual. */
const actsMs = 3650 * dayMs;

/** What was told outside, and what could not be. */
const deliveredMs = 7 * dayMs;
const failedMs = 30 * dayMs;

function keptFor(site: Site): number {
  return site['acts-retention-days'] * dayMs;
}

const lastAt = gauge(
  'binh_luan_cleanup_last_timestamp_seconds',
  'When all was erased last that was due, since 1970.',
);
const took = gauge('binh_luan_cleanup_duration_seconds', 'How long that took.');
const count = counter(
  'binh_luan_cleanup_rows_total',
  'Rows that were erased since they were kept for long enough.',
);

/** Erases what has been kept of readers for long enough, in steps so small that nobody waits for them. */
export async function cleanUp({ database, now }: Pick<World, 'database' | 'now'>): Promise<void> {
  const counting = countingRows(database);
  const began = performance.now();
  try {
    await eraseDue(counting, now);
  } finally {
    count({}, counting.rows());
  }
  lastAt.set(now() / 1000, {});
  took.set((performance.now() - began) / 1000, {});
}

async function eraseDue(database: Database, now: () => number): Promise<void> {
  await inSteps(() => forgetExpired(database, now()));
  await lookThroughExpired(database, now());
  await inSteps(() => forgetEvidence(database, now()));
  await inSteps(() =>
    pruneDeliveries(database, { deliveredBefore: now() - deliveredMs, before: now() - failedMs }),
  );
  await inSteps(() =>
    pruneLetters(database, { deliveredBefore: now() - deliveredMs, before: now() - failedMs }),
  );
  await forgetMailboxes(database, now());
  const sites = await listSites(database);
  const longest = Math.max(...sites.map(keptFor), 0) || actsMs;
  await inSteps(() => pruneOtherActs(database, now() - longest));
  await pruneDecisions(database, now() - longest);
  for (const site of sites) {
    const term = termOf(site);
    await dropOldSenders(database, site.id, now(), term);
    await inSteps(() => eraseTraces(database, site.id, now() - term));
    await inSteps(() => forgetSenders(database, site.id, now(), term));
    await inSteps(() => eraseReporters(database, site.id, now() - term));
    await inSteps(() => forgetLikers(database, site.id, now() - term));
    await inSteps(() => pruneActs(database, site.id, now() - keptFor(site)));
  }
}
