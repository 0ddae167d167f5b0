import { expect, test } from 'vitest';
import type { Finding } from '../../src/filter/finding.ts';
import { excerptOfRow } from '../../src/web/queue/list/excerpt.ts';

const finding = (start: number, end: number): Finding => ({
  rule: 'profanity-vi',
  verdict: 'hold',
  message: { vi: '', en: '' },
  ...{ start, end },
});

const pointedAt = (text: string, at: Finding[]) => {
  const excerpt = excerptOfRow(text, at);
  return excerpt.findings.map(({ start, end }) => excerpt.text.slice(start, end));
};

test('a short text is whole and in one line', () => {
  expect(excerptOfRow('Một\nhai\tba', []).text).toBe('Một hai ba');
});

test('a long text is cut, and what a rule points at is in sight however late it stands', () => {
  const text = `${'chữ thường '.repeat(60)}từ xấu ${'về sau '.repeat(60)}`;
  const at = text.indexOf('từ xấu');
  expect(pointedAt(text, [finding(at, at + 6)])).toEqual(['từ xấu']);
  expect(excerptOfRow(text, [finding(at, at + 6)]).text).toMatch(/^….*từ xấu.*…$/);
  expect(excerptOfRow(text, []).text).toHaveLength(201);
});

test('what was searched for is in sight before what a rule points at', () => {
  const text = `tìm thấy ${'chữ thường '.repeat(60)}từ xấu`;
  const at = text.indexOf('từ xấu');
  const excerpt = excerptOfRow(text, [finding(at, at + 6)], [{ start: 0, end: 8 }]);
  expect(excerpt.found.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['tìm thấy']);
  expect(excerpt.findings).toEqual([]);
});

test('what was searched for stands in the part of a row that is in sight, a phone’s too, wherever it begins', () => {
  for (let words = 0; words < 60; words += 1) {
    const text = `${'chữ '.repeat(words)}tìm thấy ${'về sau '.repeat(60)}`;
    const start = words * 4;
    const [at] = excerptOfRow(text, [], [{ start, end: start + 8 }]).found;
    expect([words, at && at.end <= 50]).toEqual([words, true]);
  }
});

test('a character of two halves is never cut', () => {
  for (const first of ['', 'a']) {
    const { text } = excerptOfRow(`${first}${'😀'.repeat(300)}`, []);
    expect(text.isWellFormed()).toBe(true);
  }
});
