import { alike } from '../../language/typed.ts';

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')]);
/** Part of a walk over the keys, or of a repetition, is what has so many characters. */
const shortestRun = 3;
const usualWords = ['binhluan', 'password', 'passw0rd', 'matkhau', 'admin', 'administrator', 'moderator'];

/** Whether it is one of the first that anybody would try: `own` are the words that stand near the account. */
export async function isGuessable(password: string, own: readonly string[]): Promise<boolean> {
  const read = alike(password).replace(/\s/g, '');
  // Loaded only here: it is large, and passwords are chosen rarely.
  const { commonPasswords } = await import('./common.ts');
  return (
    commonPasswords.has(read) ||
    commonPasswords.has(wordIn(read)) ||
    isRepeated(alike(password)) ||
    isWalk(read) ||
    usualWords.some((word) => isWordWithNumber(read, word)) ||
    own.some((word) => isWordWithNumber(bare(password), bare(word)))
  );
}

/** What is left without the numbers and signs around it: `dragon` of `123dragon2026!`. */
function wordIn(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** Such as `abababab`. */
function isRepeated(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text) && new Set(text).size <= 4;
}

/** Whether it is made of nothing but runs along the keyboard, the alphabet or the numbers. */
function isWalk(text: string): boolean {
  let rest = text;
  while (rest !== '') {
    const run = longestRun(rest);
    if (run < shortestRun) return rest !== text && rest.length < shortestRun;
    rest = rest.slice(run);
  }
  return true;
}

function longestRun(text: string): number {
  const same = /^(.)\1*/su.exec(text)?.[0].length ?? 0;
  let length = shortestRun;
  while (length <= text.length && walks.some((walk) => walk.includes(text.slice(0, length)))) length += 1;
  return Math.max(same, length - 1);
}

/** Whether it is the word, once or more, with nothing else but numbers and signs. */
function isWordWithNumber(text: string, word: string): boolean {
  return word !== '' && text.includes(word) && !/\p{L}/u.test(text.replaceAll(word, ''));
}

/** Letters and numbers without their marks. */
function bare(text: string): string {
  return alike(text)
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
