/** None is taken for another, and none is rewritten by a Vietnamese input method: no vowel, no W, no D. */
export const alphabet = 'CHJLMPTVX2346789';
export const answerLength = 5;

/**
 * What is typed for what it looks like: each stands outside the alphabet, so that no two of it become one, and nobody
 * gets in by it who would not by the right one.
 */
const alike: Readonly<Record<string, string>> = {
  0: 'C',
  1: '7',
  5: '6',
  A: '4',
  B: '8',
  E: '3',
  F: 'P',
  G: '6',
  I: '7',
  K: 'X',
  N: 'M',
  O: 'C',
  Q: '9',
  R: 'P',
  S: '8',
  U: 'V',
  Y: 'V',
  Z: '2',
};

/** An answer as it may be typed: in small letters, spaced or joined, full-width, or with what looks alike. */
export function normalizeAnswer(typed: string): string {
  const characters = typed
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
  return [...characters].map((character) => alike[character] ?? character).join('');
}
