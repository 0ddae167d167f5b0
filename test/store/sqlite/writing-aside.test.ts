import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import { type CompiledQuery, sql } from 'kysely';
import { expect, test } from 'vitest';
import { build, Duplicate, StorageFailure } from '../../../src/store/database.ts';
import type { SqliteDatabase } from '../../../src/store/sqlite.ts';
import { newFolder } from '../../support/new-folder.ts';
import { runNode } from '../../support/process.ts';
import { openWrittenAside } from '../../support/written-aside.ts';

const keep = (value: unknown) =>
  sql<{ value: unknown }>`insert into notes values (${value}) returning value`.compile(build);
const all = sql<{ value: unknown }>`select value from notes order by rowid`.compile(build);

/** A write that takes a while, and stands in nobody's way but that of other writes. */
const slow = sql`insert into notes with recursive n (i) as
  (select 1 union all select i + 1 from n where i < 2000000) select max(i) from n`.compile(build);
const values = async (database: SqliteDatabase) => (await database.query(all)).map(({ value }) => value);

const outcomesOf = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((told) => (told.status === 'fulfilled' ? 'done' : told.reason));

/** How many commits it has had. */
const commits = (file: string) => {
  const connection = new SQLite(file, { readonly: true });
  const count = Number(connection.pragma('user_version', { simple: true }));
  connection.close();
  return count;
};

test('who was told that it is stored reads it, and reads at once while others write', async () => {
  const { database } = await openWrittenAside();
  for (let turn = 0; turn < 30; turn += 1) {
    await database.query(keep(`subject ${turn}`));
    expect(await values(database)).toHaveLength(turn + 1);
  }
  let isStored = false;
  const writing = database.query(slow).then(() => {
    isStored = true;
  });
  expect(await values(database)).toHaveLength(30);
  expect(isStored).toBe(false);
  await writing;
  expect(await values(database)).toHaveLength(31);
});

test('writes are stored in the order they came, as many in one commit as there are', async () => {
  const { file, database } = await openWrittenAside();
  await database.query(keep('first'));
  const before = commits(file);
  const subjects = Array.from({ length: 500 }, (_, turn) => `subject ${turn}`);
  const told = await Promise.all(subjects.map((subject) => database.query(keep(subject))));
  expect(told.map(([row]) => row?.value)).toEqual(subjects);
  expect(await values(database)).toEqual(['first', ...subjects]);
  expect(commits(file) - before).toBeLessThan(50);
});

test('of many that share a commit, one that fails takes back its own and says why', async () => {
  const { database } = await openWrittenAside();
  const told = await outcomesOf([
    database.query(keep('a')),
    database.batch([keep('b'), keep('a')]),
    database.query(keep(null)),
    database.query(sql`insert into nowhere values (1)`.compile(build)),
    database.query(keep('d')),
    database.query(keep(true)),
  ]);
  expect(told).toEqual([
    'done',
    new Duplicate('UNIQUE constraint failed: notes.value'),
    expect.objectContaining({ name: 'Unmet', column: 'notes.value' }),
    expect.objectContaining({ message: 'no such table: nowhere' }),
    'done',
    expect.any(TypeError),
  ]);
  expect(await values(database)).toEqual(['a', 'd']);
});

test('values come through as they are', async () => {
  const { database } = await openWrittenAside();
  const given = [1, 0.5, 'Bạn đọc', '', new Uint8Array([0, 1, 255])];
  for (const value of given) expect(await database.query(keep(value))).toEqual([{ value }]);
  expect(await database.query(keep(2n ** 40n))).toEqual([{ value: 2 ** 40 }]);
  const [, [last]] = await database.batch([
    keep('latest'),
    sql<{ none: null; value: string }>`select null as none, value from notes
      order by rowid desc limit 1`.compile(build),
  ]);
  expect(last).toEqual({ none: null, value: 'latest' });
});

