import { furthest, letterOf, type Packed } from '../../src/filter/model/packed.ts';
import type { Linear } from './logistic.ts';

/** The model with one letter for each weight; the largest weights of all are cut off, so that the rest are finer. */
export function quantise(model: Linear): Omit<Packed, 'slope' | 'offset'> {
  const sizes = Float32Array.from(model.weights, Math.abs).sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const step = Number((largest / furthest ** 2).toPrecision(6));
  const letters = Array.from(model.weights, (weight) => letterOf(weight / step)).join('');
  return { bias: Number(model.bias.toPrecision(6)), step, letters };
}
