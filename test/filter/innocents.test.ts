import { describe, expect, test } from 'vitest';
import { sent, sentBy } from './said.ts';

/** Ordinary sentences whose words become, or look like, vulgar ones once marks are dropped or decomposed. */
const innocents = [
  'Các cháu đủ lớn để tự đi học rồi',
  'Đường đèo buổi sớm nhiều sương, nhớ đeo khẩu trang',
  'Con chó nhà tôi sủa cả đêm vì nhớ chủ',
  'Chị Cúc bán lồng đèn, anh Cừ bán lon nước',
  'Thời trẻ tôi ngu ngơ lắm, nay mới hiểu',
  'Chị Đặng Thị Dung và ông Lò Văn Phò đều được khen',
  'Bé ngủ ngon rồi, mẹ may áo cho con',
  'Đầu buổi họp ai cũng mệt, cuối buổi thì vui',
  'Mua ốc cho cả nhà ăn, còn dư thì cho hàng xóm',
  'Thịt lợn xào lòng, ăn với rau cải cúc',
  'Đồ ngủ giảm giá, đủ cỡ cho các mẹ',
  'Ngủ như vậy thì làm sao đủ sức',
  'Dịch vụ cắt tóc này làm cẩn thận, giá phải chăng',
  'Đi chợ đếm từng đồng, đời sống còn khó',
  'Hạt óc chó tốt cho não, nên ăn vài hạt mỗi ngày',
  'Lũ chó con mới mở mắt trông thật đáng yêu',
  'Rác rơi vãi khắp đường, mong công ty môi trường dọn sớm',
  'Số phận éo le nhưng chị vẫn mạnh mẽ',
  'Đĩa bánh này để dành cho bà nội',
  'Thầy Phúc, cô Hội và bác Tít cùng ở cụm dân cư số 5',
  'Tấm gỗ dài 12 dm, tiêm 5 cc là đủ',
  'Dạ dày yếu thì đừng uống lúc đói',
  'Mặt đường lồi lõm, xe chết máy giữa dốc',
  'Cu Tí nhà bác Ngữ học giỏi nhất lớp',
];

const withoutMarks = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('innocent Vietnamese sentences pass', () => {
  test.each(innocents)('composed: %s', (text) => {
    expect(sent(text.normalize('NFC')).verdict).toBe('pass');
  });

  test.each(innocents)('decomposed: %s', (text) => {
    expect(sent(text.normalize('NFD')).verdict).toBe('pass');
  });

  test.each(innocents)('without marks: %s', (text) => {
    expect(sent(withoutMarks(text)).verdict).toBe('pass');
  });

  test.each(innocents)('as the name of an author: %s', (text) => {
    expect(sentBy(text, 'Xin chào').verdict).toBe('pass');
  });
});
