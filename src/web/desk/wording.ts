import type { Action, State } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import type { RiskLevel } from '../../language/risk.ts';
import { queueEn } from './queue-wording-en.ts';
import { type QueueWording, queueVi } from './queue-wording-vi.ts';

type Sort = 'oldest' | 'newest' | 'risk';

const vi = {
  desk: 'Bàn duyệt bình luận',
  queue: 'Bình luận',
  log: 'Nhật ký',
  tuning: 'Lọc tự động',
  statistics: 'Thống kê',
  owner: 'Quản trị',
  sections: 'Các mục',
  account: 'Tài khoản',
  ownAccount: 'Tài khoản của tôi',
  signOut: 'Đăng xuất',
  skip: 'Đến phần chính',

  states: {
    pending: 'Chờ duyệt',
    published: 'Đã đăng',
    rejected: 'Đã từ chối',
    spam: 'Spam',
    withdrawn: 'Đã rút lại',
  } as Record<State, string>,
  actions: { publish: 'Đăng', reject: 'Từ chối', spam: 'Spam', restore: 'Trả về chờ duyệt' } as Record<
    Action,
    string
  >,
  /** What goes before and after whatever it was done to. */
  did: {
    publish: ['đã đăng', ''],
    reject: ['đã từ chối', ''],
    spam: ['đã đánh dấu', 'là spam'],
    restore: ['đã trả', 'về chờ duyệt'],
    undo: ['đã hoàn tác quyết định về', ''],
  } as Record<Action | 'undo', readonly [string, string]>,
  risk: 'Rủi ro',
  riskLevel: { low: 'rủi ro thấp', middle: 'rủi ro vừa', high: 'rủi ro cao' } as Record<RiskLevel, string>,

  filter: 'Lọc',
  clearFilter: 'Bỏ lọc',
  site: 'Trang báo',
  everySite: 'Tất cả các trang báo',
  search: 'Tìm trong bình luận và tên người gửi',
  searchShort: 'Tìm kiếm',
  rule: 'Lý do cần duyệt',
  anyRule: 'Mọi lý do',
  sort: 'Thứ tự',
  sorts: { oldest: 'Cũ nhất trước', newest: 'Mới nhất trước', risk: 'Rủi ro cao trước' } as Record<
    Sort,
    string
  >,
  next: 'Những bình luận tiếp theo',
  fromStart: 'Về đầu danh sách',

  sent: 'gửi lúc',
  untitled: 'không có tiêu đề',
  findings: 'Vì sao cần duyệt',
  remarks: 'Bộ lọc ghi nhận',
  noFindings: 'Bộ lọc không thấy điều gì đáng ngại.',
  reasonHint: 'Người gửi đọc được lý do này',
  otherReason: 'Lý do khác',
  noReason: 'Không nêu lý do',
  because: 'Lý do',
  note: 'Ghi chú nội bộ',
  decide: (author: string) => `Quyết định về bình luận của ${author}`,
  comments: (count: string) => `${count} bình luận`,
  undo: 'Hoàn tác',
  undone: 'Quyết định này đã được hoàn tác.',
  undoes: 'Hoàn tác một quyết định trước.',
  you: 'Bạn',
  conflict: 'Có người đã xử lý trước bạn, nên quyết định của bạn chưa được áp dụng:',
  now: 'Hiện là',
  commentOf: 'bình luận của',
  thisComment: 'bình luận này',

  moderator: 'Người duyệt',

  signIn: 'Đăng nhập',
  signInTitle: 'Đăng nhập bàn duyệt bình luận',
  signInFirst:
    'Chưa có tài khoản nào. Hãy mở liên kết dùng một lần đã in ra khi dịch vụ khởi động, ở cửa sổ dòng lệnh (terminal) hoặc trong nhật ký máy chủ, để tạo tài khoản quản trị đầu tiên. Liên kết dùng được trong 24 giờ; khởi động lại dịch vụ để nhận liên kết mới.',
  setup: 'Tạo tài khoản quản trị',
  setupLead: 'Đây là lần chạy đầu tiên. Tài khoản này quản lý mọi trang báo; liên kết chỉ dùng được một lần.',
  create: 'Tạo tài khoản',
  name: 'Tên đăng nhập',
  password: 'Mật khẩu',
};

const en: typeof vi = {
  desk: 'Comment desk',
  queue: 'Comments',
  log: 'Log',
  tuning: 'Automatic filter',
  statistics: 'Statistics',
  owner: 'Administration',
  sections: 'Sections',
  account: 'Account',
  ownAccount: 'My account',
  signOut: 'Sign out',
  skip: 'Skip to the main part',

  states: {
    pending: 'Pending',
    published: 'Published',
    rejected: 'Rejected',
    spam: 'Spam',
    withdrawn: 'Withdrawn',
  },
  actions: { publish: 'Publish', reject: 'Reject', spam: 'Spam', restore: 'Return to review' },
  did: {
    publish: ['published', ''],
    reject: ['rejected', ''],
    spam: ['marked', 'as spam'],
    restore: ['returned', 'to review'],
    undo: ['took back a decision on', ''],
  },
  risk: 'Risk',
  riskLevel: { low: 'low risk', middle: 'medium risk', high: 'high risk' },

  filter: 'Filter',
  clearFilter: 'Clear filter',
  site: 'Site',
  everySite: 'All sites',
  search: 'Search in comments and names of senders',
  searchShort: 'Search',
  rule: 'Why it needs review',
  anyRule: 'Any reason',
  sort: 'Order',
  sorts: { oldest: 'Oldest first', newest: 'Newest first', risk: 'Highest risk first' },
  next: 'The next comments',
  fromStart: 'Back to the start of the list',

  sent: 'sent at',
  untitled: 'untitled',
  findings: 'Why it needs review',
  remarks: 'What the filter noticed',
  noFindings: 'The filter found nothing of concern.',
  reasonHint: 'The sender reads this reason',
  otherReason: 'Another reason',
  noReason: 'No reason',
  because: 'Reason',
  note: 'Internal note',
  decide: (author) => `Decide on the comment by ${author}`,
  comments: (count) => (count === '1' ? '1 comment' : `${count} comments`),
  undo: 'Undo',
  undone: 'This decision was undone.',
  undoes: 'Undoes an earlier decision.',
  you: 'You',
  conflict: 'Someone else decided first, so your decision was not applied:',
  now: 'Now',
  commentOf: 'the comment by',
  thisComment: 'this comment',

  moderator: 'Moderator',

  signIn: 'Sign in',
  signInTitle: 'Sign in to the comment desk',
  signInFirst:
    'There is no account yet. Open the one-time link that was printed when the service started, in the terminal or in the log of the server, to create the first owner. It works for 24 hours; restart the service to get a new one.',
  setup: 'Create the owner’s account',
  setupLead: 'This is the first start. The account manages every site; the link works once.',
  create: 'Create account',
  name: 'Name',
  password: 'Password',
};

export type DeskWording = typeof vi & QueueWording;

export const deskWording: Record<Language, DeskWording> = {
  vi: { ...vi, ...queueVi },
  en: { ...en, ...queueEn },
};
