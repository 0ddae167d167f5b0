import { type Joint, type Known, logit, usualJoint } from '../risk.ts';

/** What was known of a comment before it was decided, and whether it was found unfit to publish. */
export interface Outcome extends Known {
  bad: boolean;
}

type Vector = readonly number[];

/** As much as so many outcomes does the usual joint count. */
const ridge = 1;
const rounds = 20;
/** Of the loss: less is not worth another round. */
const enough = 1e-6;

/** How what is known is best weighed, by these outcomes: a ridge logistic regression around the usual joint, by Newton's method. */
export function fitJoint(outcomes: readonly Outcome[], first: Joint = usualJoint): Joint {
  const rows = outcomes.map(({ learned, evidence, own }) => [1, logit(learned), evidence, own]);
  const bad = outcomes.map((outcome) => (outcome.bad ? 1 : 0));
  let at = toVector(first);
  let loss = lossAt(at, rows, bad);
  for (let round = 0; round < rounds; round++) {
    const next = descend(at, loss, newtonStep(at, rows, bad), (vector) => lossAt(vector, rows, bad));
    if (loss - next.loss < enough * loss) break;
    ({ at, loss } = next);
  }
  const [bias = 0, learned = 0, evidence = 0, own = 0] = at;
  return { bias, learned, evidence, own };
}

const usual = toVector(usualJoint);

function toVector({ bias, learned, evidence, own }: Joint): Vector {
  return [bias, learned, evidence, own];
}

/** The bias is free: it follows the site's own share of bad comments. */
const pulls: Vector = [1e-3, ridge, ridge, ridge];

/** As far in the direction of the step as it takes the loss down. */
function descend(at: Vector, loss: number, step: Vector, lossOf: (vector: Vector) => number) {
  for (let part = 1; part > 1e-3; part /= 2) {
    const there = at.map((value, index) => value - part * (step[index] ?? 0));
    const less = lossOf(there);
    if (less < loss) return { at: there, loss: less };
  }
  return { at, loss };
}

function lossAt(at: Vector, rows: readonly Vector[], bad: readonly number[]): number {
  const pulled = at.map((value, index) => ((pulls[index] ?? 0) / 2) * (value - (usual[index] ?? 0)) ** 2);
  const missed = rows.map((row, index) => {
    const sum = product(at, row);
    return Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - (bad[index] ?? 0) * sum;
  });
  return total(pulled) + total(missed);
}

function newtonStep(at: Vector, rows: readonly Vector[], bad: readonly number[]): Vector {
  const slope = at.map((value, index) => (pulls[index] ?? 0) * (value - (usual[index] ?? 0)));
  const curve = at.map((_, index) => at.map((_, other) => (index === other ? (pulls[index] ?? 0) : 0)));
  for (const [number, row] of rows.entries()) {
    const chance = 1 / (1 + Math.exp(-product(at, row)));
    add(slope, row, chance - (bad[number] ?? 0));
    for (const [index, line] of curve.entries()) add(line, row, chance * (1 - chance) * (row[index] ?? 0));
  }
  return solve(curve, slope);
}

function add(sum: number[], vector: Vector, times: number): void {
  for (const [index, value] of vector.entries()) sum[index] = (sum[index] ?? 0) + value * times;
}

/** Gauss and Jordan; the matrix is symmetric and positive definite, so that no pivot is zero. */
function solve(matrix: readonly Vector[], right: Vector): Vector {
  const lines = matrix.map((line, index) => [...line, right[index] ?? 0]);
  for (const [index, line] of lines.entries()) {
    const pivot = line[index] ?? 1;
    for (const other of lines) if (other !== line) add(other, line, -(other[index] ?? 0) / pivot);
  }
  return lines.map((line, index) => (line.at(-1) ?? 0) / (line[index] ?? 1));
}

function product(one: Vector, other: Vector): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

function total(values: Vector): number {
  return values.reduce((sum, value) => sum + value, 0);
}
