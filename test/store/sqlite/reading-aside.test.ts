import { existsSync, renameSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build, StorageFailure } from '../../../src/store/database.ts';
import type { SqliteDatabase } from '../../../src/store/sqlite.ts';
import { openWrittenAside } from '../../support/written-aside.ts';

// What was slow once is read in a thread from then on; which thread that is, is told by the order in which they were begun.

/** One with a note in it, and both threads. */
async function newDatabase() {
  const opened = await openWrittenAside();
  const { database, threads } = opened;
  await database.query(keep('first'));
  // The first that is slow has the thread begun.
  await database.query(slow());
  await expect.poll(() => threads.length).toBe(2);
  await database.query(slow(10));
  return opened;
}

const keep = (value: unknown) => sql`insert into notes values (${value})`.compile(build);
const all = sql<{ value: unknown }>`select value from notes order by rowid`.compile(build);
const values = async (database: SqliteDatabase) => (await database.query(all)).map(({ value }) => value);

/** Takes a hundred milliseconds or so, and says which values there are. */
const slow = (turns = 1_000_000) =>
  sql<{
    many: number;
    last: unknown;
  }>`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${turns})
    select max(i) as many, (select value from notes order by rowid desc limit 1) as last from n`.compile(
    build,
  );

test('whoever asks for what is quick waits for none that is slow', async () => {
  const { database } = await newDatabase();
  await values(database);
  const order: string[] = [];
  const slowly = database.query(slow()).then(() => order.push('slow'));
  for (let turn = 0; turn < 20; turn += 1) {
    expect(await values(database)).toEqual(['first']);
    await new Promise((resolve) => setImmediate(resolve));
    order.push('quick');
  }
  await slowly;
  expect(order).toEqual([...Array(20).fill('quick'), 'slow']);
});

test('what was a little slow for once waits for none that is slow either', async () => {
  const { database } = await newDatabase();
  const short = (turns: number) =>
    sql<{ many: number }>`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${turns})
      select count(*) as many from n`.compile(build);
  // Long enough to be slow, then short enough to be borne.
  for (const turns of [1_000_000, 1_000_000, 10]) await database.query(short(turns));
  const order: string[] = [];
  const slowly = database.query(slow()).then(() => order.push('slow'));
  expect(await database.query(short(10))).toEqual([{ many: 10 }]);
  order.push('short');
  await slowly;
  expect(order).toEqual(['short', 'slow']);
});

test('what is stored is seen by what is read aside from then on, and several statements see one moment', async () => {
  const { database } = await newDatabase();
  for (let turn = 0; turn < 20; turn += 1) {
    await database.query(keep(turn));
    expect(await database.query(slow(10))).toEqual([{ many: 10, last: turn }]);
  }
  let isOver = false;
  const writing = (async () => {
    for (let turn = 0; !isOver; turn += 1) await database.query(keep(`later ${turn}`));
  })();
  const count = sql<{ count: number }>`select count(*) as count from notes`.compile(build);
  const [[before], , [after]] = await database.batch([count, slow(), count]);
  isOver = true;
  await writing;
  expect(after).toEqual(before);
  expect((await values(database)).length).toBeGreaterThan(before?.count ?? 0);
});

test('values and errors come through as they are', async () => {
  const { database } = await newDatabase();
  const given = [1, 0.5, 'Bạn đọc', '', new Uint8Array([0, 1, 255]), null];
  for (const value of given)
    expect(
      await database.batch([sql<{ value: unknown }>`select ${value} as value`.compile(build), slow(10)]),
    ).toEqual([[{ value }], [{ many: 10, last: 'first' }]]);
  await expect(database.batch([slow(), sql`select json(${'{'})`.compile(build)])).rejects.toThrow(
    'malformed JSON',
  );
});

test('where the thread dies, whoever waits for it is told, and the next has another', async () => {
  const { database, threads } = await newDatabase();
  const unknown = sql`select count(*) from notes`.compile(build);
  const waiting = Promise.allSettled([database.query(slow(3_000_000)), database.query(unknown)]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await threads[1]?.terminate();
  const lost = { status: 'rejected', reason: expect.any(StorageFailure) };
  expect(await waiting).toEqual([lost, lost]);
  expect(await database.query(slow())).toEqual([{ many: 1_000_000, last: 'first' }]);
  await expect.poll(() => threads.length).toBe(3);
  await database.query(keep('second'));
  expect(await values(database)).toEqual(['first', 'second']);
});

test('where the thread cannot open the file, the connection that is open reads', async () => {
  const { file, database, threads } = await openWrittenAside();
  await database.query(keep('first'));
  await database.query(slow());
  await expect.poll(() => threads.length).toBe(2);
  renameSync(file, `${file}.away`);
  expect(await database.query(slow(10))).toEqual([{ many: 10, last: 'first' }]);
  renameSync(`${file}.away`, file);
});

test('a thread that writes and dies is begun anew once all have closed what they had open, in the midst of reading too', async () => {
  const { database, threads } = await newDatabase();
  const slowly = database.query(slow(3_000_000));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await threads[0]?.terminate();
  await database.query(keep('second'));
  await database.settled();
  expect(await slowly).toEqual([{ many: 3_000_000, last: 'first' }]);
  expect(await database.query(slow(10))).toEqual([{ many: 10, last: 'second' }]);
});

test('what is being read when it closes is read to its end, and no log is left', async () => {
  const { file, database } = await newDatabase();
  const slowly = database.query(slow());
  await database.close();
  expect(await slowly).toEqual([{ many: 1_000_000, last: 'first' }]);
  expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([false, false]);
});
