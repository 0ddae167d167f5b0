/** Of comments that no rule has anything against, the share that moderators still do not publish: a guess. */
const prior = 0.05;

/** Fitted by `bench/filter/fit-risk.ts` on rows that the models did not learn from. */
const fitted = { bias: -0.245, learned: 1.07, evidence: 1.22 };

/** More evidence than this says nothing new. */
const enough = 3;

/** What the rules weigh: in the text itself, and in how it was sent, which the text tells nothing of. */
export interface Weights {
  text: readonly number[];
  sending: readonly number[];
}

/**
 * How likely a moderator will not publish the comment, 0..1 to three decimals: what was learned and what the rules
 * found in the text joined by a fitted logistic, and that joined with how it was sent as independent chances.
 */
export function riskOf({ text, sending }: Weights, learned: number = prior): number {
  const odds = logit(Math.min(0.9999, Math.max(0.0001, learned)));
  const evidence = Math.min(
    enough,
    text.reduce((sum, weight) => sum - Math.log(1 - Math.min(weight, 0.99)), 0),
  );
  const unfit = 1 / (1 + Math.exp(-(fitted.bias + fitted.learned * odds + fitted.evidence * evidence)));
  const fit = sending.reduce((chance, weight) => chance * (1 - weight), 1 - unfit);
  return Math.round((1 - fit) * 1000) / 1000;
}

function logit(chance: number): number {
  return Math.log(chance / (1 - chance));
}
