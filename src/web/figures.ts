import type { Language } from '../language.ts';

/** A formatter takes far longer to make than to use, and these pages have hundreds of figures. */
function madeOnce<Format>(make: (locale: string) => Format): Record<Language, Format> {
  return { vi: make('vi'), en: make('en-GB') };
}

const shares = madeOnce(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
);
const day = { timeZone: 'UTC', day: 'numeric', month: 'numeric' } as const;
const shortDays = madeOnce((locale) => new Intl.DateTimeFormat(locale, day));
const longDays = madeOnce((locale) => new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }));
const dayMs = 24 * 60 * 60_000;

/** 0..1 as a percentage. */
export function formatShare(share: number, language: Language): string {
  return shares[language].format(share);
}

/** A day counted from 1970, without its year. */
export function formatShortDay(day: number, language: Language): string {
  return shortDays[language].format(day * dayMs);
}

export function formatDay(day: number, language: Language): string {
  return longDays[language].format(day * dayMs);
}
