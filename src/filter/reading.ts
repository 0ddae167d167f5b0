import type { Span } from './finding.ts';
import { type Chunk, chunksOf } from './reading/chunks.ts';
import { type Glyph, glyphsOf } from './reading/glyphs.ts';
import { isSyllable } from './reading/syllable.ts';
import { type Word, wordsOf } from './reading/words.ts';

/** A text as a person reads it, made once for all rules. Every place in it is an offset into `text`. */
export interface Reading {
  /** As it was typed. */
  text: string;
  /** In lower case, without disguises and codes; letters and digits that were spaced apart are joined. */
  canonical: string;
  /** For each UTF-16 unit of `canonical`, where in `text` its character starts and ends. */
  starts: Int32Array;
  ends: Int32Array;
  written: readonly Word[];
  spoken: readonly Word[];
  marking: Marking;
}

/** Whether the Vietnamese in a text is written with its marks. */
export type Marking = 'full' | 'mixed' | 'none';

/** Reads a text in linear time. */
export function read(text: string): Reading {
  const chunks = chunksOf(glyphsOf(text));
  const { written, spoken } = wordsOf(chunks);
  return { text, ...canonicalOf(chunks), written, spoken, marking: markingOf(spoken) };
}

function canonicalOf(chunks: readonly Chunk[]) {
  const length = chunks.reduce((sum, { glyphs }) => sum + 1 + lengthOf(glyphs), 0);
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)];
  let canonical = '';
  let before = 0;
  const put = (text: string, start: number, end: number) => {
    for (let at = canonical.length; at < canonical.length + text.length; at++) {
      starts[at] = start;
      ends[at] = end;
    }
    canonical += text;
    before = end;
  };
  for (const { glyphs, newLine, code } of chunks) {
    if (code) continue;
    if (canonical !== '') put(newLine ? '\n' : ' ', before, glyphs[0]?.start ?? before);
    for (const { text, start, end } of glyphs) put(text, start, end);
  }
  return { canonical, starts, ends };
}

function lengthOf(glyphs: readonly Glyph[]): number {
  let length = 0;
  for (const { text } of glyphs) length += text.length;
  return length;
}

/** A vote of the words that are Vietnamese syllables, without those that were hidden. */
function markingOf(words: readonly Word[]): Marking {
  let [voters, marked] = [0, 0];
  for (const { text, bare, hiding, forms } of words) {
    if (hiding !== 'no' || forms.length > 1 || !isSyllable(bare)) continue;
    voters++;
    if (text !== bare) marked++;
  }
  if (marked === 0 || (voters > 6 && marked <= voters * 0.1)) return 'none';
  return marked < voters * 0.35 ? 'mixed' : 'full';
}

/** The same text with nothing at these places of what was typed. */
export function blanked(reading: Reading, places: readonly Partial<Span>[]): Reading {
  const { starts, ends } = reading;
  const isBlank = (at: number) =>
    places.some(({ start = 0, end = 0 }) => start <= (starts[at] ?? 0) && (ends[at] ?? 0) <= end);
  const units = Array.from({ length: reading.canonical.length }, (_, at) =>
    isBlank(at) ? ' ' : reading.canonical[at],
  );
  return { ...reading, canonical: units.join('') };
}
