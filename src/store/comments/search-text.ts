import { spelledWordsIn, withoutMarks } from '../../language/search/words.ts';

/** Stands before each word of the author's name, so that names are told from texts: nobody writes this letter. */
export const authorSign = 'ꙮ';
/** A word that every comment has, between its words without their marks and those as they were written. */
export const everyComment = 'ꙮꙮ';

/**
 * What the index of words keeps of a comment: all words without their marks, and once more as they were written. Words
 * with marks are found only among these, so that one column does for both.
 */
export function searchText(author: string, body: string): string {
  const names = wordsOf(author).map((word) => authorSign + word);
  const written = [...names, ...wordsOf(body)].join(' ');
  const bare = withoutMarks(written);
  return written === bare ? `${bare} ${everyComment}` : `${bare} ${everyComment} ${written}`;
}

/** Nobody passes for an author by writing their sign. */
function wordsOf(text: string): string[] {
  return spelledWordsIn(text.replaceAll(authorSign, ' '));
}

/** 1 where the text has a web address in it, for a column to be filtered by. */
export function linkMark(body: string): 0 | 1 {
  return /https?:|www\./i.test(body) ? 1 : 0;
}
