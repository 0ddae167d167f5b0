import { describe, expect, test } from 'vitest';
import { read } from '../../src/filter/reading.ts';
import { screen } from '../../src/filter/screen.ts';

const words =
  'bài viết này rất hay đéo ai đọc thằng ngu chó má đồ rác rưởi cảm ơn tác giả vay tiền nhanh zalo 0987654321 lon bia con đĩ nhà tôi kuwin-88x.vip t.me/abc check out my channel shit d30 ng* l.ồ.n đ ĩ ｎｇｕ сhó 😀 👨‍👩‍👧 Å ﷺ 5 dm ? ! … \n'.split(
    ' ',
  );

/** A small generator of numbers from a seed, so that a failure can be repeated (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const texts = Array.from({ length: 300 }, (_, seed) => {
  const below = numbers(seed + 1);
  return Array.from({ length: 1 + below(12) }, () => words[below(words.length)]).join(' ');
});
const wild = Array.from({ length: 200 }, (_, seed) => {
  const below = numbers(seed + 1000);
  return String.fromCharCode(...Array.from({ length: below(60) }, () => below(0x10000)));
});

const screened = (body: string) => screen({ author: 'Bạn đọc', body });
const pointedAt = (body: string) =>
  screened(body).findings.map(({ rule, verdict, start, end }) => [
    rule,
    verdict,
    start === undefined ? '' : body.slice(start, end).normalize('NFC'),
  ]);

describe('for any text', () => {
  test('composed and decomposed writing get the same findings about the same words', () => {
    for (const text of texts)
      expect(pointedAt(text.normalize('NFD'))).toEqual(pointedAt(text.normalize('NFC')));
  });

  test('a character that cannot be seen, put anywhere, never lowers the risk', () => {
    for (const [seed, text] of texts.entries()) {
      const at = numbers(seed)(text.length + 1);
      const hidden = `${text.slice(0, at)}\u200b${text.slice(at)}`;
      expect([hidden, screened(hidden).risk >= screened(text).risk]).toEqual([hidden, true]);
    }
  });

  test('a span lies within the text as it was typed, and splits no character', () => {
    for (const text of [...texts, ...texts.map((text) => text.normalize('NFD')), ...wild])
      for (const { start = 0, end = 1 } of screened(text).findings.filter((one) => one.start !== undefined)) {
        expect([text, start >= 0, start < end, end <= text.length]).toEqual([text, true, true, true]);
        expect([splits(text, start), splits(text, end)]).toEqual([false, false]);
      }
  });

  test('every hold says why, in both languages', () => {
    for (const text of texts.filter((text) => screened(text).verdict !== 'pass')) {
      const held = screened(text).findings.filter(({ verdict }) => verdict !== 'pass');
      expect(held.every(({ message }) => message.vi !== '' && message.en !== '')).toBe(true);
      expect(held.length).toBeGreaterThan(0);
    }
  });
});

function splits(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

test('the words of a reading grow with the text and not faster', () => {
  const once = read('thằng này ngu như chó đ*t sh!t n g u '.repeat(10));
  const twice = read('thằng này ngu như chó đ*t sh!t n g u '.repeat(20));
  expect(twice.spoken.length).toBe(once.spoken.length * 2);
  expect(Math.max(...twice.spoken.map(({ forms }) => forms.length))).toBeLessThanOrEqual(10);
});
