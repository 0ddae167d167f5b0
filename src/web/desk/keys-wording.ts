import type { Language } from '../../language/language.ts';
import type { KeyAction } from './keys.ts';

/** What each key of the desk does, as the help and the page of the keys say it. */
export const keyNames: Readonly<Record<Language, Readonly<Record<KeyAction, string>>>> = {
  vi: {
    next: 'Bình luận sau',
    previous: 'Bình luận trước',
    publish: 'Đăng',
    reject: 'Từ chối: mở các lý do, rồi 1–9 chọn; bấm lần nữa là lý do thường dùng',
    spam: 'Spam',
    skip: 'Bỏ qua, sang bình luận chưa xử lý',
    undo: 'Hoàn tác',
    select: 'Chọn',
    selectAll: 'Chọn tất cả đang hiện',
    edit: 'Sửa',
    reply: 'Trả lời với tư cách tòa soạn',
    article: 'Mở bài viết',
    history: 'Các bình luận của người gửi',
    search: 'Tìm',
    back: 'Về danh sách',
    help: 'Xem phím tắt',
  },
  en: {
    next: 'Next comment',
    previous: 'Previous comment',
    publish: 'Publish',
    reject: 'Reject: opens the reasons, then 1–9 choose; once more for the usual one',
    spam: 'Spam',
    skip: 'Skip to the next undecided comment',
    undo: 'Undo',
    select: 'Select',
    selectAll: 'Select all shown',
    edit: 'Edit',
    reply: 'Reply as the newsroom',
    article: 'Open the article',
    history: 'Comments of the sender',
    search: 'Search',
    back: 'Back to the list',
    help: 'Show the shortcuts',
  },
};
