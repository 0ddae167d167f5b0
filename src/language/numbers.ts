import { formatsOf } from './formats.ts';
import type { Language } from './language.ts';

const numbers = formatsOf((locale) => new Intl.NumberFormat(locale));

export function formatNumber(value: number, language: Language): string {
  return numbers(language).format(value);
}
