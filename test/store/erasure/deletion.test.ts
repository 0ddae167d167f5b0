import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#database';
import { storeComment } from '../../../src/store/comments/comments.ts';
import { build, type Database } from '../../../src/store/database.ts';
import { deleteComments } from '../../../src/store/erasure/deletion.ts';
import { eraseComment } from '../../../src/store/erasure/erasure.ts';
import { at, decide, fill, usual } from '../../support/filled.ts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
  await fill(database);
});

const rows = <Row>(query: string) => database.query(sql<Row>`${sql.raw(query)}`.compile(build));
const seen = (where = 'true') =>
  rows<{ id: string; version: number }>(`select id, version from comments where ${where} order by id`);

/** Every other table that refers to comments, with the column that does. */
async function referring(): Promise<{ name: string; column: string }[]> {
  const tables = await rows<{ name: string; text: string }>(
    `select name, sql as text from sqlite_master where type = 'table' and name <> 'comments'`,
  );
  return tables.flatMap(({ name, text }) => {
    const [, column] = /^\s*(\w+) text.* references comments \(id\)/m.exec(text) ?? [];
    return column ? [{ name, column }] : [];
  });
}

async function deleteAll(): Promise<void> {
  while ((await deleteComments(database, await seen())).length > 0);
}

test('comments go with all that is about them, and every count of them goes to nothing', async () => {
  await deleteAll();
  expect(await seen()).toEqual([]);
  for (const { name, column } of await referring())
    expect([name, await rows(`select ${column} from ${name}`)]).toEqual([name, []]);
  for (const counts of ['state_counts', 'rule_outcomes'])
    expect([counts, await rows(`select * from ${counts} where count <> 0`)]).toEqual([counts, []]);
  expect(await rows(`select id from articles where published_count <> 0 or title <> ''`)).toEqual([]);
  expect(await rows('select id from comment_words_docsize')).toEqual([]);
  expect(await rows('select * from sketch_parts')).toEqual([]);
});

test('no table that refers to comments is left out', async () => {
  const emptied: string[] = [];
  const listening: Database = {
    ...database,
    rowsAtOnce: database.rowsAtOnce,
    query: (query) => database.query(query),
    batch: (queries) => {
      emptied.push(...queries.map((query) => /^delete from "(\w+)"/.exec(query.sql)?.[1] ?? ''));
      return database.batch(queries);
    },
  };
  await deleteComments(listening, await seen("id = 'a'"));
  expect((await referring()).length).toBeGreaterThan(9);
  expect((await referring()).filter(({ name }) => !emptied.includes(name))).toEqual([]);
});

test('a comment that is answered stays until its answers are gone, and what changed since it was seen stays', async () => {
  const before = await seen("id in ('a', 'c', 'answer')");
  await storeComment(database, { ...usual, id: 'deeper', site: 'bao', parentId: 'answer' });
  await decide(database, 'meanwhile', {}, { c: 3 });
  expect(await deleteComments(database, before)).toEqual([]);
  expect(await deleteComments(database, await seen("id = 'deeper'"))).toEqual(['deeper']);
  expect(await deleteComments(database, before)).toEqual(['answer']);
  expect(await deleteComments(database, before)).toEqual(['a']);
});

test('what a decision has in store for a comment is done first, so that it stays', async () => {
  const before = await seen("id = 'late'");
  await rows(
    `insert into decisions (id, moderator_id, action, created_at) values ('stored', 'lan', 'publish', ${at})`,
  );
  await rows(
    `insert into decision_steps (decision_id, position, comment_id, version, to_state, created_at)
      values ('stored', 0, 'late', 1, 'published', ${at})`,
  );
  expect(await deleteComments(database, before)).toEqual([]);
  expect(await rows("select state from comments where id = 'late'")).toEqual([{ state: 'published' }]);
});

test('what is to land beside lands in the same write, and is told which comments go', async () => {
  const counted = await seen("id in ('b', 'a')");
  await deleteComments(database, counted, (going) => [
    sql`insert into acts (id, kind, details, created_at)
      select 'act', 'purge', json_object('comments', count(*)), ${at} from comments where id in ${going}`.compile(
      build,
    ),
  ]);
  expect(await rows("select details from acts where id = 'act'")).toEqual([{ details: '{"comments":1}' }]);
});

test('what the filter says of two comments is kept once, and no longer than of one of them', async () => {
  await deleteAll();
  const finding = { rule: 'links', verdict: 'hold', message: { vi: 'Một từ', en: 'A word' } } as const;
  for (const id of ['one', 'two'])
    await storeComment(database, { ...usual, id, site: 'bao', findings: [{ ...finding, start: 1, end: 3 }] });
  const kept = () => rows('select message_vi from remarks');
  const told = { rule: 'links', message_vi: 'Một từ', span_start: 1, span_end: 3 };
  expect(await kept()).toEqual([{ message_vi: 'Một từ' }]);
  expect(await rows('select rule, message_vi, span_start, span_end from findings')).toEqual([told, told]);
  await eraseComment(database, 'one', { now: at });
  expect(await rows(`select comment_id from findings where message_vi <> ''`)).toEqual([
    { comment_id: 'two' },
  ]);
  await eraseComment(database, 'two', { now: at });
  expect(await kept()).toEqual([{ message_vi: '' }]);
  await deleteAll();
  expect(await kept()).toEqual([]);
});
