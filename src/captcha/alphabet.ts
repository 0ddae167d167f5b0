/** None is taken for another, and none is rewritten by a Vietnamese input method: no vowel, no W, no D. */
export const alphabet = 'CHJLMPTVX2346789';
export const answerLength = 5;

/** What is typed for what it looks like: each stands outside the alphabet, so that no two of it become one. */
const alike: Readonly<Record<string, string>> = { 1: '7', B: '8', G: '6', Q: '9', Y: 'V', Z: '2' };

/** An answer as it may be typed: in small letters, spaced, full-width, or with what looks alike. */
export function normalizeAnswer(typed: string): string {
  const characters = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return [...characters].map((character) => alike[character] ?? character).join('');
}
