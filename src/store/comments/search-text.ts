import { spelledWordsIn, withoutMarks } from '../../language/search/words.ts';

/** Stands before each word of the author's name once more, so that names are told from texts: nobody writes this letter. */
export const authorSign = 'ꙮ';
/** A word that every comment has. */
export const everyComment = 'ꙮꙮ';

/** What the index of words keeps of a comment: as it was written, and without its marks. */
export function searchText(author: string, body: string): { written: string; bare: string } {
  const names = wordsOf(author).map((word) => authorSign + word);
  const written = [...wordsOf(author), ...wordsOf(body), ...names, everyComment].join(' ');
  return { written, bare: withoutMarks(written) };
}

/** Nobody passes for an author by writing their sign. */
function wordsOf(text: string): string[] {
  return spelledWordsIn(text.replaceAll(authorSign, ' '));
}

/** 1 where the text has a web address in it, for a column to be filtered by. */
export function linkMark(body: string): 0 | 1 {
  return /https?:|www\./i.test(body) ? 1 : 0;
}
