import { decodeOnce } from '../text/decode-once.ts';

/** One object of an export, of which nothing is certain. */
export type Fields = Partial<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** Text or a number as text; nothing for what is empty, or was written of something that was not there. */
export function said(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text && !['undefined', 'null'].includes(text) ? text : undefined;
}

/** Text as it stands, with the white space around it. */
export function content(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A person's name, which most systems keep as a page shows it. */
export function nameOf(value: unknown): string {
  return decodeOnce(said(value) ?? '');
}

/** Exports write what is so as a boolean, a number or a word. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || /^(true|1)$/i.test(said(value) ?? '');
}

/** An id as text, also as MongoDB writes one. */
export function idOf(value: unknown): string | undefined {
  return said(value) ?? said(fieldsOf(value).$oid) ?? said(fieldsOf(value).$numberLong);
}

/** A parent's id; nothing for what stands for none. */
export function parentOf(value: unknown): string | undefined {
  const id = idOf(value);
  return id && !['0', 'root'].includes(id) ? id : undefined;
}

/** A time as the stores of JSON write them: a number, text, or either in an object. */
export function timeOf(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return /^\d{9,19}$/.test(value.trim()) ? Number(value) : value;
  const { $numberLong, $date, iso } = fieldsOf(value);
  const inside = $numberLong ?? $date ?? iso;
  return inside === undefined ? undefined : timeOf(inside);
}
