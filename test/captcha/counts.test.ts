import { expect, test } from 'vitest';
import { Counts } from '../../src/captcha/counts.ts';
import { takeAttempts } from '../../src/store/limits/attempts.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

const sender = { subject: 'sender', windowMs: 60_000, most: 2 };
const network = { subject: 'network', windowMs: 60_000, most: 3 };

/** What is asked for, and when. */
const asked = [
  { allowances: [sender, network], now: 0 },
  { allowances: [sender, network], now: 59_999 },
  { allowances: [sender, network], now: 59_999 },
  { allowances: [network], now: 59_999 },
  { allowances: [network], now: 59_999 },
  { allowances: [sender, network], now: 60_000 },
  { allowances: [sender, network], now: 0 },
];

test('what is counted in memory is counted as in the database, but for a clock that was put back', async () => {
  const [counts, database] = [new Counts(), openSqlite(':memory:')];
  const inMemory = asked.map(({ allowances, now }) => counts.take(allowances, now));
  const stored = [];
  for (const { allowances, now } of asked) stored.push(await takeAttempts(database, allowances, now));
  expect(inMemory).toEqual([[1, 1], [2, 2], [undefined, 3], [3], [undefined], [1, 1], [1, 1]]);
  expect(stored.slice(0, -1)).toEqual(inMemory.slice(0, -1));
});
