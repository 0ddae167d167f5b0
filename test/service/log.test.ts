import { expect, test } from 'vitest';
import { calm } from '../../src/service/log.ts';

/** A log with a clock that stands until it is moved, and what was written. */
function newLog() {
  const clock = { now: 0 };
  const written: unknown[] = [];
  const log = calm(
    (level, event, fields) => void written.push([level, event, fields]),
    () => clock.now,
  );
  return { clock, log, written };
}

test('a cause is told at once, and then once a minute with how often it was met', () => {
  const { clock, log, written } = newLog();
  const fail = () => log('error', 'what was decided is not learned', { cause: 'the disk is full' });
  for (let turn = 0; turn < 500; turn += 1) fail();
  clock.now = 59_999;
  fail();
  clock.now = 60_000;
  for (let turn = 0; turn < 500; turn += 1) fail();
  expect(written).toEqual([
    ['error', 'what was decided is not learned', { cause: 'the disk is full', times: 1 }],
    ['error', 'what was decided is not learned', { cause: 'the disk is full', times: 501 }],
  ]);
});

test('another cause, another event, and a line without a cause wait for nothing', () => {
  const { log, written } = newLog();
  log('error', 'what was decided is not learned', { cause: 'a', requestId: '1' });
  log('error', 'what was decided is not learned', { cause: 'b', requestId: '2' });
  log('error', 'cannot store', { cause: 'a' });
  for (let turn = 0; turn < 2; turn += 1) log('info', 'request', { status: 200 });
  expect(written).toEqual([
    ['error', 'what was decided is not learned', { cause: 'a', requestId: '1', times: 1 }],
    ['error', 'what was decided is not learned', { cause: 'b', requestId: '2', times: 1 }],
    ['error', 'cannot store', { cause: 'a', times: 1 }],
    ['info', 'request', { status: 200 }],
    ['info', 'request', { status: 200 }],
  ]);
});

test('of very many causes the latest are remembered', () => {
  const { log, written } = newLog();
  const tell = (from: number, to: number) => {
    for (let cause = from; cause < to; cause += 1) log('error', 'cannot store', { cause });
  };
  tell(0, 1000);
  tell(900, 1000);
  expect(written.length).toBe(1000);
  tell(0, 10);
  expect(written.length).toBe(1010);
});
