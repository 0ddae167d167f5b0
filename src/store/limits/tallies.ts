import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { skewMs } from '../lifetimes.ts';
import { returnQuery, standingQuery } from './rates.ts';

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
  const rows = await Promise.all(tallies.map(({ subject }) => database.query(standingQuery({ subject }))));
  return tallies.map((tally, at) => {
    const { step, furthest } = paceOf(tally, now);
    const fadedAt = rows[at]?.[0]?.free_at ?? 0;
    return fadedAt > furthest ? 0 : Math.max(0, (fadedAt - now) / step);
  });
}

/** A tally that is raised only where no more than so many are counted; its most counts as without a limit. */
export interface Raise extends Tally {
  upTo: number;
}

/**
 * Counts one more of each, where each has no more than it may; or of none. One statement decides for each, so that of
 * those who come at once no more than allowed are counted.
 */
export async function raiseTallies(
  database: Database,
  raises: readonly Raise[],
  now: number,
): Promise<boolean> {
  const paces = raises.map((raise) => paceOf(raise, now));
  const raised = await database.batch(paces.map(raiseQuery));
  const done = paces.filter((_, at) => raised[at]?.length === 1);
  const isEach = done.length === paces.length;
  if (!isEach && done.length > 0) await database.batch(done.map(returnQuery));
  return isEach;
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

interface Faded {
  free_at: number;
}

const raiseQuery = prepared(({ subject, now, step, first, latest, fullest, furthest }: Pace) =>
  sql<Faded>`insert into rates (subject, free_at) values (${subject}, ${first})
    on conflict (subject) do update
      set free_at = iif(free_at > ${furthest}, ${first}, min(${fullest}, max(free_at, ${now}) + ${step}))
      where free_at <= ${latest} or free_at > ${furthest}
    returning free_at`.compile(build),
);
