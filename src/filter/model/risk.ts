import type { Packed } from './packed.ts';
import type { Fault, LearnedScore } from './score.ts';
import * as shipped from './weights.ts';

/** Probabilities, 0..1: of the comments said to be bad at 0.8, about 80 % are. */
export interface Likelihood extends Record<Fault, number> {
  /** Abuse, spam or both. */
  bad: number;
}

export function likelihoodOf(score: LearnedScore): Likelihood {
  const abuse = likelihood(packed.abuse, score.abuse);
  const spam = likelihood(packed.spam, score.spam);
  return { abuse, spam, bad: 1 - (1 - abuse) * (1 - spam) };
}

/** How much of a fault's logit counts in its likelihood. */
export function slopeOf(fault: Fault): number {
  return packed[fault].slope;
}

const packed: Readonly<Record<Fault, Packed>> = { abuse: shipped.abuse, spam: shipped.spam };

function likelihood({ slope, offset }: Packed, logit: number): number {
  return 1 / (1 + Math.exp(-(slope * logit + offset)));
}
