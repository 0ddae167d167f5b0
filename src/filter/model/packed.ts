import { buckets } from './grams.ts';

/** A linear model as it is stored: one letter for each feature's weight. */
export interface PackedModel {
  bias: number;
  /** What a weight of one step is worth. */
  step: number;
  letters: string;
}

/** A model as it is shipped. */
export interface Packed extends PackedModel {
  /** How the logit becomes a probability: 1 / (1 + e^-(slope * logit + offset)). */
  slope: number;
  offset: number;
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
const furthest = 31;

export function unpack(packed: PackedModel): Model {
  const steps = new Int16Array(128);
  for (let at = 0; at < alphabet.length; at++) {
    const root = at - middle;
    steps[alphabet.charCodeAt(at)] = root * Math.abs(root);
  }
  const weights = new Int16Array(buckets);
  for (let at = 0; at < buckets; at++) weights[at] = steps[packed.letters.charCodeAt(at)] ?? 0;
  return { bias: packed.bias, step: packed.step, weights };
}

/** A model with one letter for each weight; the largest weights of all are cut off, so that the rest are finer. */
export function pack({ bias, weights }: { bias: number; weights: Float32Array }): PackedModel {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] || 1;
  const step = Number((largest / furthest ** 2).toPrecision(6));
  const letters = Array.from(weights, (weight) => letterOf(weight / step)).join('');
  return { bias: Number(bias.toPrecision(6)), step, letters };
}

/** The letter of a weight given in steps. */
export function letterOf(weight: number): string {
  const root = Math.min(furthest, Math.round(Math.sqrt(Math.abs(weight))));
  return alphabet[middle + Math.sign(weight) * root] ?? '';
}
