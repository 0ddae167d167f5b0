import { digest } from '../../hash.ts';
import type { WordChoice } from '../../store/filter/site-words.ts';

/** Six letters for each word, by which a form tells what it showed without bringing every word along twice. */
export function marksOf({ held, passed }: WordChoice): string {
  return [...held.map((word) => markOf('held', word)), ...passed.map((word) => markOf('passed', word))].join(
    ' ',
  );
}

function markOf(list: keyof WordChoice, word: string): string {
  return digest(`${list} ${word}`).slice(0, 6);
}

/** Of these words, what was changed since those of the marks were shown: so that what others changed meanwhile stays. */
export function changedWords(given: WordChoice, marks: string, now: WordChoice) {
  const shown = new Set(marks.split(' '));
  const added = (list: keyof WordChoice) => given[list].filter((word) => !shown.has(markOf(list, word)));
  const removed = (list: keyof WordChoice) =>
    now[list].filter((word) => shown.has(markOf(list, word)) && !given[list].includes(word));
  return {
    removed: [...removed('held'), ...removed('passed')],
    held: added('held'),
    passed: added('passed'),
  };
}
