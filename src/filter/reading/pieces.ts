import type { Chunk } from './chunks.ts';
import { type Glyph, isWordly } from './glyphs.ts';
import { leetSigns, maskSigns } from './spellings.ts';
import { isSyllable } from './syllable.ts';

/** What hid a word: its letters stood apart, or were of another alphabet. */
export type Hiding = 'no' | 'apart' | 'foreign';

/** A word within a chunk, with the signs that belong to it. */
export interface Piece {
  from: number;
  to: number;
  hiding: Hiding;
}

export function piecesOf({ glyphs, joined }: Chunk): Piece[] {
  const hiding = joined ? 'apart' : 'no';
  if (glyphs.every(isWordly)) return [{ from: 0, to: glyphs.length, hiding }];
  const runs = runsOf(glyphs);
  if (runs.length === 1) return runs.map((run) => withOuterSigns(glyphs, run, hiding));
  const pieces: Piece[] = [];
  for (let at = 0; at < runs.length; ) {
    const count = singlesFrom(glyphs, runs, at);
    if (count > 1 && lettersIn(glyphs, runs, at, count) >= 2) {
      put(pieces, glyphs, runs[at], runs[at + count - 1], 'apart');
      at += count;
      continue;
    }
    // Single digits with signs between them are a number, and are not looked at again.
    const to = Math.max(at + 1, count > 1 && lettersIn(glyphs, runs, at, count) === 0 ? at + count : 0);
    for (; at < to; ) at += putOne(pieces, glyphs, runs, at, joined);
  }
  return pieces;
}

function putOne(
  pieces: Piece[],
  glyphs: readonly Glyph[],
  runs: readonly Run[],
  at: number,
  joined: boolean,
): number {
  const count = signsWithin(glyphs, runs, at);
  const first = runs[at];
  const hidden = joined || (count > 1 && first !== undefined && linked(glyphs, first.to));
  put(pieces, glyphs, first, runs[at + count - 1], hidden ? 'apart' : 'no');
  return count;
}

function put(
  pieces: Piece[],
  glyphs: readonly Glyph[],
  first: Run | undefined,
  last: Run | undefined,
  hiding: Hiding,
): void {
  if (first && last) pieces.push(withOuterSigns(glyphs, { from: first.from, to: last.to }, hiding));
}

interface Run {
  from: number;
  to: number;
}

/** Unbroken letters and digits. */
function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < glyphs.length; from++) {
    if (!isWordly(glyphs[from])) continue;
    let to = from;
    while (isWordly(glyphs[to])) to++;
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

const separators = ".-_*~/\\|,'`=:+·^•";

/** How many runs from here on are single characters with one sign between each: "đ.é.o". */
function singlesFrom(glyphs: readonly Glyph[], runs: readonly Run[], at: number): number {
  let count = 0;
  for (let run = runs[at]; run && run.to - run.from === 1; run = runs[at + count]) {
    const before = runs[at + count - 1];
    if (count > 0 && (!before || run.from - before.to !== 1 || !isSeparator(glyphs[before.to]))) break;
    count++;
  }
  return count;
}

function lettersIn(glyphs: readonly Glyph[], runs: readonly Run[], at: number, count: number): number {
  let letters = 0;
  for (let one = at; one < at + count; one++) if (glyphs[runs[one]?.from ?? -1]?.kind === 'letter') letters++;
  return letters;
}

function isSeparator(glyph: Glyph | undefined): boolean {
  if (glyph?.kind !== 'sign') return false;
  return separators.includes(glyph.text) || isPicture(glyph.text);
}

function isPicture(sign: string): boolean {
  return sign > '\u203b' && /\p{Extended_Pictographic}/u.test(sign);
}

function linked(glyphs: readonly Glyph[], at: number): boolean {
  return isSeparator(glyphs[at]) && !maskSigns.includes(glyphs[at]?.text ?? ' ');
}

/** How many runs from here on are one word with signs in it: "sh!t", "l**n", "b`uồi", "l.ồn". */
function signsWithin(glyphs: readonly Glyph[], runs: readonly Run[], at: number): number {
  const [first, second, third] = [runs[at], runs[at + 1], runs[at + 2]];
  if (!first || !second) return 1;
  if (third && belong(glyphs, first, second) && belong(glyphs, second, third)) return 3;
  return belong(glyphs, first, second) || splitSyllable(glyphs, first, second) ? 2 : 1;
}

function belong(glyphs: readonly Glyph[], { from, to }: Run, next: Run): boolean {
  if (next.from - to > 4) return false;
  let stars = 0;
  for (let at = to; at < next.from; at++) {
    const sign = glyphs[at]?.text ?? ' ';
    if (!leetSigns.includes(sign) && !maskSigns.includes(sign)) return false;
    if (sign === '*') stars++;
  }
  if (stars === next.from - to) return true;
  return next.from - to <= 2 && !(hasVowel(glyphs, from, to) && hasVowel(glyphs, next.from, next.to));
}

function hasVowel(glyphs: readonly Glyph[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ('aeiouy'.includes(glyphs[at]?.bare ?? '-')) return true;
  return false;
}

/** Two halves of a syllable of which one could not stand alone. */
function splitSyllable(glyphs: readonly Glyph[], first: Run, second: Run): boolean {
  if (second.from - first.to !== 1 || second.to - first.from > 8 || !isSeparator(glyphs[first.to]))
    return false;
  const alone = hasVowel(glyphs, first.from, first.to) && hasVowel(glyphs, second.from, second.to);
  if (alone && first.to - first.from > 1 && second.to - second.from > 1) return false;
  const letters = [...glyphs.slice(first.from, first.to), ...glyphs.slice(second.from, second.to)];
  return (
    letters.every(({ kind }) => kind === 'letter') && isSyllable(letters.map(({ bare }) => bare).join(''))
  );
}

/** Takes in a star that ends or begins the word, and a tone typed after it. */
function withOuterSigns(glyphs: readonly Glyph[], { from, to }: Run, hiding: Hiding): Piece {
  if (from === 0 && to === glyphs.length) return { from, to, hiding };
  let [start, end] = [from, to];
  const starred = (at: number) => glyphs[at]?.text === '*';
  while (end - to < 3 && starred(end)) end++;
  if (end === to && "'`~".includes(glyphs[end]?.text ?? ' ') && !isWordly(glyphs[end + 1])) end++;
  if (end === to && starred(from - 1) && !starred(from - 2)) start--;
  if (start === from && end === to && glyphs[from - 1]?.text === '$' && glyphs[from]?.kind === 'letter')
    start--;
  return { from: start, to: end, hiding };
}
