import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { skewMs } from '../lifetimes.ts';

const hourMs = 3_600_000;
/** Of an hour's allowance, what may be taken at once; the rest comes back evenly over the hour. */
const burstShare = 1 / 4;

/** Whose comments are counted, and how many there may be in any hour. */
export interface Rate {
  subject: string;
  perHour: number;
  /** How many of them at once; a quarter if not given. */
  atOnce?: number;
}

/**
 * Takes one turn of each subject: 0, or the milliseconds to wait before there is one, and then of none is one taken.
 * One statement decides for each, so that of those who come at once no more than allowed are let through.
 */
export async function takeTurns(database: Database, rates: readonly Rate[], now: number): Promise<number> {
  const paces = rates.map((rate) => paceOf(rate, now));
  const answers = await database.batch(paces.map(takeQuery));
  const isTaken = (_: Pace, index: number) => answers[index]?.length === 1;
  return paces.every(isTaken) ? 0 : giveUp(database, paces, paces.filter(isTaken));
}

/** Gives back what was taken, and says how long to wait for the rest. */
async function giveUp(database: Database, paces: readonly Pace[], taken: readonly Pace[]): Promise<number> {
  const missing = paces.filter((pace) => !taken.includes(pace));
  const standings = await database.batch([...missing.map(standingQuery), ...taken.map(returnQuery)]);
  const waits = missing.map(({ latest }, index) => (standings[index]?.[0]?.free_at ?? 0) - latest);
  return Math.max(1, ...waits);
}

/** Gives back a turn of each subject. */
export async function returnTurns(database: Database, rates: readonly Rate[]): Promise<void> {
  if (rates.length > 0) await database.batch(rates.map((rate) => returnQuery(paceOf(rate, 0))));
}

/**
 * How much is taken of what may be taken at once, from 0 to 1, where that is most: of these rates, and of all whose
 * subjects begin like one of these.
 */
export async function fullnessOf(database: Database, rates: readonly Rate[], now: number): Promise<number> {
  const paces = rates.map((rate) => paceOf(rate, now));
  const answers = await Promise.all(paces.map((pace) => database.query(fullestQuery(pace))));
  const shares = paces.map(({ step, latest }, at) => {
    const freeAt = answers[at]?.[0]?.free_at ?? 0;
    return (freeAt - now) / (latest + step - now);
  });
  return Math.min(1, Math.max(0, ...shares));
}

interface Pace {
  subject: string;
  now: number;
  /** What one turn costs of the time. */
  step: number;
  /** Where the time stands after the first turn of somebody who took none lately. */
  first: number;
  /** As far ahead may the time be for another turn. */
  latest: number;
  /** Further ahead it cannot be, unless the clock was wrong: then it counts for nothing. */
  furthest: number;
}

function paceOf({ subject, perHour, atOnce = Math.floor(perHour * burstShare) }: Rate, now: number): Pace {
  const most = Math.max(1, atOnce);
  const step = Math.ceil(hourMs / Math.max(1, perHour - (perHour > most ? most : 0)));
  const latest = Math.floor(now + (most - 1) * step);
  return { subject, now, step, first: Math.ceil(now + step), latest, furthest: latest + step + skewMs };
}

interface Free {
  free_at: number;
}

const takeQuery = prepared(({ subject, now, first, step, latest, furthest }: Pace) =>
  sql<Free>`insert into rates (subject, free_at) values (${subject}, ${first})
    on conflict (subject) do update
      set free_at = iif(free_at <= ${now} or free_at > ${furthest}, excluded.free_at, free_at + ${step})
      where free_at <= ${latest} or free_at > ${furthest}
    returning free_at`.compile(build),
);

export const standingQuery = prepared(({ subject }: Pick<Pace, 'subject'>) =>
  sql<Free>`select free_at from rates where subject = ${subject}`.compile(build),
);

export const returnQuery = prepared(({ subject, step }: Pick<Pace, 'subject' | 'step'>) =>
  sql<Free>`update rates set free_at = free_at - ${step} where subject = ${subject}`.compile(build),
);

/** Further ahead than it can be is nothing, as when turns are taken. */
const fullestQuery = prepared(({ subject, furthest }: Pace) =>
  sql<Free>`select coalesce(max(free_at), 0) as free_at from rates
    where subject >= ${subject} and subject < ${subject} || char(1114111) and free_at <= ${furthest}`.compile(
    build,
  ),
);
