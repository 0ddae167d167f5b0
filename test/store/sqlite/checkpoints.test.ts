import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { Checkpoints } from '../../../src/store/sqlite/checkpoints.ts';
import { newFolder } from '../../support/new-folder.ts';

test('a database out of reach is told, holds nobody, and is brought home once it is back', async () => {
  const folder = join(newFolder(), 'data');
  const away = `${folder}-away`;
  const writer = openIn(away);
  writer.exec('create table notes (text)');
  const failed: unknown[] = [];
  let held = false;
  const checkpoints = new Checkpoints(
    join(folder, 'a.db'),
    { hold: () => (held = true), release: () => (held = false) },
    { failed: (error) => failed.push(error), lost: () => failed.push('lost') },
  );
  onTestFinished(() => checkpoints.close());
  checkpoints.note();
  await expect.poll(() => failed).toEqual([expect.objectContaining({ code: 'SQLITE_CANTOPEN' })]);
  expect(held).toBe(false);
  renameSync(away, folder);
  checkpoints.note();
  const inFile = () => {
    const [state] = writer.pragma('wal_checkpoint(noop)') as [{ log: number; checkpointed: number }];
    return state.log > 0 && state.log === state.checkpointed;
  };
  await expect.poll(inFile).toBe(true);
  expect(failed).toHaveLength(1);
});

function openIn(folder: string): SQLite.Database {
  mkdirSync(folder);
  const connection = new SQLite(join(folder, 'a.db'));
  onTestFinished(() => void connection.close());
  connection.pragma('journal_mode = WAL');
  return connection;
}
