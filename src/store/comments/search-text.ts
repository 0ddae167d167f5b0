import { spelledWordsIn, withoutMarks } from '../../language/search/words.ts';

/** Stands before each word of the author's name once more, so that names are told from texts: nobody writes this letter. */
export const authorSign = 'ꙮ';
/** A word that every comment has. */
export const everyComment = 'ꙮꙮ';

/**
 * What the index of words keeps of a comment, in its first column, as that takes the least room: the words without their
 * marks, and behind them, once each, those that have any. The second is of earlier comments: it has their words without
 * marks, and the first one as they were written.
 */
export function searchText(author: string, body: string): { written: string; bare: string } {
  const names = wordsOf(author);
  const words = [...names, ...wordsOf(body), ...names.map((word) => authorSign + word)];
  const bare = withoutMarks(words.join(' ')).split(' ');
  const marked = new Set(words.filter((word, at) => word !== bare[at]));
  return { written: [...bare, everyComment, ...marked].join(' '), bare: '' };
}

/** Nobody passes for an author by writing their sign. */
function wordsOf(text: string): string[] {
  return spelledWordsIn(text.replaceAll(authorSign, ' '));
}

/** 1 where the text has a web address in it, for a column to be filtered by. */
export function linkMark(body: string): 0 | 1 {
  return /https?:|www\./i.test(body) ? 1 : 0;
}
