import { describe, expect, test } from 'vitest';
import { read } from '../../src/filter/reading.ts';
import { sketchDistance, textSketch } from '../../src/filter/sketch.ts';

const sketch = (text: string) => textSketch(read(text));
const apart = (one: string, other: string) => sketchDistance(sketch(one), sketch(other));
const offer =
  'Bên em nhận làm giấy tờ xe máy, ô tô các loại, giao tận nơi, nhanh gọn, ai cần thì gọi em ngay trong hôm nay';

describe('sketches', () => {
  test('are 64 characters long, and empty for a text without words', () => {
    expect([sketch(offer).length, sketch('một').length, sketch('?!')]).toEqual([64, 64, '']);
  });

  test('are the same whatever the case, signs, marks and disguises', () => {
    const same = [
      offer.toUpperCase(),
      offer.normalize('NFD'),
      offer.replaceAll(',', ' !!'),
      offer.replace('giấy', 'g.i.ấ.y'),
    ];
    expect(same.map((text) => apart(offer, text))).toEqual([0, 0, 0, 0]);
  });

  test('are close for a text with a few words changed, and far for another one', () => {
    expect(apart(offer, `${offer} nhé các bác`)).toBeLessThan(0.4);
    expect(apart(offer, offer.replace('hôm nay', 'tuần này'))).toBeLessThan(0.5);
    expect(apart(offer, 'Bài viết hay, tôi đồng ý với tác giả về chuyện học phí của các cháu')).toBe(1);
  });

  test('of texts without words are only close to each other', () => {
    expect([sketchDistance('', ''), sketchDistance('', sketch(offer))]).toEqual([0, 1]);
  });
});
