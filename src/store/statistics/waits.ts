import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import type { Period } from './days.ts';

/** How many comments waited about as long until a moderator first decided them, and how long all of them together. */
export interface WaitStep {
  moderatorId: string;
  step: number;
  count: number;
  waited: number;
}

export async function listWaitSteps(database: Database, { sites, first, last }: Period): Promise<WaitStep[]> {
  return database.query(
    sql<WaitStep>`select moderator_id as "moderatorId", step, sum(count) as count, sum(waited) as waited
      from wait_counts where site_id in ${among(sites)} and day between ${first} and ${last}
      group by moderator_id, step`.compile(build),
  );
}

/** How long comments waited from when they came to when somebody first decided them. */
export interface Waits {
  comments: number;
  medianMs: number;
  /** 95 of 100 waited no longer. */
  longMs: number;
}

/** Each of the two as the average of those that waited about as long; null where none was decided. */
export function sumUp(steps: readonly WaitStep[]): Waits | null {
  const merged = merge(steps);
  const comments = merged.reduce((sum, { count }) => sum + count, 0);
  if (comments === 0) return null;
  return { comments, medianMs: rankedAt(merged, 0.5 * comments), longMs: rankedAt(merged, 0.95 * comments) };
}

interface Step {
  count: number;
  waited: number;
}

/** Those of all moderators, the shortest waits first. */
function merge(steps: readonly WaitStep[]): Step[] {
  const merged = new Map<number, Step>();
  for (const { step, count, waited } of steps.toSorted((one, other) => one.step - other.step)) {
    const sum = merged.get(step) ?? { count: 0, waited: 0 };
    merged.set(step, { count: sum.count + count, waited: sum.waited + waited });
  }
  return [...merged.values()];
}

/** The nearest rank. */
function rankedAt(steps: readonly Step[], place: number): number {
  let seen = 0;
  for (const { count, waited } of steps) {
    seen += count;
    if (seen >= place) return Math.round(waited / count);
  }
  return 0;
}
