import { sql } from 'kysely';
import { build, type Database, type Demand, demanding, prepared, Unmet } from '../database.ts';
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
 * Takes one turn of each subject, as part of the write of what has its turn. One statement decides for each, so that of
 * those who come at once no more than allowed are let through.
 */
export function takingTurns(rates: readonly Rate[], now: number): Demand[] {
  return rates.map((rate) => takeQuery(paceOf(rate, now)));
}

/** Whether a write failed since there was no turn to take. */
export function isOfTurns(error: unknown): boolean {
  return error instanceof Unmet && error.column === 'rates.free_at';
}

/** How many milliseconds to wait, for each of these, before there is a turn of all its rates. */
export async function waitsFor(
  database: Database,
  each: readonly (readonly Rate[])[],
  now: number,
): Promise<number[]> {
  const freeAt = await readFreeAt(database, each.flat());
  const waitOf = ({ subject, latest, furthest }: Pace) => {
    const at = freeAt.get(subject) ?? 0;
    return at > furthest ? 0 : at - latest;
  };
  return each.map((rates) => Math.max(0, ...rates.map((rate) => waitOf(paceOf(rate, now)))));
}

/** When the time of each of these subjects that has any will be free, by one query. */
export async function readFreeAt(
  database: Database,
  subjects: readonly { subject: string }[],
): Promise<Map<string, number>> {
  const names = JSON.stringify(subjects.map(({ subject }) => subject));
  const rows = await database.query(standingsQuery({ names }));
  return new Map(rows.map((row) => [row.subject, row.free_at]));
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

const takeQuery = prepared(({ subject, now, first, step, latest, furthest }: Pace) => {
  const isFree = sql`free_at <= ${latest} or free_at > ${furthest}`;
  const next = sql`iif(free_at <= ${now} or free_at > ${furthest}, excluded.free_at, free_at + ${step})`;
  return sql`insert into rates (subject, free_at) values (${subject}, ${first})
    on conflict (subject) do update set free_at = ${demanding(isFree, next)}`.compile(build);
});

const standingsQuery = prepared(({ names }: { names: string }) =>
  sql<Free & { subject: string }>`select subject, free_at from rates
    where subject in (select value from json_each(${names}))`.compile(build),
);

/** Further ahead than it can be is nothing, as when turns are taken. */
const fullestQuery = prepared(({ subject, furthest }: Pace) =>
  sql<Free>`select coalesce(max(free_at), 0) as free_at from rates
    where subject >= ${subject} and subject < ${subject} || char(1114111) and free_at <= ${furthest}`.compile(
    build,
  ),
);
