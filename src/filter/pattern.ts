import { entriesOf, type Match } from './lexicon.ts';
import { withoutMarks } from './reading/forms.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';

interface Wanted {
  text: string;
  bare: string;
}

/** The ways to say one part, by the unmarked word that they begin with. */
type Part = ReadonlyMap<string, readonly (readonly Wanted[])[]>;

/** Parts that follow each other within a sentence, with a few words between. */
interface Pattern {
  first: Part;
  others: readonly Part[];
  group: string;
}

/** Patterns by the unmarked word that they begin with. */
export type Patterns = ReadonlyMap<string, readonly Pattern[]>;

/** So many words may stand between two parts. */
const mostBetween = 4;

/** Compiles groups of patterns: one a line, `..` between its parts, `|` between the ways to say one; `#` starts a heading. */
export function patternsOf(groups: Readonly<Record<string, string>>): Patterns {
  const patterns = new Map<string, Pattern[]>();
  for (const [group, list] of Object.entries(groups))
    for (const line of entriesOf(list)) {
      const [first = new Map(), ...others] = line.split('..').map(partOf);
      for (const word of first.keys()) add(patterns, word, { first, others, group });
    }
  return patterns;
}

function partOf(written: string): Part {
  const part = new Map<string, Wanted[][]>();
  for (const way of written.normalize('NFC').toLowerCase().split('|')) {
    const words = way.trim().split(/\s+/);
    const wanted = words.map((text) => ({ text, bare: withoutMarks(text) }));
    add(part, wanted[0]?.bare ?? '', wanted);
  }
  for (const ways of part.values()) ways.sort((one, other) => other.length - one.length);
  return part;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Where patterns occur, the longest at each place, not overlapping. */
export function patternsIn(patterns: Patterns, reading: Reading): Match[] {
  const words = reading.spoken;
  const found: Match[] = [];
  for (let at = 0; at < words.length; at++) {
    const beginning = patterns.get(words[at]?.bare ?? '');
    if (!beginning) continue;
    let to = 0;
    let group = '';
    for (const pattern of beginning) {
      const end = endOf(pattern, reading, at);
      if (end <= to) continue;
      to = end;
      group = pattern.group;
    }
    if (to === 0) continue;
    found.push(matched(group, words, at, to));
    at = to - 1;
  }
  return found;
}

/** The place after the last part of a pattern that begins here; 0 where it does not. */
function endOf({ first, others }: Pattern, reading: Reading, at: number): number {
  let to = endOfPart(first, reading, at);
  for (const part of others) {
    if (to === 0) return 0;
    to = endOfNext(part, reading, to);
  }
  return to;
}

function endOfNext(part: Part, reading: Reading, from: number): number {
  const last = Math.min(from + mostBetween, reading.spoken.length - 1);
  for (let at = from; at <= last; at++) {
    if (endsSentence(reading, at)) return 0;
    const to = endOfPart(part, reading, at);
    if (to > 0) return to;
  }
  return 0;
}

function endOfPart(part: Part, reading: Reading, at: number): number {
  const word = reading.spoken[at];
  if (!word) return 0;
  for (const { bare } of word.forms) {
    const ways = part.get(bare);
    if (!ways) continue;
    for (const way of ways) if (isSaid(way, reading, at)) return at + way.length;
  }
  return 0;
}

function isSaid(way: readonly Wanted[], { spoken, marking }: Reading, at: number): boolean {
  for (let next = 0; next < way.length; next++) {
    const [wanted, word] = [way[next], spoken[at + next]];
    if (!wanted || !word) return false;
    // Without any mark only where the whole text has none.
    const isBare = marking === 'none' && word.text === wanted.bare;
    if (!isBare && !word.forms.some(({ text }) => text === wanted.text)) return false;
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
