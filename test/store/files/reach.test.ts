import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { backUp } from '../../../src/store/files/backup.ts';
import { databaseFile, openDataDir } from '../../../src/store/files/data-dir.ts';
import { restore } from '../../../src/store/files/restore.ts';
import { serveDataDir } from '../../../src/store/files/served-data-dir.ts';
import { newFolder } from '../../support/new-folder.ts';

const endings = ['', '-wal', '-reach'];

/** Stores a site and has it on the disk: what an acknowledged change is. */
type Store = (name: string) => Promise<unknown>;

/** A data folder as it lies there after its server was killed; `work` is what that did. */
async function killed(work: (store: Store, directory: string) => Promise<unknown>) {
  const directory = newFolder();
  const served = serveDataDir(directory);
  const insert = (name: string) =>
    sql`insert into sites (id, name, created_at) values (${name}, ${name}, 0)`.compile(build);
  const store: Store = async (name) => {
    await served.database.query(insert(name));
    await served.settled();
  };
  await work(store, directory);
  const left = newFolder();
  copy(directory, left, [...endings, '/secret']);
  await served.close();
  return left;
}

function copy(from: string, to: string, which: readonly string[]): void {
  for (const ending of which) {
    const [file, target] =
      ending === '/secret'
        ? [from + ending, to + ending]
        : [databaseFile(from) + ending, databaseFile(to) + ending];
    if (existsSync(file)) copyFileSync(file, target);
  }
}

/** Brings all of the log into the file, as a checkpoint does. */
function bringHome(directory: string, mode: 'passive' | 'restart' = 'passive'): void {
  const other = new SQLite(databaseFile(directory));
  other.pragma(`wal_checkpoint(${mode})`);
  other.close();
}

/** What a start says, and a command: the same, or nothing. */
async function refusal(directory: string): Promise<string> {
  const said = await Promise.all([
    told(() => serveDataDir(directory).close()),
    told(() => openDataDir(directory).close()),
  ]);
  expect(said[1]).toBe(said[0]);
  return said[0] ?? '';
}

