import { wordFeaturesOf } from './features.ts';
import type { Fault, LearnedScore } from './score.ts';

/** What a moderator decided; the words of the contract. */
export type Label = 'publish' | 'reject' | 'spam';

/** In how many comments of each label a feature occurred. */
export type Counts = Record<Label, number>;

export interface Row extends Counts {
  feature: number;
}

/** A site's own model: counts alone, so that decisions may be added and taken back in any order. */
export type Local = Map<number, Counts>;

/** The row that counts every comment, whatever its words. */
export const every = 2 ** 13;

export function emptyLocal(): Local {
  return new Map();
}

/** A model from stored rows: all of the site's, or only those that `rowsFor` names for the text to be scored. */
export function localOf(rows: Iterable<Row>): Local {
  const local = emptyLocal();
  for (const row of rows) count(local, row, 1);
  return local;
}

/** The rows of a model, for storing. */
export function rowsOf(local: Local): Row[] {
  return Array.from(local, ([feature, counts]) => ({ feature, ...counts }));
}

/** The features whose rows say something of a canonical text. */
export function rowsFor(text: string): number[] {
  const features = Array.from(wordFeaturesOf(text), (feature) => feature % every);
  return [every, ...new Set(features)];
}

/** What a decision on a canonical text adds to the rows; undoing it adds the same, negative. */
export function deltasOf(text: string, label: Label): Row[] {
  return rowsFor(text).map((feature) => ({ feature, ...none, [label]: 1 }));
}

const none: Counts = { publish: 0, reject: 0, spam: 0 };

/** Changes `local` as if the decision had been made so many times more. */
export function learn(local: Local, text: string, label: Label, times = 1): void {
  for (const delta of deltasOf(text, label)) count(local, delta, times);
}

/** Changes `local` to what it would be without the decision. */
export function unlearn(local: Local, text: string, label: Label, times = 1): void {
  learn(local, text, label, -times);
}

function count(local: Local, { feature, ...delta }: Row, times: number): void {
  const counts = local.get(feature) ?? none;
  const publish = counts.publish + delta.publish * times;
  const reject = counts.reject + delta.reject * times;
  const spam = counts.spam + delta.spam * times;
  if (publish === 0 && reject === 0 && spam === 0) local.delete(feature);
  else local.set(feature, { publish, reject, spam });
}

/** How many comments of each label the model has learned from. */
export function learned(local: Local): Counts {
  return local.get(every) ?? none;
}

/** The shipped score of a canonical text, moved by what this site's moderators did with comments of such words. */
export function scoreLocal(local: Local, text: string, shipped: LearnedScore): LearnedScore {
  const features = rowsFor(text).filter((feature) => feature !== every);
  return {
    abuse: shipped.abuse + evidence(local, features, badLabels.abuse),
    spam: shipped.spam + evidence(local, features, badLabels.spam),
  };
}

const badLabels: Record<Fault, Label> = { abuse: 'reject', spam: 'spam' };

/** How much the evidence weighs in the end, how many decisions it takes to weigh half, and how many a word is given. */
const most = 2;
const half = 600;
const given = 2;

/** Naive Bayes: each word's log-odds over those of the site, as far as its count can be trusted. */
function evidence(local: Local, features: readonly number[], bad: Label): number {
  const decisions = times(local, every, bad) + times(local, every, 'publish');
  const rate = (times(local, every, bad) + 1) / (decisions + 2);
  let sum = 0;
  for (const feature of features) {
    const unfit = times(local, feature, bad) + given * rate;
    const fit = times(local, feature, 'publish') + given * (1 - rate);
    sum += Math.log(unfit / fit) - Math.log(rate / (1 - rate));
  }
  const trust = (most * decisions) / (decisions + half);
  return (trust * sum) / Math.sqrt(Math.max(1, features.length));
}

// A count is below zero only while an undo is stored and its decision is not yet.
function times(local: Local, feature: number, label: Label): number {
  return Math.max(0, local.get(feature)?.[label] ?? 0);
}
