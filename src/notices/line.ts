import { formatNumber } from '../language/numbers.ts';
import type { DeliveryKind } from './event.ts';
import type { ToTell } from './payload.ts';
import { standing } from './standing.ts';

const longestQuoted = 80;

const words = {
  vi: {
    tooLong: 'Hàng chờ quá lâu',
    on: 'về bài',
    untitled: 'không có tiêu đề',
    likes: (count: string) => `${count} lượt thích`,
    test: 'Tin thử từ bàn duyệt bình luận: kênh này hoạt động.',
    did: {
      'comment.held': 'chờ duyệt',
      'comment.published': 'đã đăng',
      'comment.rejected': 'đã bị từ chối',
      'comment.spam': 'đã bị đánh dấu là spam',
      'comment.withdrawn': 'đã được người gửi rút lại',
      'comment.reported': 'bị bạn đọc báo cáo',
      'comment.appealed': 'bị từ chối, người gửi khiếu nại',
      'comment.liked': 'được yêu thích',
    } as Partial<Record<DeliveryKind, string>>,
    comment: 'Bình luận của',
  },
  en: {
    tooLong: 'The queue waits too long',
    on: 'on',
    untitled: 'an untitled article',
    likes: (count: string) => (count === '1' ? '1 like' : `${count} likes`),
    test: 'A test from the comment desk: this channel works.',
    did: {
      'comment.held': 'waits for review',
      'comment.published': 'was published',
      'comment.rejected': 'was rejected',
      'comment.spam': 'was marked as spam',
      'comment.withdrawn': 'was withdrawn by its sender',
      'comment.reported': 'was reported by readers',
      'comment.appealed': 'was rejected, and its sender appeals',
      'comment.liked': 'is liked',
    } as Partial<Record<DeliveryKind, string>>,
    comment: 'The comment by',
  },
};

/** What is told to people of an event, in one line of the site's language; of a stranger's words nothing is a link or a call. */
export function lineOf(told: ToTell, now: number): string {
  const { site, kind, subject, queue } = told;
  const { language } = site;
  const { did, comment, on, untitled, likes, test, tooLong } = words[language];
  if (kind === 'webhook.test') return `${plain(site.name)}: ${test}`;
  if (queue) {
    const line = standing(queue, language, now);
    return `${plain(site.name)}: ${kind === 'queue.waiting' ? `${tooLong}: ` : ''}${line}`;
  }
  if (!subject) return plain(site.name);
  const title = subject.article.title ? `“${plain(subject.article.title)}”` : untitled;
  const count = kind === 'comment.liked' ? ` (${likes(formatNumber(subject.likes, language))})` : '';
  return `${plain(site.name)}: ${comment} ${plain(subject.author)} ${on} ${title} ${did[kind] ?? ''}${count}`;
}

const signs: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '[': '(', ']': ')', '&': '＆' };
const joiner = '\u2060';

/**
 * Words of a stranger as they may stand in a line to people: on one line, shortened, and with nothing in them that a chat
 * takes for a link, a call, or a mark of its own.
 */
export function plain(text: string): string {
  const marked = oneLine(text)
    .replace(/[<>[\]&]/g, (sign) => signs[sign] ?? '')
    .replace(/[*_~`|\\#]/g, (sign) => `${sign}${joiner}`);
  return unlinked(marked);
}

/** On one line, and no longer than that many characters. */
export function oneLine(text: string, most = longestQuoted): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** Reads as before, and no program takes an address of it, nor a number to call. */
export function unlinked(text: string): string {
  return text
    .replace(/[.:/@\u3002\uff0e\uff0f\uff1a\uff20\uff61](?=\S)/g, (sign) => `${sign}${joiner}`)
    .replace(/\d{6,}/g, (number) => number.replace(/\d{3}(?=\d)/g, (digits) => `${digits}${joiner}`));
}
