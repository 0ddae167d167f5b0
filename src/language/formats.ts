import type { Language } from './language.ts';

const locales: Record<Language, string> = { vi: 'vi', en: 'en-GB' };

/** Formatters made when they are first needed and then kept: making one takes far longer than using it. */
export function formatsOf<Format>(
  make: (locale: string, language: Language) => Format,
): (language: Language) => Format {
  const made: Partial<Record<Language, Format>> = {};
  return (language) => {
    made[language] ??= make(locales[language], language);
    return made[language];
  };
}
