import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent } from './said.ts';

describe('repeats', () => {
  test('on: holds a text that was sent to the site before', () => {
    expect(sent('Bài viết hay', { sameTextLastDay: 1 })).toMatchObject({
      verdict: 'hold',
      findings: [
        {
          rule: 'repeats',
          verdict: 'hold',
          message: {
            vi: 'Nội dung này đã được gửi 1 lần trên trang trong 24 giờ qua.',
            en: 'The same text was sent to this site once in the last 24 hours.',
          },
        },
      ],
    });
  });

  test('on: refuses the text its sender sent three times within the hour, and keeps both reasons', () => {
    expect(said('Bài viết hay', { sameTextLastDay: 3, sameTextBySenderLastHour: 3 })).toEqual([
      'repeats hold',
      'repeats refuse',
    ]);
  });

  test('off: a new text passes', () => {
    expect(said('Bài viết hay', { sameTextLastDay: 0, sameTextBySenderLastHour: 0 })).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    const facts = { sameTextLastDay: 9, senderLastMinute: 4 };
    expect(sent('Bài viết hay', facts, withFault('repeats'))).toMatchObject({
      verdict: 'hold',
      findings: [faultOf('repeats'), { rule: 'pace', verdict: 'hold' }],
    });
  });
});
