import { expect, test } from 'vitest';
import { steadyClock } from '../../src/world/clock.ts';

const hour = 60 * 60_000;
const noon = Date.UTC(2026, 1, 8, 12);

/** A clock on the wall that can be set, and time that passes for both. */
function startClocks() {
  let [wall, passed] = [noon, 0];
  const now = steadyClock(
    () => wall,
    () => passed,
  );
  return {
    now: () => now() - noon,
    set: (ms: number) => {
      wall = noon + ms;
    },
    pass: (ms: number) => {
      wall += ms;
      passed += ms;
    },
  };
}

test('the clock tells the time of the system', () => {
  const { now, pass } = startClocks();
  const told = [now()];
  for (const ms of [1, 0, 1500, hour]) {
    pass(ms);
    told.push(now());
  }
  expect(told).toEqual([0, 1, 1, 1501, hour + 1501]);
});

test('set back by an hour, time passes at half its speed until the system has caught up', () => {
  const { now, set, pass } = startClocks();
  set(-hour);
  const told = [now()];
  for (const ms of [3, 1, hour - 4, hour - 2, 2, hour]) {
    pass(ms);
    told.push(now());
  }
  expect(told).toEqual([0, 1, 2, hour / 2, hour - 1, hour, 2 * hour]);
});

test('set ahead, or back by a day or more, the clock follows', () => {
  const { now, set, pass } = startClocks();
  set(3650 * 24 * hour);
  const told = [now()];
  set(5 * hour);
  told.push(now());
  set(-19 * hour);
  pass(1);
  told.push(now());
  set(-19 * hour - 24 * hour);
  told.push(now());
  expect(told).toEqual([3650 * 24 * hour, 5 * hour, 5 * hour, -43 * hour]);
});
