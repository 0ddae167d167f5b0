import { countMatching } from '../../../store/queue/matching.ts';
import type { View } from '../../../store/views/views.ts';
import type { Deps } from '../../deps.ts';
import { toQueueFilter } from '../asked.ts';
import { queueFilter } from '../queue-shapes.ts';

/** Counted no further than this: as `99+`. */
export const mostCounted = 100;
const keptMs = 10_000;
const mostKept = 500;

interface Kept {
  count: number;
  at: number;
}

/** Of each database, what was counted a moment ago: every page of the desk shows it. */
const keptOf = new WeakMap<object, Map<string, Kept>>();

/** How many comments a view has, as of some seconds ago; null where it asks for what is not there any more. */
export async function countOf(deps: Deps, view: View, sites: readonly string[]): Promise<number | null> {
  const filter = queueFilter.safeParse(Object.fromEntries(new URLSearchParams(view.asked)));
  const shown = view.site === null ? sites : sites.filter((site) => site === view.site);
  if (!filter.success || shown.length === 0) return null;
  const kept = keptOf.get(deps.database) ?? new Map<string, Kept>();
  keptOf.set(deps.database, kept);
  const key = JSON.stringify([view.asked, shown]);
  const known = kept.get(key);
  if (known && deps.now() - known.at < keptMs) return known.count;
  const count = await countMatching(deps.database, toQueueFilter(filter.data, shown), mostCounted);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, { count, at: deps.now() });
  return count;
}
