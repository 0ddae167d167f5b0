import { space, wordly } from './letters.ts';
import type { View } from './view.ts';

/** How many features there are; each n-gram is hashed to one of them. */
export const buckets = 2 ** 16;

/** The n-grams of a text: of each its feature, and the part of the text that it was read from. */
export interface Grams {
  length: number;
  feature: Uint16Array;
  start: Uint32Array;
  end: Uint32Array;
}

export const noGrams = (): Grams => ({
  length: 0,
  feature: new Uint16Array(0),
  start: new Uint32Array(0),
  end: new Uint32Array(0),
});

/** Makes `grams` empty, with room for so many. */
export function clear(grams: Grams, most: number): void {
  grams.length = 0;
  if (grams.feature.length >= most) return;
  grams.feature = new Uint16Array(most * 2);
  grams.start = new Uint32Array(most * 2);
  grams.end = new Uint32Array(most * 2);
}

/** Adds the pieces of up to `most` units that cross no border of words but may start or end with one. */
export function addPieces(grams: Grams, view: View, least: number, most: number, seed: number): void {
  const { units, places, length } = view;
  for (let from = 0; from < length; from++) {
    let hash = seed;
    const until = Math.min(length, from + most);
    for (let at = from; at < until; at++) {
      const unit = units[at] ?? space;
      hash = mix(hash, unit);
      const size = at - from + 1;
      if (size >= least) add(grams, (hash + size) | 0, places[from] ?? 0, places[at + 1] ?? 0);
      if (unit === space && size > 1) break;
    }
  }
}

/** Adds each word, and each pair of words with whatever stands between them. */
export function addWords(grams: Grams, view: View, seed: number, pairs: boolean): void {
  const { units, places, length } = view;
  let hash = 0;
  let start = -1;
  let before = 0;
  let startBefore = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? space;
    if (isWordly(unit)) {
      if (start < 0) {
        hash = ~seed;
        start = places[at] ?? 0;
      }
      hash = mix(hash, unit);
    } else if (start >= 0) {
      const end = places[at] ?? 0;
      add(grams, hash, start, end);
      if (pairs && before !== 0) add(grams, (Math.imul(before, 31) + hash) | 0, startBefore, end);
      before = hash;
      startBefore = start;
      start = -1;
    }
  }
}

function add(grams: Grams, hash: number, start: number, end: number): void {
  const at = grams.length++;
  grams.feature[at] = finish(hash);
  grams.start[at] = start;
  grams.end[at] = end;
}

function isWordly(unit: number): boolean {
  return unit < wordly.length ? wordly[unit] === 1 : unit < 0xd800 || unit > 0xdfff;
}

function mix(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x01000193);
  return (mixed << 13) | (mixed >>> 19);
}

/** The finishing steps of MurmurHash3, without which the low bits of such hashes are poor. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) & (buckets - 1);
}
