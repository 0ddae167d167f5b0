import type { WordChoice } from '../../store/filter/site-words.ts';
import { digest } from '../../world/hash.ts';

/** Six letters for each word, by which a form tells what it showed without bringing every word along twice. */
export function marksOf(words: WordChoice): string {
  return (['held', 'passed'] as const)
    .flatMap((list) => words[list].map((word) => markOf(list, word)))
    .join(' ');
}

function markOf(list: keyof WordChoice, word: string): string {
  return digest(`${list} ${word}`).slice(0, 6);
}

/**
 * What turns the words that a site has now into those given, but for what others changed since those of the marks were
 * shown. Without marks, all.
 */
export function changedWords(given: WordChoice, now: WordChoice, marks = marksOf(now)) {
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
