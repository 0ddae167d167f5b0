import { expect, test } from 'vitest';
import { ago, agoUntil } from '../../src/language/ago.ts';

const now = Date.UTC(2026, 10, 27, 2, 0);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [-minute, 'vừa xong', 'just now'],
  [59_999, 'vừa xong', 'just now'],
  [minute, '1 phút trước', '1 minute ago'],
  [59 * minute, '59 phút trước', '59 minutes ago'],
  [hour, '1 giờ trước', '1 hour ago'],
  [23.9 * hour, '23 giờ trước', '23 hours ago'],
  [day, '1 ngày trước', '1 day ago'],
  [7 * day - 1, '6 ngày trước', '6 days ago'],
  [7 * day, '20/11/2026', '20 Nov 2026'],
])('%i ms ago is said in the largest unit, and after a week as a day in Vietnam', (age, vi, en) => {
  expect([ago(now - age, now, 'vi'), ago(now - age, now, 'en')]).toEqual([vi, en]);
});

test('what is said stays true until it is to be said otherwise, and not a moment longer', () => {
  for (const age of [0, 1, minute - 1, minute, 59.5 * minute, hour, 5.5 * hour, day, 6.9 * day]) {
    const at = now - age;
    const until = agoUntil(at, now);
    expect(until).toBeGreaterThan(now);
    expect(ago(at, until - 1, 'vi')).toBe(ago(at, now, 'vi'));
    expect(ago(at, until, 'vi')).not.toBe(ago(at, now, 'vi'));
  }
  expect(agoUntil(now - 8 * day, now)).toBe(Number.POSITIVE_INFINITY);
});
