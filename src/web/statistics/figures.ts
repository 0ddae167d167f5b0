import { formatsOf } from '../../language/formats.ts';
import type { Language } from '../../language/language.ts';
import { dayMs } from '../../world/clock.ts';
import { formatDuration } from '../duration.ts';

const shares = formatsOf(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
);
const day = { timeZone: 'UTC', day: 'numeric', month: 'numeric' } as const;
const shortDays = formatsOf((locale) => new Intl.DateTimeFormat(locale, day));
const longDays = formatsOf((locale) => new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }));

/** 0..1 as a percentage. */
export function formatShare(share: number, language: Language): string {
  return shares(language).format(share);
}

const averages = formatsOf((locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }));

/** A count on an average day: whole where it is large. */
export function formatAverage(count: number, language: Language): string {
  return averages(language).format(count >= 100 ? Math.round(count) : count);
}

const minuteMs = 60_000;

/** A stretch of time: to the minute where it is a long one, to the day where it is days. */
export function formatStretch(ms: number, language: Language): string {
  const unit = ms < 10 * minuteMs ? 1 : ms < 2 * dayMs ? minuteMs : dayMs;
  return formatDuration(Math.round(ms / unit) * unit, language);
}

/** A day counted from 1970, without its year. */
export function formatShortDay(day: number, language: Language): string {
  return shortDays(language).format(day * dayMs);
}

export function formatDay(day: number, language: Language): string {
  return longDays(language).format(day * dayMs);
}
