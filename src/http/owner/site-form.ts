import { z } from 'zod';
import type { FieldError } from '../../problem.ts';
import { splitList } from '../../sites/parse-setting.ts';
import { type SiteSetting, type SiteSettings, siteSettingNames, siteSettings } from '../../sites/site.ts';
import { fieldErrors } from '../field-errors.ts';

export type Form = Partial<Record<string, string>>;
export type ReadSettings = { settings: SiteSettings; errors?: never } | { errors: FieldError[] };

const listed: readonly SiteSetting[] = ['origins', 'reject-reasons', 'reserved-names', 'article-query'];
const mayBeEmpty: readonly SiteSetting[] = [
  'notice',
  'privacy-url',
  'identity-url',
  'identity-words',
  'judge-url',
  'judge-model',
];

/** The settings of a site as its form sends them: a list has a line for each, and few others may be empty. */
export function readSettings(form: Form): ReadSettings {
  const named = siteSettingNames.filter((name) => name === 'name' || form[name] !== undefined);
  const given = named.map((name) => [name, readOne(name, form[name] ?? '')] as const);
  const missing = given
    .filter(([name, value]) => value === '' && !mayBeEmpty.includes(name))
    .map(([name]) => required(name));
  const parsed = siteSettings.safeParse(Object.fromEntries(given));
  if (parsed.success && missing.length === 0) return { settings: parsed.data };
  const wrong = parsed.success ? [] : explain(parsed.error, form);
  return {
    errors: [...missing, ...wrong.filter(({ field }) => missing.every((one) => one.field !== field))],
  };
}

const shownSettings = z.preprocess(parseJson, z.partialRecord(z.enum(siteSettingNames), z.string()));

/**
 * Of these, what was changed in the form since it was shown: so that what another owner changed meanwhile stays, and
 * what the form does not name.
 */
export function changedSettings(form: Form, settings: SiteSettings): Partial<SiteSettings> {
  const shown = shownSettings.safeParse(form.shown).data ?? {};
  const unchanged = siteSettingNames.filter((name) => {
    const before = shown[name];
    if (form[name] === undefined) return true;
    return before !== undefined && isEqual(readOne(name, before), readOne(name, form[name] ?? ''));
  });
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => !unchanged.some((one) => one === name)),
  );
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

function isEqual(one: string | string[], other: string | string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function readOne(name: SiteSetting, text: string): string | string[] {
  return listed.includes(name) ? splitList(text, '\n') : text.trim();
}

function required(field: string): FieldError {
  const message = { vi: 'Vui lòng điền mục này.', en: 'Please fill this in.' };
  return { field, code: 'required', message };
}

/** What is wrong with a line of a list is said of the list, and names the line. */
function explain(error: z.core.$ZodError, form: Form): FieldError[] {
  return fieldErrors(error).map(({ field, code, message }) => {
    const [name = '', index] = field.split('.');
    if (index === undefined) return { field, code, message: manyLines(name, code) ?? message };
    const line = splitList(form[name] ?? '', '\n')[Number(index)] ?? '';
    const { vi, en } = code === 'unknown' && name === 'origins' ? notOrigin : message;
    return { field: name, code, message: { vi: `“${line}”: ${vi}`, en: `“${line}”: ${en}` } };
  });
}

const notOrigin = {
  vi: 'không phải là một địa chỉ như https://bao.example.',
  en: 'is not an address such as https://bao.example.',
};

function manyLines(name: string, code: string) {
  if (code !== 'too-long' || !listed.some((one) => one === name)) return undefined;
  return { vi: 'Có quá nhiều dòng.', en: 'There are too many lines.' };
}
