import { loanWords } from '../lists/loan-words.ts';

const loans = new Set(loanWords.split('\n').flatMap((line) => (line.startsWith('#') ? [] : line.split(' '))));

/** Whether a word in lower case is one that Vietnamese borrowed: it stands for nothing but itself. */
export function isLoan(word: string): boolean {
  return loans.has(word);
}
