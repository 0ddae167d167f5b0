import type { State } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';

const vi = {
  title: 'Thống kê',
  site: 'Trang báo',
  everySite: 'Tất cả các trang báo',
  show: 'Xem',
  period: 'Khoảng thời gian',
  lastDays: (days: string) => `${days} ngày`,

  today: 'Hôm nay',
  arrived: 'Bình luận gửi đến',
  ofThem: {
    pending: 'Trong đó còn chờ',
    published: 'Trong đó đã đăng',
    rejected: 'Trong đó bị từ chối',
    spam: 'Trong đó là spam',
    withdrawn: 'Trong đó đã rút lại',
  } as Record<State, string>,
  waitingInAll: 'Đang chờ, tính cả các ngày trước',

  daily: 'Bình luận mỗi ngày',
  dailyHint: 'Theo ngày gửi (giờ Việt Nam); mỗi phần của cột là nơi các bình luận đó đang đứng lúc này.',
  dailyTitle: (days: string) => `Bình luận mỗi ngày trong ${days} ngày qua, theo kết quả`,
  dailySummary: (all: string, most: string, day: string) =>
    `Tổng cộng ${all} bình luận; nhiều nhất là ${most}, ngày ${day}. Bảng bên dưới có đủ số liệu.`,
  dailyEmpty: 'Chưa có bình luận nào trong khoảng này. Khi bạn đọc gửi bình luận, biểu đồ sẽ hiện ở đây.',
  table: 'Xem số liệu dạng bảng',
  day: 'Ngày',
  all: 'Tổng',
  states: {
    pending: 'Chờ duyệt',
    published: 'Đã đăng',
    rejected: 'Từ chối',
    spam: 'Spam',
    withdrawn: 'Đã rút lại',
  } as Record<State, string>,

  waits: 'Bạn đọc phải chờ bao lâu',
  median: 'Một nửa chờ không quá',
  long: '95 trên 100 chờ không quá',
  waitsHint: (count: string) =>
    `Từ lúc gửi đến quyết định đầu tiên, tính trên ${count} bình luận được quyết định gần đây nhất (nhiều nhất 2.000).`,
  waitsEmpty: 'Chưa có bình luận nào được quyết định, nên chưa tính được thời gian chờ.',

  rules: 'Quy tắc nào hay báo nhầm',
  rulesHint:
    'Trong những bình luận mà quy tắc chuyển duyệt, phần mà người duyệt vẫn đăng. Cột càng dài, quy tắc càng hay báo nhầm. Tính từ trước đến nay.',
  rulesTitle: 'Tỷ lệ bình luận bị giữ nhưng vẫn được đăng, theo quy tắc',
  rulesSummary: (rule: string, share: string) =>
    `Hay báo nhầm nhất là “${rule}”: ${share} bình luận bị giữ vẫn được đăng.`,
  rulesEmpty: 'Chưa đủ quyết định về những bình luận bị giữ để so sánh các quy tắc.',
  rulesFew: (count: string) => `Quy tắc có dưới ${count} quyết định chỉ có trong bảng.`,
  rule: 'Quy tắc',
  held: 'Đã giữ và đã quyết định',
  published: 'Vẫn được đăng',
  share: 'Tỷ lệ',
  outOf: (published: string, decided: string) => `Vẫn đăng ${published} trên ${decided} bình luận đã giữ`,
  names: {
    'profanity-vi': 'Tục tĩu, xúc phạm',
    'profanity-en': 'Tục tĩu (tiếng Anh)',
    'site-words': 'Từ ngữ riêng của trang',
    name: 'Tên người gửi',
    links: 'Liên kết',
    advertising: 'Quảng cáo',
    learned: 'Mô hình đã học',
    shape: 'Cách viết bất thường',
    repeats: 'Nội dung lặp lại',
    pace: 'Gửi quá nhanh',
    room: 'Đến khi đã đủ số bình luận của giờ',
    captcha: 'Cách xác nhận captcha',
    reading: 'Không đọc được',
  } as Record<string, string>,
};

export type StatisticsWording = typeof vi;

const en: StatisticsWording = {
  title: 'Statistics',
  site: 'Site',
  everySite: 'All sites',
  show: 'Show',
  period: 'Period',
  lastDays: (days) => `${days} days`,

  today: 'Today',
  arrived: 'Comments received',
  ofThem: {
    pending: 'Of them waiting',
    published: 'Of them published',
    rejected: 'Of them rejected',
    spam: 'Of them spam',
    withdrawn: 'Of them withdrawn',
  },
  waitingInAll: 'Waiting, earlier days included',

  daily: 'Comments per day',
  dailyHint: 'By the day they were sent (in Vietnam); each part of a bar is where those comments stand now.',
  dailyTitle: (days) => `Comments per day over the last ${days} days, by outcome`,
  dailySummary: (all, most, day) =>
    `${all === '1' ? '1 comment' : `${all} comments`} in all; the most were ${most}, on ${day}. The table below has every number.`,
  dailyEmpty: 'No comments in this period yet. Once readers write, you will see them here.',
  table: 'Show the numbers as a table',
  day: 'Day',
  all: 'All',
  states: {
    pending: 'Pending',
    published: 'Published',
    rejected: 'Rejected',
    spam: 'Spam',
    withdrawn: 'Withdrawn',
  },

  waits: 'How long readers wait',
  median: 'Half wait no longer than',
  long: '95 of 100 wait no longer than',
  waitsHint: (count) =>
    `From sending to the first decision, over the ${count} comments decided last (2,000 at most).`,
  waitsEmpty: 'Nothing has been decided yet, so there is no waiting time to tell.',

  rules: 'Which rule cries wolf',
  rulesHint:
    'Of the comments that a rule held, the share that moderators published anyway. The longer the bar, the more often the rule was wrong. Over all time.',
  rulesTitle: 'Share of held comments that were published anyway, by rule',
  rulesSummary: (rule, share) =>
    `Most often wrong is “${rule}”: ${share} of what it held was published anyway.`,
  rulesEmpty: 'Too few decisions on held comments to compare the rules yet.',
  rulesFew: (count) => `Rules with fewer than ${count} decisions are only in the table.`,
  rule: 'Rule',
  held: 'Held and decided',
  published: 'Published anyway',
  share: 'Share',
  outOf: (published, decided) => `${published} of ${decided} held comments published anyway`,
  names: {
    'profanity-vi': 'Swearing and insults (Vietnamese)',
    'profanity-en': 'Swearing (English)',
    'site-words': 'The site’s own words',
    name: 'Name of the author',
    links: 'Links',
    advertising: 'Advertising',
    learned: 'Learned model',
    shape: 'Unusual writing',
    repeats: 'Repeated text',
    pace: 'Sent too fast',
    room: 'Beyond the hour’s number',
    captcha: 'How the captcha was met',
    reading: 'Could not be read',
  },
};

export const statisticsWording: Record<Language, StatisticsWording> = { vi, en };
