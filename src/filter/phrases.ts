import type { Span } from './finding.ts';
import { type Word, wordsOf } from './words.ts';

/** Phrases by their first word; under it the whole phrases, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The entries of a list: one on each line, lines that start with `#` being headings. */
export function entriesOf(list: string): string[] {
  const lines = list.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

export function phrasesOf(entries: readonly string[]): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const entry of entries) {
    const phrase = wordsOf(entry).map((word) => word.text);
    const [first = ''] = phrase;
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), phrase].sort((a, b) => b.length - a.length),
    );
  }
  return phrases;
}

/** Where the phrases occur, as the words that make each; of two at one place the longer, never overlapping. */
export function occurrences(phrases: Phrases, words: readonly Word[]): Word[][] {
  const found: Word[][] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthAt(phrases, words, at);
    if (length > 0) found.push(words.slice(at, at + length));
    at += Math.max(length, 1);
  }
  return found;
}

function lengthAt(phrases: Phrases, words: readonly Word[], at: number): number {
  const first = words[at]?.text ?? '';
  const fits = (phrase: readonly string[]) =>
    phrase.every((text, step) => step === 0 || follows(words[at + step], text));
  return phrases.get(first)?.find(fits)?.length ?? 0;
}

function follows(word: Word | undefined, text: string): boolean {
  return word?.adjoins === true && word.text === text;
}

export function spanOf(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}
