import { dayMs, hourMs } from '../world/clock.ts';
import type { Random } from '../world/random.ts';

const second = 1000;
/** What waited in vain for so long has failed. */
export const mostWaitedMs = dayMs;

const pauses = [
  5 * second,
  30 * second,
  120 * second,
  600 * second,
  1800 * second,
  hourMs,
  2 * hourMs,
  4 * hourMs,
];
const longest = 4 * hourMs;
/** A channel that fails is tried sooner than each that waits for it: when it works again, all are due. */
const longestRest = 600 * second;

/** When something is tried again after so many tries; never where it has been tried for too long. */
export function againAt(
  { tries, createdAt, since = createdAt }: { tries: number; createdAt: number; since?: number },
  now: number,
  random: Random,
  askedMs = 0,
): { again?: number } {
  const pause = Math.max(jittered(pauses[tries - 1] ?? longest, random), askedMs);
  return now + pause > since + mostWaitedMs ? {} : { again: now + pause };
}

/** How long a channel rests that has failed so many times on end. */
export function restMs(failures: number, random: Random): number {
  return jittered(Math.min(pauses[failures - 1] ?? longestRest, longestRest), random);
}

/** A fifth more or less, so that what failed together does not come together. */
function jittered(ms: number, random: Random): number {
  const [byte = 0] = random(1);
  return Math.round(ms * (0.8 + (0.4 * byte) / 255));
}
