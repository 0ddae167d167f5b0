import type { State } from '../../comments/comment.ts';

type Counted = 'decided' | 'published' | 'rejected' | 'spam' | 'restored' | 'undone';

export const vi = {
  title: 'Thống kê',
  site: 'Trang báo',
  everySite: 'Tất cả trang báo',
  show: 'Xem',
  period: 'Khoảng thời gian',
  lastDays: (days: string) => `${days} ngày`,
  csv: 'Tải CSV',
  table: 'Xem số liệu dạng bảng',

  now: 'Lúc này và hôm nay',
  waiting: 'Đang chờ duyệt',
  late: (count: string) => `${count} chờ quá 30 phút`,
  oldest: 'Chờ lâu nhất',
  half: (time: string) => `một nửa đã chờ từ ${time}`,
  arrived: 'Gửi đến hôm nay',
  usual: (count: string) => `ngày thường ${count} vào giờ này`,
  decidedToday: 'Đã xử lý hôm nay',
  decidedAs: (published: string, rejected: string, spam: string) =>
    `${published} đăng, ${rejected} từ chối, ${spam} spam`,
  median: 'Hôm nay, một nửa chờ không quá',
  long: (time: string) => `95 trên 100 chờ không quá ${time}`,

  daily: 'Bình luận mỗi ngày',
  dailyHint: 'Theo ngày gửi, giờ Việt Nam. Mỗi phần của cột là kết quả đến lúc này.',
  dailyTitle: (days: string) => `Bình luận mỗi ngày trong ${days} ngày qua, theo kết quả`,
  dailySummary: (all: string, most: string, day: string) =>
    `Tổng cộng ${all} bình luận; nhiều nhất là ${most}, ngày ${day}. Bảng bên dưới có đủ số liệu.`,
  dailyEmpty: 'Chưa có bình luận nào trong khoảng này. Khi bạn đọc gửi bình luận, biểu đồ sẽ hiện ở đây.',
  day: 'Ngày',
  all: 'Tổng',
  states: {
    pending: 'Chờ duyệt',
    published: 'Đã đăng',
    rejected: 'Từ chối',
    spam: 'Spam',
    withdrawn: 'Đã rút lại',
  } as Record<State, string>,

  hours: 'Giờ nào cần người trực',
  hoursHint: 'Trung bình một ngày, giờ Việt Nam. Nơi cột cao hơn vạch, bình luận đến nhanh hơn được xử lý.',
  hoursTitle: 'Bình luận gửi đến và được xử lý theo giờ trong ngày',
  hoursEmpty: 'Chưa có bình luận nào trong khoảng này để biết giờ nào đông.',
  hour: (hour: number) => `${hour} giờ`,
  shortHour: (hour: number) => `${hour}h`,
  hourOfDay: 'Giờ',
  hourTold: (hour: string, arrived: string, decided: string) =>
    `${hour}: ${arrived} gửi đến, ${decided} được xử lý`,
  arrivedLayer: 'Gửi đến',
  decidedLayer: 'Được xử lý',
  busiest: (hour: string, count: string) => `Đông nhất lúc ${hour}: trung bình ${count} bình luận.`,
  short: (hour: string, arrived: string, decided: string) =>
    `Thiếu người nhất lúc ${hour}: ${arrived} gửi đến, ${decided} được xử lý.`,

  crew: 'Theo người duyệt',
  crewHint:
    'Đếm từng bình luận. “Một nửa trong”: một nửa số bình luận do người này xử lý lần đầu chỉ phải chờ đến chừng ấy, tính từ lúc gửi. “Bị hoàn tác”: số bình luận mà quyết định của người này bị người khác hoàn tác.',
  crewOwn: 'Bạn thấy số liệu của mình và tổng của mọi người; quản trị viên thấy số liệu của từng người.',
  crewEmpty: 'Chưa có bình luận nào được xử lý trong khoảng này.',
  moderator: 'Người duyệt',
  everyone: 'Tổng cộng',
  counted: {
    decided: 'Đã xử lý',
    published: 'Đăng',
    rejected: 'Từ chối',
    spam: 'Spam',
    restored: 'Trả về chờ duyệt',
    undone: 'Bị hoàn tác',
  } as Record<Counted, string>,
  halfIn: 'Một nửa trong',

  articles: 'Theo bài viết',
  articlesHint:
    'Những bài nhiều bình luận nhất, tính các bình luận gửi trong khoảng này. Tệp CSV có nhiều bài hơn.',
  articlesEmpty: 'Chưa có bài nào nhận bình luận trong khoảng này.',
  article: 'Bài viết',
  comments: 'Bình luận',
  refused: 'Từ chối, spam',

  rules: 'Lý do nào hay báo nhầm',
  rulesHint:
    'Trong những bình luận bị chuyển duyệt vì lý do này, bao nhiêu phần vẫn được đăng. Càng dài càng hay báo nhầm. Tính từ trước đến nay.',
  rulesTitle: 'Tỷ lệ bình luận bị chuyển duyệt nhưng vẫn được đăng, theo lý do',
  rulesSummary: (rule: string, share: string) =>
    `Hay báo nhầm nhất là “${rule}”: ${share} bình luận bị chuyển duyệt vẫn được đăng.`,
  rulesEmpty: 'Chưa đủ quyết định về những bình luận bị chuyển duyệt để so sánh các lý do.',
  rulesFew: (count: string) => `Lý do có dưới ${count} quyết định chỉ có trong bảng.`,
  rule: 'Lý do cần duyệt',
  held: 'Bị chuyển duyệt, đã xử lý',
  publishedAnyway: 'Vẫn được đăng',
  share: 'Tỷ lệ',
  outOf: (published: string, decided: string) =>
    `Vẫn đăng ${published} trên ${decided} bình luận bị chuyển duyệt`,
  tuning: 'Chỉnh lọc tự động',
};

export type StatisticsWording = typeof vi;
