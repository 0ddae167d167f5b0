import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent, sentBy } from './said.ts';

describe('profanity-vi', () => {
  test('on: holds a comment with a vulgar word and points at it', () => {
    expect(sent('Viết thế này thì đéo ai đọc')).toEqual({
      verdict: 'hold',
      risk: 0.81,
      findings: [
        {
          rule: 'profanity-vi',
          verdict: 'hold',
          message: {
            vi: 'Bình luận có từ ngữ thô tục hoặc xúc phạm.',
            en: 'The comment contains vulgar or insulting Vietnamese words.',
          },
          start: 17,
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
          vi: 'Tên người gửi có từ ngữ thô tục hoặc xúc phạm.',
          en: 'The name of the author contains vulgar or insulting Vietnamese words.',
        },
      },
    ]);
  });

  test('on: a flood of words is pointed at no more than twenty times', () => {
    expect(sent('đéo '.repeat(500)).findings).toHaveLength(20);
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
