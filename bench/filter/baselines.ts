import { readFileSync } from 'node:fs';
import { Filter } from 'bad-words';

const profane = new Filter();

/** bad-words as its own documentation uses it. */
export function badWords(text: string): boolean {
  return profane.isProfane(text);
}

/** Two Vietnamese word lists as they are, each entry between borders of words of any script. */
export function plainList(text: string): boolean {
  entries ??= entriesOf([...linesOf('blue-eyes.vi.txt'), ...JSON.parse(read('eris.vi.json')).map(String)]);
  return entries.test(text);
}

let entries: RegExp | undefined;

function entriesOf(list: readonly string[]): RegExp {
  const patterns = list.map((entry) => entry.trim().replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`));
  const any = patterns.filter((pattern) => pattern !== '').join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])(?:${any})(?![\p{L}\p{M}\p{N}])`, 'iu');
}

function linesOf(name: string): string[] {
  return read(name).split('\n');
}

function read(name: string): string {
  return readFileSync(new URL(`../../../shared/data/filter/lists/${name}`, import.meta.url), 'utf8');
}
