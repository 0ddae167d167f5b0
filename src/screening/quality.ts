import { type Worth, worth } from '../filter/model/worth.ts';
import type { Site } from '../sites/site.ts';
import { listOutcomes } from '../store/filter/outcomes.ts';
import type { World } from '../world/world.ts';

/** How good the learned scores have been on a site, and what holding from a score on would have cost. */
export interface Quality {
  judged: number;
  costs: Cost[];
}

export interface Cost {
  /** 0..1, the score from which on everything is held. */
  from: number;
  shipped: Worth;
  /** Null before the site's own model spoke of enough comments. */
  learned: Worth | null;
}

const latest = 2000;
const fewest = 50;
const scores = [0.5, 0.8, 0.95];

/** Null before enough was decided to tell. */
export async function measureQuality(world: World, site: Site): Promise<Quality | null> {
  const outcomes = await listOutcomes(world.database, site.id, latest);
  if (outcomes.length < fewest) return null;
  const heard = outcomes.filter(({ learned }) => learned !== null);
  const spoken = heard.length >= fewest;
  // The two are held against each other on the same comments.
  const past = (spoken ? heard : outcomes).map(({ shipped, learned, lesson }) => ({
    shipped,
    local: learned ?? shipped,
    bad: lesson !== 'publish',
  }));
  const costs = scores.map((from): Cost => {
    const { shipped, local } = worth(past, from);
    return { from, shipped, learned: spoken ? local : null };
  });
  return { judged: past.length, costs };
}
