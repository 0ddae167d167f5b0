import { existsSync, readFileSync } from 'node:fs';

import { partOf } from './random.ts';
import { textOf } from './text.ts';

export interface Row {
  id: string;
  text: string;
  bad: boolean;
  set: string;
  kind: string;
}

export interface Rows {
  /** To learn from. */
  learn: Row[];
  /** Kept back, to measure with. */
  kept: Row[];
  /** Two collections for development: looked at while writing the rules, but never learned from. */
  evasion: Row[];
  innocents: Row[];
}

/** The collections, and the files that each of them lies in. */
const collections: Readonly<Record<string, readonly string[]>> = {
  vihos: ['vihos', 'vihos-more'],
  thien: ['thien', 'thien-more'],
  davidson: ['davidson'],
  judol: ['judol'],
  ytspam: ['ytspam'],
  sms: ['sms'],
};
const folder = new URL('../../../shared/data/filter/', import.meta.url);

/** Whether the data is beside the project. */
export function hasRows(): boolean {
  return existsSync(folder);
}

/** Nothing when it is not. */
export function readRows(): Rows | undefined {
  if (!hasRows()) return undefined;
  const evasion = rowsOf('evasion');
  const innocents = rowsOf('innocents');
  const rows = Object.entries(collections).flatMap(([set, files]) =>
    files.flatMap((file) => rowsOf(`train/${file}`, set)),
  );
  const own = unlike(rows, [...evasion, ...innocents]);
  return { learn: own.filter((row) => !isKept(row)), kept: own.filter(isKept), evasion, innocents };
}

/** 15 of 100 rows, by a hash of the id. */
function isKept(row: Row): boolean {
  return partOf(row.id, 100) < 15;
}

/** All rows of one file, as those of a collection. */
export function rowsOf(file: string, set = file): Row[] {
  const lines = readFileSync(new URL(`${file}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const { id, text, label, family = '', kind = '' } = JSON.parse(line);
    return { id: String(id), text, bad: label === 1, set, kind: `${family} ${kind}`.trim() };
  });
}

/** Each text once, and none of those in `others`: the same comment on both sides would flatter every figure. */
export function unlike(rows: readonly Row[], others: readonly Row[]): Row[] {
  const met = new Set(others.map(essence));
  return rows.filter((row) => {
    const text = essence(row);
    if (met.has(text)) return false;
    met.add(text);
    return true;
  });
}

/** The letters and digits of a text, without marks. */
function essence(row: Row): string {
  const letters = textOf(row.text).normalize('NFD').replace(/đ/g, 'd');
  return letters.replace(/[^\p{L}\p{N}]+/gu, '');
}
