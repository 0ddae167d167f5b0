import type { Thresholds } from '../rule.ts';
import type { Fault } from './score.ts';

type Chances = Readonly<Record<Fault, number>>;

/** Without its marks "ngủ" looks like an insult: there abuse must be all but certain. */
const surer = 0.99;

/** What the shipped models hold a text for, at these thresholds; one without marks is hard to read. */
export function faultsIn(said: Chances, unmarked: boolean, holdAt: Thresholds): Fault[] {
  const abuse = unmarked ? Math.max(holdAt.abuse, surer) : holdAt.abuse;
  const least = { ...holdAt, abuse };
  return (['abuse', 'spam'] as const).filter((fault) => said[fault] >= least[fault]);
}

/** Which of the two a text is more like. */
export function likelier({ abuse, spam }: Chances): Fault {
  return abuse >= spam ? 'abuse' : 'spam';
}

/** Whether the site leaves it to any model to hold such a text. */
export function mayHold(said: Chances, holdAt: Thresholds): boolean {
  return holdAt[likelier(said)] < 1;
}