test('where the thread dies while it writes, all who wait are told, nothing is half stored, and the next is begun', async () => {
  const { database, threads } = await openWrittenAside();
  await database.query(keep('before'));
  await database.settled();
  const generation = database.generation?.();
  const waiting = outcomesOf([database.query(slow), database.query(keep('behind')), database.settled()]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await threads[0]?.terminate();
  const told = await waiting;
  expect(told.slice(0, 2)).toEqual(Array(2).fill(expect.any(StorageFailure)));
  expect(String(told[0])).toContain('may be stored or not');
  expect(database.generation?.()).not.toBe(generation);
  expect(await values(database)).toEqual(['before']);
  await database.query(keep('after'));
  await database.settled();
  expect(await values(database)).toEqual(['before', 'after']);
  expect([database.openings > 1, threads.length > 1]).toEqual([true, true]);
});

test('a thread that dies again and again loses nothing that was told as stored', async () => {
  const { database, threads } = await openWrittenAside();
  const stored: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const lanes = Array.from({ length: 20 }, async (_, lane) => {
      for (let turn = 0; turn < 20; turn += 1) {
        const subject = `${round} ${lane} ${turn}`;
        await database.query(keep(subject)).then(
          () => stored.push(subject),
          (error) => expect(error).toBeInstanceOf(StorageFailure),
        );
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 5 * round));
    await threads.at(-1)?.terminate();
    await Promise.all(lanes);
    await database.settled();
  }
  const kept = new Set(await values(database));
  expect(stored.filter((subject) => !kept.has(subject))).toEqual([]);
  expect(await database.query(sql`pragma integrity_check`.compile(build))).toEqual([
    { integrity_check: 'ok' },
  ]);
});

test('where too much waits, whoever comes is told at once, and all who wait are stored', async () => {
  const { database } = await openWrittenAside();
  const writing = database.query(slow);
  const told = await outcomesOf(Array.from({ length: 2500 }, (_, turn) => database.query(keep(`${turn}`))));
  await writing;
  const refused = told.filter((outcome) => outcome !== 'done');
  expect(refused).toEqual(Array(refused.length).fill(new StorageFailure('too much waits to be stored')));
  expect([refused.length > 0, await values(database)]).toEqual([
    true,
    expect.objectContaining({ length: 2501 - refused.length }),
  ]);
});

test('from when writes are stopped on nothing is stored, also by a thread that is begun later', async () => {
  const { database, threads } = await openWrittenAside();
  await database.query(keep('before'));
  database.stopWrites('a fault');
  const refused = [expect.any(StorageFailure)];
  expect(await outcomesOf([database.query(keep('after'))])).toEqual(refused);
  await threads[0]?.terminate();
  expect(await outcomesOf([database.query(keep('after'))])).toEqual(refused);
  expect(await values(database)).toEqual(['before']);
});

test('what waits when it closes is stored, and no log is left', async () => {
  const { file, database } = await openWrittenAside();
  const writes = [keep('a'), keep('b'), keep('c')].map((query: CompiledQuery) => database.query(query));
  await database.close();
  await expect(database.query(keep('late'))).rejects.toThrow('the database is closed');
  expect(await outcomesOf(writes)).toEqual(['done', 'done', 'done']);
  const connection = new SQLite(file, { readonly: true });
  expect(connection.prepare('select count(*) from notes').pluck().get()).toBe(3);
  connection.close();
});

const module = fileURLToPath(new URL('../../../src/store/sqlite.ts', import.meta.url));

/** Has another process store so many, which ends without closing the file. */
function storeElsewhere(file: string, name: string, count: number) {
  const program = join(newFolder(), 'program.ts');
  writeFileSync(
    program,
    `import { openSqlite } from '${module}';
    const database = openSqlite('${file}');
    database.writeAside();
    for (let turn = 0; turn < ${count}; turn += 1)
      database.query({ sql: 'insert into notes values (?)', parameters: ['${name} ' + turn] } as never);`,
  );
  return runNode([program]);
}

test('several processes write the same file, and each ends once all of its own is stored', async () => {
  const { file, database } = await openWrittenAside();
  const others = ['one', 'two'].map((name) => storeElsewhere(file, name, 100));
  for (let turn = 0; turn < 100; turn += 1) await database.query(keep(`here ${turn}`));
  expect((await Promise.all(others)).map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const kept = await values(database);
  for (const name of ['here', 'one', 'two'])
    expect(kept.filter((value) => String(value).startsWith(name))).toEqual(
      Array.from({ length: 100 }, (_, turn) => `${name} ${turn}`),
    );
});
