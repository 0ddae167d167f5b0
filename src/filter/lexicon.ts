import type { Span } from './finding.ts';
import { type Form, withoutMarks } from './reading/forms.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';
import { type Judged, judge } from './sense.ts';

/**
 * How far an entry counts when it is typed without its marks. By default: in comments written without marks.
 * `!` everywhere, `^` in comments with marks and else as weak evidence, `~` only in comments with marks, `?` as weak evidence only, `=` never, `%` the entry counts only where somebody hid it.
 */
export type Sense = '' | '!' | '^' | '~' | '?' | '=' | '%';

export interface Entry {
  words: readonly { text: string; bare: string }[];
  sense: Sense;
  /** The group of the list it stands in. */
  group: string;
}

/** Entries as a tree over the unmarked forms of their words, grown when it is first asked for. */
export interface Lexicon {
  readonly root: Node;
}

interface Node {
  next: Map<string, Node>;
  entries: Entry[];
  /** Where words with letters left out (`l*n`) may lead to; made when the first such word comes. */
  masks?: Map<string, Node[]>;
}

/** An entry found in a text. */
export interface Match extends Judged, Span {
  /** The first of its words, and the first one after them. */
  from: number;
  to: number;
}

/** The phrase that a match was found as. */
export function meantBy({ entry }: Match): string {
  return entry.words.map(({ text }) => text).join(' ');
}

/** Compiles groups of entries: one a line, `a|b c` for alternatives, a sense at the end; `0` is any number; `#` starts a heading. */
export function lexiconOf(groups: Readonly<Record<string, string>>): Lexicon {
  let root: Node | undefined;
  return {
    get root() {
      root ??= treeOf(groups);
      return root;
    },
  };
}

function treeOf(groups: Readonly<Record<string, string>>): Node {
  const root: Node = { next: new Map(), entries: [] };
  for (const [group, list] of Object.entries(groups))
    for (const entry of entriesOf(list).flatMap((line) => entriesAt(line, group))) put(root, entry);
  return root;
}

/** The lines of a list that are no headings. */
export function entriesOf(list: string): string[] {
  const lines = list.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

function entriesAt(line: string, group: string): Entry[] {
  const [, phrase = '', sense = ''] = /^(.*?)(?: ([!^~?=%]))?$/.exec(line) ?? [];
  return phrasesOf(phrase).map((words) => ({
    words: words.map((text) => ({ text, bare: withoutMarks(text) })),
    sense: sense as Sense,
    group,
  }));
}

/** All that a phrase with alternatives stands for, word by word. */
export function phrasesOf(phrase: string): string[][] {
  const places = phrase
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s-]+/)
    .map((place) => place.split('|'));
  return places.reduce<string[][]>(
    (before, place) => before.flatMap((words) => place.map((word) => [...words, word])),
    [[]],
  );
}

function put(root: Node, entry: Entry): void {
  let node = root;
  for (const { bare } of entry.words) {
    const next = node.next.get(bare) ?? { next: new Map(), entries: [] };
    node.next.set(bare, next);
    node = next;
  }
  node.entries.push(entry);
}

/** Each word that can follow, with each stretch of it, but not all, starred out. */
function masksOf(node: Node): Map<string, Node[]> {
  const masks = new Map<string, Node[]>();
  for (const [word, next] of node.next)
    for (const mask of masksFor(word)) masks.set(mask, [...(masks.get(mask) ?? []), next]);
  return masks;
}

function masksFor(word: string): string[] {
  const masks: string[] = [];
  if (word.length > 6) return masks;
  for (let from = 0; from < word.length; from++)
    for (let to = from + 1; to <= word.length; to++)
      if (to - from < word.length) masks.push(`${word.slice(0, from)}*${word.slice(to)}`);
  return masks;
}

/** Where entries occur, of two at one place the longer, not overlapping; weak ones give way to full ones. */
export function matchesOf(lexicon: Lexicon, reading: Reading, words: readonly Word[]): Match[] {
  const found: Match[] = [];
  if (lexicon.root.next.size === 0) return found;
  let free = 0;
  for (let at = 0; at < words.length; at++) {
    const match = longestAt(lexicon, reading, words, at);
    if (!match || (match.strength === 'weak' && at < free)) continue;
    while (match.strength === 'full' && (found.at(-1)?.to ?? 0) > at) found.pop();
    found.push(match);
    free = match.to;
    if (match.strength === 'full') at = match.to - 1;
  }
  return found;
}

function longestAt(
  lexicon: Lexicon,
  reading: Reading,
  words: readonly Word[],
  at: number,
): Match | undefined {
  if (!mayBegin(lexicon, words[at])) return undefined;
  let best: Match | undefined;
  const path: Form[] = [];
  const walk = (node: Node, to: number) => {
    const isCut = node.entries.length > 0 && cutsWord(words, at, to);
    for (const entry of isCut ? [] : node.entries) {
      const match = judge(entry, words.slice(at, to), path, reading.marking);
      if (match && (!best || rank(match, to - at) > rank(best, best.to - at)))
        best = { ...match, from: at, to, start: words[at]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
    }
    const word = words[to];
    if (!word || (to > at && !word.adjoins)) return;
    for (const form of word.forms) {
      path.push(form);
      for (const next of nodesFor(node, form)) walk(next, to + 1);
      path.pop();
    }
  };
  walk(lexicon.root, at);
  return best;
}

/** Whether part of one word and part of another would be taken together: "làm clip" has no "làm cl" in it. */
function cutsWord(words: readonly Word[], at: number, to: number): boolean {
  for (let next = at + 1; next < to; next++) {
    const { part } = words[next] ?? {};
    if (part === 'inner' || part === 'last') continue;
    const [first, last] = [words[at]?.part, words[to - 1]?.part];
    return first === 'inner' || first === 'last' || last === 'first' || last === 'inner';
  }
  return false;
}

function mayBegin({ root }: Lexicon, word: Word | undefined): boolean {
  for (const { by, bare } of word?.forms ?? [])
    if (by === 'mask' || root.next.has(isNumber(bare) ? '0' : bare)) return true;
  return false;
}

function isNumber(bare: string): boolean {
  return bare >= '0' && bare < ':' && /^\d+$/.test(bare);
}

function rank({ strength }: Pick<Match, 'strength'>, length: number): number {
  return length + (strength === 'full' ? 100 : 0);
}

function nodesFor(node: Node, { bare, by }: Form): readonly Node[] {
  if (by === 'mask') {
    node.masks ??= masksOf(node);
    return node.masks.get(bare) ?? [];
  }
  const next = node.next.get(isNumber(bare) ? '0' : bare);
  return next ? [next] : [];
}
