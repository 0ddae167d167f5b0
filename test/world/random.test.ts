import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { growingId } from '../../src/world/random.ts';

const at = (time: number) => growingId({ now: () => time, random: randomBytes });

test('ids stand in the order of the times at which they were made, in the order of text', () => {
  const times = [0, 1, 31, 32, 2 ** 31, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, 2 ** 48 - 1];
  const ids = times.map(at);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-z]{29}$/.test(id))).toBe(true);
});

test('of ids that are made at one time, all but the time is by chance, whatever was made before', () => {
  const ids = Array.from({ length: 2000 }, () => at(1_770_000_000_000));
  const restOf = (id: string) => [...id.slice(10)];
  for (const place of restOf(ids[0] ?? '').keys())
    expect(new Set(ids.map((id) => restOf(id)[place])).size).toBe(32);
  expect(new Set(ids.map((id) => id.slice(0, 9))).size).toBe(1);
  expect(new Set(ids.map((id) => id[9])).size).toBe(4);
  expect(new Set(ids).size).toBe(ids.length);
});
