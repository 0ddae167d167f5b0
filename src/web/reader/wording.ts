import type { Language } from '../../language/language.ts';
import { scriptEn, scriptVi } from './script-wording.ts';

const vi = {
  heading: 'Ý kiến bạn đọc',
  order: 'Thứ tự bình luận',
  newest: 'Mới nhất',
  oldest: 'Cũ nhất',
  answering: 'trả lời',
  answer: 'Trả lời',
  report: 'Báo cáo',
  more: 'Xem thêm bình luận',
  first: 'Về trang đầu',
  empty: 'Chưa có bình luận nào.',
  invite: 'Mời bạn viết ý kiến đầu tiên.',
  closed: 'Bài viết này đã đóng bình luận. Cảm ơn bạn đọc đã quan tâm và chia sẻ ý kiến.',

  write: 'Gửi bình luận',
  answeringNow: 'Đang trả lời',
  cancel: 'Hủy trả lời',
  author: 'Họ tên',
  email: 'E-mail (không bắt buộc)',
  emailHint: 'Không hiển thị với bạn đọc.',
  body: 'Nội dung bình luận',
  atMost: (count: string) => `Tối đa ${count} ký tự.`,
  picture: 'Hình có các ký tự cần nhập',
  characters: 'Nhập các ký tự trong hình',
  listen: 'Nghe các ký tự',
  spoken:
    'Khi nghe, mỗi chữ cái được đọc kèm một tên bắt đầu bằng chữ ấy, như “pê, Phú Quốc”: chỉ nhập chữ cái P. Chữ số được đọc như thường.',
  byWork: 'Xác nhận không cần hình',
  tryAgain: 'Thiết bị chưa kịp tự xác nhận. Vui lòng gửi lại một lần nữa.',
  send: 'Gửi bình luận',
  clear: 'Nhập lại',
  follow: 'Theo dõi bình luận này',
  another: 'Gửi bình luận khác',

  script: scriptVi,
};

export type ReaderWording = typeof vi;

const en: ReaderWording = {
  heading: 'Readers’ comments',
  order: 'Order of comments',
  newest: 'Newest',
  oldest: 'Oldest',
  answering: 'replying to',
  answer: 'Reply',
  report: 'Report',
  more: 'More comments',
  first: 'Back to the first page',
  empty: 'No comments yet.',
  invite: 'Yours could be the first.',
  closed: 'Comments on this article are closed. Thank you for reading and for sharing your views.',

  write: 'Send a comment',
  answeringNow: 'Replying to',
  cancel: 'Cancel reply',
  author: 'Name',
  email: 'E-mail (optional)',
  emailHint: 'Never shown to readers.',
  body: 'Comment',
  atMost: (count) => `At most ${count} characters.`,
  picture: 'Picture of the characters to type',
  characters: 'Type the characters in the picture',
  listen: 'Listen to the characters',
  spoken:
    'When you listen, each letter comes with a word that begins with it, such as “P, Papa”: type the letter P only. Digits are spoken as they are.',
  byWork: 'Confirm without the picture',
  tryAgain: 'Your device was not done with confirming. Please send once more.',
  send: 'Send comment',
  clear: 'Start over',
  follow: 'Follow this comment',
  another: 'Send another comment',

  script: scriptEn,
};

export const readerWording: Record<Language, ReaderWording> = { vi, en };
