import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { fairLine } from '../../src/world/fair-line.ts';

test('senders take turns, however many one of them asks for, and others are served between two', async () => {
  const inTurn = fairLine({ ofSender: 10, inAll: 10 });
  const done: string[] = [];
  const ask = (sender: string, name: string) =>
    inTurn(sender, () => {
      done.push(name);
      setImmediate(() => done.push('-'));
    });
  await Promise.all([ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('b', 'b1'), ask('c', 'c1')]);
  expect(done.join(' ')).toBe('a1 - b1 - c1 - a2 - a3');
});

test('between two pieces of work is as much time as the first took, and as is asked for at least', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const inTurn = fairLine({ ofSender: 3, inAll: 3, restMs: 5 });
  const begun: number[] = [];
  const started = performance.now();
  const ask = (tookMs: number) =>
    inTurn('a', () => {
      begun.push(performance.now() - started);
      vi.advanceTimersByTime(tookMs);
    });
  const all = Promise.all([ask(1), ask(20), ask(0)]);
  for (let turn = 0; turn < 200; turn += 1) {
    await nextTurn();
    vi.advanceTimersByTime(1);
  }
  await all;
  expect(begun.map(Math.round)).toEqual([0, 6, 46]);
});

test('work of another thread is done one after the other, each in the turn of its sender', async () => {
  const inTurn = fairLine({ ofSender: 2, inAll: 3, aside: true });
  const done: string[] = [];
  const ask = (sender: string, name: string) =>
    inTurn(sender, async () => {
      done.push(`${name} begins`);
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      done.push(`${name} ends`);
    });
  await Promise.all([ask('a', 'a1'), ask('a', 'a2'), ask('b', 'b1')]);
  expect(done).toEqual(['a1 begins', 'a1 ends', 'b1 begins', 'b1 ends', 'a2 begins', 'a2 ends']);
});

test('a sender has so much room, and all have so much; what is done makes room again', async () => {
  const inTurn = fairLine({ ofSender: 2, inAll: 3 });
  const kindOf = (asked: Promise<string>) => asked.catch((error) => error instanceof Problem && error.kind);
  const ask = (sender: string) => kindOf(inTurn(sender, () => `${sender} is served`));
  expect(await Promise.all(['a', 'a', 'a', 'b', 'c'].map(ask))).toEqual([
    'a is served',
    'a is served',
    'too-fast',
    'b is served',
    'unavailable',
  ]);
  expect(await ask('c')).toBe('c is served');
});

test('work that fails, fails alone, at once or later', async () => {
  const inTurn = fairLine({ ofSender: 5, inAll: 5 });
  const told = await Promise.allSettled([
    inTurn('a', () => {
      throw new Error('at once');
    }),
    inTurn('a', () => Promise.reject(new Error('later'))),
    inTurn('a', () => 'done'),
  ]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
