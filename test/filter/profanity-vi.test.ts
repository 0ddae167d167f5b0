import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent, sentBy } from './said.ts';

describe('profanity-vi', () => {
  test('on: holds a comment with a vulgar word and points at it', () => {
    expect(sent('Viết thế này thì đéo ai đọc')).toMatchObject({
      verdict: 'hold',
      findings: [
        {
          rule: 'profanity-vi',
          verdict: 'hold',
          message: {
            vi: 'Từ ngữ thô tục.',
            en: 'Obscene wording.',
          },
          start: 13,
          end: 20,
        },
      ],
    });
  });

  test('on: finds every one of several words, whatever their case', () => {
    expect(said('VCL bài này, Đm tác giả, clgt')).toEqual([
      'profanity-vi hold "VCL"',
      'profanity-vi hold "Đm"',
      'profanity-vi hold "clgt"',
    ]);
  });

  test('on: a phrase matches across any run of spaces, and the longer of two phrases counts', () => {
    expect(said('Đúng là thằng \n chó, ngu   vãi')).toEqual([
      'profanity-vi hold "thằng \n chó"',
      'profanity-vi hold "ngu   vãi"',
    ]);
  });

  test('on: a phrase does not match across a full stop', () => {
    expect(said('Nó là một thằng. Chó thì vẫn sủa')).toEqual([]);
  });

  test('on: a word in the name of the author holds the comment, and the sentence says so', () => {
    expect(sentBy('Thằng Ngu', 'Bài viết hay').findings).toEqual([
      {
        rule: 'profanity-vi',
        verdict: 'hold',
        message: {
          vi: 'Lời xúc phạm trong tên người gửi.',
          en: 'An insult in the name of the author.',
        },
      },
    ]);
  });

  test('on: a flood of words is pointed at no more than twenty times', () => {
    expect(sent('đéo '.repeat(500)).findings).toHaveLength(20);
  });

  test.each([
    ['spaced apart', 'Thật là đ é o hiểu', 'đ é o hiểu'],
    ['dotted', 'Thật là đ.é.o hiểu', 'đ.é.o hiểu'],
    ['starred', 'Thật là đ*o hiểu', 'đ*o hiểu'],
    ['with digits', 'Thật là d30 hiểu', 'd30 hiểu'],
    ['drawn out', 'Thật là đéooooo hiểu', 'đéooooo hiểu'],
    ['of other alphabets', 'Thật là đéо hiểu', 'đéо hiểu'],
    ['double width', 'Thật là đｅ́ｏ hiểu', 'đｅ́ｏ hiểu'],
    ['split unseen', 'Thật là đ\u200bé\u200bo hiểu', 'đ\u200bé\u200bo hiểu'],
    ['typed by Telex', 'Thật là ddeos hiểu', 'ddeos hiểu'],
    ['typed by VNI', 'Thật là d9e1o hiểu', 'd9e1o hiểu'],
    ['without marks in a comment that has them', 'Thật là deo hiểu', 'deo hiểu'],
  ])('on: reads a word %s', (_, body, words) => {
    expect(said(body)).toContain(`profanity-vi hold "${words}"`);
  });

  test('on: words written in one piece are read apart', () => {
    expect(said('Toàn là bọn racruoi')).toEqual(['profanity-vi hold "bọn racruoi"']);
  });

  test('on: the sentence says how a disguised word is to be read', () => {
    expect(sent('Thật là đ*t m* hiểu').findings[0]?.message).toEqual({
      vi: 'Từ ngữ thô tục, đọc là “địt mẹ”.',
      en: 'Obscene wording, to be read as “địt mẹ”.',
    });
  });

  test('on: two doubtful words without marks hold a comment together', () => {
    expect(said('noi nhu cut, deo nghe nua')).toEqual([
      'profanity-vi hold "nhu cut"',
      'profanity-vi hold "deo nghe"',
    ]);
  });

  test('off: one doubtful word without marks is remarked on, and passes', () => {
    expect(said('ngu ngon nhe ca nha')).toEqual(['profanity-vi pass "ngu"']);
  });

  test('off: everyday words that only look alike pass', () => {
    expect(said('Các bạn lớn đủ tuổi rồi, qua đèo buổi sáng nhớ mang cúc áo và lon nước')).toEqual([]);
  });

  test('off: a harmless phrase excuses the word in it, and only there', () => {
    expect(said('Sữa óc chó rơi vãi ra bàn, hoàn cảnh thật éo le')).toEqual([]);
    expect(said('Sữa óc chó ngon, còn mày thì óc chó')).toEqual(['profanity-vi hold "óc chó"']);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    expect(sent('What a shit article', {}, withFault('profanity-vi'))).toMatchObject({
      verdict: 'hold',
      findings: [faultOf('profanity-vi'), { rule: 'profanity-en', verdict: 'hold', start: 7, end: 11 }],
    });
  });
});
