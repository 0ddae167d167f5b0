import { readdirSync, readFileSync } from 'node:fs';
import { blanksOf, filled } from './lines/fill.ts';
import { partOf, randomFrom } from './random.ts';
import type { Row } from './rows.ts';

interface Line {
  text: string;
  /** What the blanks are that its file defines. */
  blanks: Readonly<Record<string, string>>;
  set: string;
  kind: string;
}

/** Our own sentences to learn from, blanks filled in; `times` variants of each that has any. */
export function ownRows(times: number): Row[] {
  return linesOf()
    .filter((line) => !isKept(line))
    .flatMap((line) => rowsOf(line, times));
}

/** Those of the fifth that is never learned from: of a line all variants or none. */
export function ownKept(times: number): Row[] {
  return linesOf()
    .filter(isKept)
    .flatMap((line) => rowsOf(line, times));
}

function isKept({ text }: Line): boolean {
  return partOf(text, 5) === 0;
}

function rowsOf({ text, blanks, set, kind }: Line, times: number): Row[] {
  const random = randomFrom(partOf(text, 2 ** 31));
  const texts = new Set(Array.from({ length: times }, () => filled(text, blanks, random)));
  return Array.from(texts, (variant, at) => ({
    id: `${kind}-${partOf(text, 2 ** 31)}-${at}`,
    text: variant,
    bad: isBad(set),
    set,
    kind,
  }));
}

function isBad(set: string): boolean {
  return ['spam', 'abuse', 'offers'].includes(set);
}

function linesOf(): Line[] {
  const alone = ['spam', 'honest', 'formal', 'plain'].map((set) => ({
    file: `${set}.vi.txt`,
    set,
    kind: set,
  }));
  return [...alone, ...filesOf('abuse'), ...filesOf('offers'), ...filesOf('clean')].flatMap(
    ({ file, set, kind }) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
      const blanks = blanksOf(lines);
      const texts = lines.filter((line) => line !== '' && !/^#|^\{\w+\} = /.test(line));
      return texts.map((text) => ({ text, blanks, set, kind }));
    },
  );
}

const folder = new URL('./lines/', import.meta.url);

function filesOf(set: string) {
  const names = readdirSync(new URL(`${set}/`, folder)).sort();
  return names.map((name) => ({ file: `${set}/${name}`, set, kind: name.replace('.vi.txt', '') }));
}
