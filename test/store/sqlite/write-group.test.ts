import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { newFolder } from '../../support/new-folder.ts';

/** Written by this thread, or by one of its own. */
const ways = ['here', 'aside'] as const;

function newDatabase(way: (typeof ways)[number]) {
  const folder = newFolder();
  const file = join(folder, 'x.db');
  const database = openSqlite(file);
  if (way === 'aside') database.writeAside();
  onTestFinished(() => database.close());
  return { file, database };
}

const keep = (subject: string, freeAt = 1) =>
  sql<{
    subject: string;
  }>`insert into rates (subject, free_at) values (${subject}, ${freeAt}) returning subject`.compile(build);
const all = sql<{ subject: string }>`select subject from rates order by subject`.compile(build);

test.for(ways)(
  '%s: of writes that share a commit, one that fails takes back all of its own and nothing else',
  async (way) => {
    const { database } = newDatabase(way);
    const outcomes = await Promise.allSettled([
      database.query(keep('a')),
      database.batch([keep('b'), keep('a')]),
      database.batch([keep('c'), keep('d')]),
      database.query(sql`insert into rates (subject, free_at) values ('e', null)`.compile(build)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await database.query(all)).toEqual([{ subject: 'a' }, { subject: 'c' }, { subject: 'd' }]);
  },
);

test.for(ways)(
  '%s: while another process writes, writes wait and readers do not; after two seconds they are told',
  async (way) => {
    const { file, database } = newDatabase(way);
    const other = new SQLite(file);
    onTestFinished(() => void other.close());
    other.exec('begin immediate');
    const waiting = database.query(keep('patient'));
    expect(await database.query(all)).toEqual([]);
    other.exec('commit');
    expect(await waiting).toEqual([{ subject: 'patient' }]);
    other.exec('begin immediate');
    await expect(database.query(keep('late'))).rejects.toThrow('database is locked');
    other.exec('rollback');
    expect(await database.query(keep('again'))).toEqual([{ subject: 'again' }]);
  },
);

test.for(ways)(
  '%s: what was written, here or by another process, is told by another generation',
  async (way) => {
    const { file, database } = newDatabase(way);
    const before = database.generation?.();
    expect(database.generation?.()).toBe(before);
    await database.query(keep('here'));
    const after = database.generation?.();
    expect(after).not.toBe(before);
    const other = new SQLite(file);
    onTestFinished(() => void other.close());
    other.exec(`insert into rates (subject, free_at) values ('there', 1)`);
    await expect.poll(() => database.generation?.()).not.toBe(after);
  },
);

test('a log that a thread brings home is empty of what is not in the file, and closes with it', async () => {
  const { file, database } = newDatabase('aside');
  for (let count = 0; count < 50; count += 1) await database.query(keep(`subject ${count}`));
  const inFile = () => {
    const { log, checkpointed } = lookAtLog(file);
    return log > 0 && log === checkpointed;
  };
  await expect.poll(inFile).toBe(true);
  expect((await database.query(all)).length).toBe(50);
});

test('a log that grew long is begun anew, and what is written meanwhile is there', async () => {
  const { file, database } = newDatabase('aside');
  for (let count = 0; count < 70; count += 1) {
    await database.query(keep(`${count} ${'x'.repeat(1_000_000)}`));
  }
  let written = 70;
  const pages = async () => {
    await database.query(keep(`after ${written}`));
    written += 1;
    return lookAtLog(file).log;
  };
  await expect.poll(pages).toBeLessThan(1000);
  expect((await database.query(all)).length).toBe(written);
});

/** How many pages it has, and how many of them are in the file. */
function lookAtLog(file: string): { log: number; checkpointed: number } {
  const reader = new SQLite(file, { readonly: true });
  const [state] = reader.pragma('wal_checkpoint(noop)') as [{ log: number; checkpointed: number }];
  reader.close();
  return state;
}
