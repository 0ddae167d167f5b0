import type { Language } from '../../language/language.ts';
import type { Scope } from '../../moderators/scope.ts';

/** What a token is for: a scope, or following the queue in a feed reader. */
export type TokenUse = Scope | 'feed' | 'feed-texts';

const usesVi: Record<TokenUse, string> = {
  read: 'Chỉ đọc: bình luận, nhật ký, thống kê',
  moderate: 'Duyệt bình luận: đọc, quyết định, trả lời, chọn ý kiến nổi bật, chặn',
  site: 'Máy chủ của trang báo: duyệt, và bài viết, webhook',
  feed: 'Theo dõi hàng chờ bằng trình đọc tin (Atom), không kèm tên và lời bình luận',
  'feed-texts': 'Theo dõi hàng chờ bằng trình đọc tin (Atom), kèm tên và lời bình luận',
};

const vi = {
  heading: 'Mã API',
  none: 'Bạn không có mã API nào.',
  unnamed: 'Mã API',
  scopes: usesVi,
  shortScopes: {
    read: 'chỉ đọc',
    moderate: 'duyệt bình luận',
    site: 'máy chủ của trang báo',
    feed: 'theo dõi hàng chờ',
    'feed-texts': 'theo dõi hàng chờ, kèm lời bình luận',
  } as Record<TokenUse, string>,
  everything: 'mọi quyền của tài khoản',
  created: 'tạo lúc',
  lastUsed: 'dùng gần nhất lúc',
  neverUsed: 'chưa được dùng',
  ends: 'hết hạn lúc',
  revoke: 'Thu hồi',
  revokeThat: (name: string, created: string) => `Thu hồi ${name}, tạo lúc ${created}`,
  make: 'Tạo mã API',
  name: 'Tên mã',
  nameHint: 'Để bạn nhận ra nó về sau, chẳng hạn tên máy chủ hay chương trình dùng mã.',
  scope: 'Quyền',
  days: 'Hết hạn sau',
  noEnd: 'Không hết hạn',
  inDays: (days: number) => `${days} ngày`,
  password: 'Mật khẩu hiện tại',
  made: 'Mã API mới của bạn',
  madeFeed: 'Địa chỉ theo dõi mới của bạn',
  keep: 'Hãy sao chép mã này ngay: nó chỉ hiện một lần này. Chương trình gửi nó trong đầu mục Authorization: Bearer.',
  keepFeed:
    'Hãy sao chép địa chỉ này vào trình đọc tin ngay: nó chỉ hiện một lần này. Ai có địa chỉ đều xem được hàng chờ, nên đừng chia sẻ nó.',
  kept: 'Tôi đã lưu',
};

export type TokenWording = typeof vi;

const en: TokenWording = {
  heading: 'API tokens',
  none: 'You have no API tokens.',
  unnamed: 'API token',
  scopes: {
    read: 'Read only: comments, the log, statistics',
    moderate: 'Moderate: read, decide, reply, pick, block',
    site: 'Server of a site: moderate, and articles, webhooks',
    feed: 'Follow the queue in a feed reader (Atom), without names and texts of comments',
    'feed-texts': 'Follow the queue in a feed reader (Atom), with names and texts of comments',
  },
  shortScopes: {
    read: 'read only',
    moderate: 'moderate',
    site: 'server of a site',
    feed: 'follows the queue',
    'feed-texts': 'follows the queue, with texts',
  },
  everything: 'all that the account may',
  created: 'made at',
  lastUsed: 'last used at',
  neverUsed: 'never used',
  ends: 'ends at',
  revoke: 'Revoke',
  revokeThat: (name, created) => `Revoke ${name}, made at ${created}`,
  make: 'Make an API token',
  name: 'Name of the token',
  nameHint: 'So that you know it later, such as the server or program that uses it.',
  scope: 'Scope',
  days: 'Ends after',
  noEnd: 'Never',
  inDays: (days) => `${days} days`,
  password: 'Present password',
  made: 'Your new API token',
  madeFeed: 'Your new address to follow',
  keep: 'Copy this token now: it is shown this once. A program sends it in the header Authorization: Bearer.',
  keepFeed:
    'Copy this address into your feed reader now: it is shown this once. Whoever has it sees the queue, so do not share it.',
  kept: 'I have kept it',
};

export const tokenWording: Record<Language, TokenWording> = { vi, en };
