import type { Language } from '../language/language.ts';
import { formatNumber } from '../language/numbers.ts';
import type { QueueStanding } from './subject.ts';

const words = {
  vi: {
    waiting: (count: string) => `${count} bình luận đang chờ duyệt`,
    high: (count: string) => `${count} có nguy cơ cao`,
    reported: (count: string) => `${count} bị báo cáo`,
    onlyReported: (count: string) => `${count} bình luận bị báo cáo`,
    appeals: (count: string) => `${count} khiếu nại`,
    oldest: (time: string) => `cũ nhất ${time}`,
    minutes: (count: string) => `${count} phút`,
    hours: (count: string) => `${count} giờ`,
    days: (count: string) => `${count} ngày`,
  },
  en: {
    waiting: (count: string) => (count === '1' ? '1 comment is waiting' : `${count} comments are waiting`),
    high: (count: string) => `${count} of high risk`,
    reported: (count: string) => `${count} reported`,
    onlyReported: (count: string) =>
      count === '1' ? '1 comment is reported' : `${count} comments are reported`,
    appeals: (count: string) => (count === '1' ? '1 appeal' : `${count} appeals`),
    oldest: (time: string) => `the oldest for ${time}`,
    minutes: (count: string) => (count === '1' ? '1 minute' : `${count} minutes`),
    hours: (count: string) => (count === '1' ? '1 hour' : `${count} hours`),
    days: (count: string) => (count === '1' ? '1 day' : `${count} days`),
  },
};

/** How a queue stands, in one line: "12 bình luận đang chờ duyệt, 3 có nguy cơ cao, cũ nhất 25 phút". */
export function standing(queue: QueueStanding, language: Language, now: number): string {
  const { waiting, high, reported, onlyReported, appeals, oldest } = words[language];
  const count = (value: number) => formatNumber(value, language);
  if (queue.waiting === 0 && queue.reported > 0) return onlyReported(count(queue.reported));
  const parts = [waiting(count(queue.waiting))];
  if (queue.highRisk > 0) parts.push(high(count(queue.highRisk)));
  if (queue.oldestAt !== null) parts.push(oldest(lasting(now - queue.oldestAt, language)));
  if (queue.reported > 0) parts.push(reported(count(queue.reported)));
  if (queue.appeals > 0) parts.push(appeals(count(queue.appeals)));
  return parts.join(', ');
}

function lasting(ms: number, language: Language): string {
  const { minutes, hours, days } = words[language];
  const inMinutes = Math.max(1, Math.floor(ms / 60_000));
  const count = (value: number) => formatNumber(Math.floor(value), language);
  if (inMinutes < 120) return minutes(count(inMinutes));
  return inMinutes < 2880 ? hours(count(inMinutes / 60)) : days(count(inMinutes / 1440));
}
