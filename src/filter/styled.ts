import type { Span } from './finding.ts';
import type { Reading } from './reading.ts';

// Letters that Unicode has for formulas, and in circles, squares and double width.
const styledRun =
  /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]{3,}/gu;

/** Words in another style of letters than a keyboard gives. */
export function styledWords(text: string): Span[] {
  return Array.from(text.matchAll(styledRun), ({ 0: run, index: start }) => ({
    start,
    end: start + run.length,
  }));
}

const brand = /^[a-z]{3,14}\d{2,4}$/;
const harmless = /^(?:covid|top|win|euro|sea|vn|mp|ios|iphone|note|web|http)\d/;

/** Names that end in digits as those of gambling sites do (`ALEXIS17`), in letters spaced apart or styled, or plain. */
export function brandsOf({ written, text }: Reading): Span[] {
  return written
    .filter((word) => brand.test(word.text) && !harmless.test(word.text))
    .filter(
      ({ start, end }) => !/[/.@_=-]/.test(text[start - 1] ?? ' ') && !/[/.@_=-]/.test(text[end] ?? ' '),
    )
    .map(({ start, end }) => ({ start, end }));
}
