import type { Language } from '../../language/language.ts';

/** What the tab of appeals is called, and what it says where it holds none. */
export const appealsWording: Record<Language, { tab: string; none: string }> = {
  vi: { tab: 'Khiếu nại', none: 'Không có khiếu nại nào chờ xem lại.' },
  en: { tab: 'Appeals', none: 'No appeal is waiting.' },
};
