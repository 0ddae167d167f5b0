import type { Language } from '../../language/language.ts';

interface Place {
  page: string;
  /** The heading, as addresses have it; absent for the whole page. */
  at?: Record<Language, string>;
}

/** Where the documentation tells of what a page of the desk is for. */
export const helpTopics = {
  queue: { page: 'moderating' },
  decide: { page: 'moderating', at: { vi: 'quyết-định', en: 'deciding' } },
  find: { page: 'moderating', at: { vi: 'tìm-kiếm', en: 'searching' } },
  readers: { page: 'moderating', at: { vi: 'bạn-đọc-đã-biết', en: 'known-readers' } },
  senders: { page: 'moderating', at: { vi: 'người-gửi', en: 'senders' } },
  log: { page: 'moderating', at: { vi: 'nhật-ký', en: 'the-log' } },
  statistics: { page: 'moderating', at: { vi: 'thống-kê', en: 'statistics' } },
  keys: { page: 'moderating' },
  tuning: { page: 'filter', at: { vi: 'trang-báo-chỉnh-nó-ra-sao', en: 'how-a-site-tunes-it' } },
  site: { page: 'settings', at: { vi: 'của-một-trang-báo', en: 'of-a-site' } },
  articles: { page: 'moderating', at: { vi: 'bài-viết', en: 'articles' } },
  notices: { page: 'notices' },
  identity: { page: 'identity', at: { vi: 'mã-nhận-diện', en: 'the-token' } },
  judge: { page: 'judge' },
  accounts: { page: 'moderating', at: { vi: 'tài-khoản', en: 'accounts' } },
} as const satisfies Record<string, Place>;

export type HelpTopic = keyof typeof helpTopics;

/** Where the help about a topic begins. */
export function helpAddress(topic: HelpTopic, language: Language): string {
  const { page, at }: Place = helpTopics[topic];
  return `/moderation/help/${page}${at ? `#${at[language]}` : ''}`;
}
