import { featuresOf } from '../../src/filter/model/features.ts';
import type { Fault } from '../../src/filter/model/score.ts';
import { disguised, misspelt, teencode, unmarked } from './augment.ts';
import type { Example } from './logistic.ts';
import { randomFrom } from './random.ts';
import type { Row } from './rows.ts';
import { textOf } from './text.ts';

/** How much a bad and a good row of each collection count; what a task does not list it does not see. */
const weights: Record<Fault, Record<string, readonly [bad: number, good: number]>> = {
  // Davidson's tweets are nearly all abusive: alone they would teach that English is. Our own lines are few, and
  // each stands for many that look like abuse to a list of words.
  abuse: {
    vihos: [1, 1],
    thien: [1, 1],
    davidson: [0.1, 0.4],
    sms: [0, 0.2],
    ytspam: [0, 0.2],
    judol: [0, 0.1],
    honest: [0, 0.5],
    formal: [0, 5],
    plain: [0, 10],
    abuse: [0.3, 0],
    offers: [0, 0.5],
    clean: [0, 0.5],
  },
  // A comment may be abusive without being spam, so the other collections are good ones here.
  spam: {
    judol: [1, 1],
    ytspam: [2, 2],
    sms: [3, 1.5],
    spam: [2, 0],
    honest: [0, 2],
    formal: [0, 1],
    plain: [0, 1],
    vihos: [0, 0.2],
    thien: [0, 0.2],
    offers: [1, 0],
    clean: [0, 1.5],
    abuse: [0, 0.5],
    davidson: [0, 0.1],
  },
};

/** Whether the row is what the task looks for. */
export function isTarget(row: Row, task: Fault): boolean {
  const spamSets = ['judol', 'ytspam', 'sms', 'spam', 'offers'];
  return row.bad && spamSets.includes(row.set) === (task === 'spam');
}

/** The rows as examples of a task, with a copy of some as people type them who have no marks, no time, or hide. */
export function examplesOf(rows: readonly Row[], task: Fault): Example[] {
  const random = randomFrom(3);
  return rows.flatMap((row) => {
    const copies = [exampleOf(row, task)];
    if (isVietnamese(row) && random() < 0.5) copies.push(exampleOf(unmarked(row), task, 0.5));
    if (isVietnamese(row) && random() < 0.2) copies.push(exampleOf(disguised(row, random), task, 0.5));
    if (isOwn(row) && random() < 0.3) copies.push(exampleOf(teencode(row, random), task, 0.5));
    if (isOwn(row) && random() < 0.3) copies.push(exampleOf(misspelt(row, random), task, 0.5));
    return copies.filter((copy) => copy !== undefined);
  });
}

/** A row as an example, or nothing if the task does not learn from such rows. */
export function exampleOf(row: Row, task: Fault, share = 1): Example | undefined {
  const bad = isTarget(row, task);
  const weight = share * (weights[task][row.set]?.[bad ? 0 : 1] ?? 0);
  return weight === 0 ? undefined : { features: featuresOf(textOf(row.text)), bad, weight };
}

function isVietnamese(row: Row): boolean {
  return isOwn(row) || ['vihos', 'thien'].includes(row.set);
}

function isOwn(row: Row): boolean {
  return ['spam', 'honest', 'formal', 'plain', 'abuse', 'offers', 'clean'].includes(row.set);
}
