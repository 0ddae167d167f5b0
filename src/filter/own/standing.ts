import { faultsIn, mayHold } from '../model/holding.ts';
import { auc } from '../model/worth.ts';
import type { Thresholds } from '../rule.ts';
import type { Before, Made } from './course.ts';
import type { Counts } from './seen.ts';

/** How good a model was on decided comments that it had not learned from. */
export interface Figures {
  /** The chance that a bad comment got a higher risk than a good one; 0.5 is worth nothing. */
  auc: number;
  /** The mean square of what its risks missed the decisions by. */
  brier: number;
  /** The shares of the good and of the bad comments that were held, or would have been. */
  goodHeld: number;
  badHeld: number;
}

/** Which model speaks on a site, and why: the one that was better on the latest decisions. */
export interface Standing {
  speaks: 'own' | 'shipped';
  /** `few`: too few decisions to tell; `worse` and `better` are said of the site's own. */
  why: 'few' | 'worse' | 'better';
  /** On so many decisions both were measured. */
  measured: number;
  shipped: Figures;
  own: Figures;
  /** The risk above which the site's own model holds a comment; null where it leaves that to the shipped ones. */
  holdAbove: number | null;
}

const fewest = { decisions: 200, bad: 20, good: 20 };
/** Less than half a point of AUC may be chance. */
const leastGain = 0.005;
/** Of the good comments that the shipped models hold, so many may be held where that is worth it, and where it must be. */
const [few, most] = [1 / 3, 3 / 4];
/** What is less likely bad than this is never held. */
const leastRisk = 0.5;

export function standingOf(
  { taught, latest }: Pick<Made, 'taught' | 'latest'>,
  holdAt: Thresholds,
): Standing {
  const holdsAsShipped = (one: Before) => isHeldAsShipped(one, holdAt);
  const shipped = figuresOf(latest, (one) => one.shipped, holdsAsShipped);
  const holdAbove = thresholdOf(latest, holdAt);
  const held = figuresOf(
    latest,
    (one) => one.own,
    (one) => one.own > holdAbove && mayHold(one, holdAt),
  );
  const holdsLess = held.badHeld < shipped.badHeld;
  const own = holdsLess ? figuresOf(latest, (one) => one.own, holdsAsShipped) : held;
  const why = isFew(taught) ? 'few' : isBetter(own, shipped, latest) ? 'better' : 'worse';
  const speaks = why === 'better' ? 'own' : 'shipped';
  return { speaks, why, measured: latest.length, shipped, own, holdAbove: holdsLess ? null : holdAbove };
}

function isFew({ publish, reject, spam }: Counts): boolean {
  const bad = reject + spam;
  return publish + bad < fewest.decisions || bad < fewest.bad || publish < fewest.good;
}

/**
 * Above it the site's own model holds as many bad comments as the shipped ones do at these thresholds, or more where
 * that takes few good ones; never more of the good. It grows surer of itself as it learns, so that it is given only a
 * part of the good ones that the shipped ones hold.
 */
function thresholdOf(latest: readonly Before[], holdAt: Thresholds): number {
  const free = latest.filter(({ held }) => !held);
  const heldOf = (bad: boolean) =>
    free.filter((one) => one.bad === bad && isHeldAsShipped(one, holdAt)).length;
  const above = (bad: boolean, count: number) =>
    riskAbove(
      free.filter((one) => one.bad === bad),
      count,
    );
  const [good, bad] = [heldOf(false), heldOf(true)];
  const wanted = Math.min(above(false, Math.floor(good * few)), above(true, bad));
  return Math.max(leastRisk, above(false, Math.floor(good * most)), wanted);
}

/** The risk above which there are so many at most. */
function riskAbove(some: readonly Before[], count: number): number {
  const risks = some.map(({ own }) => own).sort((one, other) => other - one);
  return risks[count] ?? 0;
}

function isHeldAsShipped(said: Before, holdAt: Thresholds): boolean {
  return faultsIn(said, said.unmarked, holdAt).length > 0;
}

function isBetter(own: Figures, shipped: Figures, latest: readonly Before[]): boolean {
  const least = Math.max(shipped.auc + leastGain, 0.5 + 3 * chanceOf(latest));
  return own.auc >= least && own.brier < shipped.brier;
}

/** How far from one half the AUC of a score lies by chance that knows nothing: its standard error. */
function chanceOf(latest: readonly Before[]): number {
  const bad = latest.filter((one) => one.bad).length;
  return Math.sqrt((latest.length + 1) / (12 * Math.max(1, bad) * Math.max(1, latest.length - bad)));
}

function figuresOf(
  latest: readonly Before[],
  riskOf: (one: Before) => number,
  holds: (one: Before) => boolean,
): Figures {
  const held = (bad: boolean) => {
    const all = latest.filter((one) => one.bad === bad);
    return all.filter((one) => one.held || holds(one)).length / Math.max(1, all.length);
  };
  const missed = latest.reduce((sum, one) => sum + (riskOf(one) - (one.bad ? 1 : 0)) ** 2, 0);
  return {
    auc: auc(latest, riskOf),
    brier: missed / Math.max(1, latest.length),
    goodHeld: held(false),
    badHeld: held(true),
  };
}
