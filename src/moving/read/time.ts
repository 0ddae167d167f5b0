import type { FoundTime } from '../found.ts';

/** Minutes east of Greenwich, or the name of a zone (`Asia/Ho_Chi_Minh`). */
export type Zone = number | string;

/** Throws an Error that says what is taken. */
export function readZone(text: string): Zone {
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  const minutes = minutesOf(text);
  if (minutes !== undefined) return minutes;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new Error(
      `--zone must be an offset such as +07:00, or a name such as Asia/Ho_Chi_Minh; not "${text}"`,
    );
  }
}

const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?(?:\s.*)?$/i;

/** Milliseconds since 1970; `zone` where the operator must say in which zone it is; nothing where it is no time. */
export function readTime({ text, zone }: FoundTime, given: Zone | undefined): number | 'zone' | undefined {
  if (typeof text === 'number') return isTime(text) ? Math.floor(text) : undefined;
  const match = written.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', offset] = match;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const local = asUtc(parts, Number(fraction.padEnd(3, '0').slice(0, 3)));
  if (local === undefined) return undefined;
  const said = offset === undefined ? (zone === 'utc' ? 0 : given) : (minutesOf(offset) ?? 0);
  if (said === undefined) return 'zone';
  return local - offsetOf(said, local) * 60_000;
}

function minutesOf(offset: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  if (!sign) return undefined;
  const size = Number(hours) * 60 + Number(minutes);
  return size <= 14 * 60 ? (sign === '-' ? -size : size) : undefined;
}

/** Nothing where there is no such day or hour. */
function asUtc([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[], ms: number) {
  const time = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  const real = new Date(time);
  const same = real.getUTCMonth() === month - 1 && real.getUTCDate() === day && real.getUTCHours() === hour;
  return same && isTime(time) ? time : undefined;
}

/** Comments of before the web, and of tomorrow's computers, are mistakes. */
function isTime(time: number): boolean {
  return time > Date.UTC(1990) && time < Date.UTC(2100);
}

/** What a zone was ahead by at a local time; in the hour that came twice, the earlier of them. */
function offsetOf(zone: Zone, local: number): number {
  if (typeof zone === 'number') return zone;
  const first = offsetAt(zone, local - offsetAt(zone, local) * 60_000);
  return offsetAt(zone, local - first * 60_000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(zone: string, time: number): number {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return minutesOf(name.replace('GMT', '')) ?? 0;
}
