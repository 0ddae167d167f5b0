/** A word as it is searched for: with its marks, and whether it is written without any. */
export interface Word {
  word: string;
  isBare: boolean;
}

/** A letter or a digit, and whatever marks stand on it. */
export const letters = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text in the one form that they are compared in. */
export function wordsIn(text: string): Word[] {
  return (text.normalize('NFC').match(letters) ?? []).map(toWord);
}

/** The same for whoever does not ask which of them are bare: all at once, in a fraction of the time. */
export function spelledWordsIn(text: string): string[] {
  return placeMarks(text.normalize('NFC').toLowerCase()).match(letters) ?? [];
}

export function toWord(typed: string): Word {
  const word = placeMarks(typed.normalize('NFC').toLowerCase());
  return { word, isBare: withoutMarks(word) === word };
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC');
}

const older = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
const newer = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');

/** Both ways to place a tone mark are one word: `hòa` is read as `hoà`, `thúy` as `thuý`, `ủy` as `uỷ`. */
function placeMarks(word: string): string {
  return word.replace(/[òóỏõọùúủũụ][aey]/g, (pair) => newer[older.indexOf(pair)] ?? pair);
}

/** A word as it may stand where its marks were not placed anew: the same but for words with `oà`, `oè`, `uỳ`. */
export function inOlderSpelling(word: string): string {
  return word.replace(/[ou][àáảãạèéẻẽẹỳýỷỹỵ]/g, (pair) => older[newer.indexOf(pair)] ?? pair);
}
