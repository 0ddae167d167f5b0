import { type Judged, judgedBy, weightsOf } from '../judging.ts';
import { featuresOf } from '../model/features.ts';
import { type Likelihood, likelihoodOf } from '../model/risk.ts';
import { scoreOf } from '../model/score.ts';
import { evidenceOf } from '../risk.ts';
import type { Texts, Tuning } from '../rule.ts';
import { learned } from '../rules/learned.ts';
import { quiet, rules } from '../screen.ts';

/** What a moderator decided; the words of the contract. */
export type Label = 'publish' | 'reject' | 'spam';

/** Of how many comments each was decided. */
export type Counts = Record<Label, number>;

/** What can be seen of a comment's text before it is decided. */
export interface Seen {
  features: Uint16Array;
  shipped: Likelihood;
  /** What the rules found. */
  evidence: number;
  /** A rule holds it, whatever is learned. */
  held: boolean;
  /** Typed without diacritics. */
  unmarked: boolean;
}

/** So much of a text is learned from: features of more would fill the memory. */
const mostLetters = 1000;

export function see(texts: Texts, site: Omit<Tuning, 'own'>): Seen {
  const judged = ofTheText.flatMap((rule) =>
    judgedBy(rule, { ...texts, opinion: unasked }, quiet, { ...site, own: null }),
  );
  const features = featuresOf(texts.body.canonical.slice(0, mostLetters));
  return {
    features,
    shipped: likelihoodOf(scoreOf(features)),
    evidence: evidenceOf(weightsOf(judged, 'text')),
    held: judged.some(holds),
    unmarked: texts.body.marking === 'none',
  };
}

const ofTheText = rules.filter((rule) => rule !== learned && !rule.judgesSending);

function holds({ finding }: Judged): boolean {
  return finding.verdict !== 'pass';
}

function unasked(): never {
  throw new Error('only the rule of what was learned asks for it');
}
