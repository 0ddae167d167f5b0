import { expect, test } from 'vitest';
import { StorageFailure } from '../../../src/store/database.ts';
import { LogSync } from '../../../src/store/sqlite/log-sync.ts';

/** A log whose syncs end when the test says so. */
function startLog() {
  const pending: { end: () => void; fail: () => void }[] = [];
  let syncs = 0;
  const log = new LogSync(() => {
    syncs += 1;
    return new Promise((resolve, reject) =>
      pending.push({ end: resolve, fail: () => reject(new Error('EIO')) }),
    );
  });
  const states: string[] = [];
  const write = (name: string) => {
    log.note();
    log.settled().then(
      () => states.push(`${name} stored`),
      (error) => states.push(`${name} ${error instanceof StorageFailure ? 'failed' : error}`),
    );
  };
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  return { log, pending, states, write, tick, syncs: () => syncs };
}

test('nobody is told before the sync, and one sync serves all who wait when it begins', async () => {
  const { pending, states, write, tick, syncs } = startLog();
  for (const name of ['a', 'b', 'c']) write(name);
  await tick();
  expect([states, syncs()]).toEqual([[], 1]);
  pending[0]?.end();
  await tick();
  expect(states.slice(0, 1)).toEqual(['a stored']);
  pending[1]?.end();
  await tick();
  expect([states.toSorted(), syncs()]).toEqual([['a stored', 'b stored', 'c stored'], 2]);
});

test('what is written while a sync runs waits for the next', async () => {
  const { pending, states, write, tick, syncs } = startLog();
  write('a');
  await tick();
  write('b');
  pending[0]?.end();
  await tick();
  expect([states, syncs()]).toEqual([['a stored'], 2]);
  pending[1]?.end();
  await tick();
  expect(states).toEqual(['a stored', 'b stored']);
});

test('where a sync fails those who wait are told, and the next goes on', async () => {
  const { pending, states, write, tick } = startLog();
  write('a');
  await tick();
  pending[0]?.fail();
  await tick();
  write('b');
  await tick();
  pending[1]?.end();
  await tick();
  expect(states).toEqual(['a failed', 'b stored']);
});

test('after a failed sync who asks again without writing is told once a sync has succeeded', async () => {
  const { log, pending, states, write, tick, syncs } = startLog();
  write('a');
  await tick();
  pending[0]?.fail();
  await tick();
  log.settled().then(() => states.push('a retried'));
  await tick();
  expect([states, syncs()]).toEqual([['a failed'], 2]);
  pending[1]?.end();
  await tick();
  expect(states).toEqual(['a failed', 'a retried']);
});

test('who wrote nothing waits for nothing', async () => {
  const { log, syncs } = startLog();
  await log.settled();
  expect(syncs()).toBe(0);
});
