import { expect, test } from 'vitest';
import { openDataDir } from '../../../src/store/files/data-dir.ts';
import { isServed, lockForServing } from '../../../src/store/files/server-lock.ts';
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
