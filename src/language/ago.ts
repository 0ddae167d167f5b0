import { formatsOf } from './formats.ts';
import type { Language } from './language.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** From the largest on: from when each is said, and in steps of how long. */
const units = [
  { unit: 'day', from: dayMs, stepMs: dayMs },
  { unit: 'hour', from: hourMs, stepMs: hourMs },
  { unit: 'minute', from: minuteMs, stepMs: minuteMs },
] as const;
const longAgoMs = 7 * dayMs;

const formats = formatsOf((locale) => new Intl.RelativeTimeFormat(locale));
const justNow: Record<Language, string> = { vi: 'vừa xong', en: 'just now' };

export const timeZone = 'Asia/Ho_Chi_Minh';
const days: Record<Language, Intl.DateTimeFormatOptions> = {
  vi: { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { timeZone, day: 'numeric', month: 'short', year: 'numeric' },
};
const dates = formatsOf((locale, language) => new Intl.DateTimeFormat(locale, days[language]));

/** A day in Vietnam. */
export function formatDate(at: number, language: Language): string {
  return dates(language).format(at);
}

/** How long ago in one unit, as "3 giờ trước"; the day where it is so long that this says more. */
export function ago(at: number, now: number, language: Language): string {
  const age = now - at;
  if (age >= longAgoMs) return formatDate(at, language);
  const fits = units.find(({ from }) => age >= from);
  return fits ? formats(language).format(-Math.floor(age / fits.stepMs), fits.unit) : justNow[language];
}

/** When it is to be said otherwise; never where a date is said. */
export function agoUntil(at: number, now: number): number {
  const age = now - at;
  if (age >= longAgoMs) return Number.POSITIVE_INFINITY;
  const { stepMs } = units.find(({ from }) => age >= from) ?? { stepMs: minuteMs };
  return at + (Math.floor(Math.max(age, 0) / stepMs) + 1) * stepMs;
}
