import type { Facts, Rule, Submission } from '../../src/filter/rule.ts';
import {
  rules as all,
  type Options,
  quiet,
  type Screening,
  screen as screenAll,
} from '../../src/filter/screen.ts';

/** The rules that were written by hand: what is learned changes with every training. */
export const rules: readonly Rule[] = all.filter((rule) => rule.name !== 'learned');

export function screen(
  submission: Submission,
  facts: Facts = quiet,
  list: readonly Rule[] = rules,
  options: Options = {},
): Screening {
  return screenAll(submission, facts, list, options);
}

export { quiet };
