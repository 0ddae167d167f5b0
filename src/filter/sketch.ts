import type { Reading } from './reading.ts';

/** How many values a sketch has, and hexadecimal digits a value. */
const [values, digits] = [16, 4];
/** Three words in a row, or as many as there are. */
const shingle = 3;

/**
 * A short mark of what a text says, 64 characters long: texts that share most runs of three words have close marks,
 * whatever the case, signs, disguises and Vietnamese marks. Empty for a text without words.
 */
export function textSketch({ written }: Reading): string {
  if (written.length === 0) return '';
  const least = new Uint32Array(values).fill(0xffffffff);
  const last = Math.max(written.length - shingle, 0);
  for (let at = 0; at <= last; at++) {
    let hash = 0x811c9dc5;
    for (let word = at; word < Math.min(at + shingle, written.length); word++)
      hash = mixed(hash, written[word]?.bare ?? '');
    keepLeast(least, hash);
  }
  return Array.from(least, (value) => (value >>> 16).toString(16).padStart(digits, '0')).join('');
}

/** 0 for texts with the same words in the same order, 1 for texts that have nothing in common. */
export function sketchDistance(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : 1;
  let same = 0;
  for (let at = 0; at < values * digits; at += digits) if (isSameAt(one, other, at)) same++;
  return 1 - same / values;
}

function isSameAt(one: string, other: string, value: number): boolean {
  for (let at = value; at < value + digits; at++)
    if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
  return true;
}

/** FNV-1a over the letters of a word and the space after it. */
function mixed(hash: number, word: string): number {
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ 32, 0x01000193);
}

/** Keeps for each of the values the least hash that its own permutation gives (min-hash). */
function keepLeast(least: Uint32Array, hash: number): void {
  for (let value = 0; value < values; value++) {
    let permuted = Math.imul(hash ^ Math.imul(value + 1, 0x9e3779b1), 0x85ebca6b);
    permuted = Math.imul(permuted ^ (permuted >>> 13), 0xc2b2ae35);
    permuted = (permuted ^ (permuted >>> 16)) >>> 0;
    if (permuted < (least[value] ?? 0)) least[value] = permuted;
  }
}
