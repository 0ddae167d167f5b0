import type { Language } from '../../language/language.ts';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';

const vi = {
  action: 'Việc đã làm',
  anyAction: 'Mọi việc',
  actions: {
    publish: 'Đăng',
    reject: 'Từ chối',
    spam: 'Spam',
    restore: 'Trả về chờ duyệt',
    undo: 'Hoàn tác',
  } as Record<LoggedDecision['action'], string>,
  fromDay: 'Từ ngày',
  toDay: 'Trước ngày',
  table: 'Tải bảng CSV',
  tableHint: 'Mỗi bình luận một dòng, theo bộ lọc đang chọn; nhiều nhất 100.000 dòng.',
  none: 'Không có quyết định nào như vậy.',
  more: (count: string) => `và ${count} bình luận khác`,
  byFilter: 'Đã quyết định mọi bình luận khớp với:',
  asked: {
    sites: 'trang báo',
    tab: 'trạng thái',
    rule: 'quy tắc',
    article: 'bài viết',
    sender: 'người gửi',
    q: 'có chữ',
    from: 'từ',
    to: 'trước',
    riskMin: 'rủi ro từ',
    riskMax: 'rủi ro đến',
    links: 'có liên kết',
    appealed: 'có khiếu nại',
    like: 'gần giống bình luận',
  } as Record<string, string>,
  yes: 'có',
  reported: 'Bị báo cáo',
};

export type LogWording = typeof vi;

const en: LogWording = {
  action: 'What was done',
  anyAction: 'Anything',
  actions: {
    publish: 'Publish',
    reject: 'Reject',
    spam: 'Spam',
    restore: 'Return to review',
    undo: 'Undo',
  },
  fromDay: 'From',
  toDay: 'Before',
  table: 'Download as CSV',
  tableHint: 'A line for each comment, filtered as above; 100,000 lines at most.',
  none: 'There is no such decision.',
  more: (count) => `and ${count} more`,
  byFilter: 'Decided every comment that matched:',
  asked: {
    sites: 'sites',
    tab: 'state',
    rule: 'rule',
    article: 'article',
    sender: 'sender',
    q: 'with the words',
    from: 'from',
    to: 'before',
    riskMin: 'risk from',
    riskMax: 'risk to',
    links: 'with links',
    appealed: 'appealed',
    like: 'nearly the same as',
  },
  yes: 'yes',
  reported: 'Reported',
};

export const logWording: Record<Language, LogWording> = { vi, en };
