import type { Finding, Span } from '../../../filter/finding.ts';

const mostLetters = 200;
/** Words that begin later than this may be out of a row's sight; then so much before them is kept. */
const inSight = { found: 32, pointed: 80 };
const before = 24;

/** The piece of a text that a row has room for, in one line, with what is pointed at in it: what was searched for first. */
export function excerptOfRow(
  text: string,
  findings: readonly Finding[],
  found: readonly Span[] = [],
): { text: string; findings: Finding[]; found: Span[] } {
  const line = text.normalize('NFC').replace(/\s/g, ' ');
  const pointed = found.length > 0 ? found : findings;
  const first = Math.min(...pointed.map(({ start }) => start ?? Number.POSITIVE_INFINITY));
  const late = first > (found.length > 0 ? inSight.found : inSight.pointed);
  const from = Number.isFinite(first) && late ? wordBefore(line, first - before) : 0;
  const to = Math.min(line.length, from + mostLetters);
  const shift = (from > 0 ? 1 : 0) - from;
  const piece = line
    .slice(from, to)
    .toWellFormed()
    .replace(/^\uFFFD|\uFFFD$/g, ' ');
  return {
    text: `${from > 0 ? '…' : ''}${piece}${to < line.length ? '…' : ''}`,
    findings: findings.flatMap((finding) => moved(finding, { from, to, shift })),
    found: found.flatMap((span) => moved(span, { from, to, shift })),
  };
}

function wordBefore(line: string, at: number): number {
  return Math.max(0, line.lastIndexOf(' ', at) + 1);
}

function moved<Place extends Partial<Span>>(
  place: Place,
  { from, to, shift }: { from: number; to: number; shift: number },
): (Place & Span)[] {
  const { start, end } = place;
  if (start === undefined || end === undefined) return [];
  const [first, last] = [Math.max(start, from), Math.min(end, to)];
  return first < last ? [{ ...place, start: first + shift, end: last + shift }] : [];
}
