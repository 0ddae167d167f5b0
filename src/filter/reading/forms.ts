import { type Glyph, isWordly } from './glyphs.ts';
import { isLoan } from './loans.ts';
import { leetSigns, maskSigns, unleet, unteen } from './spellings.ts';
import { isEnd, isSyllable, step } from './syllable.ts';
import { typedMarks } from './typed-marks.ts';

/** One way to read a word. */
export interface Form {
  text: string;
  bare: string;
  /** `plain`: as it stands; `decoded`: a way of typing undone; `unmasked`: digits or signs read as letters; `mask`: `*` for letters left out. */
  by: 'plain' | 'decoded' | 'unmasked' | 'mask';
}

/** Every reading of a word worth trying, the plain one first; at most eight. */
export function formsOf(raw: readonly Glyph[]): readonly Form[] {
  let [text, bare, last, node] = ['', '', '', 0];
  for (const glyph of raw) {
    node = glyph.kind === 'letter' && glyph.bare !== last ? step(node, glyph.bare.charCodeAt(0)) : 0;
    if (node === 0) return otherForms(raw);
    last = glyph.bare;
    text += glyph.text;
    bare += last;
  }
  return isEnd(node) ? [{ text, bare, by: 'plain' }] : otherForms(raw);
}

// Longer words are no syllable in disguise, and each reading takes its time.
const longestDisguise = 12;

/** The readings of words that are not Vietnamese as they stand; remembered, as the same come again. */
function otherForms(raw: readonly Glyph[]): readonly Form[] {
  const short = raw.length <= longestDisguise * 3;
  const key = short ? textOf(raw) : '';
  const known = short ? memory.get(key) : undefined;
  if (known) return known;
  const letters = raw.filter(isWordly);
  const plain = formOf(squeezed(letters, 3, 1), 'plain');
  const forms = [plain];
  if (!short || isItself(textOf(raw))) return forms;
  addSqueezed(forms, letters);
  if (raw.length <= longestDisguise + 4) addUnmasked(forms, raw, letters);
  if (plain.text.length <= longestDisguise) addDecoded(forms, raw, plain);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, forms);
  return forms;
}

// A number with its unit ("600k", "0.5m2"), and a face made of signs between two equal letters ("o_o").
const quantity = /^\d+(?:[.,]\d+)*(?:k|tr|đ|d|vnd|usd|m\d?|k?m|cm|mm|kg|g|h|p|s|l|ml|[tgm]b|w|v|x)\d*$/;
const face = /^(\p{L})[_.\-^]{1,3}\1$/u;

/** Whether nothing but what stands there can be meant. */
function isItself(typed: string): boolean {
  return isLoan(typed) || quantity.test(typed) || face.test(typed);
}

const memory = new Map<string, readonly Form[]>();
const mostRemembered = 4096;

function addDecoded(forms: Form[], raw: readonly Glyph[], plain: Form): void {
  const typed = /[\d'`~]|[sfrxjwd](?=[a-z]*$)|([aeo])\1/.test(textOf(raw))
    ? [typedMarks(textOf(raw)), typedMarks(plain.text)]
    : [];
  const teen = /[zfjwhkg]|nq|dd/.test(plain.bare) ? [unteen(plain.text)] : [];
  for (const text of [...typed, ...teen])
    if (text !== undefined && isSyllable(withoutMarks(text))) add(forms, text, 'decoded');
}

function addSqueezed(forms: Form[], letters: readonly Glyph[]): void {
  add(forms, textOf(squeezed(letters, 2, 1)), 'decoded');
  add(forms, textOf(squeezed(letters, 3, 2)), 'decoded');
}

function addUnmasked(forms: Form[], raw: readonly Glyph[], letters: readonly Glyph[]): void {
  if (letters.every(({ kind }) => kind === 'digit')) return;
  const signs = raw.filter(({ kind }) => kind !== 'letter');
  if (signs.some(({ kind, text }) => kind === 'digit' || leetSigns.includes(text)))
    for (const one of ['i', 'l'] as const) add(forms, unleet(textOf(squeezed(raw, 3, 1)), one), 'unmasked');
  if (!signs.some(({ text }) => maskSigns.includes(text))) return;
  const mask = Array.from(textOf(raw), (sign) => (maskSigns.includes(sign) ? '*' : sign)).join('');
  add(forms, mask.replace(/\*+/g, '*'), 'mask');
}

function add(forms: Form[], text: string, by: Form['by']): void {
  if (!forms.some((form) => form.text === text)) forms.push({ text, bare: withoutMarks(text), by });
}

function formOf(glyphs: readonly Glyph[], by: Form['by']): Form {
  let [text, bare] = ['', ''];
  for (const glyph of glyphs) {
    text += glyph.text;
    bare += glyph.bare;
  }
  return { text, bare, by };
}

/** Runs of one letter, `from` or longer, cut down to `to`: the marked one of them stays. */
function squeezed(glyphs: readonly Glyph[], from: number, to: number): readonly Glyph[] {
  if (!glyphs.some((glyph, at) => at > 0 && glyph.bare === glyphs[at - 1]?.bare)) return glyphs;
  const kept: Glyph[] = [];
  for (let at = 0; at < glyphs.length; ) {
    let end = at + 1;
    while (end < glyphs.length && glyphs[end]?.bare === glyphs[at]?.bare && glyphs[at]?.kind === 'letter')
      end++;
    const run = glyphs.slice(at, end);
    kept.push(...(run.length < from ? run : best(run, to)));
    at = end;
  }
  return kept;
}

function best(run: readonly Glyph[], count: number): Glyph[] {
  const marked = run.find(({ text, bare }) => text !== bare);
  return [...(marked ? [marked] : []), ...run.filter((glyph) => glyph !== marked)].slice(0, count);
}

function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  for (const glyph of glyphs) text += glyph.text;
  return text;
}

export function withoutMarks(text: string): string {
  if (/^[a-z0-9*]*$/.test(text)) return text;
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
