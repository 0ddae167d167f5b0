import { addPieces, addWords, buckets, clear, type Grams, noGrams } from './grams.ts';
import { bare, plain } from './letters.ts';
import { emptyView, fill } from './view.ts';

/**
 * Reads a canonical text's n-grams: pieces of words of 1 to 5 letters, words and pairs of words, and the same
 * without diacritics, apart from the former as "lớn" must not weigh what the bare form of "lồn" weighs. The
 * answer is valid until the next call: comments are read one at a time, and new arrays for each cost more.
 */
export function gramsOf(text: string): Grams {
  clear(grams, mostGrams(text));
  fill(view, text, plain, 2);
  addPieces(grams, view, 1, 5, markedSeed);
  addWords(grams, view, markedSeed, true);
  fill(view, text, bare, 1);
  addPieces(grams, view, 3, 4, bareSeed);
  addWords(grams, view, bareSeed, true);
  return grams;
}

/** The features of a canonical text, each once, in the order in which they first occur. */
export function featuresOf(text: string): Uint16Array {
  return eachOnce(gramsOf(text));
}

/** The features of its words alone, with and without diacritics. */
export function wordFeaturesOf(text: string): Uint16Array {
  clear(grams, mostGrams(text));
  fill(view, text, plain, 2);
  addWords(grams, view, markedSeed, false);
  fill(view, text, bare, 1);
  addWords(grams, view, bareSeed, false);
  return eachOnce(grams);
}

const grams = noGrams();
const view = emptyView();
const markedSeed = 0x011c9dc5;
const bareSeed = 0x51ed270b;

/** At a unit begin at most 5 and 2 pieces, and at every other one a word and a pair of words, twice. */
function mostGrams(text: string): number {
  return (text.length + 2) * 9;
}

function eachOnce({ feature, length }: Grams): Uint16Array {
  const once = new Uint16Array(length);
  let count = 0;
  beginTurn();
  for (let at = 0; at < length; at++) {
    const one = feature[at] ?? 0;
    if (seen[one] === turn) continue;
    seen[one] = turn;
    once[count++] = one;
  }
  return once.subarray(0, count);
}

/** The turn at which each feature was last seen: a set that need not be emptied. */
const seen = new Uint16Array(buckets);
let turn = 0;

function beginTurn(): void {
  turn = (turn + 1) % 2 ** 16;
  if (turn !== 0) return;
  seen.fill(0);
  turn = 1;
}
