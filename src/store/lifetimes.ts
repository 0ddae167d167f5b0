import { sql } from 'kysely';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long each thing lives that ends by itself; the longest, where it may be chosen. */
export const claimMs = 2 * minuteMs;
export const challengeMs = 10 * minuteMs;
export const longestAttemptsMs = 15 * minuteMs;
export const sessionMs = 12 * hourMs;
export const linkMs = 24 * hourMs;
export const longestBlockMs = 365 * 24 * hourMs;
export const evidenceMs = 30 * 24 * hourMs;

/** By so much the clocks of machines that share a database may differ. */
export const skewMs = minuteMs;

/**
 * Whether what ends at a time lives. It is over once that has come, and also where that is further ahead than anything
 * made now could end: then it was made while the clock was wrong, and would live for years.
 */
export function lives(endsAt: number, now: number, lifetimeMs: number): boolean {
  return endsAt > now && endsAt <= now + lifetimeMs + skewMs;
}

/** The same of a column. */
export function columnLives(column: string, now: number, lifetimeMs: number) {
  const endsAt = sql.ref(column);
  return sql<boolean>`(${endsAt} > ${now} and ${endsAt} <= ${now + lifetimeMs + skewMs})`;
}

/** The opposite; of null, neither is true. */
export function columnIsOver(column: string, now: number, lifetimeMs: number) {
  const endsAt = sql.ref(column);
  return sql<boolean>`(${endsAt} <= ${now} or ${endsAt} > ${now + lifetimeMs + skewMs})`;
}
