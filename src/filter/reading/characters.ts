import { framedLetter, lookAlike } from './look-alikes.ts';

export type Kind = 'letter' | 'digit' | 'space' | 'sign';

/** What one code point comes to: nothing, a mark of the letter before, or some plain characters. */
export type Character =
  | { as: 'nothing' }
  | { as: 'mark'; mark: string }
  | { as: 'plain'; parts: readonly Part[] };

export interface Part {
  /** One letter, digit or sign in lower case, without its marks. */
  base: string;
  kind: Kind;
  /** The Vietnamese marks it carries. */
  marks: string;
  /** The Latin letter it looks like, where it is of another alphabet. */
  alike: string;
}

/** Reads one code point. The answers are remembered, as texts use few of them. */
export function characterOf(codePoint: number): Character {
  const known = memory.get(codePoint);
  if (known) return known;
  const character = analyse(codePoint);
  if (memory.size < mostRemembered) memory.set(codePoint, character);
  return character;
}

const memory = new Map<number, Character>();
const mostRemembered = 16384;

/** Grave, acute, circumflex, tilde, breve, hook above, horn, dot below: what Vietnamese uses. */
const vietnameseMarks = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323';
// Some of these make other words of a text: soft hyphens, joiners, fillers, direction marks, tags.
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}]|[\u{e0100}-\u{e01ef}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|\u180f|[\ufe00-\ufe0f]/u;
/** From 0x80 on: what the controls are that were once signs of Windows, as browsers read them; spaces where there is none. */
const windowsSigns = Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ', (sign) =>
  sign === ' ' ? undefined : sign,
);
const dots = '。．｡․‧•·∙⋅ꞏ・･⸱';
const slashes = '⁄∕／';
const hyphens = '‐‑‒–—−﹣－';
const quotes = '’‘ʼ´′';
/** Shapes that stand for a star. */
const stars = '∗✱✲✳＊⁎٭﹡★☆✦✧●○◦▪■×';

function analyse(codePoint: number): Character {
  const raw = windowsSigns[codePoint - 0x80] ?? String.fromCodePoint(codePoint);
  if (isIdeograph(codePoint))
    return { as: 'plain', parts: [{ base: raw, kind: 'letter', marks: '', alike: '' }] };
  if (invisible.test(raw)) return { as: 'nothing' };
  if (/\s/u.test(raw)) return { as: 'plain', parts: [spaceOf(raw)] };
  if (/\p{M}/u.test(raw)) return markOf(raw);
  const framed = framedLetter(codePoint);
  if (framed !== undefined) return { as: 'plain', parts: [partOf(framed)] };
  const decomposed = raw.normalize('NFKD').toLowerCase().normalize('NFKD');
  // One code point can stand for a whole sentence of another script; such a one stays a sign.
  if (decomposed.length > 8) return { as: 'plain', parts: [partOf(raw)] };
  return { as: 'plain', parts: partsOf(decomposed) };
}

/** Chinese characters and Korean syllables: thousands of them, and nothing to take apart. */
function isIdeograph(codePoint: number): boolean {
  return (codePoint >= 0x3400 && codePoint <= 0x9fff) || (codePoint >= 0xac00 && codePoint <= 0xd7a3);
}

function spaceOf(raw: string): Part {
  return { base: raw === '\n' || raw === '\r' ? '\n' : ' ', kind: 'space', marks: '', alike: '' };
}

function markOf(raw: string): Character {
  const mark = raw.normalize('NFD');
  return vietnameseMarks.includes(mark) ? { as: 'mark', mark } : { as: 'nothing' };
}

function partsOf(decomposed: string): Part[] {
  const parts: Part[] = [];
  for (const raw of decomposed) {
    const last = parts.at(-1);
    if (!/\p{M}/u.test(raw)) parts.push(partOf(raw));
    else if (last && vietnameseMarks.includes(raw)) last.marks += raw;
  }
  return parts;
}

function partOf(raw: string): Part {
  const base = signs.get(raw) ?? raw;
  return { base, kind: kindOf(base), marks: '', alike: lookAlike(base) ?? '' };
}

const signs = new Map(
  [
    [dots, '.'],
    [slashes, '/'],
    [hyphens, '-'],
    [quotes, "'"],
    ['₫', 'đ'],
    [stars, '*'],
  ].flatMap(([from = '', to = '']) => Array.from(from, (sign): [string, string] => [sign, to])),
);

function kindOf(base: string): Kind {
  if (/\p{L}/u.test(base)) return 'letter';
  if (/[0-9]/.test(base)) return 'digit';
  return /\s/u.test(base) ? 'space' : 'sign';
}
