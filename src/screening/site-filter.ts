import type { Submission } from '../filter/rule.ts';
import { readSubmission, rules, type Screening, screenRead } from '../filter/screen.ts';
import type { Site } from '../sites/site.ts';
import type { World } from '../world/world.ts';
import { gatherFacts, sketchOf, type Traces } from './facts.ts';
import { tuningFor } from './tuning.ts';

export interface SiteScreening extends Screening {
  sketch: string;
  /** How many comments came from this sender in the last hour. */
  senderLastHour: number;
  /** What the site's judge outside said, and after how many milliseconds; null where nobody was asked. */
  judged: Judged | null;
}

export interface Judged {
  verdict: 'pass' | 'hold' | 'failed';
  ms: number | null;
}

/** Judges a comment by the filter as its site has tuned and taught it, and by what was sent lately. */
export async function screenForSite(
  world: World,
  site: Site,
  submission: Submission,
  sent: Omit<Traces, 'sketch'>,
): Promise<SiteScreening> {
  const texts = readSubmission(submission);
  const sketch = texts ? sketchOf(texts.body) : '';
  const [facts, tuning] = await Promise.all([
    gatherFacts(world, site, { ...sent, sketch }),
    tuningFor(world, site),
  ]);
  return {
    ...screenRead(texts, facts, rules, tuning),
    sketch,
    senderLastHour: facts.senderLastHour,
    judged: null,
  };
}
