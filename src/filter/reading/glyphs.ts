import { characterOf, type Kind } from './characters.ts';

/** One character of a text as a reader sees it, with its place in the text as it was typed. */
export interface Glyph {
  /** In lower case, with its Vietnamese marks, composed. */
  text: string;
  /** The same without marks, and `d` for `đ`. */
  bare: string;
  kind: Kind;
  start: number;
  end: number;
  /** Whether a letter of another alphabet stood for it. */
  foreign: boolean;
}

/** Whether it may be part of a word or a number. */
export function isWordly(glyph: Glyph | undefined): boolean {
  return glyph?.kind === 'letter' || glyph?.kind === 'digit';
}

/** One pass over the code points; of the marks on a letter, those that Vietnamese would put there count. */
export function glyphsOf(text: string): readonly Glyph[] {
  const drafts = draftsOf(text);
  if (drafts.some(({ alike }) => alike !== '')) foldLookAlikes(drafts);
  return drafts;
}

interface Draft extends Glyph {
  base: string;
  marks: string;
  alike: string;
}

function draftsOf(text: string): Draft[] {
  const drafts: Draft[] = [];
  for (let start = 0; start < text.length; ) {
    const codePoint = text.codePointAt(start) ?? 0;
    const end = start + (codePoint > 0xffff ? 2 : 1);
    place(drafts, codePoint, start, end);
    start = end;
  }
  return drafts;
}

function place(drafts: Draft[], codePoint: number, start: number, end: number): void {
  const character = characterOf(codePoint);
  if (character.as === 'mark') mark(drafts.at(-1), character.mark, end);
  if (character.as !== 'plain') return;
  for (const { base, kind, marks, alike } of character.parts) {
    const text = marks === '' ? base : marked(base, marks);
    drafts.push({ text, bare: bareOf(base), kind, start, end, foreign: false, base, marks, alike });
  }
}

function bareOf(base: string): string {
  return base === 'đ' ? 'd' : base;
}

/** A mark counts for the letter it follows at once, and a heap of them is no longer than three. */
function mark(last: Draft | undefined, sign: string, end: number): void {
  if (last?.kind !== 'letter') return;
  last.end = end;
  if (last.marks.length >= 3) return;
  last.marks += sign;
  last.text = marked(last.base, last.marks);
}

/** Look-alikes become Latin within words that have Latin letters, and where the whole text is mostly Latin. */
function foldLookAlikes(drafts: Draft[]): void {
  const letters = drafts.filter(({ kind }) => kind === 'letter');
  const mostlyLatin = letters.filter(isLatin).length * 2 >= letters.length;
  for (let from = 0; from < drafts.length; ) {
    let to = from;
    while (to < drafts.length && drafts[to]?.kind !== 'space') to++;
    foldRun(drafts, from, to, mostlyLatin);
    from = to + 1;
  }
}

function foldRun(drafts: Draft[], from: number, to: number, mostlyLatin: boolean): void {
  let [latin, strange] = [0, 0];
  for (let at = from; at < to; at++) {
    const draft = drafts[at];
    if (draft?.kind !== 'letter') continue;
    if (isLatin(draft)) latin++;
    else if (draft.alike === '') strange++;
  }
  if (latin === 0 && (strange > 0 || !mostlyLatin)) return;
  for (let at = from; at < to; at++) fold(drafts[at]);
}

function fold(draft: Draft | undefined): void {
  if (!draft || draft.alike === '') return;
  draft.base = draft.alike;
  draft.kind = 'letter';
  draft.foreign = true;
  draft.bare = bareOf(draft.base);
  draft.text = marked(draft.base, draft.marks);
}

function isLatin({ base }: Draft): boolean {
  return (base >= 'a' && base <= 'z') || base === 'đ';
}

const qualities: Readonly<Record<string, string>> = {
  a: '\u0302\u0306',
  e: '\u0302',
  o: '\u0302\u031b',
  u: '\u031b',
  i: '',
  y: '',
};
const tones = '\u0300\u0301\u0303\u0309\u0323';

/** A vowel with those of the marks that Vietnamese allows on it; any other letter without them. */
export function marked(base: string, marks: string): string {
  const allowed = qualities[base];
  if (allowed === undefined) return base;
  const key = base + marks;
  const known = composed.get(key);
  if (known !== undefined) return known;
  const quality = Array.from(marks).find((mark) => allowed.includes(mark)) ?? '';
  const tone = Array.from(marks).find((mark) => tones.includes(mark)) ?? '';
  const letter = (base + quality + tone).normalize('NFC');
  composed.set(key, letter);
  return letter;
}

/** At most six vowels with three of eight marks each. */
const composed = new Map<string, string>();
