import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { gatherer } from '../../src/world/together.ts';

/** A gatherer on a clock that stands until it is moved, and the pieces of work that it did. */
function newGatherer() {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const together = gatherer(1000);
  const pieces: string[] = [];
  const ask = (name: string, asked: string) =>
    together(name, asked, async (all: readonly string[]) => {
      pieces.push(all.join(' '));
      if (all.includes('fault')) throw new Error('not now');
      return all.map((one) => one.toUpperCase());
    });
  const pass = async (ms: number) => {
    await nextTurn();
    await vi.advanceTimersByTimeAsync(ms);
    await nextTurn();
  };
  return { ask, pass, pieces };
}

test('the first goes at once, what comes within the second after goes together, and each hears of theirs', async () => {
  const { ask, pass, pieces } = newGatherer();
  const told = [ask('a', 'one'), ask('a', 'two')];
  await pass(999);
  told.push(ask('a', 'three'), ask('b', 'other'));
  expect(pieces).toEqual(['one', 'other']);
  await pass(1);
  expect([pieces, await Promise.all(told)]).toEqual([
    ['one', 'other', 'two three'],
    ['ONE', 'TWO', 'THREE', 'OTHER'],
  ]);
});

test('after a second in which nobody asked, the next goes at once again', async () => {
  const { ask, pass, pieces } = newGatherer();
  await ask('a', 'one');
  await pass(1000);
  await ask('a', 'two');
  expect(pieces).toEqual(['one', 'two']);
});

test('a piece that fails is told to those who were in it, and to nobody else', async () => {
  const { ask, pass } = newGatherer();
  const first = ask('a', 'one');
  const failed = [ask('a', 'fault'), ask('a', 'two')].map((asked) =>
    asked.catch(({ message }: Error) => message),
  );
  await pass(1000);
  const last = ask('a', 'three');
  await pass(1000);
  expect(await Promise.all([first, ...failed, last])).toEqual(['ONE', 'not now', 'not now', 'THREE']);
});
