import type { Chunk } from './chunks.ts';
import type { Glyph } from './glyphs.ts';
import { isSyllable } from './syllable.ts';

/** Words that begin with a vowel: the line before them may end in a consonant that stands for a word. */
const wordsAlone = new Set(
  `a à á ạ ả ai am an án anh ảnh áo ao ào ấm ăn ắt ác ách ai ải ái ẩm ẩn ấn ẵm ấp ấy âm âu em én éo eo ép ế ếch êm ít ích im in
  oan oai ong óc ói ọe ôi ôm ôn ồn ổn ông ốm ốc ối ồ ố ổ ở ơ ờ ơi ơn ớn ớt uể úi ùn ung úng ủng uống
  úp út ừ ư ứ ưa ước ươm ướp ướt ương ưu ý yên yến yếu yêu y`.split(/\s+/),
);

/** Joins a syllable that was broken over two lines: neither half is a word there, and together they are one. */
export function joinBroken(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const before = joined.at(-1);
    if (before && chunk.newLine && isBroken(before, chunk))
      joined[joined.length - 1] = together(before, chunk);
    else joined.push(chunk);
  }
  return joined;
}

function isBroken({ glyphs: first }: Chunk, { glyphs: second }: Chunk): boolean {
  if (first.length > 6 || !first.every(isLetter)) return false;
  const ends = second.findIndex((glyph) => !isLetter(glyph));
  const rest = ends === -1 ? second : second.slice(0, ends);
  if (rest.length === 0 || first.length + rest.length > 7) return false;
  const [one, other] = [bareOf(first), bareOf(rest)];
  if (!isSyllable(one + other)) return false;
  if (!hasVowel(one)) return hasVowel(other) && !wordsAlone.has(textOf(rest));
  return !hasVowel(other) && isClosed(textOf(first), other);
}

/** A syllable that ends in c, ch, p or t has one of two tones. */
function isClosed(opening: string, coda: string): boolean {
  return !/^(?:c|ch|p|t)$/.test(coda) || /[\u0301\u0323]/.test(opening.normalize('NFD'));
}

function together(first: Chunk, second: Chunk): Chunk {
  return { glyphs: [...first.glyphs, ...second.glyphs], joined: true, code: false, newLine: first.newLine };
}

function isLetter({ kind }: Glyph): boolean {
  return kind === 'letter';
}

function hasVowel(bare: string): boolean {
  return /[aeiouy]/.test(bare);
}

function bareOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ bare }) => bare).join('');
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}
