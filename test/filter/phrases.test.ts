import { describe, expect, test } from 'vitest';
import { occurrences, phrasesOf, spanOf } from '../../src/filter/phrases.ts';
import { type Word, wordsOf } from '../../src/filter/words.ts';

const phrases = phrasesOf(['một', 'một hai', 'một hai ba', 'hai bốn']);
const found = (text: string) =>
  occurrences(phrases, wordsOf(text)).map((words) => {
    const { start, end } = spanOf(words);
    return text.slice(start, end);
  });

/** How often the texts of the words are read while phrases are looked for. */
function readsFor(text: string): number {
  let reads = 0;
  const counting = (word: Word): Word => ({
    ...word,
    get text() {
      reads++;
      return word.text;
    },
  });
  occurrences(phrases, wordsOf(text).map(counting));
  return reads;
}

describe('phrases', () => {
  test('the longest phrase at a place is taken, and none overlaps it', () => {
    expect(found('một hai bốn, một hai ba, hai bốn')).toEqual(['một hai', 'một hai ba', 'hai bốn']);
  });

  test('spaces, lines and one hyphen join the words of a phrase; other signs part them', () => {
    expect(found('hai \n bốn hai-bốn hai, bốn hai--bốn')).toEqual(['hai \n bốn', 'hai-bốn']);
  });

  test('a text twice as long takes twice the steps', () => {
    const worst = 'một hai '.repeat(500);
    expect(readsFor(worst + worst)).toBeLessThanOrEqual(2 * readsFor(worst) + 10);
  });
});
