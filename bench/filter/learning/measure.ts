import { faultsIn, mayHold } from '../../../src/filter/model/holding.ts';
import { unpack } from '../../../src/filter/model/packed.ts';
import { logitOf } from '../../../src/filter/model/score.ts';
import { Course } from '../../../src/filter/own/course.ts';
import { standingOf } from '../../../src/filter/own/standing.ts';
import type { Voice } from '../../../src/filter/own/voice.ts';
import { riskOfText } from '../../../src/filter/risk.ts';
import { usualHoldAt } from '../../../src/filter/screen.ts';
import { auc, share } from '../metrics.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { Comment } from './sites.ts';

/** How a filter did on the next comments of a site, after so many of its decisions. */
export interface Figures {
  decisions: number;
  speaks: 'own' | 'shipped';
  auc: number;
  goodHeld: number;
  badHeld: number;
  brier: number;
  /** Of the comments at a risk from 0.7 to 0.8, the share that is bad. */
  badAtRisk: number;
}

const steps = [0, 500, 2000];
const mostNext = 2500;

/** The same comments in one order: the first are decided, the last are judged after each step. */
export function measure(comments: readonly Comment[], order: number): Figures[] {
  const queue = shuffle(comments, randomFrom(order));
  const reached = steps.filter((step) => queue.length > step * 1.3);
  const next = queue.slice(reached.at(-1) ?? 0).slice(0, mostNext);
  return reached.map((decisions) => {
    const course = new Course();
    for (const comment of queue.slice(0, decisions)) course.take(comment, comment.label);
    const made = course.made();
    const { speaks, holdAbove } = standingOf(made, usualHoldAt);
    const voice = speaks === 'own' ? { model: unpack(made.words), joint: made.joint, holdAbove } : null;
    return { decisions, speaks, ...figuresOf(next, voice) };
  });
}

function figuresOf(next: readonly Comment[], own: Voice | null): Omit<Figures, 'decisions' | 'speaks'> {
  const judged = next.map((comment) => ({ ...judge(comment, own), bad: comment.label !== 'publish' }));
  const held = (bad: boolean) => {
    const all = judged.filter((one) => one.bad === bad);
    return all.filter((one) => one.held).length / all.length;
  };
  return {
    auc: auc(judged),
    goodHeld: held(false),
    badHeld: held(true),
    brier: judged.reduce((sum, { score, bad }) => sum + (score - (bad ? 1 : 0)) ** 2, 0) / judged.length,
    badAtRisk: share(
      judged.filter(({ score }) => score >= 0.7 && score < 0.8),
      ({ bad }) => bad,
    ),
  };
}

function judge({ features, shipped, evidence, held, unmarked }: Comment, own: Voice | null) {
  const known = { learned: shipped.bad, evidence, own: own ? logitOf(own.model, features) : 0 };
  const score = riskOfText(known, own?.joint);
  const holdAbove = own?.holdAbove ?? null;
  const byModel =
    holdAbove !== null
      ? score > holdAbove && mayHold(shipped, usualHoldAt)
      : faultsIn(shipped, unmarked, usualHoldAt).length > 0;
  return { score, held: held || byModel };
}
