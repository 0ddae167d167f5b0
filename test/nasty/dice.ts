import { queries } from './queries.ts';
import { scripts } from './scripts.ts';
import { strings } from './strings.ts';
import { unicode } from './unicode.ts';

/** Every string of every corpus, each once. */
export const everyText: readonly string[] = [...new Set([...strings, ...unicode, ...queries, ...scripts])];

/** A number from 0 to 1 at each call, the same ones for the same seed (mulberry32). */
export function rollFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pickFrom<Value>(roll: () => number, values: readonly [Value, ...Value[]]): Value {
  return values[Math.floor(roll() * values.length)] ?? values[0];
}

/** Pieces of the corpora cut anywhere, between surrogates too, and put together. */
export function mixtures(seed: number, count: number): string[] {
  const roll = rollFrom(seed);
  const short = everyText.filter((text) => text.length < 200);
  const piece = () => {
    const text = pickFrom(roll, ['', ...short]);
    const from = Math.floor(roll() * text.length);
    return text.slice(from, from + 1 + Math.floor(roll() * 40));
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(roll() * 4) }, piece).join(''),
  );
}

/** Every n-th text, from another one at each run: for what is asked in so many ways that all would take long. */
export function everyNth(nth: number): string[] {
  return everyText.filter((_, index) => (index + seed) % nth === 0);
}

/** A seed of this run, or the one of `NASTY_SEED`, to see a failure again. */
export const seed = Number(process.env.NASTY_SEED) || Math.floor(Math.random() * 2 ** 31);
