import { describe, expect, test } from 'vitest';
import { isSyllable, syllableEnds } from '../../src/filter/reading/syllable.ts';
import { read } from '../../src/filter/reading.ts';

const canonical = (text: string) => read(text).canonical;
const spoken = (text: string) => read(text).spoken.map((word) => word.text);
const readings = (word: string) => read(word).written[0]?.forms.map((form) => form.text) ?? [];
const typed = (text: string) => read(text).spoken.map(({ start, end }) => text.slice(start, end));

describe('reading: letters', () => {
  test('on: case, composition, double width, circles and formula letters come to plain letters', () => {
    const same = ['đường', 'ĐƯỜNG', 'đường'.normalize('NFD'), 'ｄđường'.slice(1), 'đ𝐮̛𝗼̛̀𝓃ⓖ'];
    expect(same.map(canonical)).toEqual(Array(5).fill('đường'));
    expect(canonical('🅰🅱🅲 ①②')).toBe('abc 12');
  });

  test('off: emoji and flags stay what they are', () => {
    expect(canonical('🇻🇳 👏 vui')).toBe('🇻🇳 👏 vui');
  });

  test('on: a letter keeps one hat and one tone, whatever is heaped on it', () => {
    expect(canonical('chó\u0336\u0337\u0301\u0330\u0304')).toBe('chó');
    expect(canonical('fück ñ ç')).toBe('fuck n c');
  });

  test('off: the marks that Vietnamese uses stay', () => {
    const all = 'ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỹỷỵĩ';
    expect([canonical(all), canonical(all.normalize('NFD'))]).toEqual([all, all]);
  });

  test('on: what cannot be seen is dropped', () => {
    expect(canonical('th\u00ada\u200bn\u2060g\ufeff ch\u034fó')).toBe('thang chó');
  });

  test('off: white space of every kind still parts words', () => {
    expect(canonical('một\u00a0hai\t ba\r\nbốn')).toBe('một hai ba\nbốn');
  });

  test('on: look-alikes become Latin in words that are partly Latin, and in texts that mostly are', () => {
    expect(canonical('сhó và сос này')).toBe('chó và coc này');
  });

  test('off: words of another alphabet are left alone', () => {
    expect([canonical('привет мир'), canonical('Αθήνα')]).toEqual(['привет мир', 'αθηνα']);
  });
});

describe('reading: letters apart', () => {
  test.each(['n g u quá', 'n.g.u quá', 'n_g_u quá', 'n*g*u quá', 'n-g-u quá', 'N  G  U quá'])(
    'on: %s',
    (text) => {
      expect(spoken(text)).toEqual(['ngu', 'quá']);
    },
  );

  test('on: several words spaced apart in one go are told apart', () => {
    expect(spoken('b ắ c k ỳ c h ó kìa')).toEqual(['bắc', 'kỳ', 'chó', 'kìa']);
    expect(spoken('con đ ĩ này, l.ồn gì')).toEqual(['con', 'đĩ', 'này', 'lồn', 'gì']);
  });

  test('on: addresses and numbers are joined with their signs', () => {
    expect(canonical('xem t e n - 8 8 . v i p nhé')).toBe('xem ten-88.vip nhé');
  });

  test('off: letters that are words or stand alone stay apart', () => {
    expect(spoken('a e mk nhờ b ạ, k ở nhà')).toEqual(['a', 'e', 'mk', 'nhờ', 'b', 'ạ', 'k', 'ở', 'nhà']);
    expect(spoken('xong.tôi hay...lắm 3.2')).toEqual(['xong', 'tôi', 'hay', 'lắm', '3', '2']);
  });
});

describe('reading: words in one piece', () => {
  test('on: they are cut into the fewest syllables', () => {
    expect(spoken('racruoi')).toEqual(['rac', 'ruoi']);
    expect(typed('Bọn RácRưởi')).toEqual(['Bọn', 'Rác', 'Rưởi']);
  });

  test('off: syllables and foreign words stay whole', () => {
    expect(spoken('nghiêng street')).toEqual(['nghiêng', 'street']);
    expect([isSyllable('nghieng'), isSyllable('street'), syllableEnds('street')]).toEqual([true, false, []]);
  });
});

describe('reading: other spellings', () => {
  test.each([
    ['n9u', 'ngu'],
    ['ch0', 'cho'],
    ['d17', 'dit'],
    ['sh!t', 'shit'],
    ['ddeos', 'đéo'],
    ['cawcj', 'cặc'],
    ['d9e1o', 'đéo'],
    ["cho'", 'chó'],
    ['di~', 'dĩ'],
    ['djt', 'dit'],
    ['nqu', 'ngu'],
    ['kặc', 'cặc'],
    ['nguuuu', 'ngu'],
    ['chóóó', 'chó'],
    ['đ**t', 'đ*t'],
  ])('on: %s may be %s', (word, meant) => {
    expect(readings(word)).toContain(meant);
  });

  test('off: an ordinary syllable has one reading, and a number is one', () => {
    expect([readings('người'), readings('2024'), readings('hay!')]).toEqual([['người'], ['2024'], ['hay']]);
  });
});

describe('reading: marks', () => {
  test('on: a comment without marks, or with few of them, is told', () => {
    const markings = ['Bai viet nay rat hay', 'Bai nay hay qua, cam on bác nhe', 'Bài viết này rất hay'].map(
      (text) => read(text).marking,
    );
    expect(markings).toEqual(['none', 'mixed', 'full']);
  });

  test('off: one word without marks, or a hidden one, does not change the vote', () => {
    expect(read('Bài này rất hay nhưng deo ai đọc').marking).toBe('full');
    expect(read('bai nay l.ồ.n hay').marking).toBe('none');
  });
});

describe('reading: places', () => {
  test('on: each word points at what was typed for it, signs and marks and all', () => {
    expect(typed('😀 Đ.é.o  n\u200bgu '.normalize('NFD'))).toEqual(
      ['Đ.é.o', 'n\u200bgu'].map((text) => text.normalize('NFD')),
    );
  });

  test('off: what is dropped at the edge of a word is no part of it', () => {
    expect(typed('\ufeffhay\u200b (lắm)')).toEqual(['hay', 'lắm']);
  });
});
