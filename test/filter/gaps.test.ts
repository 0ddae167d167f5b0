import { describe, expect, test } from 'vitest';
import { sent } from './said.ts';

/** Put-downs without a bad word, contempt, threats, propositions, and offers without a link. */
const attacks = [
  'Bạn để quên não ở nhà à mà nói vậy',
  'Óc toàn bã đậu thì tranh luận làm gì cho mệt',
  'Đầu bạn chỉ để mọc tóc thôi đúng không',
  'Chỉ số thông minh của anh chắc âm',
  'Đã dốt lại còn thích dạy đời người khác',
  'Sống chỉ tổ chật đất, chẳng làm được gì',
  'Về học lại mẫu giáo đi rồi hãy bình luận',
  'Hôm nay quên uống thuốc hay sao thế',
  'Mới xổng viện ra à, nói nhảm vậy',
  'Đúng là cái loại vô tích sự',
  'Lũ cừu đỏ lại kéo vào nhai lại rồi',
  'Bầy vẹt này chỉ biết kêu theo',
  'Chó mà cũng biết gõ phím à',
  'Không biết nhục là gì à',
  'Hạng người như chị thì im cho lành',
  'Gái Thanh Hóa toàn đứa lừa lọc',
  'Dân Nghệ An keo kiệt bẩn tính, tránh cho lành',
  'Phụ nữ thì biết gì mà nói chính trị',
  'Lo về nhà nấu cơm đẻ con đi cho đời nó nhờ',
  'Đồng tính là bệnh hoạn, biến khỏi đây đi',
  'Béo như con lợn mà cũng đòi làm mẫu',
  'Tao biết nhà mày rồi đấy, cẩn thận',
  'Gặp ngoài đường là tao đập cho gãy răng',
  'Coi chừng cái mạng mày đó',
  'Giữ mồm giữ miệng không thì ăn đòn',
  'Nhảy lầu đi cho rảnh nợ',
  'Sao không chết đi cho xã hội nhờ',
  'Loại mày nên uống thuốc chuột đi',
  'Kiếm sợi dây mà treo cổ đi bạn',
  'Cô nào cô đơn đêm nay inbox anh nhé',
  'Anh nhận chiều máy bay từ a đến z',
  'Ai cần fwb kín đáo thì nhắn',
  'Ngực to thế kia chỉ muốn bóp một phát',
  'Em đi một đêm bao nhiêu',
  'Cần tuyển sinh viên làm tại nhà, trả lương ngày, zalo em',
  'Mẹ bỉm nào rảnh thì ib em chỉ việc kiếm thêm',
  'Nhập đơn hàng tại nhà ngày 300k, nhắn em nhận việc',
  'Số đẹp hôm nay 27 72, ai theo nhắn riêng',
  'Đề về 36 ăn chắc, ib lấy số',
  'Kèo Anh chấp một trái rưỡi ngon, ib vào nhóm',
  'Ai bắt kèo tối nay thì alo',
  'Kẹt tiền cần gấp alo em hỗ trợ góp ngày',
  'Cho vay góp không cần thế chấp, inbox',
  'Làm bằng đại học phôi thật bao công chứng, zalo',
  'Bằng lái xe bao đậu không cần thi, ib',
  'Túi LV rep 1:1 soi không ra, ai lấy ib',
  'Giày super fake y hệt hàng thật, cmt giá',
  'Diệt mối tận gốc, alo bên em tư vấn',
  'Xưởng em nhận may đồng phục giá rẻ, ib',
  'Chuyển tin này cho 10 người sẽ gặp may mắn',
  'Nếu không chia sẻ bài này sẽ gặp xui xẻo',
  'Tài khoản của bạn bị khóa, truy cập vietcombank-xacthuc.vip',
  'Bưu phẩm của quý khách bị giữ, bấm vào vnpost-nhanhang.com',
  'Nói chuyện như qq ấy',
  'Phim như cái cật',
  'Thằng bắc kì chó này',
  'Đm con lắc cồn',
];

describe('what attacks or advertises without a bad word is held', () => {
  test.each(attacks)('%s', (text) => {
    expect(sent(text).verdict).toBe('hold');
  });
});

/** One syllable, broken by a picture or by the end of a line. */
const broken = [
  'Đ🐶ồ ng🐷u mà còn cãi',
  'con đ🤡ĩ kia',
  'l🔥ồn',
  'c❤️ặc',
  'm🤣ẹ m🤣ày',
  'óc ch🐶ó quá',
  'đồ ch\nó',
  'thằng ng\nu này',
  'con đ\nĩ kia',
  'lồ\nn gì thế',
  'khốn n\nạn thật',
];

describe('a word that a picture or a line break cuts in two is read as one', () => {
  test.each(broken)('%j', (text) => {
    expect(sent(text).verdict).toBe('hold');
  });

  test.each([
    'thôi k\nem ơi',
    'mua ở k\nông chú',
    'bài hay\nem đọc rồi',
    'vui 😂 ăn thôi',
    'yêu❤️em',
    'vk\nck nhà em',
  ])('but not %j', (text) => {
    expect(sent(text).verdict).toBe('pass');
  });
});
