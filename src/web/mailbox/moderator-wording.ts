import type { Language } from '../../language/language.ts';

const vi = {
  from: 'Bàn duyệt bình luận · thư báo tin',
  titles: {
    asked: 'Nhận thư của bàn duyệt bình luận?',
    yes: 'Bạn đang nhận thư của bàn duyệt bình luận',
    no: 'Bạn không nhận thư của bàn duyệt bình luận nữa',
    none: 'Bạn không nhận thư nào nữa',
    gone: 'Địa chỉ này không nhận thư của bàn duyệt bình luận',
  },
  more: {
    asked:
      'Bạn sẽ được báo khi có bình luận đang chờ duyệt, như đã chọn ở trang tài khoản. Thư không có hình và không theo dõi việc đọc; địa chỉ của bạn không dùng vào việc gì khác.',
    yes: 'Bạn được báo khi có bình luận đang chờ duyệt, như đã chọn ở trang tài khoản.',
    no: 'Nếu đổi ý, bạn có thể nhận thư lại tại đây.',
    none: 'Không trang nào dùng dịch vụ bình luận này gửi thư đến địa chỉ của bạn nữa, kể cả thư cho bạn đọc.',
    gone: 'Tài khoản đã bỏ hoặc đổi địa chỉ này, hoặc đã bị khóa.',
  },
  accept: 'Xác nhận, gửi thư cho tôi',
  again: 'Nhận thư lại',
  stop: 'Không nhận thư của bàn duyệt',
  end: 'Không nhận thư nào nữa',
  endHint:
    'Chọn “Không nhận thư nào nữa” thì dịch vụ bình luận này không gửi thư nào cho bạn nữa, dù có ai điền địa chỉ của bạn.',
};

const en: typeof vi = {
  from: 'Comment desk · letters',
  titles: {
    asked: 'Get letters of the comment desk?',
    yes: 'You get letters of the comment desk',
    no: 'You get no more letters of the comment desk',
    none: 'You get no more letters',
    gone: 'This address gets no letters of the comment desk',
  },
  more: {
    asked:
      'You are told when comments are waiting, as was chosen at the account page. The letters have no pictures and do not watch who reads them; your address is used for nothing else.',
    yes: 'You are told when comments are waiting, as was chosen at the account page.',
    no: 'If you change your mind, you can get letters again here.',
    none: 'No site here writes to your address any more, nor to you as a reader.',
    gone: 'The account has removed or changed this address, or is disabled.',
  },
  accept: 'Confirm, write to me',
  again: 'Get letters again',
  stop: 'No letters of the desk',
  end: 'No letters at all',
  endHint:
    '“No letters at all” means: this comment service writes to you no more, whoever gives your address.',
};

export const moderatorMailWording: Record<Language, typeof vi> = { vi, en };
