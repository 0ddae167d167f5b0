import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/filter/model/explain.ts';
import { buckets } from '../../../src/filter/model/grams.ts';
import { alphabet, letterOf, unpack } from '../../../src/filter/model/packed.ts';
import { likelihoodOf } from '../../../src/filter/model/risk.ts';
import { score } from '../../../src/filter/model/score.ts';
import { abuse, spam } from '../../../src/filter/model/weights.ts';

describe('the shipped weights', () => {
  test('weigh at most 150 kB', () => {
    const file = new URL('../../../src/filter/model/weights.ts', import.meta.url);
    expect(readFileSync(file).length).toBeLessThanOrEqual(150_000);
  });

  test('are one letter for each feature', () => {
    for (const { letters } of [abuse, spam]) {
      expect(letters).toMatch(/^[A-Za-z0-9+/]+$/);
      expect(letters.length).toBe(buckets);
    }
  });

  test('come out as they went in', () => {
    for (const letter of alphabet.slice(1)) {
      const letters = letter.repeat(buckets);
      const { weights } = unpack({ bias: 0, step: 1, letters });
      expect(letterOf(weights[buckets - 1] ?? Number.NaN)).toBe(letter);
    }
  });
});

describe('the score', () => {
  const kind = ['bài viết rất hay, cảm ơn tác giả', 'đường này ngập từ sáng, mong sớm được sửa'];
  const insults = ['thằng ngu này câm mồm đi', 'đồ chó đẻ, óc lợn', 'đm bọn súc vật'];
  const offers = [
    'vay tiền nhanh không thế chấp, zalo 0912345678',
    'nhà cái uy tín nạp đầu tặng 100%, đăng ký tại abc88.vip',
  ];

  test('puts every insult above every kind sentence', () => {
    const lowest = Math.min(...insults.map((text) => score(text).abuse));
    expect(lowest).toBeGreaterThan(Math.max(...kind.map((text) => score(text).abuse)) + 1);
  });

  test('puts every offer above every sentence that offers nothing', () => {
    const lowest = Math.min(...offers.map((text) => score(text).spam));
    expect(lowest).toBeGreaterThan(Math.max(...[...kind, ...insults].map((text) => score(text).spam)) + 1);
  });

  test('knows insults that are typed without marks', () => {
    expect(score('thang ngu nay cam mom di').abuse).toBeGreaterThan(score('bai viet rat hay').abuse + 1);
  });

  test('is a number for any text', () => {
    for (const text of ['', ' ', '\ud800', '👍', 'a'.repeat(5000)]) {
      expect(Object.values(score(text)).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('the likelihood', () => {
  test('rises with the score and stays between 0 and 1', () => {
    const logits = [-50, -4, -1, 0, 1, 4, 50];
    for (const fault of ['abuse', 'spam'] as const) {
      const said = logits.map((logit) => likelihoodOf({ abuse: -50, spam: -50, [fault]: logit })[fault]);
      expect(said).toEqual(said.toSorted((a, b) => a - b));
      expect(said.every((part) => part >= 0 && part <= 1)).toBe(true);
    }
  });

  test('of being bad is at least that of either fault', () => {
    const { abuse, spam, bad } = likelihoodOf({ abuse: 0.3, spam: -0.2 });
    expect(bad).toBeGreaterThanOrEqual(Math.max(abuse, spam));
  });
});

describe('the explanation', () => {
  test('names the word that weighs most, where it stands', () => {
    const text = 'hôm nay trời đẹp mà gặp thằng chó đẻ ngoài đường';
    const [first] = explain(text, 'abuse', 3);
    expect(text.slice(first?.start, first?.end)).toContain('chó');
  });

  test('joins neighbours and puts the weightiest first', () => {
    const pieces = explain('đồ ngu như chó, cút đi', 'abuse', 10);
    const weights = pieces.map((piece) => piece.weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    const ends = new Set(pieces.map((piece) => piece.end + 1));
    expect(pieces.some((piece) => ends.has(piece.start))).toBe(false);
  });

  test('lies within the text and has at most so many pieces', () => {
    for (const text of ['', ' ', 'a', 'đm', '!!!!', 'ngu '.repeat(500), 'x'.repeat(5000)]) {
      const pieces = explain(text, 'abuse', 2);
      expect(pieces.length).toBeLessThanOrEqual(2);
      for (const { start, end, weight } of pieces) {
        expect([start >= 0, start < end, end <= text.length, weight > 0]).toEqual([true, true, true, true]);
      }
    }
  });
});
