import type { Language } from '../../../language/language.ts';

const vi = {
  desk: 'Bàn duyệt bình luận',
  several: (sites: number) => `Bình luận đang chờ duyệt ở ${sites} trang`,
  news: {
    appeals: 'có khiếu nại mới',
    reports: 'có bạn đọc báo cáo bình luận',
    both: 'có khiếu nại mới và báo cáo của bạn đọc',
  },
  newsAt: (news: string, sites: number) => `${sites} trang ${news}`,
  open: (site: string) => `Mở hàng chờ của ${site}`,
  more: (sites: number) => `Còn ${sites} trang khác, xem ở bàn duyệt.`,
  why: 'Bạn nhận thư này vì đã chọn được báo ở trang tài khoản của bàn duyệt bình luận, nhiều nhất 24 thư trong 24 giờ.',
  change: 'Đổi những gì được báo',
  stop: 'Không nhận thư nữa',
  address: {
    subject: 'Xác nhận địa chỉ nhận thư của bàn duyệt bình luận',
    why: 'Ai đó, có lẽ là bạn, đã điền địa chỉ e-mail này ở trang tài khoản của bàn duyệt bình luận, để được báo khi có bình luận đang chờ.',
    yes: 'Nếu là bạn, hãy mở trang dưới đây rồi bấm nút xác nhận. Khi chưa xác nhận, bạn sẽ không nhận được thư nào khác.',
    open: 'Mở trang xác nhận',
    no: 'Nếu không phải bạn, bạn chỉ cần bỏ qua thư này, hoặc mở trang trên và chọn không nhận thư nào nữa.',
  },
};

const en: typeof vi = {
  desk: 'Comment desk',
  several: (sites) => `Comments are waiting on ${sites} sites`,
  news: {
    appeals: 'there is a new appeal',
    reports: 'a reader reports a comment',
    both: 'there are new appeals and reports',
  },
  newsAt: (news, sites) => `On ${sites} sites ${news}`,
  open: (site) => `Open the queue of ${site}`,
  more: (sites) => `There are ${sites} more sites, to be seen at the desk.`,
  why: 'You get this letter as you chose at the account page of the comment desk, and no more than 24 of them within 24 hours.',
  change: 'Change what you are told',
  stop: 'No more letters',
  address: {
    subject: 'Confirm your address for letters of the comment desk',
    why: 'Somebody, probably you, gave this e-mail address at the account page of the comment desk, to be told when comments are waiting.',
    yes: 'If it was you, please open the page below and press the button to confirm. Until then you get no other letter.',
    open: 'Open the page to confirm',
    no: 'If it was not you, just leave this letter alone, or open the page above and choose to get no letters any more.',
  },
};

export const letterWording: Record<Language, typeof vi> = { vi, en };
