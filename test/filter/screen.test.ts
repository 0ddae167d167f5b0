import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/filter/finding.ts';
import type { Rule } from '../../src/filter/rule.ts';
import { rules } from '../../src/filter/screen.ts';
import { ruleName } from '../../src/web/rule-names.ts';
import { screen } from './by-hand.ts';
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
    expect(sent('Cảm ơn tòa soạn').risk).toBeLessThan(0.05);
    expect(screen({ author: 'Bạn đọc', body: 'Bài viết rất hay' })).toMatchObject({
      verdict: 'pass',
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
      'profanity-vi hold "ĐÉO ĐỌC"',
      'profanity-en hold "FUCK"',
      'links hold "BIT.LY/X"',
      'shape pass',
      'repeats hold',
      'pace refuse',
    ]);
  });

  test('a further finding never lowers the risk, which stays within 0 and 1', () => {
    const weights = [0, 0.2, 0.5, 0.9, 1];
    const list = weights.map((weight) => always('a', 'hold', weight));
    const risks = list.map((_, count) => riskOf(...list.slice(0, count + 1)));
    expect(risks).toEqual([...risks].sort((a, b) => a - b));
    expect(risks.every((risk) => risk >= 0 && risk <= 1)).toBe(true);
  });

  test('composed and decomposed writing get the same verdict for the same words', () => {
    for (const body of ['Đồ mất dạy, đéo hiểu gì', 'Các cụ lớn tuổi đi bộ buổi sáng', 'Đúng là thằng ngu'])
      expect(said(body.normalize('NFD'))).toEqual(said(body).map((line) => line.normalize('NFD')));
  });

  test('a decomposed name is read as a composed one', () => {
    expect(screen({ author: 'Thằng chó'.normalize('NFD'), body: 'Xin chào' }).verdict).toBe('hold');
  });

  test('spans lie within the text and cover the matched word', () => {
    expect(said('😀 đéo'.normalize('NFD'))).toEqual(['profanity-vi hold "đéo"'.normalize('NFD')]);
  });

  test('what the reading fails on is held, never lost and never passed', () => {
    const unreadable = null as unknown as string;
    expect(screen({ author: 'A', body: unreadable })).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'reading', verdict: 'hold' }],
    });
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
      expect(
        screen({ author: body, body }).findings.filter(({ message }) =>
          message.en.includes('could not be run'),
        ),
      ).toEqual([]);
  });
});

test.each(rules)('the rule $name is called by words where people read of it', ({ name }) => {
  for (const language of ['vi', 'en'] as const) expect(ruleName(name, language)).toMatch(/^\p{Lu}/u);
});
