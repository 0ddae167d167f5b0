import type { Language } from '../language/language.ts';

const minuteMs = 60_000;
const units = [
  { unit: 'day', ms: 24 * 60 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs },
  { unit: 'minute', ms: minuteMs },
  { unit: 'second', ms: 1000 },
] as const;
type Unit = (typeof units)[number]['unit'];

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

/** A stretch of time in its largest unit, minutes at the least: how long something has waited. */
export function formatWait(milliseconds: number, language: Language): string {
  const fits = units.find(({ unit, ms }) => unit !== 'second' && milliseconds >= ms);
  const { unit, ms } = fits ?? { unit: 'minute', ms: minuteMs };
  return one(Math.max(0, Math.floor(milliseconds / ms)), unit, language);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Its formatter is kept: making one takes longer than the rest of a card. */
function one(count: number, unit: Unit, language: Language): string {
  const name = `${language} ${unit}`;
  const format =
    formats.get(name) ?? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(name, format);
  return format.format(count);
}
