import { type Glyph, isWordly } from './glyphs.ts';

/** Codes that a machine or an office gave: letters in them are no words, however they may be read. */
const forms = [
  // UUID, the address of a network card, a digest.
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/,
  /^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$/,
  /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,64}$/,
  // A dossier of a Vietnamese office ("000.00.16.H29-240315-0012"), the plate of a car or a motorcycle ("59X1-123.45").
  /^(?:\d{2,3}\.){1,4}[a-z]\d{2}-\d{6}-\d{4}$/,
  /^\d{2}[a-z]{1,2}\d?-\d{3}\.?\d{2}$/,
];
const [shortest, longest] = [8, 80];

/** Whether these are nothing but a code and signs around it. */
export function isCode(glyphs: readonly Glyph[]): boolean {
  if (glyphs.length < shortest || glyphs.length > longest) return false;
  const from = glyphs.findIndex(isWordly);
  const to = glyphs.findLastIndex(isWordly) + 1;
  if (to - from < shortest || !glyphs.some(({ kind }) => kind === 'digit')) return false;
  const text = glyphs.slice(from, to).map((glyph) => glyph.text);
  return forms.some((form) => form.test(text.join('')));
}
