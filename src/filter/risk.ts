/** How a comment's text is weighed: the logit of its risk is the sum of what is known of it, each times its weight. */
export interface Joint {
  bias: number;
  /** Of the logit of what the shipped models say. */
  learned: number;
  /** Of what the rules found. */
  evidence: number;
  /** Of what the site's own words say. */
  own: number;
}

/** What is known of a comment's text. */
export interface Known {
  /** The chance that it is bad, by the shipped models. */
  learned: number;
  evidence: number;
  own: number;
}

/**
 * For a site that has decided nothing yet: one comment in six is bad, and its talk may be strange to the models.
 * Fitted by `bench/filter/fit-risk.ts`.
 */
export const usualJoint: Joint = { bias: -1.756, learned: 0.496, evidence: 1.663, own: 0 };

/** Of comments that no rule has anything against, the share that moderators still do not publish: a guess. */
export const prior = 0.05;

/** More evidence than this says nothing new. */
const enough = 3;

/** What the rules found in the text, as one number, from how much each finding weighs. */
export function evidenceOf(weights: readonly number[]): number {
  return Math.min(
    enough,
    weights.reduce((sum, weight) => sum - Math.log(1 - Math.min(weight, 0.99)), 0),
  );
}

/** How likely a moderator will not publish a comment with this text, 0..1. */
export function riskOfText({ learned, evidence, own }: Known, joint: Joint = usualJoint): number {
  const sum = joint.bias + joint.learned * logit(learned) + joint.evidence * evidence + joint.own * own;
  return 1 / (1 + Math.exp(-sum));
}

/** The same, to three decimals, once it is joined with how the comment was sent as independent chances. */
export function riskOf(text: number, sending: readonly number[]): number {
  const fit = sending.reduce((chance, weight) => chance * (1 - weight), 1 - text);
  return Math.round((1 - fit) * 1000) / 1000;
}

export function logit(chance: number): number {
  const within = Math.min(0.9999, Math.max(0.0001, chance));
  return Math.log(within / (1 - within));
}
