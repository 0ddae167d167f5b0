import type { Language } from '../../language/language.ts';

const vi = {
  about: 'Dữ liệu của bạn được lưu thế nào?',
  privacy: 'Quyền riêng tư',
};

const en: typeof vi = {
  about: 'What is kept of you?',
  privacy: 'Privacy',
};

export const noticeWording: Record<Language, typeof vi> = { vi, en };
