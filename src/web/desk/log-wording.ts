import type { Language } from '../../language/language.ts';

const vi = {
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
    appealedFrom: 'khiếu nại từ',
    like: 'gần giống bình luận',
  } as Record<string, string>,
  yes: 'có',
  no: 'không',
};

export type LogWording = typeof vi;

const en: LogWording = {
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
    appealedFrom: 'appealed from',
    like: 'nearly the same as',
  },
  yes: 'yes',
  no: 'no',
};

export const logWording: Record<Language, LogWording> = { vi, en };
