import { buckets } from '../../src/filter/model/grams.ts';
import { randomFrom, shuffle } from './random.ts';

export interface Example {
  features: Uint16Array;
  bad: boolean;
  /** How much this example counts. */
  weight: number;
}

export interface Linear {
  bias: number;
  weights: Float32Array;
}

export interface Schedule {
  epochs: number;
  rate: number;
  decay: number;
}

/** Logistic regression by AdaGrad; the answer is the average of the weights after each later epoch. */
export function learnLinear(examples: readonly Example[], schedule: Schedule): Linear {
  const model: Linear = { bias: 0, weights: new Float32Array(buckets) };
  const squares = { bias: 1, weights: new Float32Array(buckets).fill(1e-3) };
  const sum = { bias: 0, weights: new Float64Array(buckets) };
  const random = randomFrom(20);
  const first = Math.floor(schedule.epochs / 2);
  for (let epoch = 0; epoch < schedule.epochs; epoch++) {
    for (const example of shuffle(examples, random)) step(model, squares, example, schedule);
    if (epoch < first) continue;
    sum.bias += model.bias;
    for (let at = 0; at < buckets; at++) sum.weights[at] = (sum.weights[at] ?? 0) + (model.weights[at] ?? 0);
  }
  const share = 1 / (schedule.epochs - first);
  return { bias: sum.bias * share, weights: Float32Array.from(sum.weights, (weight) => weight * share) };
}

export function logitOf(model: Linear, features: Uint16Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += model.weights[features[at] ?? 0] ?? 0;
  return model.bias + sum / Math.sqrt(Math.max(1, features.length));
}

function step(model: Linear, squares: Linear, example: Example, { rate, decay }: Schedule): void {
  const { features, bad, weight } = example;
  const error = (1 / (1 + Math.exp(-logitOf(model, features))) - (bad ? 1 : 0)) * weight;
  squares.bias += error * error;
  model.bias -= (rate * error) / Math.sqrt(squares.bias);
  const slope = error / Math.sqrt(Math.max(1, features.length));
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] ?? 0;
    const old = model.weights[feature] ?? 0;
    const gradient = slope + decay * weight * old;
    const square = (squares.weights[feature] ?? 0) + gradient * gradient;
    squares.weights[feature] = square;
    model.weights[feature] = old - (rate * gradient) / Math.sqrt(square);
  }
}
