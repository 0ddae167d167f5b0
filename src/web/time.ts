import { html } from 'hono/html';
import type { Language } from '../language.ts';
import type { Html } from './layout.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const days: Record<Language, Intl.DateTimeFormat> = {
  vi: new Intl.DateTimeFormat('vi', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
};
const zone: Record<Language, string> = { vi: '', en: ' GMT+7' };

/** Milliseconds as a `<time>`, in the time of Vietnam. */
export function renderTime(at: number, language: Language): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${formatTime(at, language)}</time>`;
}

export function formatTime(at: number, language: Language): string {
  return `${clock.format(at)} ${days[language].format(at)}${zone[language]}`;
}

const numbers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi'),
  en: new Intl.NumberFormat('en'),
};

export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}
