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

const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A length of time in its largest unit: how long something has waited. */
export function renderWait(milliseconds: number, language: Language): string {
  const [unit, length] = spans.find(([, each]) => milliseconds >= each) ?? (['minute', 60_000] as const);
  return waitFormat(unit, language).format(Math.max(0, Math.floor(milliseconds / length)));
}

const waitFormats = new Map<string, Intl.NumberFormat>();

/** Kept, since making one takes longer than the rest of a card. */
function waitFormat(unit: string, language: Language): Intl.NumberFormat {
  const known = waitFormats.get(unit + language);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  waitFormats.set(unit + language, made);
  return made;
}

const numbers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi'),
  en: new Intl.NumberFormat('en'),
};

export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}
