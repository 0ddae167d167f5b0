import type { Language } from '../../language/language.ts';

const vi = {
  about: 'thư báo tin',
  titles: {
    asked: (site: string) => `Nhận thư báo tin từ ${site}?`,
    yes: (site: string) => `Bạn đang nhận thư báo tin từ ${site}`,
    no: (site: string) => `Bạn không nhận thư từ ${site} nữa`,
    none: () => 'Bạn không nhận thư nào nữa',
  },
  more: {
    asked:
      'Bạn sẽ được báo khi bình luận của bạn được duyệt, hoặc có người trả lời. Thư không có hình và không theo dõi việc đọc; địa chỉ của bạn không dùng vào việc gì khác.',
    yes: 'Bạn được báo khi bình luận của bạn được duyệt, hoặc có người trả lời, nếu bạn chọn báo tin khi gửi bình luận đó.',
    no: 'Chúng tôi nhớ điều đó mà không giữ địa chỉ của bạn. Nếu đổi ý, bạn có thể nhận thư lại tại đây.',
    none: 'Không trang nào dùng dịch vụ bình luận này gửi thư đến địa chỉ của bạn nữa, dù có ai để lại địa chỉ ấy. Chúng tôi nhớ điều đó mà không giữ địa chỉ của bạn.',
  },
  accept: 'Xác nhận, gửi thư cho tôi',
  again: 'Nhận thư lại',
  stop: (site: string) => `Không nhận thư từ ${site}`,
  end: 'Không nhận thư nào nữa',
  endHint: 'Chọn “Không nhận thư nào nữa” thì không trang nào dùng dịch vụ bình luận này gửi thư cho bạn.',
  receipt: {
    title: 'Báo tin qua e-mail',
    on: 'Bạn sẽ được báo qua e-mail khi bình luận này được duyệt hoặc có người trả lời.',
    off: 'Bạn không được báo tin về bình luận này.',
    begin: 'Báo cho tôi',
    end: 'Thôi báo tin',
    hint: 'Thư chỉ được gửi sau khi địa chỉ bạn đã điền được xác nhận bằng đường dẫn trong thư đầu tiên, và không gửi nữa nếu người dùng địa chỉ đó đã chọn không nhận.',
  },
};

const en: typeof vi = {
  about: 'letters',
  titles: {
    asked: (site) => `Get letters from ${site}?`,
    yes: (site) => `You get letters from ${site}`,
    no: (site) => `You get no more letters from ${site}`,
    none: () => 'You get no more letters',
  },
  more: {
    asked:
      'You are told when your comment is reviewed, or answered. The letters have no pictures and do not watch who reads them; your address is used for nothing else.',
    yes: 'You are told when your comment is reviewed, or answered, where you asked for that with the comment.',
    no: 'We remember that without keeping your address. If you change your mind, you can get letters again here.',
    none: 'No site here writes to your address any more, whoever leaves it. We remember that without keeping your address.',
  },
  accept: 'Confirm, write to me',
  again: 'Get letters again',
  stop: (site) => `No letters from ${site}`,
  end: 'No letters at all',
  endHint: '“No letters at all” means: from no site that uses this comment service.',
  receipt: {
    title: 'Letters',
    on: 'You are told by e-mail when this comment is reviewed or answered.',
    off: 'You are not told of this comment by e-mail.',
    begin: 'Tell me',
    end: 'Stop telling me',
    hint: 'Letters go to the address that you gave, once it was confirmed by the link in the first of them, and not where somebody there chose to get none.',
  },
};

export const mailboxWording: Record<Language, typeof vi> = { vi, en };
