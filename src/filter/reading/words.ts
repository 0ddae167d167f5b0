import type { Span } from '../finding.ts';
import type { Chunk } from './chunks.ts';
import { type Form, formsOf } from './forms.ts';
import type { Glyph } from './glyphs.ts';
import { isLoan } from './loans.ts';
import { type Hiding, piecesOf } from './pieces.ts';
import { isSyllable, syllableEnds } from './syllable.ts';

/** One word as it is meant, with its place in the text as it was typed. */
export interface Word extends Span {
  /** In lower case, composed, without what only hides it. */
  text: string;
  /** The same without marks, and `d` for `đ`. */
  bare: string;
  /** Whether nothing that ends a phrase stands between it and the word before. */
  adjoins: boolean;
  hiding: Hiding | 'glued';
  /** Which part it is of a word that was cut into syllables; none where it is whole. */
  part?: 'first' | 'inner' | 'last';
  /** All it may be read as, the plain reading first. */
  forms: readonly Form[];
}

/** The words of a text, once as they are written and once with glued ones cut into syllables. */
export interface Words {
  written: readonly Word[];
  spoken: readonly Word[];
}

export function wordsOf(chunks: readonly Chunk[]): Words {
  const written: Word[] = [];
  const spoken: Word[] = [];
  let open = false;
  for (const chunk of chunks) {
    if (chunk.code) {
      written.push(codeOf(chunk.glyphs));
      open = false;
      continue;
    }
    const pieces = piecesOf(chunk);
    let before = 0;
    for (const { from, to, hiding } of pieces) {
      const adjoins = (before > 0 || open) && joins(chunk.glyphs, before, from);
      const whole = from === 0 && to === chunk.glyphs.length;
      const glyphs = whole ? chunk.glyphs : chunk.glyphs.slice(from, to);
      const word = wordOf(glyphs, hiding, adjoins);
      written.push(word);
      if (isSyllable(word.bare)) spoken.push(word);
      else for (const part of syllablesOf(word, glyphs)) spoken.push(part);
      before = to;
    }
    // A lone hyphen between spaces joins as it would without them.
    if (pieces.length > 0) open = before === chunk.glyphs.length;
    else open &&= chunk.glyphs.length === 1 && chunk.glyphs[0]?.text === '-';
  }
  return { written, spoken };
}

function joins(glyphs: readonly Glyph[], from: number, to: number): boolean {
  // Before the first word of a chunk nothing may stand, between two of them one sign that does not end a thought.
  if (from === 0) return to === 0;
  for (let at = from; at < to; at++) if (!"-_.~*/'+".includes(glyphs[at]?.text ?? ' ')) return false;
  return true;
}

function wordOf(glyphs: readonly Glyph[], hiding: Word['hiding'], adjoins: boolean): Word {
  const forms = formsOf(glyphs);
  const [{ text, bare } = { text: '', bare: '' }] = forms;
  return {
    text,
    bare,
    start: glyphs[0]?.start ?? 0,
    end: glyphs.at(-1)?.end ?? 0,
    adjoins,
    hiding: hiding === 'no' && isMixed(glyphs) ? 'foreign' : hiding,
    forms,
  };
}

/** A code is read as it stands and in no other way, and ends a phrase. */
function codeOf(glyphs: readonly Glyph[]): Word {
  const text = glyphs.map((glyph) => glyph.text).join('');
  const [start, end] = [glyphs[0]?.start ?? 0, glyphs.at(-1)?.end ?? 0];
  const forms: Form[] = [{ text, bare: text, by: 'plain' }];
  return { text, bare: text, start, end, adjoins: false, hiding: 'no', forms };
}

/** Whether letters of another alphabet stand among Latin ones. */
function isMixed(glyphs: readonly Glyph[]): boolean {
  return (
    glyphs.some((glyph) => glyph.foreign) && glyphs.some((glyph) => glyph.kind === 'letter' && !glyph.foreign)
  );
}

/** The syllables of a word written in one piece (`ditme`), or the word itself. */
function syllablesOf(word: Word, raw: readonly Glyph[]): Word[] {
  const glyphs = raw.filter(({ kind }) => kind === 'letter');
  if (glyphs.length < 4 || isLoan(word.text) || raw.some(({ kind }) => kind === 'digit')) return [word];
  const letters = glyphs.map(({ bare }) => bare).join('');
  const ends = letters.length === glyphs.length ? syllableEnds(letters) : [];
  if (ends.length < 2) return [word];
  return ends.map((end, at) => ({
    ...wordOf(
      glyphs.slice(ends[at - 1] ?? 0, end),
      word.hiding === 'apart' ? 'apart' : 'glued',
      at > 0 || word.adjoins,
    ),
    part: partAt(at, ends.length),
  }));
}

function partAt(at: number, count: number): 'first' | 'inner' | 'last' {
  if (at === 0) return 'first';
  return at === count - 1 ? 'last' : 'inner';
}
