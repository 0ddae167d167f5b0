import { see } from '../../src/filter/own/seen.ts';
import { read } from '../../src/filter/reading.ts';
import { usualNames } from '../../src/filter/reserved-names.ts';
import { logit } from '../../src/filter/risk.ts';
import { usualHoldAt } from '../../src/filter/screen.ts';
import { noWords } from '../../src/filter/site-words.ts';
import { sitesOf } from './learning/sites.ts';
import { atShare, deciles } from './reliability.ts';
import { type Row, readRows } from './rows.ts';

// Prints the constants of src/filter/risk.ts: how what was learned and what the rules found are best joined where a
// site has decided nothing yet. They are fitted on the kept rows, which are like those learned from, and as much again
// on sites whose kind of talk the models have not learned, where they are surer than they may be. In each of them one
// comment in six counts as bad. Beside that it shows how well constants hold that the other half of the points gave.

interface Point {
  inputs: readonly [1, learned: number, evidence: number];
  bad: boolean;
  weight: number;
}

const usualShare = 1 / 6;
const rounds = 3000;
const rate = 0.5;

function fitRisk(): void {
  const rows = readRows();
  if (!rows) throw new Error('nothing to fit with: ../shared/data/filter is not there');
  const strange = sitesOf().filter(({ like }) => like === 'nothing');
  const groups = [
    weighed(rows.kept.map(pointOf), strange.length),
    ...strange.map(({ comments }) =>
      weighed(
        comments.map(({ shipped, evidence, label }) => pointed(shipped.bad, evidence, label !== 'publish')),
        1,
      ),
    ),
  ];
  console.log('bias, learned, evidence:', shown(fit(groups.flat())));
  const half = fit(groups.flatMap((group) => group.filter((_, at) => at % 2 === 1)));
  const others = groups.flatMap((group) => group.filter((_, at) => at % 2 === 0));
  console.log('on the other half, by tenths: said, found (per cent)');
  const judged = others.map((point) => ({ risk: chance(half, point), bad: point.bad, weight: point.weight }));
  for (const { mean, bad } of deciles(judged))
    console.log(`  ${Math.round(mean * 100)}  ${Math.round(bad * 100)}`);
}

function pointOf({ text, bad }: Row): Point {
  const body = read(text);
  const site = { ...noWords, names: usualNames, holdAt: usualHoldAt, swearing: 'hold' as const };
  const { shipped, evidence } = see({ author: read(''), body }, site);
  return pointed(shipped.bad, evidence, bad);
}

function pointed(learned: number, evidence: number, bad: boolean): Point {
  return { inputs: [1, logit(learned), evidence], bad, weight: 1 };
}

/** Together they count as much as `all`, and the bad ones of them as much as is usual. */
function weighed(points: readonly Point[], all: number): Point[] {
  return atShare(points, usualShare).map((point) => ({ ...point, weight: point.weight * all }));
}

function chance(weights: readonly number[], { inputs }: Point): number {
  const sum = inputs.reduce((before: number, input, at) => before + input * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function fit(points: readonly Point[]): number[] {
  const all = points.reduce((sum, { weight }) => sum + weight, 0);
  let weights = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const slopes = [0, 0, 0];
    for (const point of points) {
      const miss = (chance(weights, point) - Number(point.bad)) * point.weight;
      for (const [at, input] of point.inputs.entries()) slopes[at] = (slopes[at] ?? 0) + miss * input;
    }
    weights = weights.map((weight, at) => weight - (rate * (slopes[at] ?? 0)) / all);
  }
  return weights;
}

function shown(weights: readonly number[]): string {
  return weights.map((weight) => weight.toFixed(3)).join(', ');
}

fitRisk();
