import type { Language } from '../language.ts';

const minuteMs = 60_000;
const units = [
  { unit: 'day', ms: 24 * 60 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs },
  { unit: 'minute', ms: minuteMs },
  { unit: 'second', ms: 1000 },
] as const;

/** A stretch of time in its two largest units, such as "3 giờ 20 phút". */
export function formatDuration(milliseconds: number, language: Language): string {
  const largest = units.findIndex(({ ms }) => milliseconds >= ms);
  if (largest === -1) return one(0, 'second', language);
  let left = milliseconds;
  return units
    .slice(largest, largest + 2)
    .map(({ unit, ms }) => {
      const count = Math.floor(left / ms);
      left -= count * ms;
      return count > 0 ? one(count, unit, language) : '';
    })
    .filter((part) => part !== '')
    .join(' ');
}

function one(count: number, unit: (typeof units)[number]['unit'], language: Language): string {
  return count.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'long' });
}
