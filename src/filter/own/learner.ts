import { buckets } from '../model/grams.ts';

const rate = 0.4;

/** What a site's own words say: a logistic regression over the features of texts, learned one by one (AdaGrad). */
export class Learner {
  bias = 0;
  readonly weights = new Float32Array(buckets);
  #square = 1;
  readonly #squares = new Float32Array(buckets).fill(1e-3);

  /** The logit of a text that has these features. */
  say(features: Uint16Array): number {
    let sum = 0;
    for (let at = 0; at < features.length; at++) sum += this.weights[features[at] ?? 0] ?? 0;
    return this.bias + sum / rootOf(features);
  }

  learn(features: Uint16Array, bad: boolean): void {
    const error = 1 / (1 + Math.exp(-this.say(features))) - (bad ? 1 : 0);
    this.#square += error * error;
    this.bias -= (rate * error) / Math.sqrt(this.#square);
    const slope = error / rootOf(features);
    for (let at = 0; at < features.length; at++) this.#step(features[at] ?? 0, slope);
  }

  #step(feature: number, slope: number): void {
    const square = (this.#squares[feature] ?? 0) + slope * slope;
    this.#squares[feature] = square;
    this.weights[feature] = (this.weights[feature] ?? 0) - (rate * slope) / Math.sqrt(square);
  }
}

/** Neither long nor short texts weigh more for their length. */
function rootOf(features: Uint16Array): number {
  return Math.sqrt(Math.max(1, features.length));
}
