import { html } from 'hono/html';
import type { Language } from '../language/language.ts';
import type { Html } from './layout.ts';

const names: Readonly<Record<string, Record<Language, string>>> = {
  'profanity-vi': { vi: 'Xúc phạm', en: 'Abuse' },
  'profanity-en': { vi: 'Tục tiếng Anh', en: 'English profanity' },
  'site-words': { vi: 'Từ cần duyệt', en: 'Words to review' },
  name: { vi: 'Tên người gửi', en: 'Sender’s name' },
  links: { vi: 'Có liên kết', en: 'Has a link' },
  advertising: { vi: 'Quảng cáo', en: 'Advertising' },
  learned: { vi: 'Mô hình cảnh báo', en: 'Model warning' },
  riskiest: { vi: 'Rủi ro cao nhất', en: 'Riskiest' },
  shape: { vi: 'Cách viết lạ', en: 'Odd spelling' },
  repeats: { vi: 'Trùng lặp', en: 'Near-duplicate' },
  pace: { vi: 'Gửi dồn dập', en: 'Sent in a burst' },
  room: { vi: 'Quá số bình luận của giờ', en: 'Over the hour’s number' },
  'held-sender': { vi: 'Người gửi bị giữ', en: 'Held sender' },
  'first-held': { vi: 'Những bình luận đầu', en: 'First comments' },
  captcha: { vi: 'Captcha không hình', en: 'Captcha without picture' },
  judge: { vi: 'Bộ lọc ngoài', en: 'Outside judge' },
  'judge-failed': { vi: 'Bộ lọc ngoài lỗi', en: 'Outside judge failed' },
  reading: { vi: 'Máy không đọc được', en: 'Unreadable to the filter' },
};

/** In the order in which a moderator may choose them. */
export const namedRules = Object.keys(names);

const kinds: Readonly<Record<string, string>> = {
  'profanity-vi': 'abuse',
  'profanity-en': 'abuse',
  links: 'spam',
  advertising: 'spam',
  repeats: 'spam',
  'site-words': 'warn',
  learned: 'warn',
  judge: 'warn',
  riskiest: 'warn',
  name: 'warn',
  'held-sender': 'warn',
};

/** What a rule of the filter is called where people read it. */
export function ruleName(rule: string, language: Language): string {
  return names[rule]?.[language] ?? rule;
}

/** The same as a small sign, in the colour of its kind. */
export function ruleChip(rule: string, language: Language): Html {
  const kind = kinds[rule];
  return html`<span class="chip${kind && ` ${kind}`}">${ruleName(rule, language)}</span>`;
}
