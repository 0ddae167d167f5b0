import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/filter/finding.ts';
import type { Rule } from '../../src/filter/rule.ts';
import { quiet, rules, screen } from '../../src/filter/screen.ts';
import { said, sent } from './said.ts';

const message = { vi: 'Một câu.', en: 'A sentence.' };
const always = (name: string, verdict: Verdict, weight: number): Rule => ({
  name,
  judge: () => [{ verdict, weight, message }],
});
const verdictOf = (...list: Rule[]) => sent('Xin chào', {}, list).verdict;
const riskOf = (...list: Rule[]) => sent('Xin chào', {}, list).risk;

describe('screening', () => {
  test('a comment that no rule speaks of passes with little risk', () => {
    expect(screen({ author: 'Bạn đọc', body: 'Bài viết rất hay' })).toEqual({
      verdict: 'pass',
      risk: 0.05,
      findings: [],
    });
  });

  test('the strictest verdict wins, wherever it stands', () => {
    const [mild, stern, strict] = [
      always('a', 'pass', 0),
      always('b', 'hold', 0.5),
      always('c', 'refuse', 0.9),
    ];
    expect(verdictOf(mild)).toBe('pass');
    expect(verdictOf(stern, mild)).toBe('hold');
    expect(verdictOf(mild, strict, stern)).toBe('refuse');
  });

  test('every finding of every rule is kept, in the order of the rules', () => {
    const facts = { senderLastMinute: 10, sameTextLastDay: 1 };
    expect(said('ĐÉO ĐỌC, FUCK CÁI BÀI NÀY, VÀO BIT.LY/X NGAY', facts)).toEqual([
      'profanity-vi hold "ĐÉO"',
      'profanity-en hold "FUCK"',
      'links hold "BIT.LY/X"',
      'shape hold',
      'repeats hold',
      'pace refuse',
    ]);
  });

  test('a further finding never lowers the risk, which stays within 0 and 1', () => {
    const weights = [0, 0.2, 0.5, 0.9, 1];
    const list = weights.map((weight) => always('a', 'hold', weight));
    const risks = list.map((_, count) => riskOf(...list.slice(0, count + 1)));
    expect(risks).toEqual([0.05, 0.24, 0.62, 0.962, 1]);
  });

  test('composed and decomposed writing get the same verdict and the same spans', () => {
    const bodies = ['Đồ mất dạy, đéo hiểu gì', 'Các cụ lớn tuổi đi bộ buổi sáng', 'Đúng là thằng ngu'];
    const readings = bodies.map((body) => [sent(body.normalize('NFC')), sent(body.normalize('NFD'))]);
    for (const [composed, decomposed] of readings) expect(decomposed).toEqual(composed);
  });

  test('a decomposed name is read as a composed one', () => {
    expect(screen({ author: 'Thằng chó'.normalize('NFD'), body: 'Xin chào' }).verdict).toBe('hold');
  });

  test('spans lie within the text and cover the matched word', () => {
    expect(said('😀 đéo'.normalize('NFD'))).toEqual(['profanity-vi hold "đéo"']);
  });

  test('any text at all gets a verdict', () => {
    const odd = [
      '',
      '\ud800',
      '\u0000',
      'ﷺ'.repeat(50),
      'İ'.repeat(3),
      '.'.repeat(1000),
      'http://',
      'https://@:/',
    ];
    for (const body of odd)
      expect(rules.flatMap((rule) => rule.judge({ author: body, body }, quiet))).toBeDefined();
  });
});
