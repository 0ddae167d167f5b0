import type { Row } from './rows.ts';

/** The row as typed on a keyboard without Vietnamese marks. */
export function unmarked(row: Row): Row {
  const text = row.text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return { ...row, id: `${row.id}-unmarked`, text };
}

/** The row with some of its words written around a filter: letters spaced, dotted or starred, digits for letters. */
export function disguised(row: Row, random: () => number): Row {
  const words = row.text.split(' ').map((word) => (random() < 0.5 ? word : disguise(word, random())));
  return { ...row, id: `${row.id}-disguised`, text: words.join(' ') };
}

function disguise(word: string, choice: number): string {
  const letters = [...word.normalize('NFC')];
  if (letters.length < 2 || letters.length > 6) return word;
  if (choice < 0.3) return letters.join('.');
  if (choice < 0.5) return letters.join(' ');
  if (choice < 0.75) return letters.map((letter, at) => (at === 1 ? '*' : letter)).join('');
  return letters.map((letter) => leet[letter] ?? letter).join('');
}

const leet: Record<string, string> = { o: '0', i: '1', e: '3', a: '4', s: '5', u: 'v', g: '9' };
