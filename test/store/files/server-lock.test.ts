import { expect, test } from 'vitest';
import { openDataDir } from '../../../src/store/files/data-dir.ts';
import { isServed, lockForServing, untilNobodyServes } from '../../../src/store/files/server-lock.ts';
import { newFolder } from '../../support/new-folder.ts';

test('a data folder is served from when a server has it until that lets go', async () => {
  const directory = newFolder();
  const isServedNow = () => isServed(directory);
  const seen = [isServedNow()];
  const lock = lockForServing(directory);
  const database = openDataDir(directory);
  lock.noteServed();
  seen.push(isServedNow());
  await database.close();
  lock.release();
  seen.push(isServedNow());
  expect(seen).toEqual([false, true, false]);
});

test('who is to serve next tells that it waits, until nobody serves or it has waited enough', async () => {
  const directory = newFolder();
  const told: number[] = [];
  const wait = (mostMs?: number) => untilNobodyServes(directory, (seconds) => told.push(seconds), mostMs);
  await wait();
  const lock = lockForServing(directory);
  lock.noteServed();
  await wait(0);
  const waiting = wait();
  expect([told, isServed(directory)]).toEqual([[0, 15], true]);
  expect(() => lockForServing(directory)).toThrow(`another binh-luan serves ${directory} already`);
  lock.release();
  await waiting;
  expect([told, isServed(directory)]).toEqual([[0, 15], false]);
});
