import { describe, expect, test } from 'vitest';
import { unpack } from '../../src/filter/model/packed.ts';
import { Course } from '../../src/filter/own/course.ts';
import { see } from '../../src/filter/own/seen.ts';
import { read } from '../../src/filter/reading.ts';
import { usualNames } from '../../src/filter/reserved-names.ts';
import { quiet, rules, screen, usualHoldAt } from '../../src/filter/screen.ts';
import { noWords } from '../../src/filter/site-words.ts';
import { aboutFootball } from '../support/lessons.ts';
import { withFault } from './faulted.ts';

const learned = rules.filter((rule) => rule.name === 'learned');
const judged = (body: string, options = {}) => screen({ author: 'Bạn đọc', body }, quiet, learned, options);

const untuned = { ...noWords, holdAt: usualHoldAt, names: usualNames, swearing: 'hold' as const };

const fine = 'Cảm ơn tòa soạn, bài viết rất bổ ích cho người dân.';
const spam =
  'Vay tiền nhanh trong ngày, lãi suất thấp, không cần thế chấp, giải ngân ngay, nhắn tin để được tư vấn';

describe('learned', () => {
  test('on: holds what the models are sure of, and points at the words that weighed most', () => {
    const { verdict, findings, shippedRisk } = judged(spam);
    expect(verdict).toBe('hold');
    expect(shippedRisk).toBeGreaterThan(0.6);
    for (const { rule, message, start = -1, end = -1 } of findings) {
      expect([rule, message.vi.startsWith('Theo mô hình có sẵn')]).toEqual(['learned', true]);
      expect(spam.slice(start, end).trim()).not.toBe('');
    }
  });

  test('off: lets pass what they are not sure of, and all where the site asks for certainty', () => {
    expect(judged(fine)).toMatchObject({ verdict: 'pass', findings: [], learnedRisk: null });
    expect(judged(spam, { holdAt: { abuse: 1, spam: 1 } }).findings).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    const { verdict, findings } = screen(
      { author: 'A', body: 'đồ óc chó' },
      quiet,
      withFault('learned', rules),
    );
    expect(verdict).toBe('hold');
    expect(findings.map(({ rule }) => rule)).toEqual(['profanity-vi', 'learned']);
  });
});

describe("a site's own model", () => {
  const match = 'Bóng đá trận tối nay';
  const course = new Course();
  for (const [body, label] of aboutFootball(600)) {
    course.take(see({ author: read('Hoa'), body: read(body) }, untuned), label);
  }
  const { words, joint } = course.made();
  const own = { model: unpack(words), joint, holdAbove: 0.5 };

  test('raises what its moderators turn down, and lowers what they publish', () => {
    const bad = judged(match, { own });
    expect(bad.learnedRisk).toBeGreaterThan(bad.shippedRisk ?? 1);
    expect(bad.risk).toBeCloseTo(bad.learnedRisk ?? Number.NaN, 3);
    const good = judged('Ý kiến này rất hay', { own });
    expect(good.learnedRisk).toBeLessThan(0.2);
  });

  test('holds in its own name, and points at the words that weighed most with it', () => {
    const { verdict, findings } = judged(`Chào cả nhà, ${match} nhé`, { own });
    expect(verdict).toBe('hold');
    for (const { message, start = -1, end = -1 } of findings) {
      expect(message.en).toMatch(/^By this site’s own decisions: \d+% likely to be turned down/);
      expect(message.vi).toMatch(/^Theo các quyết định trước của trang: \d+% sẽ không được đăng/);
      expect(`Chào cả nhà, ${match} nhé`.slice(start, end)).toMatch(/[Bb]óng|đá|[Tt]rận/);
    }
  });

  test('lets pass what the shipped models alone would hold', () => {
    expect(judged(spam).verdict).toBe('hold');
    expect(judged(spam, { own: { ...own, holdAbove: 1 } }).verdict).toBe('pass');
  });

  test('leaves the holding to the shipped models where those hold more of the bad, and where the site wants none', () => {
    const lent = { own: { ...own, holdAbove: null } };
    expect(judged(match, lent)).toMatchObject({
      verdict: 'pass',
      learnedRisk: judged(match, { own }).learnedRisk,
    });
    expect(judged(spam, lent).findings[0]?.message.en).toMatch(/^By the model as shipped/);
    expect(judged(match, { own, holdAt: { abuse: 1, spam: 1 } }).verdict).toBe('pass');
  });
});
