import type { Language } from '../../../language/language.ts';

const vi = {
  page: 'Trang của bài viết',
  close: 'Đóng bình luận bài này',
  closeHint: 'Bạn đọc không gửi thêm được; bình luận đã đăng vẫn hiện, tòa soạn vẫn trả lời được.',
  closeNow: 'Đóng bình luận',
  reopen: 'Mở lại bình luận bài này',
  reopenHint: 'Bài này đã đóng bình luận. Mở lại thì bạn đọc lại gửi được.',
  reopenNow: 'Mở lại bình luận',
  moderate: 'Cách duyệt bài này',
  now: 'Hiện nay',
  moderations: {
    site: 'Theo trang báo',
    'hold-all': 'Duyệt trước khi đăng',
    'publish-clean': 'Đăng ngay bình luận không có nghi vấn',
    'publish-trusted': 'Đăng ngay bình luận không có nghi vấn của bạn đọc đáng tin cậy',
  },
};

export type ArticleWording = typeof vi;

const en: ArticleWording = {
  page: 'Page of the article',
  close: 'Close comments on this article',
  closeHint: 'Readers can send no more; what is published stays in sight, and the newsroom can still reply.',
  closeNow: 'Close comments',
  reopen: 'Reopen comments on this article',
  reopenHint: 'Comments on this article are closed. Once reopened, readers can send again.',
  reopenNow: 'Reopen comments',
  moderate: 'Moderation of this article',
  now: 'Now',
  moderations: {
    site: 'As the site',
    'hold-all': 'Review before publishing',
    'publish-clean': 'Publish comments without doubts at once',
    'publish-trusted': 'Publish trusted readers’ comments without doubts at once',
  },
};

export const articleWording: Record<Language, ArticleWording> = { vi, en };
