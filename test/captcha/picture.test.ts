import { randomBytes } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { alphabet } from '../../src/captcha/alphabet.ts';
import { answerOf } from '../../src/captcha/challenge-id.ts';
import { atlas } from '../../src/captcha/drawing/atlas.ts';
import { styleFrom } from '../../src/captcha/drawing/style.ts';
import { installationStyle } from '../../src/captcha/installation-style.ts';
import { drawPicture } from '../../src/captcha/picture.ts';
import { putFont, setSeed } from '../../src/store/captcha-styles.ts';
import { keyedRandom } from '../../src/world/hash.ts';
import { actAt } from '../support/acts.ts';
import { startService } from '../support/service.ts';

const style = styleFrom(keyedRandom('a secret', 'style'), atlas, []);
const bytesOf = (...parts: string[]) => keyedRandom('a secret', ...(['random', ...parts] as [string]));

/** Grey levels of a picture of ours: 0 paper to 3 ink, row by row. */
function pixels(png: Uint8Array): number[] {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const start = bytes.indexOf('IDAT');
  const packed = inflateSync(bytes.subarray(start + 4, start + 4 + bytes.readUInt32BE(start - 4)));
  const stride = 1 + Math.ceil(width / 4);
  return Array.from({ length: width * height }, (_, index) => {
    const column = index % width;
    const byte = packed[Math.floor(index / width) * stride + 1 + (column >> 2)] ?? 0;
    return (byte >> (6 - 2 * (column & 3))) & 3;
  });
}

test('a picture is a small PNG of four colours, shown at 220 by 70', () => {
  const { contentType, bytes, width, height } = drawPicture('CHJ29', style, bytesOf());
  expect([contentType, width, height]).toEqual(['image/png', 220, 70]);
  expect(Buffer.from(bytes.subarray(0, 8)).toString('hex')).toBe('89504e470d0a1a0a');
  expect(new Set(pixels(bytes))).toEqual(new Set([0, 1, 2, 3]));
  expect(bytes.length).toBeLessThan(4000);
});

test('there is paper, there is ink, and the edges between them are smooth', () => {
  const levels = pixels(drawPicture('MMMMM', style, bytesOf()).bytes);
  const share = (level: number) => levels.filter((one) => one === level).length / levels.length;
  expect(share(0)).toBeGreaterThan(0.4);
  expect(share(3)).toBeGreaterThan(0.1);
  expect(share(1) + share(2)).toBeGreaterThan(0.02);
});

test('every character is drawn, every one but J by every font', () => {
  for (const font of atlas) {
    expect([...alphabet].filter((character) => !(character in font.glyphs)).join('')).toMatch(/^J?$/);
  }
  for (const character of alphabet) {
    const text = character.repeat(5);
    expect(() => drawPicture(text, style, randomBytes)).not.toThrow();
  }
});

test('the same text never looks the same twice, and all that differs comes from the secure generator', () => {
  const draw = (random = randomBytes as (size: number) => Uint8Array) =>
    Buffer.from(drawPicture('CHJ29', style, random).bytes);
  expect(draw()).not.toEqual(draw());
  expect(draw(bytesOf())).toEqual(draw(bytesOf()));
});

test('every place of an answer takes every character', () => {
  const answers = Array.from({ length: 600 }, () =>
    answerOf({ secret: 'a secret' }, randomBytes(16).toString('hex')),
  );
  for (let place = 0; place < 5; place += 1) {
    expect(new Set(answers.map((answer) => answer[place])).size).toBe(alphabet.length);
  }
});

test('answers follow from id and secret, and take each character as often as any other', () => {
  const answersOf = (secret: string) =>
    Array.from({ length: 4000 }, (_, count) => answerOf({ secret }, `demo~${count}`));
  const [answers, others] = [answersOf('a secret'), answersOf('another secret')];
  expect(answersOf('a secret')).toEqual(answers);
  expect(answers.filter((answer, at) => answer === others[at])).toEqual([]);
  const expected = (answers.length * 5) / alphabet.length;
  const chiSquare = [...alphabet].reduce((sum, character) => {
    const seen = answers.join('').split(character).length - 1;
    return sum + (seen - expected) ** 2 / expected;
  }, 0);
  // The 99.9th percentile for fifteen degrees of freedom.
  expect(chiSquare).toBeLessThan(37.7);
});

test('another secret, another seed and another font each make another style', async () => {
  const { deps } = await startService();
  const usual = await installationStyle(deps, '');
  expect(await installationStyle(deps, '')).toBe(usual);
  const elsewhere = { ...deps, database: (await startService()).deps.database, secret: 'another secret' };
  expect(await installationStyle(elsewhere, '')).not.toEqual(usual);
  const rotated = await installationStyle(deps, 'turned');
  expect(rotated).not.toEqual(usual);
  const [font] = atlas;
  if (!font) throw new Error('the atlas is empty');
  await putFont(deps.database, { name: 'của tôi', glyphs: { ...font.glyphs } }, 'with a font', actAt(0));
  const owned = await installationStyle(deps, 'with a font');
  expect(owned.fonts.length).toBe(usual.fonts.length);
  expect(owned).not.toEqual(rotated);
});

test('a challenge is drawn in the style of the moment', async () => {
  const service = await startService();
  const drawn: unknown[] = [];
  const draw = service.deps.draw;
  service.deps.draw = (text, given, random) => {
    drawn.push(given);
    return draw(text, given, random);
  };
  await service.solveChallenge();
  await setSeed(service.deps.database, 'turned', actAt(0));
  await service.solveChallenge();
  expect(drawn[0]).not.toEqual(drawn[1]);
  expect(drawn[1]).toEqual(await installationStyle(service.deps, 'turned'));
});
