import { type Joint, type Known, logit, usualJoint } from '../risk.ts';
import { solve } from './solve.ts';

/** What was known of a comment before it was decided, and whether it was found unfit to publish. */
export interface Outcome extends Known {
  bad: boolean;
}

/** The inputs of a joint, of all outcomes in a row: one, the logit by the shipped models, the evidence, the own logit. */
interface Table {
  inputs: Float64Array;
  bad: Uint8Array;
}

const width = 4;
const rounds = 20;
/** Of the loss: less is not worth another round. */
const leastGain = 1e-6;
/** How strongly each weight is held to the usual one. The bias is nearly free: it follows the site's share of bad comments. */
const pulls = [1e-3, 1, 1, 1];
const usual = toWeights(usualJoint);

/** How what is known is best weighed, by these outcomes: a ridge logistic regression around the usual joint, by Newton's method. */
export function fitJoint(outcomes: readonly Outcome[]): Joint {
  const table = toTable(outcomes);
  let weights = usual;
  let loss = lossOf(weights, table);
  for (let round = 0; round < rounds; round++) {
    const next = descend(weights, loss, table);
    if (!next || loss - next.loss < leastGain * loss) break;
    ({ weights, loss } = next);
  }
  const [bias = 0, learned = 0, evidence = 0, own = 0] = weights;
  return { bias, learned, evidence, own };
}

function toWeights({ bias, learned, evidence, own }: Joint): readonly number[] {
  return [bias, learned, evidence, own];
}

function toTable(outcomes: readonly Outcome[]): Table {
  return {
    inputs: Float64Array.from(
      outcomes.flatMap(({ learned, evidence, own }) => [1, logit(learned), evidence, own]),
    ),
    bad: Uint8Array.from(outcomes, ({ bad }) => Number(bad)),
  };
}

/** As far along Newton's step as it takes the loss down. */
function descend(weights: readonly number[], loss: number, table: Table) {
  const step = newtonStep(weights, table);
  for (let part = 1; part > 1e-3; part /= 2) {
    const there = weights.map((weight, at) => weight - part * (step[at] ?? 0));
    const less = lossOf(there, table);
    if (less < loss) return { weights: there, loss: less };
  }
  return undefined;
}

function lossOf(weights: readonly number[], { inputs, bad }: Table): number {
  let loss = 0;
  for (let at = 0; at < width; at++) {
    loss += ((pulls[at] ?? 0) / 2) * ((weights[at] ?? 0) - (usual[at] ?? 0)) ** 2;
  }
  for (let row = 0; row < bad.length; row++) {
    const sum = sumOf(weights, inputs, row);
    loss += Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - (bad[row] ?? 0) * sum;
  }
  return loss;
}

function newtonStep(weights: readonly number[], { inputs, bad }: Table): number[] {
  const slope = weights.map((weight, at) => (pulls[at] ?? 0) * (weight - (usual[at] ?? 0)));
  const curve = weights.map((_, at) => weights.map((_, other) => (at === other ? (pulls[at] ?? 0) : 0)));
  for (let row = 0; row < bad.length; row++) {
    const chance = 1 / (1 + Math.exp(-sumOf(weights, inputs, row)));
    addRow(slope, inputs, row, chance - (bad[row] ?? 0));
    for (const [at, line] of curve.entries()) {
      addRow(line, inputs, row, chance * (1 - chance) * (inputs[row * width + at] ?? 0));
    }
  }
  return solve(curve, slope);
}

function sumOf(weights: readonly number[], inputs: Float64Array, row: number): number {
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (weights[at] ?? 0) * (inputs[row * width + at] ?? 0);
  return sum;
}

function addRow(sums: number[], inputs: Float64Array, row: number, times: number): void {
  for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + times * (inputs[row * width + at] ?? 0);
}
