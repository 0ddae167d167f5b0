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

const day = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})/;
const hour = /(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?/;
/** Go writes a zone twice, and its clock's own reading behind that. */
const offset = /\s*(?:(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\s.*)?)?/;
const written = new RegExp(`^${day.source}${hour.source}${offset.source}$`, 'i');

/** Milliseconds since 1970; `zone` where the operator must say in which zone it is; nothing where it is no time. */
export function readTime({ text, zone }: FoundTime, given: Zone | undefined): number | 'zone' | undefined {
  if (typeof text === 'number') return asMilliseconds(text);
  const match = written.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [, year, month, date, hours = 0, minutes = 0, seconds = 0, fraction = '', said] = match;
  const parts = [year, month, date, hours, minutes, seconds].map(Number);
  const local = asUtc(parts, Number(fraction.padEnd(3, '0').slice(0, 3)));
  if (local === undefined) return undefined;
  const ahead = said === undefined ? (zone === 'utc' ? 0 : given) : saidOffset(said);
  if (ahead === undefined) return said === undefined ? 'zone' : undefined;
  return local - offsetOf(ahead, local) * 60_000;
}

/** A number is of seconds, milliseconds, or parts of them: by which it is of a year that there were comments in. */
function asMilliseconds(count: number): number | undefined {
  const units = [1000, 1, 1 / 1000, 1 / 1_000_000];
  return units.map((unit) => Math.floor(count * unit)).find(isTime);
}

function saidOffset(text: string): number | undefined {
  return /^[a-z]/i.test(text) ? 0 : minutesOf(text);
}

function minutesOf(offset: string): number | undefined {
  const [, sign, hours, minutes = 0] = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(offset) ?? [];
  if (!sign) return undefined;
  const size = Number(hours) * 60 + Number(minutes);
  return size <= 14 * 60 ? (sign === '-' ? -size : size) : undefined;
}

/** Nothing where there is no such day or hour. */
function asUtc([year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0]: number[], ms: number) {
  const time = Date.UTC(year, month - 1, date, hours, minutes, seconds, ms);
  const real = new Date(time);
  const isSame =
    real.getUTCMonth() === month - 1 &&
    real.getUTCDate() === date &&
    real.getUTCHours() === hours &&
    real.getUTCMinutes() === minutes;
  return isSame && isTime(time) ? time : undefined;
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
