import { sql } from 'kysely';
import { build, type Database, type Demand, demanding, prepared, Unmet } from '../database.ts';
import { skewMs } from '../lifetimes.ts';
import { readFreeAt } from './rates.ts';

/** How often something happened of late, which fades one by one. */
export interface Tally {
  subject: string;
  /** How long until one less is counted. */
  fadeMs: number;
  /** So many are counted at most; what happens beyond that only keeps it there. */
  most: number;
}

/** How much is counted of each: one that is half faded is half. */
export async function readTallies(
  database: Database,
  tallies: readonly Tally[],
  now: number,
): Promise<number[]> {
  const freeAt = await readFreeAt(database, tallies);
  return tallies.map((tally) => {
    const { step, furthest } = paceOf(tally, now);
    const fadedAt = freeAt.get(tally.subject) ?? 0;
    return fadedAt > furthest ? 0 : Math.max(0, (fadedAt - now) / step);
  });
}

/** A tally that is raised only where no more than so many are counted; its most counts as without a limit. */
export interface Raise extends Tally {
  upTo: number;
}

/**
 * Counts one more of each, where each has no more than it may, as part of the write of what is counted. One statement
 * decides for each, so that of those who come at once no more than allowed are counted.
 */
export function raisingTallies(raises: readonly Raise[], now: number): Demand[] {
  return raises.map((raise) => raiseQuery(paceOf(raise, now)));
}

/** Whether a write failed since more was counted than may be. */
export function isOfTallies(error: unknown): boolean {
  return error instanceof Unmet && error.column === 'rates.subject';
}

interface Pace {
  subject: string;
  now: number;
  step: number;
  /** Where the time stands after the first. */
  first: number;
  /** As far ahead may the time be for one more. */
  latest: number;
  fullest: number;
  /** Further ahead it cannot be, unless the clock was wrong: then it counts for nothing. */
  furthest: number;
}

function paceOf({ subject, fadeMs: step, most, upTo = most }: Tally & { upTo?: number }, now: number): Pace {
  const fullest = now + most * step;
  const furthest = fullest + skewMs;
  const latest = upTo < most ? now + upTo * step : furthest;
  return { subject, now, step, first: now + step, latest, fullest, furthest };
}

/** Where it demands too much it leaves another column than a turn does, so that they are told apart. */
const raiseQuery = prepared(({ subject, now, step, first, latest, fullest, furthest }: Pace) => {
  const isCounted = sql`free_at <= ${latest} or free_at > ${furthest}`;
  return sql`insert into rates (subject, free_at) values (${subject}, ${first})
    on conflict (subject) do update set subject = ${demanding(isCounted, sql`subject`)},
      free_at = iif(free_at > ${furthest}, ${first}, min(${fullest}, max(free_at, ${now}) + ${step}))`.compile(
    build,
  );
});
