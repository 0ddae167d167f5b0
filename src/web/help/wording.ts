import type { Language } from '../../language/language.ts';

const vi = {
  help: 'Trợ giúp về trang này',
  every: 'Tất cả các trang tài liệu',
};

const en: typeof vi = {
  help: 'Help for this page',
  every: 'All pages of the documentation',
};

export const helpWording: Record<Language, typeof vi> = { vi, en };
