import type { Span } from './finding.ts';
import { type Lexicon, lexiconOf, type Match, matchesOf } from './lexicon.ts';
import type { Reading } from './reading.ts';

/** The words that a site holds, and those of the lists that it lets pass; compile them once and keep them. */
export interface SiteWords {
  held: Lexicon;
  passed: Lexicon;
}

/** Each word or phrase is a line as in the lists; signs and headings of the lists have no meaning here. */
export function compileWords(held: readonly string[], passed: readonly string[]): SiteWords {
  return { held: lexiconOf({ held: plain(held) }), passed: lexiconOf({ passed: plain(passed) }) };
}

export const noWords: SiteWords = compileWords([], []);

/** Each word or phrase as a line of a list, in which signs have no meaning. */
export function plain(words: readonly string[]): string {
  const lines = words.map((word) =>
    word
      .replace(/[^\p{L}\p{M}\p{N}\s-]+/gu, ' ')
      .trim()
      .replace(/\s+/g, ' '),
  );
  return lines.filter((line) => line !== '').join('\n');
}

/** Leaves out the matches that lie within what a lexicon excuses. */
export function unexcused(matches: readonly Match[], reading: Reading, excuse: Lexicon): readonly Match[] {
  if (matches.length === 0 || excuse.root.next.size === 0) return matches;
  const excused = matchesOf(excuse, reading, reading.spoken);
  return matches.filter(
    (match) => !touching(excused, match).some(({ start, end }) => start <= match.start && match.end <= end),
  );
}

/** Those of some spans, in order and apart from each other, that overlap another one. */
export function touching<S extends Span>(spans: readonly S[], { start, end }: Span): S[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: S[] = [];
  for (let at = low; (spans[at]?.start ?? end) < end; at++) {
    const span = spans[at];
    if (span) found.push(span);
  }
  return found;
}
