import { copyFileSync, existsSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFile, openDataDir } from '../../../src/store/files/data-dir.ts';
import { serveDataDir } from '../../../src/store/files/served-data-dir.ts';
import { requireSound } from '../../../src/store/files/soundness.ts';
import { newFolder } from '../../support/new-folder.ts';

const remedy = 'stop the server and put a backup in its place: npm run -s cli -- restore FILE';

/** A data folder that was served and stopped, and its database. */
async function newDataDir() {
  const directory = newFolder();
  await serveDataDir(directory).close();
  return { directory, file: databaseFile(directory) };
}

function write(file: string, sql: string): SQLite.Database {
  const connection = new SQLite(file);
  connection.exec(sql);
  onTestFinished(() => void connection.close());
  return connection;
}

/** What a start says against a data folder. */
async function refusal(directory: string): Promise<string> {
  try {
    await serveDataDir(directory).close();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('what is no database of ours does not start, and stays as it is', async () => {
  const { directory, file } = await newDataDir();
  const said = `"${file}" is not a database of binh-luan; ${remedy}`;
  writeFileSync(file, 'Đây không phải là cơ sở dữ liệu. '.repeat(100));
  const before = statSync(file).mtimeMs;
  expect([await refusal(directory), statSync(file).mtimeMs]).toEqual([said, before]);
  rmSync(file);
  write(file, 'create table notes (text)').close();
  expect(await refusal(directory)).toBe(said);
});

test('a cut database does not start', async () => {
  const { directory, file } = await newDataDir();
  const { size } = statSync(file);
  truncateSync(file, 40_000);
  expect(await refusal(directory)).toBe(`"${file}" is cut: it has 40000 bytes of ${size}; ${remedy}`);
});

test('a database that a checkpoint was writing starts, as its missing pages are in its log', async () => {
  const { file } = await newDataDir();
  const { size } = statSync(file);
  const writer = write(file, 'pragma wal_autocheckpoint = 0; create table more (text)');
  writer.exec(`with recursive n (x) as (select 1 union all select x + 1 from n where x < 2000)
    insert into more select 'Góp ý của bạn đọc.' from n`);
  writer.pragma('wal_checkpoint(passive)');
  const copy = join(newFolder(), 'copy.db');
  for (const ending of ['', '-wal']) copyFileSync(file + ending, copy + ending);
  truncateSync(copy, size);
  expect(() => requireSound(copy)).not.toThrow();
  truncateSync(copy, size - 20 * 4096);
  expect(() => requireSound(copy)).toThrow(`"${copy}" is cut`);
});

test('a database without a readable schema does not start', async () => {
  const { directory, file } = await newDataDir();
  const connection = write(file, 'begin; commit').unsafeMode(true);
  connection.exec(
    `pragma writable_schema = on; update sqlite_schema set sql = 'create tabl' where name = 'comments'`,
  );
  connection.close();
  expect(await refusal(directory)).toBe(
    `"${file}" is damaged: malformed database schema (comments) - near "tabl": syntax error; ${remedy}`,
  );
});

test('a database that is gone, or emptied, is not begun anew, by commands either', async () => {
  const { directory, file } = await newDataDir();
  const lock = join(directory, 'server.lock');
  const said = `"${file}" is gone; ${remedy} (or remove "${lock}" to begin with nothing)`;
  renameSync(file, `${file}.away`);
  expect([await refusal(directory), existsSync(file)]).toEqual([said, false]);
  expect(() => openDataDir(directory)).toThrow(new Error(said));
  writeFileSync(file, '');
  expect(await refusal(directory)).toBe(said);
  rmSync(lock);
  expect(await refusal(directory)).toBe('');
});

test('a first start that was cut off begins again', async () => {
  const directory = newFolder();
  writeFileSync(databaseFile(directory), '');
  writeFileSync(join(directory, 'server.lock'), '');
  expect([await refusal(directory), await refusal(directory)]).toEqual(['', '']);
});

test('a database of a newer program is refused, and stays as it is', async () => {
  const { directory, file } = await newDataDir();
  write(file, `insert into d1_migrations (name) values ('0999_later.sql')`).close();
  const said = `"${file}" is of a newer program than this one: it has 0999_later.sql`;
  expect(await refusal(directory)).toBe(said);
  expect(() => openDataDir(directory)).toThrow(new Error(said));
});