async function told(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function names(directory: string): unknown[] {
  const connection = new SQLite(databaseFile(directory));
  try {
    return connection.prepare('select name from sites order by rowid').pluck().all();
  } finally {
    connection.close();
  }
}

async function manyStored(store: Store): Promise<void> {
  for (const name of ['a', 'b', 'c', 'd']) await store(name);
}

const honest: [string, (store: Store, directory: string) => Promise<unknown>][] = [
  ['before anything was stored', async () => undefined],
  ['with all in its log', manyStored],
  [
    'after a checkpoint',
    async (store, directory) => {
      await manyStored(store);
      bringHome(directory);
    },
  ],
  [
    'between a checkpoint and the next write',
    async (store, directory) => {
      await manyStored(store);
      bringHome(directory, 'restart');
    },
  ],
  [
    'in a log that was begun anew',
    async (store, directory) => {
      await manyStored(store);
      bringHome(directory, 'restart');
      await store('e');
    },
  ],
];

test.for(honest)('killed %s, it starts, and so it does after any command', async ([, work]) => {
  const directory = await killed(work);
  const before = names(directory);
  expect([await refusal(directory), await refusal(directory)]).toEqual(['', '']);
  expect(names(directory)).toEqual(before);
});

test('cut off anywhere behind what was synced, the log is no reason to refuse', async () => {
  const directory = await killed(manyStored);
  const log = `${databaseFile(directory)}-wal`;
  const noted = readFileSync(`${databaseFile(directory)}-reach`);
  const open = openDataDir(directory);
  await open.query(sql`insert into sites (id, name, created_at) values ('e', 'e', 0)`.compile(build));
  const later = newFolder();
  copy(directory, later, ['', '-wal', '/secret']);
  await open.close();
  const { size } = statSync(log.replace(directory, later));
  for (const cut of [1, 24, 4096, 4119, 4120]) {
    const powerless = newFolder();
    copy(later, powerless, ['', '-wal', '/secret']);
    writeFileSync(`${databaseFile(powerless)}-reach`, noted);
    truncateSync(`${databaseFile(powerless)}-wal`, size - cut);
    expect([cut, await refusal(powerless)]).toEqual([cut, '']);
  }
});

const remedy = 'stop the server and put a backup in its place: npm run -s cli -- restore FILE';

const losses: [string, (log: string) => void][] = [
  ['gone', (log) => rmSync(log)],
  ['empty', (log) => truncateSync(log, 0)],
  ['cut after two pages', (log) => truncateSync(log, 32 + 2 * (24 + 4096))],
];

test.for(losses)(
  'a log that is %s after a kill is missed, until somebody says to go on without it',
  async ([, lose]) => {
    const directory = await killed(async (store, at) => {
      await store('trước');
      bringHome(at, 'restart');
      await manyStored(store);
    });
    const file = databaseFile(directory);
    lose(`${file}-wal`);
    const said = await refusal(directory);
    expect(said).toMatch(new RegExp(`^"${file}" lacks the last [1-4] commits that were acknowledged: `));
    expect(said).toContain(`or remove "${file}-reach" to go on without them; ${remedy}`);
    rmSync(`${file}-reach`);
    expect(await refusal(directory)).toBe('');
    expect(names(directory)).toContain('trước');
  },
);

const foreign: [string, (live: string, other: string) => void][] = [
  ['a backup', (live, other) => backUpTo(live, other)],
  ['the same file as it was before', (live, other) => copyFileSync(live, other)],
];

function backUpTo(live: string, other: string): void {
  backUp(live.slice(0, live.lastIndexOf('/')), other);
}

test.for(foreign)(
  '%s that is copied over the file beside its log is not played over, and can be put right',
  async ([, take]) => {
    const other = join(newFolder(), 'other.db');
    const directory = await killed(async (store, at) => {
      await store('trước');
      bringHome(at, 'restart');
      take(databaseFile(at), other);
      await store('giữa');
      bringHome(at, 'restart');
      await manyStored(store);
    });
    const file = databaseFile(directory);
    renameSync(file, `${file}.right`);
    copyFileSync(other, file);
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    const said = await refusal(directory);
    expect(said).toMatch(
      new RegExp(`^"${file}" does not belong to the log beside it: .*"${file}-wal".*; ${remedy}$`),
    );
    expect(() => backUp(directory, `${file}.copy`)).toThrow(said);
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
    copyFileSync(`${file}.right`, file);
    expect([await refusal(directory), names(directory)]).toEqual(['', ['trước', 'giữa', 'a', 'b', 'c', 'd']]);
  },
);

test('a restore over a file beside a foreign log keeps both as they were', async () => {
  const other = join(newFolder(), 'other.db');
  const directory = await killed(async (store, at) => {
    await store('trước');
    bringHome(at, 'restart');
    backUp(at, other);
    await manyStored(store);
  });
  const file = databaseFile(directory);
  const log = readFileSync(`${file}-wal`);
  copyFileSync(other, file);
  const { kept = '' } = restore(directory, other);
  expect([readFileSync(kept), readFileSync(`${kept}-wal`)]).toEqual([readFileSync(other), log]);
  expect([await refusal(directory), names(directory)]).toEqual(['', ['trước']]);
});

test('a backup that is put where no log is, is taken as it is', async () => {
  const other = join(newFolder(), 'other.db');
  const directory = await killed(async (store, at) => {
    await store('trước');
    backUp(at, other);
    await manyStored(store);
  });
  rmSync(`${databaseFile(directory)}-wal`);
  copyFileSync(other, databaseFile(directory));
  expect([await refusal(directory), names(directory)]).toEqual(['', ['trước']]);
});

test('an older log beside a file that has gone on is not played back into it', async () => {
  const old = newFolder();
  const directory = await killed(async (store, at) => {
    await store('trước');
    copy(at, old, ['-wal']);
    bringHome(at, 'restart');
    await manyStored(store);
    bringHome(at, 'restart');
  });
  copy(old, directory, ['-wal']);
  expect(await refusal(directory)).toContain('does not belong to the log beside it');
});
