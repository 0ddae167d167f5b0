import type { Dice } from './dice.ts';

const hourMs = 3_600_000;
const zoneMs = 7 * hourMs;
export const daysBack = 90;

/** How much is written in each hour of a day in Vietnam: least at night, most at noon and in the evening. */
const rhythm = [
  10, 5, 3, 2, 3, 8, 22, 42, 58, 62, 64, 72, 80, 62, 56, 58, 60, 62, 64, 78, 95, 98, 70, 32,
] as const;

/** When so many comments came, oldest first, over the last days up to then. */
export function* arrivals(count: number, until: number, dice: Dice): Generator<number> {
  const first = until - daysBack * 24 * hourMs;
  const weights = Array.from({ length: daysBack * 24 }, (_, hour) => weightOf(first + hour * hourMs, dice));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [weighed, given] = [0, 0];
  for (const [hour, weight] of weights.entries()) {
    weighed += weight;
    const due = Math.round((weighed / whole) * count) - given;
    given += due;
    yield* sortedWithin(first + hour * hourMs, due, dice);
  }
}

function weightOf(at: number, dice: Dice): number {
  const hours = Math.floor((at + zoneMs) / hourMs);
  const weekend = [2, 3].includes(Math.floor(hours / 24) % 7) ? 0.75 : 1;
  return (rhythm[hours % 24] ?? 1) * weekend * dice.between(0.7, 1.4);
}

function sortedWithin(start: number, count: number, dice: Dice): number[] {
  return Array.from({ length: count }, () => start + dice.below(hourMs)).sort((a, b) => a - b);
}
