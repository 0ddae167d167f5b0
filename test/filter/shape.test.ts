import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { said, sent, sentBy } from './said.ts';

describe('shape', () => {
  test('on: remarks on a comment that shouts, and does not hold it for that', () => {
    expect(sent('TÔI KHÔNG ĐỒNG Ý VỚI BÀI VIẾT NÀY')).toMatchObject({
      verdict: 'pass',
      findings: [
        {
          rule: 'shape',
          verdict: 'pass',
          message: {
            vi: 'Bình luận viết gần như toàn chữ in hoa.',
            en: 'The comment is written almost entirely in capital letters.',
          },
        },
      ],
    });
  });

  test('on: remarks on one letter repeated and points at the run', () => {
    expect(said('Bài viết hayyyyyyy quá')).toEqual(['shape pass "yyyyyyy"']);
  });

  test('on: holds a word of two alphabets, and styled letters among plain ones', () => {
    expect(said('Bài viết hаy lắm')).toEqual(['shape hold "hаy"']);
    expect(said('Anh em thử 𝐕𝐔𝐈𝐗𝐎𝐍𝐆 xem sao nhé')).toEqual(['shape hold "𝐕𝐔𝐈𝐗𝐎𝐍𝐆"']);
  });

  test('off: other alphabets by themselves, and a text wholly in styled letters, pass', () => {
    expect(said('Từ tiếng Nga «привет» nghĩa là chào')).toEqual([]);
    expect(said('𝐁𝐚𝐢 𝐯𝐢𝐞𝐭 𝐡𝐚𝐲')).toEqual([]);
  });

  test('on: holds an overlong word', () => {
    const word = 'abcdefghij'.repeat(4);
    expect(said(`Xem ${word} nhé`)).toEqual([`shape hold "${word}"`]);
  });

  test('on: holds a comment without letters, digits or emoji', () => {
    expect(said('...?!')).toEqual(['shape hold']);
    expect(said('')).toEqual(['shape hold']);
  });

  test('on: holds control characters and turned writing direction', () => {
    expect(said('Bài\u0007 viết \u202eyah')).toEqual(['shape hold "\u0007"', 'shape hold "\u202e"']);
  });

  test('off: what was a sign of Windows once is read as that sign', () => {
    expect(said('I\u0092m from \u0093Hà Nội\u0094 \u0096 and you\u0085')).toEqual([]);
    expect(said('Đồ con c\u0092ặc')).toContain('profanity-vi hold "con c\u0092ặc"');
  });

  test('on: holds invisible characters inside a word', () => {
    expect(said('Bài vi\u200bết này')).toEqual(['shape hold "\u200b"']);
  });

  test('on: invisible characters in the name of the author hold the comment', () => {
    expect(sentBy('Hồng Qu\u200bản', 'Bài viết hay').findings).toMatchObject([
      { rule: 'shape', verdict: 'hold' },
    ]);
  });

  test('off: emoji alone pass, flags and families too', () => {
    expect(said('👏👏👏')).toEqual([]);
    expect(said('🇻🇳 👨‍👩‍👧 ❤️')).toEqual([]);
  });

  test('off: lines, tabs and what pasting leaves at the edge of a word pass', () => {
    expect(said('\ufeffDòng một\r\n\tDòng\u200b hai\u00a0ba')).toEqual([]);
  });

  test('off: short capitals, short drawn-out letters and long addresses pass', () => {
    expect(said('UBND TP.HCM nói đúng')).toEqual([]);
    expect(said('Hayyyy quáaaa!!!!!!!!')).toEqual([]);
    expect(said(`https://vnexpress.net/${'mot-bai-rat-dai-'.repeat(8)}1.html`)).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    expect(sent('ĐÉO ĐỌC BÀI NÀY NỮA ĐÂU NHÉ CÁC ÔNG', {}, withFault('shape'))).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'profanity-vi', verdict: 'hold', start: 0 }, faultOf('shape')],
    });
  });
});
