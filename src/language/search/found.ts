import { isBare, parseQuery, type Query, type Term } from './query.ts';
import { letters, toWord, withoutMarks } from './words.ts';

/** A piece of a text in UTF-16 units, as `slice` takes it. */
export interface Range {
  start: number;
  end: number;
}

export interface FoundWords {
  author: Range[];
  title: Range[];
  body: Range[];
}

interface Token extends Range {
  word: string;
  bare: string;
}

/**
 * Where the words of a search are in what was found, in order and apart from each other: in the texts as they are given.
 * What must not be there is nowhere; the words of `article:` may be in the title, all others but those of `author:` in
 * author and body.
 */
export function findWords(q: string, comment: { author: string; title: string; body: string }): FoundWords {
  const query = parseQuery(q);
  return {
    author: rangesIn(comment.author, sought(query, 'author')),
    title: rangesIn(comment.title, sought(query, 'article')),
    body: rangesIn(comment.body, sought(query)),
  };
}

function sought({ terms }: Query, besides?: 'author' | 'article'): Term[] {
  return terms.filter(
    ({ place, isNot }) => !isNot && (place === besides || (place === 'text' && besides !== 'article')),
  );
}

function rangesIn(text: string, terms: readonly Term[]): Range[] {
  if (terms.length === 0) return [];
  const tokens = [...text.matchAll(letters)].map(toToken);
  const ranges = terms.flatMap((term) => occurrences(tokens, term));
  return merged(ranges.sort((a, b) => a.start - b.start));
}

function toToken({ 0: typed, index }: RegExpMatchArray & { index: number }): Token {
  const { word } = toWord(typed);
  return { word, bare: withoutMarks(word), start: index, end: index + typed.length };
}

function occurrences(tokens: readonly Token[], term: Term): Range[] {
  const form = isBare(term) ? 'bare' : 'word';
  return tokens.flatMap(({ start }, at) => {
    const isThere = term.words.every(({ word }, step) => tokens[at + step]?.[form] === word);
    const last = tokens[at + term.words.length - 1];
    return isThere && last ? [{ start, end: last.end }] : [];
  });
}

function merged(ranges: readonly Range[]): Range[] {
  const apart: Range[] = [];
  for (const range of ranges) {
    const last = apart.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else apart.push({ ...range });
  }
  return apart;
}
