import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent } from './said.ts';

describe('pace', () => {
  test('on: holds the fifth comment of one minute', () => {
    expect(sent('Bài viết hay', { senderLastMinute: 4 })).toMatchObject({
      verdict: 'hold',
      findings: [
        {
          rule: 'pace',
          verdict: 'hold',
          message: {
            vi: 'Người này đã gửi 4 bình luận khác trong một phút vừa qua.',
            en: 'This sender sent 4 other comments in the last minute.',
          },
        },
      ],
    });
  });

  test('on: holds twenty in the hour, refuses ten in the minute and sixty in the hour', () => {
    expect(said('Bài viết hay', { senderLastHour: 20 })).toEqual(['pace hold']);
    expect(said('Bài viết hay', { senderLastMinute: 10, senderLastHour: 20 })).toEqual([
      'pace refuse',
      'pace hold',
    ]);
    expect(said('Bài viết hay', { senderLastHour: 60 })).toEqual(['pace refuse']);
  });

  test('off: a lively reader passes', () => {
    expect(said('Bài viết hay', { senderLastMinute: 3, senderLastHour: 19 })).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    const facts = { senderLastMinute: 99, sameTextLastDay: 1 };
    expect(sent('Bài viết hay', facts, withFault('pace'))).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'repeats', verdict: 'hold' }, faultOf('pace')],
    });
  });
});
