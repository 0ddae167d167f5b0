import type { Language } from '../../language/language.ts';

const vi = {
  hello: (name: string) => `Chào ${name},`,
  on: (title: string, site: string) => (title ? `về bài “${title}” trên ${site}` : `trên ${site}`),
  follow: 'Theo dõi bình luận của bạn',
  why: (site: string) =>
    `Bạn nhận thư này vì bạn đã chọn được báo tin khi gửi bình luận trên ${site}. Địa chỉ của bạn không dùng vào việc gì khác.`,
  stop: 'Không nhận thư nữa',
  confirm: {
    subject: (site: string) => `Xác nhận nhận thư từ ${site}`,
    why: (site: string) =>
      `Ai đó, có lẽ là bạn, đã để lại địa chỉ e-mail này khi gửi bình luận trên ${site}, và muốn được báo khi bình luận được duyệt hoặc có người trả lời.`,
    yes: 'Nếu là bạn, hãy mở trang dưới đây rồi bấm nút xác nhận. Khi chưa xác nhận, bạn sẽ không nhận được tin nào về bình luận.',
    open: 'Mở trang xác nhận',
    no: 'Nếu không phải bạn, bạn chỉ cần bỏ qua thư này, hoặc mở trang trên và chọn không nhận thư nào nữa.',
  },
  published: {
    subject: 'Bình luận của bạn đã được đăng',
    said: (on: string) => `Bình luận của bạn ${on} đã được đăng. Cảm ơn bạn đã đóng góp ý kiến.`,
    again: (on: string) =>
      `Theo yêu cầu của bạn, người kiểm duyệt đã đọc lại bình luận của bạn ${on}, và bình luận đã được đăng.`,
  },
  refused: {
    subject: 'Bình luận của bạn không được đăng',
    stillSubject: 'Bình luận của bạn vẫn không được đăng',
    said: (on: string) => `Rất tiếc, bình luận của bạn ${on} không được đăng.`,
    again: (on: string) =>
      `Theo yêu cầu của bạn, người kiểm duyệt đã đọc lại bình luận của bạn ${on}. Rất tiếc, bình luận vẫn không được đăng.`,
    because: (reason: string) => `Lý do: ${reason}`,
    appeal: 'Nếu bạn thấy quyết định này chưa đúng, bạn có thể yêu cầu xem lại tại trang dưới đây.',
  },
  replied: {
    subject: (count: number) =>
      count === 1 ? 'Có người trả lời bình luận của bạn' : `Có ${count} trả lời cho bình luận của bạn`,
    by: (author: string, on: string) => `${author} đã trả lời bình luận của bạn ${on}:`,
    more: (count: number) => `Còn ${count} trả lời khác.`,
    see: 'Xem bình luận của bạn',
  },
};

const en: typeof vi = {
  hello: (name) => `Hello ${name},`,
  on: (title, site) => (title ? `on “${title}” at ${site}` : `at ${site}`),
  follow: 'Follow your comment',
  why: (site) =>
    `You get this letter since you asked to be told when you sent a comment at ${site}. Your address is used for nothing else.`,
  stop: 'No more letters',
  confirm: {
    subject: (site) => `Confirm letters from ${site}`,
    why: (site) =>
      `Somebody, probably you, left this e-mail address with a comment at ${site}, to be told when the comment is reviewed or answered.`,
    yes: 'If it was you, please open the page below and press the button to confirm. Until then you are told nothing of the comment.',
    open: 'Open the page to confirm',
    no: 'If it was not you, just leave this letter alone, or open the page above and choose to get no letters any more.',
  },
  published: {
    subject: 'Your comment was published',
    said: (on) => `Your comment ${on} was published. Thank you for your contribution.`,
    again: (on) => `As you asked, a moderator read your comment ${on} again, and it was published.`,
  },
  refused: {
    subject: 'Your comment was not published',
    stillSubject: 'Your comment is still not published',
    said: (on) => `We are sorry: your comment ${on} was not published.`,
    again: (on) =>
      `As you asked, a moderator read your comment ${on} again. We are sorry: it is still not published.`,
    because: (reason) => `The reason: ${reason}`,
    appeal: 'If you think that this is wrong, you may ask for another look on the page below.',
  },
  replied: {
    subject: (count) =>
      count === 1 ? 'Somebody answered your comment' : `There are ${count} answers to your comments`,
    by: (author, on) => `${author} answered your comment ${on}:`,
    more: (count) => `There are ${count} more answers.`,
    see: 'See your comment',
  },
};

export const readerWording: Record<Language, typeof vi> = { vi, en };
