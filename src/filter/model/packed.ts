import { buckets } from './grams.ts';

/** A linear model as it is shipped: one letter for each feature's weight. */
export interface Packed {
  bias: number;
  /** What a weight of one step is worth. */
  step: number;
  /** How the logit becomes a probability: 1 / (1 + e^-(slope * logit + offset)). */
  slope: number;
  offset: number;
  letters: string;
}

export interface Model {
  bias: number;
  step: number;
  /** In steps. */
  weights: Int16Array;
}

export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const middle = 32;

/** How far a weight may be from zero, as the square root of steps: most are small, so small ones are told apart. */
export const furthest = 31;

export function unpack(packed: Packed): Model {
  const steps = new Int16Array(128);
  for (let at = 0; at < alphabet.length; at++) {
    const root = at - middle;
    steps[alphabet.charCodeAt(at)] = root * Math.abs(root);
  }
  const weights = new Int16Array(buckets);
  for (let at = 0; at < buckets; at++) weights[at] = steps[packed.letters.charCodeAt(at)] ?? 0;
  return { bias: packed.bias, step: packed.step, weights };
}

/** The letter of a weight given in steps. */
export function letterOf(weight: number): string {
  const root = Math.min(furthest, Math.round(Math.sqrt(Math.abs(weight))));
  return alphabet[middle + Math.sign(weight) * root] ?? '';
}
