import type { Language } from '../../language/language.ts';
import { filterWording } from './filter-wording.ts';
import { deskWording } from './wording.ts';

/** What a moderator typed into a form of the desk, as they know the fields; what a form carries by itself is left out. */
export function typedIn(form: URLSearchParams | undefined, language: Language) {
  const words = deskWording[language];
  const labels = {
    reason: words.because,
    other: words.because,
    note: words.note,
    author: words.author,
    body: words.text,
    held: filterWording[language].hold,
    passed: filterWording[language].pass,
  };
  return Object.entries(labels).flatMap(([name, label]) => {
    const text = form?.get(name);
    return text ? [{ name, label: `${words.typed}: ${label}`, text }] : [];
  });
}
