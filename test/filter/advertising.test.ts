import { describe, expect, test } from 'vitest';
import { faultOf, withFault } from './faulted.ts';
import { sent, sentBy } from './said.ts';

const kindsOf = (body: string) =>
  sent(body)
    .findings.filter(({ rule }) => rule === 'advertising')
    .map(({ message }) => message.en);

describe('advertising', () => {
  test('on: an offer with a way to get in touch is held, and the sentence says what was seen', () => {
    expect(sent('Bên em cho vay tiền nhanh, giải ngân ngay, gọi 0987 654 321').findings).toEqual([
      {
        rule: 'advertising',
        verdict: 'hold',
        message: {
          vi: 'Giống quảng cáo: cho vay, lời mời liên hệ, số điện thoại.',
          en: 'Looks like advertising: loans, a call to get in touch, a telephone number.',
        },
        start: 7,
        end: 14,
      },
    ]);
  });

  test.each([
    ['gambling', 'Nhà cái mới mở, nạp lần đầu tặng 100, chơi tại game-moi.com'],
    ['SIM cards', 'Em bán sim số đẹp, alo 0 9 8 7 6 5 4 3 2 1'],
    ['jobs or courses that promise money', 'Tuyển CTV việc nhẹ lương cao, inbox Zalo: vieclam24'],
    ['adult services', 'Gái gọi phục vụ tận nơi, xem hình tại trang-hinh.com'],
    ['likes and followers', 'Bên em tăng like giá rẻ, uy tín, liên hệ ngay trang-tuong-tac.com'],
    ['investments or crypto', 'Lợi nhuận 30 mỗi ngày, vào nhóm tín hiệu, tele @lai_cao'],
    ['cures and medicines', 'Bài thuốc gia truyền trị dứt điểm, đặt hàng O987654321'],
    ['fakes', 'Hàng siêu cấp, túi replica, ib báo giá'],
    ['a call to watch or subscribe', 'Hi guys please subscribe and follow me'],
    ['an invitation to subscribe', 'Hi guys check out my channel'],
    ['online gambling in the Indonesian style', 'Main di 𝐕𝐔𝐈𝐗𝐎𝐍𝐆𝟕𝟕 gacor maxwin'],
  ])('on: holds %s', (kind, body) => {
    expect(kindsOf(body)).toEqual([expect.stringContaining(kind)]);
    expect(sent(body.normalize('NFD')).verdict).toBe('hold');
  });

  test('on: an offer in the comment and the number in the name of its author', () => {
    expect(sentBy('Zalo 0987654321', 'Bên em cho vay tiền nhanh').verdict).toBe('hold');
  });

  test('off: honest numbers, offers spoken of, and ordinary links pass', () => {
    const honest = [
      'Ai nhặt được ví xin liên hệ số 0987 654 321, tôi xin hậu tạ',
      'Đường dây nóng của phường là 02838291234',
      'Tôi mất 20 triệu vì tin lời mời việc nhẹ lương cao',
      'Phải xử nghiêm nhà cái và người đánh bạc online',
      'Ngân hàng hạ lãi suất thấp quá, ai còn gửi',
      'Xem bài trên vnexpress.net rồi hãy nói',
      'Học phí 5 triệu một tháng là quá sức',
    ];
    expect(honest.filter((body) => sent(body).findings.length > 0)).toEqual([]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    expect(sent('Vào bit.ly/3abc', {}, withFault('advertising'))).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'links' }, faultOf('advertising')],
    });
  });
});
