import { featuresOf } from './features.ts';
import { type Model, type Packed, unpack } from './packed.ts';
import * as shipped from './weights.ts';

/** What a model looks for. */
export type Fault = 'abuse' | 'spam';

/** Logits: above zero the model finds the fault more likely than not, in texts like those it learned from. */
export type LearnedScore = Record<Fault, number>;

/** What the shipped models say of a canonical text. */
export function score(text: string): LearnedScore {
  return scoreOf(featuresOf(text));
}

/** The same, of the features of a text. */
export function scoreOf(features: Uint16Array): LearnedScore {
  return { abuse: logitOf(modelOf('abuse'), features), spam: logitOf(modelOf('spam'), features) };
}

const packed: Record<Fault, Packed> = { abuse: shipped.abuse, spam: shipped.spam };
const unpacked = new Map<Fault, Model>();

/** Unpacked once, at the first comment: an import should cost nothing. */
export function modelOf(fault: Fault): Model {
  const model = unpacked.get(fault) ?? unpack(packed[fault]);
  unpacked.set(fault, model);
  return model;
}

/** By the root of the number of features: neither long nor short texts weigh more for their length. */
export function logitOf({ bias, step, weights }: Model, features: Uint16Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += weights[features[at] ?? 0] ?? 0;
  return bias + (sum * step) / Math.sqrt(Math.max(1, features.length));
}
