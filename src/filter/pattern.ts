import { entriesOf, type Match } from './lexicon.ts';
import { withoutMarks } from './reading/forms.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';
import { type Said, saidIn, slipsOf } from './said.ts';

interface Wanted {
  text: string;
  bare: string;
  slips: readonly string[];
}

/** The ways to say one part, by the unmarked word that they begin with. */
type Part = ReadonlyMap<string, readonly (readonly Wanted[])[]>;

/** Parts that follow each other within a sentence, with a few words between. */
interface Pattern {
  first: Part;
  others: readonly Part[];
  /** The number of the first of `others` among those of all patterns. */
  number: number;
  group: string;
}

/** What begins with one unmarked word. */
interface Beginning {
  patterns: Pattern[];
  /** The numbers of the parts, other than first ones. */
  parts: number[];
}

export interface Patterns {
  beginnings: ReadonlyMap<string, Beginning>;
  /** Of each part, after how many words of the present text it last begins: room for `patternsIn` to work in. */
  last: Int32Array;
}

interface Text {
  reading: Reading;
  said: Said;
}

/** So many words may stand between two parts. */
const mostBetween = 4;

/** Compiles groups of patterns: one a line, `..` between its parts, `|` between the ways to say one; `#` starts a heading. */
export function patternsOf(groups: Readonly<Record<string, string>>): Patterns {
  const beginnings = new Map<string, Beginning>();
  let number = 0;
  for (const [group, list] of Object.entries(groups))
    for (const line of entriesOf(list)) {
      const [first = new Map(), ...others] = line.split('..').map(partOf);
      for (const word of first.keys())
        beginningWith(beginnings, word).patterns.push({ first, others, number, group });
      for (const part of others) {
        for (const word of part.keys()) beginningWith(beginnings, word).parts.push(number);
        number++;
      }
    }
  return { beginnings, last: new Int32Array(number) };
}

function beginningWith(beginnings: Map<string, Beginning>, word: string): Beginning {
  const beginning = beginnings.get(word) ?? { patterns: [], parts: [] };
  beginnings.set(word, beginning);
  return beginning;
}

function partOf(written: string): Part {
  const part = new Map<string, Wanted[][]>();
  for (const way of written.normalize('NFC').toLowerCase().split('|')) {
    const words = way.trim().split(/\s+/);
    const wanted = words.map((text) => ({ text, bare: withoutMarks(text), slips: slipsOf(text) }));
    const word = wanted[0]?.bare ?? '';
    part.set(word, [...(part.get(word) ?? []), wanted]);
  }
  for (const ways of part.values()) ways.sort((one, other) => other.length - one.length);
  return part;
}

/** Where patterns occur, the longest at each place, not overlapping. */
export function patternsIn(patterns: Patterns, reading: Reading): Match[] {
  const text: Text = { reading, said: saidIn(reading) };
  const found: Match[] = [];
  let free = 0;
  for (const { at, begun } of placesIn(patterns, text)) {
    if (at < free) continue;
    const { to, group } = longestOf(begun, patterns.last, text, at);
    if (to === 0) continue;
    found.push(matched(group, reading.spoken, at, to));
    free = to;
  }
  return found;
}

interface Place {
  at: number;
  begun: readonly Pattern[];
}

/** Where patterns may begin. Notes where each part last does: most patterns need not be looked for, as a part of theirs comes no more. */
function placesIn({ beginnings, last }: Patterns, { said }: Text): Place[] {
  const places: Place[] = [];
  last.fill(0);
  for (let at = 0; at < said.length; at++)
    for (const { bare } of said[at] ?? []) {
      const beginning = beginnings.get(bare);
      if (!beginning) continue;
      for (const part of beginning.parts) last[part] = at + 1;
      if (beginning.patterns.length > 0) places.push({ at, begun: beginning.patterns });
    }
  return places;
}

const nothing = { to: 0, group: '' };

function longestOf(begun: readonly Pattern[], last: Int32Array, text: Text, at: number) {
  let longest = nothing;
  for (const pattern of begun) {
    const to = mayFollow(pattern, last, at) ? endOf(pattern, text, at) : 0;
    if (to > longest.to) longest = { to, group: pattern.group };
  }
  return longest;
}

function mayFollow({ others, number }: Pattern, last: Int32Array, at: number): boolean {
  for (let next = 0; next < others.length; next++) if ((last[number + next] ?? 0) <= at + 1) return false;
  return true;
}

/** The place after the last part of a pattern that begins here; 0 where it does not. */
function endOf({ first, others }: Pattern, text: Text, at: number): number {
  let to = endOfPart(first, text, at);
  for (const part of others) {
    if (to === 0) return 0;
    to = endOfNext(part, text, to);
  }
  return to;
}

function endOfNext(part: Part, text: Text, from: number): number {
  const last = Math.min(from + mostBetween, text.said.length - 1);
  for (let at = from; at <= last; at++) {
    if (endsSentence(text.reading, at)) return 0;
    const to = endOfPart(part, text, at);
    if (to > 0) return to;
  }
  return 0;
}

function endOfPart(part: Part, text: Text, at: number): number {
  for (const { bare } of text.said[at] ?? []) {
    const ways = part.get(bare);
    if (!ways) continue;
    for (const way of ways) if (isSaid(way, text, at)) return at + way.length;
  }
  return 0;
}

function isSaid(way: readonly Wanted[], { said, reading: { marking } }: Text, at: number): boolean {
  for (let next = 0; next < way.length; next++) {
    const [wanted, forms] = [way[next], said[at + next]];
    if (!wanted || !forms) return false;
    // Without any mark only where the whole text has none.
    const isBare = marking === 'none' && forms[0]?.text === wanted.bare;
    if (!isBare && !forms.some(({ text }) => text === wanted.text || wanted.slips.includes(text)))
      return false;
  }
  return true;
}

function endsSentence({ spoken, text }: Reading, at: number): boolean {
  const from = spoken[at - 1]?.end ?? 0;
  const to = spoken[at]?.start ?? 0;
  const between = text.slice(from, to);
  return between !== ' ' && /[.!?\n]/.test(between);
}

function matched(group: string, words: readonly Word[], from: number, to: number): Match {
  const said = words.slice(from, to);
  return {
    entry: { words: said.map(({ text, bare }) => ({ text, bare })), sense: '', group },
    strength: 'full',
    hidden: false,
    from,
    to,
    start: said[0]?.start ?? 0,
    end: said.at(-1)?.end ?? 0,
  };
}
