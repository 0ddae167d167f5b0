import type { Language } from '../../language/language.ts';

const vi = {
  standing: 'Bài viết hiện nay',
  key: 'Khóa',
  aliases: 'Khóa cũ vẫn dẫn đến đây',
  url: 'Địa chỉ',
  namedBy: 'Tên do',
  site: 'Trang báo đặt',
  comment: 'Bình luận đã đăng của',
  nobody: 'Chưa ai đặt: bài viết chưa có bình luận nào được đăng.',
  states: { pending: 'Chờ duyệt', published: 'Đã đăng', rejected: 'Từ chối', spam: 'Spam' },
  word: 'Tên và địa chỉ',
  title: 'Tiêu đề',
  titleHint: 'Lời của trang báo được dùng trước. Để trống thì theo bình luận được đăng mới nhất.',
  save: 'Lưu',
  settings: 'Nhận và duyệt bình luận',
  takes: 'Bình luận mới',
  open: { yes: 'Đang nhận', no: 'Đã đóng' },
  tooOld: 'Bài đã tự đóng vì quá hạn theo cài đặt của trang báo.',
  moderation: 'Khi nào đăng',
  asSite: 'Như trang báo',
  moderations: {
    'hold-all': 'Mọi bình luận chờ duyệt',
    'publish-clean': 'Đăng ngay nếu bộ lọc không thấy cần duyệt',
    'publish-trusted': 'Đăng ngay nếu bạn đọc đáng tin cậy và bộ lọc không thấy cần duyệt',
  },
  move: 'Chuyển sang khóa khác',
  to: 'Khóa mới',
  toHint: 'Ví dụ /tin/bai-viet. Nếu ở đó đã có bình luận, hai cuộc trò chuyện được gộp làm một.',
  alias: 'Ai mở khóa cũ thì được dẫn đến khóa mới',
  moveNow: 'Chuyển',
  done: {
    said: 'Đã lưu.',
    moved: 'Đã chuyển bài viết cùng mọi bình luận.',
    merged: 'Đã gộp hai cuộc trò chuyện làm một.',
  },
};

export type ArticleWording = typeof vi;

const en: ArticleWording = {
  standing: 'The article as it stands',
  key: 'Key',
  aliases: 'Old keys that lead here',
  url: 'Address',
  namedBy: 'Named by',
  site: 'The site',
  comment: 'The published comment of',
  nobody: 'Nobody yet: none of its comments is published.',
  states: { pending: 'Waiting', published: 'Published', rejected: 'Rejected', spam: 'Spam' },
  word: 'Name and address',
  title: 'Title',
  titleHint:
    'The site’s word comes first. Where it is empty, the latest published comment names the article.',
  save: 'Save',
  settings: 'Taking and publishing comments',
  takes: 'New comments',
  open: { yes: 'Taken', no: 'Closed' },
  tooOld: 'It closed by its age, as the site is set.',
  moderation: 'When to publish',
  asSite: 'As the site',
  moderations: {
    'hold-all': 'Every comment waits',
    'publish-clean': 'At once, where no rule holds it',
    'publish-trusted': 'At once, where its reader is trusted and no rule holds it',
  },
  move: 'Move to another key',
  to: 'New key',
  toHint: 'Such as /tin/bai-viet. Where there are comments already, the two conversations become one.',
  alias: 'Whoever opens the old key is led on to the new one',
  moveNow: 'Move',
  done: {
    said: 'Saved.',
    moved: 'The article was moved with all its comments.',
    merged: 'The two conversations are one now.',
  },
};

export const articleWording: Record<Language, ArticleWording> = { vi, en };
