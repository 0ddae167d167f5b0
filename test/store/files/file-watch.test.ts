import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { build, StorageFailure } from '../../../src/store/database.ts';
import { FileWatch } from '../../../src/store/files/file-watch.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { newFolder } from '../../support/new-folder.ts';

/** An open database with a table of ours, of which pages are in the file and others in the log. */
async function openWatched() {
  const path = newFolder();
  const file = join(path, 'watched.db');
  const database = openSqlite(file);
  database.writeAside();
  onTestFinished(() => database.close());
  const watch = new FileWatch(file, database);
  const run = (statement: string) => database.query<{ text: string }>(sql.raw(statement).compile(build));
  await run('create table notes (text)');
  const add = () =>
    run(`with recursive n (x) as (select 1 union all select x + 1 from n where x < 5000)
      insert into notes select 'Góp ý của bạn đọc.' from n`);
  await add();
  const whole = new SQLite(file);
  whole.pragma('wal_checkpoint(passive)');
  whole.close();
  await watch.settled();
  return { file, database, watch, run, add };
}

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof StorageFailure ? 'refused' : error),
  );

test('while the files are those that were opened, everything is stored', async () => {
  const { file, database, watch, run, add } = await openWatched();
  linkSync(file, `${file}.also`);
  await add();
  const compacting = new SQLite(file);
  await run('delete from notes');
  compacting.exec('vacuum');
  compacting.pragma('wal_checkpoint(truncate)');
  compacting.close();
  expect(await outcomeOf(watch.settled())).toBe('done');
  await add();
  expect([await outcomeOf(watch.settled()), database.openings]).toEqual(['done', 1]);
});

const losses: [string, (file: string) => void, string][] = [
  ['gone', (file) => rmSync(file), '"FILE" is gone'],
  ['replaced', (file) => replace(file), '"FILE" is another file than was opened'],
  ['without its log', (file) => rmSync(`${file}-wal`), '"FILE-wal" is gone'],
  ['without its index', (file) => rmSync(`${file}-shm`), '"FILE-shm" is gone'],
];

function replace(file: string): void {
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
}

test.for(losses)('a database that is %s is read on, and nothing is stored', async ([, lose, fault]) => {
  const { file, database, watch, run } = await openWatched();
  await run(`insert into notes values ('trước')`);
  lose(file);
  expect(await outcomeOf(watch.settled())).toBe('refused');
  expect(await database.writesStopped).toBe(fault.replace('FILE', file));
  expect(await outcomeOf(run(`insert into notes values ('sau')`))).toBe('refused');
  const together = sql`insert into notes values ('sau')`.compile(build);
  expect(await outcomeOf(database.batch([together]))).toBe('refused');
  expect(await run('select text from notes order by rowid desc limit 1')).toEqual([{ text: 'trước' }]);
});

test('a database that is cut is noticed, and nothing is stored', async () => {
  const { file, database, watch, run } = await openWatched();
  truncateSync(file, statSync(file).size - 40_960);
  expect(await outcomeOf(watch.settled())).toBe('refused');
  expect(await database.writesStopped).toContain(`"${file}" is`);
  expect(await outcomeOf(run(`insert into notes values ('sau')`))).toBe('refused');
});

test('when a query meets damage, nothing is stored any more', async () => {
  const { file, database } = await openWatched();
  await database.close();
  const { size } = statSync(file);
  const damaged = `${file}.damaged`;
  copyFileSync(file, damaged);
  overwrite(damaged, size - 4096 * 20, 4096 * 10);
  const second = openSqlite(damaged);
  second.writeAside();
  onTestFinished(() => second.close());
  const ask = (statement: string) => second.query(sql.raw(statement).compile(build));
  expect(await outcomeOf(ask('select sum(length(text)) from notes'))).toBe('refused');
  expect(await second.writesStopped).toBe(`"${damaged}" is damaged: database disk image is malformed`);
  expect(await outcomeOf(ask(`insert into notes values ('sau')`))).toBe('refused');
});

function overwrite(file: string, position: number, length: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, new Uint8Array(length).fill(0xa5), 0, length, position);
  closeSync(descriptor);
}

test('closing leaves the files of a database that took its place', async () => {
  const { file, database, watch } = await openWatched();
  replace(file);
  for (const ending of ['-wal', '-shm']) rmSync(file + ending);
  await outcomeOf(watch.settled());
  const newcomer = new SQLite(file);
  newcomer.exec(`insert into notes values ('mới')`);
  await database.close();
  expect(existsSync(`${file}-wal`)).toBe(true);
  newcomer.close();
});
