import { expect, test } from 'vitest';
import { randomFrom } from '../../../bench/filter/random.ts';
import { fitJoint } from '../../../src/filter/own/joint.ts';
import { riskOfText, usualJoint } from '../../../src/filter/risk.ts';

test('the joint finds how outcomes were weighed, and keeps to the usual one without any', () => {
  const random = randomFrom(4);
  const truth = { bias: -1, learned: 0.5, evidence: 0.8, own: 1.5 };
  const outcomes = Array.from({ length: 20_000 }, () => {
    const known = { learned: random(), evidence: random() * 3, own: random() * 4 - 2 };
    return { ...known, bad: random() < riskOfText(known, truth) };
  });
  const found = fitJoint(outcomes);
  for (const name of ['bias', 'learned', 'evidence', 'own'] as const) {
    expect(Math.abs(found[name] - truth[name])).toBeLessThan(0.12);
  }
  expect(fitJoint([])).toEqual(usualJoint);
});

test('outcomes that are all alike, or told apart without fail, leave it within bounds', () => {
  const sure = Array.from({ length: 300 }, (_, at) => ({
    ...{ learned: at % 2 ? 1 : 0, evidence: at % 2 ? 3 : 0, own: at % 2 ? 50 : -50 },
    bad: at % 2 === 1,
  }));
  for (const outcomes of [sure, sure.filter(({ bad }) => bad), sure.filter(({ bad }) => !bad)]) {
    const weights = Object.values(fitJoint(outcomes));
    expect(weights.every((weight) => Math.abs(weight) < 100)).toBe(true);
  }
});
