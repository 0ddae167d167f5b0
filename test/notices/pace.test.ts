import { expect, test } from 'vitest';
import { letterDue } from '../../src/notices/mail/moderators/pace.ts';
import type { DueDigest } from '../../src/store/notices/digests.ts';
import { day, hour, minute } from '../support/mailing.ts';

const nothing = { appealed: 0, reported: 0, isLong: 0, isTime: 0 } as const;
const due: DueDigest = {
  ...{ moderator: 'lan', written: 3, site: 'demo', ...nothing, letters: 0, lastAt: 0 },
};

/** The letters of two days to one who is always told something new, every minute. */
function lettersOfTwoDays(what: Partial<DueDigest>, dailyAt: readonly number[] = []): number[] {
  const sent: number[] = [];
  for (let now = day; now < 3 * day; now += minute) {
    const letters = sent.filter((at) => at > now - day).length;
    const [lastAt = 0] = sent.slice(-1);
    const isTime = dailyAt.includes(now % day) ? 1 : 0;
    if (letterDue([{ ...due, ...what, isTime, letters, lastAt }], now)) sent.push(now);
  }
  return sent;
}

const most = (sent: readonly number[]) =>
  Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + day).length));

test('whatever is due all the time, no 24 hours have more than 24 letters', () => {
  const everyHour = Array.from({ length: 24 }, (_, index) => index * hour + 7 * minute);
  for (const what of [{ appealed: 1 }, { appealed: 1, reported: 1, isLong: 1 }, { isLong: 1 }] as const)
    for (const dailyAt of [[], [7 * hour], everyHour]) {
      expect(most(lettersOfTwoDays(what, dailyAt))).toBeLessThanOrEqual(24);
    }
});

test('what is due all the time is told every two hours at least, once a day at its time too', () => {
  for (const what of [{ appealed: 1 }, { appealed: 1, reported: 1, isLong: 1 }, { isLong: 1 }] as const)
    for (const dailyAt of [[], [7 * hour]]) {
      const sent = lettersOfTwoDays(what, dailyAt);
      const pauses = sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
      expect([what, dailyAt.length, Math.max(...pauses)]).toEqual([what, dailyAt.length, 2 * hour]);
    }
});

test('of what is due at once one letter is made, which says of each site why', () => {
  const now = 3 * day;
  const all = [
    { ...due, site: 'a', appealed: 1 },
    { ...due, site: 'b', reported: 1, isLong: 1 },
    { ...due, site: 'c', isTime: 1 },
    { ...due, site: 'd' },
  ] as const;
  expect(letterDue(all, now)).toEqual({
    ...{ moderator: 'lan', written: 3, kind: 'alert' },
    about: { digest: ['b', 'c'], appeals: ['a'], reports: ['b'] },
  });
  const lately = all.map((one) => ({ ...one, letters: 1, lastAt: now - 4 * minute }));
  expect(letterDue(lately, now)).toMatchObject({
    kind: 'digest',
    about: { digest: ['c'], appeals: [], reports: [] },
  });
  expect(
    letterDue(
      all.map((one) => ({ ...one, letters: 24 })),
      now,
    ),
  ).toBeUndefined();
  expect(letterDue([due], now)).toBeUndefined();
});
