import type { Term } from '../../language/search/query.ts';
import { inOlderSpelling, type Word } from '../../language/search/words.ts';
import { authorSign, everyComment } from './search-text.ts';

/**
 * What the index of comments is asked for; nothing where the terms say nothing of names and texts. Words are whole,
 * since beginnings of words would have to be gathered from all over the index. Where there are only words that must not
 * be there, they are taken from what every comment has, since the index can only take away.
 */
export function matchOf(terms: readonly Term[]): string | undefined {
  const asked = terms.filter(({ place }) => place !== 'article');
  if (asked.length === 0) return undefined;
  const wanted = asked.filter(({ isNot }) => !isNot).map(inPlace);
  const unwanted = asked.filter(({ isNot }) => isNot).map(inPlace);
  const all = wanted.length > 0 ? wanted.join(' AND ') : `"${everyComment}"`;
  return unwanted.length > 0 ? `(${all}) NOT (${unwanted.join(' OR ')})` : all;
}

function inPlace({ place, words }: Term): string {
  const inNames = phrasesOf(words, authorSign);
  return anyOf(place === 'author' ? inNames : [...phrasesOf(words), ...inNames]);
}

/** What an index of articles is asked for, which has one column. */
export function articleMatchOf({ words }: Pick<Term, 'words'>): string {
  return anyOf(phrasesOf(words));
}

function anyOf(phrases: readonly string[]): string {
  return phrases.length === 1 ? phrases.join('') : `(${phrases.join(' OR ')})`;
}

const mostSpellings = 8;

/** Words one after the other, in the one spelling of the index and in those that it has of before. */
function phrasesOf(words: readonly Word[], sign = ''): string[] {
  let spellings: string[][] = [[]];
  for (const { word: typed } of words) {
    const word = typed.replaceAll(authorSign, '');
    const older = inOlderSpelling(word);
    const forms = older === word || spellings.length >= mostSpellings ? [word] : [word, older];
    spellings = spellings.flatMap((before) => forms.map((form) => [...before, sign + form]));
  }
  return spellings.map((spelling) => `"${spelling.join(' ')}"`);
}
