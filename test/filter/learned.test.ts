import { describe, expect, test } from 'vitest';
import { emptyLocal, type Local, learn } from '../../src/filter/model/local.ts';
import { read } from '../../src/filter/reading.ts';
import { quiet, rules, screen } from '../../src/filter/screen.ts';
import { withFault } from './faulted.ts';

const learned = rules.filter((rule) => rule.name === 'learned');
const judged = (body: string, options = {}) => screen({ author: 'Bạn đọc', body }, quiet, learned, options);

const fine = 'Cảm ơn tòa soạn, bài viết rất bổ ích cho người dân.';
const spam =
  'Vay tiền nhanh trong ngày, lãi suất thấp, không cần thế chấp, giải ngân ngay, nhắn tin để được tư vấn';

/** What a site has taught where its moderators turned down what others would publish. */
function historyOf(good: number, bad: number): Local {
  const history = emptyLocal();
  for (let count = 0; count < good; count++)
    learn(history, read(`Ý kiến ${count} rất hay`).canonical, 'publish');
  for (let count = 0; count < bad; count++)
    learn(history, read(`Bóng đá trận số ${count}`).canonical, 'reject');
  return history;
}

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

describe('the history of a site', () => {
  const match = 'Bóng đá trận tối nay';

  test('is silent before it has decided enough, and before enough was turned down', () => {
    expect(judged(match, { history: historyOf(100, 50) }).learnedRisk).toBeNull();
    expect(judged(match, { history: historyOf(400, 10) }).learnedRisk).toBeNull();
  });

  test('raises what its moderators turn down, and lowers what they publish', () => {
    const history = historyOf(600, 300);
    const bad = judged(match, { history });
    expect(bad.learnedRisk).toBeGreaterThan(bad.shippedRisk ?? 1);
    const good = judged('Ý kiến rất hay', { history });
    expect(good.learnedRisk).toBeLessThanOrEqual(good.shippedRisk ?? 0);
  });

  test('holds in its own name', () => {
    const { findings } = judged(match, { history: historyOf(3000, 2000), holdAt: { abuse: 0.5, spam: 1 } });
    expect(findings[0]?.message.en).toMatch(/^By this site’s own decisions: \d+% likely abuse/);
  });
});
