import { isCode } from './codes.ts';
import { type Glyph, isWordly } from './glyphs.ts';
import { joinBroken } from './line-breaks.ts';

/** What stands between two stretches of white space, or letters that were spaced apart and are joined here. */
export interface Chunk {
  glyphs: readonly Glyph[];
  /** Whether white space was taken out of it. */
  joined: boolean;
  /** Whether it is nothing but a code. */
  code: boolean;
  /** Whether a line ends before it. */
  newLine: boolean;
}

export function chunksOf(glyphs: readonly Glyph[]): Chunk[] {
  const plain = joinBroken(plainChunks(glyphs));
  const chunks: Chunk[] = [];
  for (let at = 0; at < plain.length; ) {
    const length = spacedRun(plain, at);
    for (let one = at; length.taken === 0 && one < at + length.seen; one++) keep(chunks, plain[one]);
    if (length.taken > 0) chunks.push(joined(plain.slice(at, at + length.taken)));
    at += Math.max(length.taken, length.seen);
  }
  return chunks;
}

function keep(chunks: Chunk[], chunk: Chunk | undefined): void {
  if (chunk) chunks.push(chunk);
}

function plainChunks(glyphs: readonly Glyph[]): Chunk[] {
  const chunks: Chunk[] = [];
  let newLine = false;
  for (let from = 0; from < glyphs.length; ) {
    let to = from;
    while (to < glyphs.length && glyphs[to]?.kind !== 'space') to++;
    if (to > from) chunks.push(plainChunk(glyphs.slice(from, to), newLine));
    newLine = glyphs[to]?.text === '\n' || (to === from && newLine);
    from = to + 1;
  }
  return chunks;
}

function plainChunk(glyphs: readonly Glyph[], newLine: boolean): Chunk {
  return { glyphs, joined: false, code: isCode(glyphs), newLine };
}

/**
 * How many chunks from here on are one word, number or address with spaces between its characters (`taken`), or
 * else how many are single characters that are not (`seen`), so that none is looked at twice.
 */
function spacedRun(chunks: readonly Chunk[], at: number): { taken: number; seen: number } {
  if (!isSingle(chunks[at], true)) return { taken: 0, seen: 1 };
  let to = at + 1;
  while (isSingle(chunks[to], false) && !chunks[to]?.newLine) to++;
  const seen = to - at;
  // The last character of a run may have a comma at it: "n g u, …".
  if (endsRun(chunks[to])) to++;
  const letters: Glyph[] = [];
  for (let one = at; one < to; one++)
    for (const glyph of chunks[one]?.glyphs ?? []) if (isWordly(glyph)) letters.push(glyph);
  const whole = letters.length >= 3 || (letters.length === 2 && isSplitSyllable(letters));
  return { taken: whole ? to - at : 0, seen };
}

const linking = '.-_*@/:+~·';

function isSingle(chunk: Chunk | undefined, first: boolean): boolean {
  if (chunk?.glyphs.length !== 1) return false;
  const glyph = chunk.glyphs[0];
  if (!glyph) return false;
  return isWordly(glyph) || (linking.includes(glyph.text) && (!first || glyph.text === '@'));
}

function endsRun(chunk: Chunk | undefined): boolean {
  const [glyph, ...rest] = chunk && !chunk.newLine && chunk.glyphs.length <= 5 ? chunk.glyphs : [];
  return glyph !== undefined && isWordly(glyph) && rest.length > 0 && rest.every(isClosing);
}

function isClosing({ text }: Glyph): boolean {
  return ',.!?;:)"”'.includes(text);
}

const consonants = 'bcdđghklmnpqrstvx';
/** Vowels that are words by themselves, or stand for one: "b ạ", "k ở nhà". */
const aloneToo = 'aàáạảâăeéèẻêếềểiìíỉịyýỳỷoóòỏôồổốơờởớợuùủưừứửữ';

/** "đ ĩ" can only be one word, "k ở" (không ở) are two. */
function isSplitSyllable([first, second]: readonly Glyph[]): boolean {
  if (!first || !second) return false;
  if (['đm', 'vl'].includes(first.text + second.text)) return true;
  if (!consonants.includes(first.text) || !/[aeiouy]/.test(second.bare)) return false;
  return !aloneToo.includes(second.text) || (second.text === 'ò' && first.text === 'b');
}

function joined(run: readonly Chunk[]): Chunk {
  return {
    glyphs: run.flatMap(({ glyphs }) => glyphs),
    joined: true,
    code: false,
    newLine: run[0]?.newLine ?? false,
  };
}
