import type { Language } from '../../language/language.ts';

const vi = {
  command: 'Lệnh trên máy chủ',
  seeReply: 'Xem câu trả lời',
  undo: 'Hoàn tác',
};

export type ActWording = typeof vi;

const en: ActWording = {
  command: 'A command on the server',
  seeReply: 'See the reply',
  undo: 'Undo',
};

export const actWording: Record<Language, ActWording> = { vi, en };
