import type { Span } from './finding.ts';

/** A run of letters, marks and digits, in lower case. */
export interface Word extends Span {
  text: string;
  /** Only white space, or one hyphen, stands between it and the word before. */
  adjoins: boolean;
}

/** The words of an NFC text, in order, found in one pass. */
export function wordsOf(text: string): Word[] {
  let end = 0;
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: run, index: start }) => {
    const adjoins = /^(?:\s+|-)$/.test(text.slice(end, start));
    end = start + run.length;
    return { text: run.toLowerCase(), start, end, adjoins };
  });
}
