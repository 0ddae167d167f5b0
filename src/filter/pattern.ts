import { entriesOf, type Match } from './lexicon.ts';
import { withoutMarks } from './reading/forms.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';

interface Wanted {
  text: string;
  bare: string;
}

type Ways = readonly (readonly Wanted[])[];

/** Parts that follow each other within a sentence, each said in one of several ways, with a few words between. */
interface Pattern {
  parts: readonly Ways[];
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
      const pattern = { parts: line.split('..').map(waysOf), group };
      const firsts = new Set(pattern.parts[0]?.map(([first]) => first?.bare ?? ''));
      for (const first of firsts) patterns.set(first, [...(patterns.get(first) ?? []), pattern]);
    }
  return patterns;
}

function waysOf(part: string): Wanted[][] {
  const ways = part.normalize('NFC').toLowerCase().split('|');
  return ways.map((way) =>
    way
      .trim()
      .split(/\s+/)
      .map((text) => ({ text, bare: withoutMarks(text) })),
  );
}

/** Where patterns occur, the longest at each place, not overlapping. */
export function patternsIn(patterns: Patterns, reading: Reading): Match[] {
  const words = reading.spoken;
  const found: Match[] = [];
  for (let at = 0; at < words.length; at++) {
    const { bare = '' } = words[at] ?? {};
    const ends = (patterns.get(bare) ?? []).map((pattern) => ({ pattern, to: endOf(pattern, reading, at) }));
    const [longest] = ends.sort((one, other) => other.to - one.to);
    if (!longest || longest.to === 0) continue;
    found.push(matched(longest.pattern, words, at, longest.to));
    at = longest.to - 1;
  }
  return found;
}

/** The place after the last part of a pattern that begins here; 0 where it does not. */
function endOf({ parts }: Pattern, reading: Reading, at: number): number {
  const [first = [], ...others] = parts;
  let to = endOfWay(first, reading, at);
  for (const ways of others) {
    if (to === 0) return 0;
    to = endOfNext(ways, reading, to);
  }
  return to;
}

function endOfNext(ways: Ways, reading: Reading, from: number): number {
  for (let at = from; at <= from + mostBetween && at < reading.spoken.length; at++) {
    if (endsSentence(reading, at)) return 0;
    const to = endOfWay(ways, reading, at);
    if (to > 0) return to;
  }
  return 0;
}

function endOfWay(ways: Ways, reading: Reading, at: number): number {
  const way = ways.find((wanted) => wanted.every((word, next) => isSaid(word, reading, at + next)));
  return way ? at + way.length : 0;
}

/** As it is written, or without any mark where the text has none. */
function isSaid({ text, bare }: Wanted, { spoken, marking }: Reading, at: number): boolean {
  const word = spoken[at];
  if (!word) return false;
  if (word.forms.some((form) => form.text === text)) return true;
  return marking === 'none' && word.text === bare;
}

function endsSentence({ spoken, text }: Reading, at: number): boolean {
  const [before, word] = [spoken[at - 1], spoken[at]];
  return before !== undefined && word !== undefined && /[.!?\n]/.test(text.slice(before.end, word.start));
}

function matched({ group }: Pattern, words: readonly Word[], from: number, to: number): Match {
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
