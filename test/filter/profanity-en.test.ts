import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent, sentBy } from './said.ts';

describe('profanity-en', () => {
  test('on: holds a comment with a swear word and points at it', () => {
    expect(sent('Bài này như shit')).toMatchObject({
      verdict: 'hold',
      findings: [
        {
          rule: 'profanity-en',
          verdict: 'hold',
          message: {
            vi: 'Từ ngữ thô tục hoặc miệt thị bằng tiếng Anh.',
            en: 'An English swear word or slur.',
          },
          start: 12,
          end: 16,
        },
      ],
    });
  });

  test('on: phrases match with spaces or hyphens between their words', () => {
    expect(said('You MOTHER  FUCKER, you son-of-a-bitch')).toEqual([
      'profanity-en hold "MOTHER  FUCKER"',
      'profanity-en hold "son-of-a-bitch"',
    ]);
  });

  test('on: a word in the name of the author holds the comment without pointing', () => {
    expect(sentBy('Asshole', 'Bài viết hay').findings).toMatchObject([{ rule: 'profanity-en' }]);
    expect(sentBy('Asshole', 'Bài viết hay').findings[0]).not.toHaveProperty('start');
  });

  test.each(['sh1t', 'sh!t', 's h i t', 's.h.i.t', 'shiiiiit', 'ѕhіt', 'ｓｈｉｔ', 's\u200bhit'])(
    'on: reads the disguised %j',
    (word) => {
      expect(said(`What a piece of ${word} this is`)).toContain(`profanity-en hold "piece of ${word}"`);
    },
  );

  test('off: a word within a longer word passes', () => {
    expect(said('The assistant passed the class on cockpits in Scunthorpe')).toEqual([]);
  });

  test('off: names and everyday words that the English list has pass', () => {
    expect(said('Anh Phuc o cum 5, chi Wang va Dick Cox mua hui, sex education is no damn secret')).toEqual(
      [],
    );
  });

  test.each(['Holy shit, what a game', 'Move your ass, the shop closes at six', 'What the hell, damn it'])(
    'off: mild words in English raise the risk at most: %s',
    (text) => {
      expect(sent(text).verdict).toBe('pass');
    },
  );

  test.each(['You are an ass', 'This article is shit', 'Holy s.h.i.t', 'Bài hay mà báo viết shit quá'])(
    'on: mild words count where they are said of something, hidden, or chosen by who writes Vietnamese: %s',
    (text) => {
      expect(sent(text).verdict).toBe('hold');
    },
  );

  test('off: a Vietnamese letter ends no word', () => {
    expect(said('Ông Shità và bà Fuckừ là tên bịa')).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    expect(sent('Đọc mà đéo hiểu', {}, withFault('profanity-en'))).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'profanity-vi', verdict: 'hold', start: 4 }, faultOf('profanity-en')],
    });
  });
});
