/** What the index of words keeps of a comment: as it was written, and without its marks. */
export function searchText(author: string, body: string): { written: string; bare: string } {
  const written = `${author} ${body}`.normalize('NFC').toLowerCase();
  return { written, bare: withoutMarks(written) };
}

/** The words that are searched for, and whether each is written without marks. */
export function wordsIn(q: string): { word: string; isBare: boolean }[] {
  const words =
    q
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ({ word, isBare: withoutMarks(word) === word }));
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC');
}

/** 1 where the text has a web address in it, for a column to be filtered by. */
export function linkMark(body: string): 0 | 1 {
  return /https?:|www\./i.test(body) ? 1 : 0;
}
