import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
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

test.runIf(process.platform === 'linux')(
  'a file that was synced beside a long log stays locked for those who have it open',
  async () => {
    const folder = join(newFolder(), 'data');
    const writer = openIn(folder);
    const file = join(folder, 'a.db');
    writer.exec('pragma wal_autocheckpoint = 0; create table notes (text)');
    writer.exec(`insert into notes with recursive n (i) as (select 1 union all select i + 1 from n where i < 40)
      select printf('%.*c', 1000000, 'x') from n`);
    const begunAnew = Promise.withResolvers<void>();
    const fails = (error?: unknown) => begunAnew.reject(error);
    const checkpoints = new Checkpoints(
      file,
      { hold: () => undefined, release: begunAnew.resolve },
      { failed: fails, lost: fails },
    );
    checkpoints.note();
    await begunAnew.promise;
    expect(isLocked(file)).toBe(true);
    await checkpoints.close();
    expect(isLocked(file)).toBe(true);
    writer.close();
    expect(isLocked(file)).toBe(false);
  },
);

/** Whether this process has a lock on the file. */
function isLocked(file: string): boolean {
  const { ino } = statSync(file);
  const locks = readFileSync('/proc/locks', 'utf8').split('\n');
  return locks.some((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `));
}

function openIn(folder: string): SQLite.Database {
  mkdirSync(folder);
  const connection = new SQLite(join(folder, 'a.db'));
  onTestFinished(() => void connection.close());
  connection.pragma('journal_mode = WAL');
  return connection;
}
