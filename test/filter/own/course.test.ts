import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../bench/filter/random.ts';
import { Course } from '../../../src/filter/own/course.ts';
import { see } from '../../../src/filter/own/seen.ts';
import { standingOf } from '../../../src/filter/own/standing.ts';
import { readMade, write } from '../../../src/filter/own/written.ts';
import { read } from '../../../src/filter/reading.ts';
import { usualNames } from '../../../src/filter/reserved-names.ts';
import { usualHoldAt } from '../../../src/filter/screen.ts';
import { noWords } from '../../../src/filter/site-words.ts';
import { aboutFootball, byChance, type Taught } from '../../support/lessons.ts';

const untuned = { ...noWords, holdAt: usualHoldAt, names: usualNames, swearing: 'hold' as const };

function madeOf(lessons: readonly Taught[]) {
  const course = new Course();
  for (const [body, label] of lessons)
    course.take(see({ author: read('Hoa'), body: read(body) }, untuned), label);
  return course.made();
}

const standing = (lessons: readonly Taught[], holdAt = usualHoldAt) => standingOf(madeOf(lessons), holdAt);

describe("a site's own model", () => {
  test('speaks where it was clearly better than the shipped ones on the latest decisions', () => {
    const { speaks, why, measured, shipped, own } = standing(aboutFootball(400));
    expect([speaks, why, measured]).toEqual(['own', 'better', 400]);
    expect(own.auc).toBeGreaterThan(0.9);
    expect(own.auc).toBeGreaterThan(shipped.auc);
    expect(own.brier).toBeLessThan(shipped.brier);
    expect(own.badHeld).toBeGreaterThanOrEqual(shipped.badHeld);
    expect(own.goodHeld).toBeLessThanOrEqual(shipped.goodHeld);
  });

  test('never speaks where decisions follow nothing in the words', () => {
    const seeds = Array.from({ length: 12 }, (_, seed) => seed + 1);
    const said = seeds.map((seed) => standing(byChance(600, randomFrom(seed))).why);
    expect(said).toEqual(seeds.map(() => 'worse'));
  });

  test('is silent before 200 decisions, or before 20 of either kind', () => {
    const football = aboutFootball(600);
    const few = (kind: Taught[1], count: number) => [
      ...football.filter(([, label]) => label !== kind),
      ...football.filter(([, label]) => label === kind).slice(0, count),
    ];
    for (const lessons of [[], football.slice(0, 199), few('reject', 19), few('publish', 19)]) {
      expect(standing(lessons)).toMatchObject({ speaks: 'shipped', why: 'few' });
    }
  });

  test('measures the latest thousand alone', () => {
    const [long, short] = [aboutFootball(1300), aboutFootball(1300).slice(300)];
    expect([standing(long).measured, madeOf(long).taught.publish]).toEqual([1000, 866]);
    expect(standing(long).shipped).toEqual(standing(short).shipped);
  });

  test('holds nothing where the site leaves that to the rules', () => {
    const { own } = standing(aboutFootball(400), { abuse: 1, spam: 1 });
    expect([own.goodHeld, own.badHeld]).toEqual([0, 0]);
  });

  test('is the same each time it is made, and comes back from what was written', () => {
    const made = madeOf(aboutFootball(300));
    expect(write(madeOf(aboutFootball(300)))).toBe(write(made));
    const back = readMade(write(made));
    expect(write(back)).toBe(write(made));
    expect(back.latest.map(({ bad }) => bad)).toEqual(made.latest.map(({ bad }) => bad));
    const { own, shipped, ...rest } = standingOf(made, usualHoldAt);
    expect(standingOf(back, usualHoldAt)).toMatchObject({ speaks: rest.speaks, why: rest.why });
  });

  test('says of a text of any length what can be said', () => {
    const made = madeOf([
      ...aboutFootball(250),
      ['', 'publish'],
      ['x'.repeat(5000), 'spam'],
      ['🙂'.repeat(900), 'reject'],
    ]);
    const numbers = [
      ...Object.values(made.joint),
      made.words.step,
      made.words.bias,
      ...made.latest.flatMap(({ own, shipped }) => [own, shipped]),
    ];
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});
