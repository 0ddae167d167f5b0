import { LRUCache } from 'lru-cache';
import type { Riskiest } from '../filter/riskiest.ts';
import type { Site } from '../sites/site.ts';
import { listRisks } from '../store/filter/past-comments.ts';
import type { World } from '../world/world.ts';

const latest = 1000;
/** Of fewer a share says little. */
const fewest = 100;

/** What a site got of late changes slowly: it is read once a minute. */
const readMs = 60_000;
const mostSites = 1000;
const known = new WeakMap<
  World['database'],
  LRUCache<string, { riskiest: Riskiest | null; readAt: number }>
>();

/** Which comments a site holds for their risk alone; null where it holds none for that, or has too few to tell. */
export async function riskiestOf(
  { database, now }: Pick<World, 'database' | 'now'>,
  { id, 'hold-share': share }: Site,
): Promise<Riskiest | null> {
  if (share === 0) return null;
  const sites = known.get(database) ?? new LRUCache({ max: mostSites });
  known.set(database, sites);
  const key = JSON.stringify([id, share]);
  const kept = sites.get(key);
  if (kept && now() - kept.readAt < readMs) return kept.riskiest;
  const riskiest = lineOf(await listRisks(database, id, latest), share);
  sites.set(key, { riskiest, readAt: now() });
  return riskiest;
}

function lineOf(risks: readonly number[], share: number): Riskiest | null {
  if (risks.length < fewest) return null;
  const falling = risks.toSorted((one, other) => other - one);
  return { share, above: falling[Math.floor((risks.length * share) / 100)] ?? -1 };
}
