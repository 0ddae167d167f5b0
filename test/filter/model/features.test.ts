import { describe, expect, test } from 'vitest';
import { featuresOf, gramsOf, wordFeaturesOf } from '../../../src/filter/model/features.ts';
import { buckets } from '../../../src/filter/model/grams.ts';

const sentence = 'buổi sáng ở đèo hải vân, mây phủ kín 2 bên đường';

describe('the features of a text', () => {
  test('are the same each time, whatever was read in between', () => {
    const first = [...featuresOf(sentence)];
    featuresOf('một câu khác dài hơn hẳn '.repeat(100));
    expect([...featuresOf(sentence)]).toEqual(first);
  });

  test('are each given once and have a weight', () => {
    const features = [...featuresOf(sentence.repeat(3))];
    expect(new Set(features).size).toBe(features.length);
    expect(Math.max(...features)).toBeLessThan(buckets);
  });

  test('do not depend on how often a text is repeated, but for where it meets itself', () => {
    const once = new Set(featuresOf(`${sentence} ${sentence}`));
    expect(new Set(featuresOf(`${sentence} ${sentence} ${sentence}`))).toEqual(once);
  });

  test('tell a word from its bare form, and let both share something', () => {
    const [marked, bare] = [new Set(featuresOf('đèo')), new Set(featuresOf('deo'))];
    expect(marked).not.toEqual(bare);
    expect(marked.intersection(bare).size).toBeGreaterThan(0);
  });

  test('see any digit as the same digit and any white space as a space', () => {
    expect(featuresOf('số 0912 nhé')).toEqual(featuresOf('số\n\t 5788 nhé'));
  });

  test('see no difference in how long a letter is held', () => {
    expect(featuresOf('đẹppppp')).toEqual(featuresOf('đẹppppppppppp'));
  });

  test('of the words alone are those of one word each, with and without marks', () => {
    expect(wordFeaturesOf('mưa lớn quá').length).toBe(6);
    expect(wordFeaturesOf('… !').length).toBe(0);
  });

  test('outlast so many texts that the turns start again', () => {
    const first = [...featuresOf('mây')];
    for (let turn = 0; turn < 70_000; turn++) featuresOf('');
    expect([...featuresOf('mây')]).toEqual(first);
  });

  test('can be read from any text at all', () => {
    for (const text of [
      '',
      ' ',
      '\ud800',
      '\u0301\u0301',
      '👨‍👩‍👧',
      'ﷺ',
      '\u0000',
      '中文評論',
      'x'.repeat(9999),
    ]) {
      expect(featuresOf(text).length).toBeGreaterThan(0);
    }
  });
});

describe('the n-grams of a text', () => {
  test('lie within the text', () => {
    for (const text of ['', 'a', '  a  ', sentence, 'ệệệệ !!!! 11111']) {
      const { start, end, length } = gramsOf(text);
      for (let at = 0; at < length; at++) {
        expect(start[at]).toBeLessThanOrEqual(end[at] ?? -1);
        expect(end[at]).toBeLessThanOrEqual(text.length);
      }
    }
  });

  test('grow in number no faster than the text', () => {
    for (const piece of ['a', ' ', 'đ ị t ', 'l.ồ.n.', '👍', 'thằng này ', 'x1', '\u0302']) {
      const count = (times: number) => gramsOf(piece.repeat(times)).length;
      expect(count(4000)).toBeLessThanOrEqual(2 * count(2000) + 20);
      expect(count(4000)).toBeLessThanOrEqual(9 * (4000 * piece.length + 2));
    }
  });
});
