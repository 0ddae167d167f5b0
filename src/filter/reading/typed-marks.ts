import { marked } from './glyphs.ts';
import { isSyllable } from './syllable.ts';

/** One letter of a word, taken apart. */
interface Letter {
  base: string;
  marks: string;
}

/** Marks typed as letters (Telex: `ddeos`), digits (VNI: `d9e1o`) or signs (`deo'`) put in their places. */
export function typedMarks(typed: string): string | undefined {
  const letters: Letter[] = [];
  let tone = '';
  for (const sign of typed) tone = readSign(letters, sign) ?? tone;
  if (letters.length > 7) return undefined;
  if (tone !== '') toneCarrier(letters).marks += tone;
  const word = letters.map(({ base, marks }) => marked(base, marks)).join('');
  return isSyllable(bareOf(letters)) ? word : undefined;
}

/** Takes one more sign in; answers the tone it stands for, if it does. */
function readSign(letters: Letter[], sign: string): string | undefined {
  const last = letters.at(-1);
  const tone = toneSigns[sign];
  if (tone !== undefined && letters.some(isVowel)) return tone;
  const quality = last ? qualityOf(last, sign) : undefined;
  if (last && quality === 'đ') last.base = 'đ';
  else if (last && quality) last.marks += quality;
  else letters.push(...lettersOf(sign));
  return undefined;
}

const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031b'];

const toneSigns: Readonly<Record<string, string | undefined>> = {
  s: acute,
  f: grave,
  r: hook,
  x: tilde,
  j: dot,
  '1': acute,
  '2': grave,
  '3': hook,
  '4': tilde,
  '5': dot,
  "'": acute,
  '`': grave,
  '~': tilde,
};

function qualityOf({ base, marks }: Letter, sign: string): string | undefined {
  if (base === 'd' && (sign === 'd' || sign === '9')) return 'đ';
  if (marks !== '') return undefined;
  if (sign === '6' || sign === base) return 'aeo'.includes(base) ? circumflex : undefined;
  if (sign === '8') return base === 'a' ? breve : undefined;
  if (sign === '7') return 'ou'.includes(base) ? horn : undefined;
  if (sign === 'w') return base === 'a' ? breve : 'ou'.includes(base) ? horn : undefined;
  return undefined;
}

function lettersOf(sign: string): Letter[] {
  if (sign === 'đ') return [{ base: 'đ', marks: '' }];
  if (sign >= 'a' && sign <= 'z') return [{ base: sign, marks: '' }];
  const [base = '', ...marks] = sign.normalize('NFD');
  return [{ base, marks: marks.join('') }];
}

function isVowel({ base }: Letter): boolean {
  return 'aeiouy'.includes(base);
}

/** The vowel with a hat, horn or breve; else the last one before a consonant, or the first of an open end. */
function toneCarrier(letters: readonly Letter[]): Letter {
  const vowels = letters.filter(isVowel);
  const hatted = vowels.findLast(({ marks }) => marks !== '');
  const closed = !vowels.includes(letters.at(-1) ?? { base: '', marks: '' });
  return hatted ?? (closed ? vowels.at(-1) : vowels[0]) ?? { base: '', marks: '' };
}

function bareOf(letters: readonly Letter[]): string {
  return letters.map(({ base }) => (base === 'đ' ? 'd' : base)).join('');
}
