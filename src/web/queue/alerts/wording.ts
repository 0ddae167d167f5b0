import type { Language } from '../../../language/language.ts';

const vi = {
  tooLong: (site: string) => `Hàng chờ của ${site} quá lâu`,
  waits: (count: string, minutes: string) => `hơn ${count} bình luận đã chờ hơn ${minutes} phút.`,
  anyWaits: (minutes: string) => `có bình luận đã chờ hơn ${minutes} phút.`,
  oldest: 'Xem từ bình luận cũ nhất',
  silent: (site: string, count: string) =>
    `${count} kênh báo tin của ${site} không nhận được tin từ hơn một ngày nay, hoặc không còn nhận tin.`,
  channels: 'Xem các kênh báo tin',
};

export type AlertWording = typeof vi;

const en: AlertWording = {
  tooLong: (site) => `The queue of ${site} waits too long`,
  waits: (count, minutes) => `more than ${count} comments have waited for longer than ${minutes} minutes.`,
  anyWaits: (minutes) => `comments have waited for longer than ${minutes} minutes.`,
  oldest: 'Begin with the oldest',
  silent: (site, count) =>
    count === '1'
      ? `1 channel of ${site} could not be told anything for more than a day, or is there no more.`
      : `${count} channels of ${site} could not be told anything for more than a day, or are there no more.`,
  channels: 'See the channels',
};

export const alertWording: Record<Language, AlertWording> = { vi, en };
