import { alphabet, answerLength } from '../../src/captcha/alphabet.ts';
import { drawPicture } from '../../src/captcha/picture.ts';
import { readPng } from './grey.ts';
import { newAnswer, newStyle, random } from './sample.ts';

/** Pearson's statistic, and what even chances exceed once in a thousand times. */
export interface Evenness {
  statistic: number;
  limit: number;
}

/** How often each character comes at each position. */
export function evennessOfPositions(answers: readonly string[]): Evenness {
  const expected = answers.length / alphabet.length;
  const statistics = positions.map((position) =>
    chiSquare(
      answers.map((answer) => answer.charAt(position)),
      alphabet.length,
      expected,
    ),
  );
  return { statistic: sum(statistics), limit: limitOf(answerLength * (alphabet.length - 1)) };
}

/** How often each character follows each at the same position of the next answer. */
export function evennessOfNext(answers: readonly string[]): Evenness {
  const pairs = answers
    .slice(1)
    .flatMap((answer, index) => positions.map((at) => `${answers[index]?.charAt(at)}${answer.charAt(at)}`));
  const kinds = alphabet.length ** 2;
  return { statistic: chiSquare(pairs, kinds, pairs.length / kinds), limit: limitOf(kinds - 1) };
}

/** Of one text drawn again and again in one style: how many pictures differ, and the least share of pixels that do. */
export function differencesOfRepeats(count: number) {
  const [style, answer] = [newStyle(), newAnswer()];
  const draw = () => drawPicture(answer, style, random).bytes;
  const pictures = Array.from({ length: count }, draw);
  const different = new Set(pictures.map((bytes) => Buffer.from(bytes).toString('latin1'))).size;
  const shares = pictures.slice(1).map((bytes, index) => shareThatDiffers(bytes, pictures[index] ?? bytes));
  return { different, least: Math.min(...shares) };
}

const positions = [...Array(answerLength).keys()];

function shareThatDiffers(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [readPng(one).pixels, readPng(other).pixels];
  return a.filter((shade, index) => shade !== b[index]).length / a.length;
}

function chiSquare(drawn: readonly string[], kinds: number, expected: number): number {
  const counts = new Map<string, number>();
  for (const one of drawn) counts.set(one, (counts.get(one) ?? 0) + 1);
  const never = kinds - counts.size;
  return never * expected + sum([...counts.values()].map((count) => (count - expected) ** 2 / expected));
}

/** Wilson and Hilferty's approximation of the chi-square distribution. */
function limitOf(degrees: number): number {
  const deviations = 3.09;
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + deviations * Math.sqrt(spread)) ** 3;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
