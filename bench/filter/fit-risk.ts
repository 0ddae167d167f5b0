import { see } from '../../src/filter/own/seen.ts';
import { read } from '../../src/filter/reading.ts';
import { usualNames } from '../../src/filter/reserved-names.ts';
import { logit } from '../../src/filter/risk.ts';
import { usualHoldAt } from '../../src/filter/screen.ts';
import { noWords } from '../../src/filter/site-words.ts';
import { type Row, readRows } from './rows.ts';

// Prints the constants of src/filter/risk.ts: how what was learned and what the rules found are best joined. Half
// of the kept rows fit them, the other half shows how well they hold.

interface Point {
  inputs: readonly [1, learned: number, evidence: number];
  bad: number;
}

const rounds = 3000;
const rate = 0.5;

function fitRisk(): void {
  const rows = readRows();
  if (!rows) throw new Error('nothing to fit with: ../shared/data/filter is not there');
  const points = rows.kept.map(pointOf);
  const weights = fit(points.filter((_, at) => at % 2 === 1));
  console.log(
    'bias, learned, evidence:',
    fit(points)
      .map((weight) => weight.toFixed(3))
      .join(', '),
  );
  console.log('on the other half, by tenths: how many, said, found (per cent)');
  const others = points.filter((_, at) => at % 2 === 0);
  for (let tenth = 0; tenth < 10; tenth++) {
    const here = others.filter((point) => Math.min(9, Math.floor(chance(weights, point) * 10)) === tenth);
    const mean = (value: (point: Point) => number) =>
      Math.round((here.reduce((sum, point) => sum + value(point), 0) / Math.max(1, here.length)) * 100);
    console.log(`  ${here.length}  ${mean((point) => chance(weights, point))}  ${mean(({ bad }) => bad)}`);
  }
}

function pointOf({ text, bad }: Row): Point {
  const body = read(text);
  const site = { ...noWords, names: usualNames, holdAt: usualHoldAt, swearing: 'hold' as const };
  const { shipped, evidence } = see({ author: read(''), body }, site);
  return { inputs: [1, logit(shipped.bad), evidence], bad: bad ? 1 : 0 };
}

function chance(weights: readonly number[], { inputs }: Point): number {
  const sum = inputs.reduce((before: number, input, at) => before + input * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function fit(points: readonly Point[]): number[] {
  let weights = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const slopes = [0, 0, 0];
    for (const point of points) {
      const miss = chance(weights, point) - point.bad;
      for (const [at, input] of point.inputs.entries()) slopes[at] = (slopes[at] ?? 0) + miss * input;
    }
    weights = weights.map((weight, at) => weight - (rate * (slopes[at] ?? 0)) / points.length);
  }
  return weights;
}

fitRisk();
