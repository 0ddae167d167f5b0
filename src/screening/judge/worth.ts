import type { Site } from '../../sites/site.ts';
import { type JudgedOutcome, listJudged } from '../../store/filter/judged.ts';
import type { World } from '../../world/world.ts';

/** What moderators made of some comments. */
export interface Decided {
  published: number;
  turnedDown: number;
}

/** How often a site's judge outside was right. */
export interface JudgeWorth {
  held: Decided;
  passed: Decided;
  failed: Decided;
  /** How long half of its answers took at most; null where it gave none. */
  medianMs: number | null;
}

const latest = 2000;

/** Of the latest decided comments, those that it was to be asked about; null where there are none. */
export async function measureJudge(
  { database }: Pick<World, 'database'>,
  site: Site,
): Promise<JudgeWorth | null> {
  const outcomes = await listJudged(database, site.id, latest);
  if (outcomes.length === 0) return null;
  const decided = (verdict: JudgedOutcome['verdict']) => {
    const those = outcomes.filter((one) => one.verdict === verdict);
    const published = those.filter(({ lesson }) => lesson === 'publish').length;
    return { published, turnedDown: those.length - published };
  };
  const times = outcomes.flatMap(({ verdict, ms }) => (verdict === 'failed' || ms === null ? [] : [ms]));
  return {
    held: decided('hold'),
    passed: decided('pass'),
    failed: decided('failed'),
    medianMs: median(times),
  };
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
