import { type Reading, read } from '../filter/reading.ts';
import type { Submission } from '../filter/rule.ts';
import { rules, type Screening, screen } from '../filter/screen.ts';
import type { Site } from '../sites/site.ts';
import type { World } from '../world.ts';
import { gatherFacts, sketchOf, type Traces } from './facts.ts';
import { tuningFor } from './tuning.ts';

export interface SiteScreening extends Screening {
  sketch: string;
}

/** Judges a comment by the filter as its site has tuned and taught it, and by what was sent lately. */
export async function screenForSite(
  world: World,
  site: Site,
  submission: Submission,
  sent: Omit<Traces, 'sketch'>,
): Promise<SiteScreening> {
  const reading = readOrNothing(submission.body);
  const sketch = sketchOf(reading);
  const facts = await gatherFacts(world, site, { ...sent, sketch });
  return { ...screen(submission, facts, rules, await tuningFor(world, site, reading)), sketch };
}

/** What cannot be read is held by `screen`; here it only leaves no traces. */
function readOrNothing(body: string): Reading {
  try {
    return read(body);
  } catch {
    return read('');
  }
}
