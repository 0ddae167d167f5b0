import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../../src/store/files/backup.ts';
import { checkDatabase } from '../../../src/store/files/checks.ts';
import { openDataDir } from '../../../src/store/files/data-dir.ts';
import { restore } from '../../../src/store/files/restore.ts';
import { newFolder } from '../../support/new-folder.ts';

/** A data folder that nobody has open, and a copy of it in another folder. */
function newDataDir() {
  const directory = newFolder();
  openDataDir(directory).close();
  const live = join(directory, 'binh-luan.db');
  write(live, `insert into sites (id, name, created_at) values ('demo', 'Trước', 0)`);
  const folder = newFolder();
  const file = join(folder, 'copy.db');
  backUp(directory, file);
  return { directory, live, folder, file };
}

function write(file: string, sql: string): void {
  const connection = new SQLite(file);
  connection.exec(sql);
  connection.close();
}

function siteNames(file: string): unknown[] {
  const connection = new SQLite(file, { readonly: true });
  try {
    return connection.prepare('select name from sites').pluck().all();
  } finally {
    connection.close();
  }
}

function faults(directory: string): unknown[] {
  const found: unknown[] = [];
  checkDatabase(directory, (checked) => checked.fault && found.push(checked));
  return found;
}

describe('a backup', () => {
  test('is one file for its owner only', () => {
    const { folder, file } = newDataDir();
    expect([readdirSync(folder), statSync(file).mode & 0o777, siteNames(file)]).toEqual([
      ['copy.db'],
      0o600,
      ['Trước'],
    ]);
  });

  test('makes no database where there is none', () => {
    const directory = join(newFolder(), 'data');
    expect(() => backUp(directory, join(newFolder(), 'copy.db'))).toThrow(
      `there is no database in "${directory}"`,
    );
    expect(existsSync(directory)).toBe(false);
  });

  test('replaces a file only by force, and never the database itself', () => {
    const { directory, live, folder, file } = newDataDir();
    writeFileSync(file, 'quý giá');
    expect(() => backUp(directory, file)).toThrow(`"${file}" exists; --force replaces it`);
    expect(() => backUp(directory, live, { force: true })).toThrow(`"${live}" is the database itself`);
    expect(() => backUp(directory, join(folder, 'x', 'y'))).toThrow(`there is no folder "${folder}/x"`);
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['quý giá', ['copy.db']]);
    backUp(directory, file, { force: true });
    expect(siteNames(file)).toEqual(['Trước']);
  });

  test('is written to no device and no folder, by force either', () => {
    const { directory, folder } = newDataDir();
    for (const path of ['/dev/null', folder])
      expect(() => backUp(directory, path, { force: true })).toThrow(`"${path}" is not a file`);
  });

  test('takes away what killed ones left of the same file, and nothing else', () => {
    const { directory, folder, file } = newDataDir();
    const named = (name: string) => join(folder, name);
    const left = ['copy.db.partial-0123456789ab', 'copy.db.partial-0123456789ab-journal'];
    const others = ['copy.db.partial-mine', 'other.db.partial-0123456789ab', 'copyXdb.partial-0123456789ab'];
    const [young, held] = ['copy.db.partial-aaaaaaaaaaaa', 'copy.db.partial-bbbbbbbbbbbb'];
    for (const name of [...left, ...others, young]) writeFileSync(named(name), 'dở dang');
    copyFileSync(file, named(held));
    const holder = new SQLite(named(held));
    holder.exec('begin; select * from sites');
    for (const name of [...left, ...others, held]) utimesSync(named(name), 0, 0);
    backUp(directory, file, { force: true });
    expect(readdirSync(folder).sort()).toEqual(['copy.db', young, held, ...others].sort());
    holder.close();
    backUp(directory, file, { force: true });
    expect(readdirSync(folder).sort()).toEqual(['copy.db', young, ...others].sort());
  });

  test('is not made of a database that is damaged', () => {
    const { directory, live, folder } = newDataDir();
    truncateSync(live, 100 * 1024);
    expect(() => backUp(directory, join(folder, 'second.db'))).toThrow('database disk image is malformed');
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });
});

describe('what is restored', () => {
  test('replaces a database that is kept, and can be restored in its turn', () => {
    const { directory, live, file } = newDataDir();
    write(live, `update sites set name = 'Sau'`);
    const { kept = '' } = restore(directory, file);
    expect([siteNames(live), siteNames(kept), faults(directory)]).toEqual([['Trước'], ['Sau'], []]);
    restore(directory, kept);
    expect([siteNames(live), statSync(live).mode & 0o777]).toEqual([['Sau'], 0o600]);
  });

  test('goes where there was nothing', () => {
    const directory = join(newFolder(), 'data');
    const { file } = newDataDir();
    expect(restore(directory, file)).toMatchObject({ kept: undefined, comments: 0 });
    expect([readdirSync(directory), faults(directory)]).toEqual([['binh-luan.db'], []]);
  });

  test('is nothing but a whole database of ours; else what is there stays', () => {
    const { directory, live, folder, file } = newDataDir();
    const named = (name: string) => join(folder, name);
    for (const name of ['cut', 'newer']) copyFileSync(file, named(name));
    truncateSync(named('cut'), 100 * 1024);
    write(named('newer'), `insert into d1_migrations (name) values ('0999_later.sql')`);
    write(named('foreign'), 'create table notes (text)');
    writeFileSync(named('text'), 'Đây không phải là cơ sở dữ liệu. '.repeat(100));
    writeFileSync(named('empty'), '');
    const before = [readFileSync(live), readdirSync(directory)];
    const reasons: [string, string][] = [
      ['absent', `there is no file "${named('absent')}"`],
      ['.', `"${folder}" is not a file`],
      ['text', `"${named('text')}": file is not a database`],
      ['empty', `"${named('empty')}" is not a database of binh-luan`],
      ['foreign', `"${named('foreign')}" is not a database of binh-luan`],
      ['cut', `"${named('cut')}": database disk image is malformed`],
      ['newer', `"${named('newer')}" is of a newer program than this one: it has 0999_later.sql`],
    ];
    for (const [name, reason] of reasons)
      expect(() => restore(directory, named(name))).toThrow(new Error(reason));
    expect([readFileSync(live), readdirSync(directory)]).toEqual(before);
  });

  test('replaces a database that cannot be read any more, and the log of a server that died', () => {
    const { directory, live, file } = newDataDir();
    writeFileSync(live, 'hỏng '.repeat(2000));
    writeFileSync(`${live}-wal`, 'nhật ký');
    const { kept = '' } = restore(directory, file);
    expect([readFileSync(kept, 'utf8'), existsSync(`${live}-wal`)]).toEqual(['hỏng '.repeat(2000), false]);
    expect([siteNames(live), faults(directory)]).toEqual([['Trước'], []]);
  });
});
