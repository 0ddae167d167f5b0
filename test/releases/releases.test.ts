import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { facts } from '../../bench/releases/facts.ts';
import { indexAnew } from '../../src/store/comments/earlier-words.ts';
import { checkDatabase } from '../../src/store/files/checks.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { migrationNames } from '../../src/store/migrations.ts';
import { asNamedToday } from '../../src/world/networks.ts';
import { databaseIn } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { releases, unpackRelease } from '../support/releases.ts';
import { startService } from '../support/service.ts';

/** What people wrote, decided or set, and who they are. */
const kept = [
  'sites',
  'articles',
  'comments',
  'findings',
  'decisions',
  'decided_comments',
  'moderators',
  'moderator_sites',
  'credentials',
  'reports',
  'likes',
  'acts',
  'channels',
];

/** Columns that today's program has no use for, or keeps a part of. */
const gone = ['comments.learned', 'comments.sketch'];

/** What is kept in another table today, as it stood in the row, and of what was shortened so much as is left. */
const comments = (tables: readonly unknown[]) =>
  tables.includes('article_sayings')
    ? `select comments.*, coalesce(said.title, '') as article_title, coalesce(said.url, '') as article_url
        from comments left join article_sayings as said on said.number = saying`
    : 'select *, substr(fingerprint, 1, 22) as fingerprint from comments';

type Row = Record<string, unknown>;
type Rows = Record<string, Row[]>;

function read<Result>(file: string, work: (connection: SQLite.Database) => Result): Result {
  const connection = new SQLite(file, { readonly: true });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

/** The rows of each of these tables that is there. */
function rowsIn(connection: SQLite.Database): Rows {
  const tables = connection
    .prepare("select name from sqlite_schema where type in ('table', 'view')")
    .pluck()
    .all();
  const there = kept.filter((table) => tables.includes(table));
  return Object.fromEntries(
    there.map((table) => {
      const asked = table === 'comments' ? comments(tables) : `select * from ${table}`;
      const rows = connection.prepare<[], Row>(`${asked} order by 1, 2`).all();
      return [
        table,
        rows.map(({ sender, ...row }) =>
          sender === undefined ? row : { ...row, sender: asNamedToday(String(sender)) },
        ),
      ];
    }),
  );
}

/** The rows of now with the tables and columns that were there before. */
function asBefore(before: Rows, now: Rows): Rows {
  return Object.fromEntries(
    Object.entries(before).map(([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => !gone.includes(`${table}.${column}`));
      const pick = (row: Row) => Object.fromEntries(columns.map((column) => [column, row[column]]));
      return [table, (now[table] ?? []).map(pick)];
    }),
  );
}

/** What there is, and each table's columns by name: their order tells which migration came first. */
function schemaOf(connection: SQLite.Database): unknown[] {
  const ask = (statement: string) => connection.prepare(statement).raw().all();
  return [
    ask(`select type, name, iif(type = 'table', '', sql) from sqlite_schema order by type, name`),
    ask(`select tables.name, columns.name, columns.type, "notnull", dflt_value, pk
      from pragma_table_list as tables join pragma_table_xinfo(tables.name) as columns
      where tables.schema = 'main' order by 1, 2`),
  ];
}

let today: unknown[] | undefined;

/** Asked for once. */
function schemaOfToday(): unknown[] {
  today ??= read(databaseOfToday(), schemaOf);
  return today;
}

function databaseOfToday(): string {
  const directory = newFolder();
  openDataDir(directory).close();
  return databaseIn(directory);
}

/** A release in a folder of its own, served by today's program, and what was in it before. */
async function upgrade(release: string) {
  const directory = newFolder();
  const { token, receipts } = unpackRelease(release, directory);
  const before = read(databaseIn(directory), rowsIn);
  const database = openDataDir(directory, facts.secret);
  onTestFinished(() => database.close());
  const after = read(databaseIn(directory), rowsIn);
  const service = await startService({ database, secret: facts.secret });
  while (await indexAnew(database, 50));
  const owner = { authorization: `Bearer ${token}` };
  const ask = async (path: string) => (await service.json('GET', path, undefined, owner)).body;
  return { directory, before, after, service, receipts, owner, ask };
}

/** What `check` finds wrong. */
function faultsIn(directory: string): object[] {
  const faults: object[] = [];
  checkDatabase(directory, (checked) => void (checked.fault && faults.push(checked)));
  return faults;
}

const ids = (rows: readonly { id?: unknown }[] = []) => rows.map(({ id }) => String(id)).sort();
const inState = (rows: Row[] = [], state: string) => ids(rows.filter((row) => row.state === state));

test('of every schema that a program had as its newest there is a database', () => {
  const known = new Set(releases.map((release) => release.slice(0, 4)));
  const numbers = migrationNames().map((name) => name.slice(0, 4));
  // They came together with a later one, or were changed once more before that.
  const never = [
    '0008',
    '0009',
    '0011',
    '0012',
    '0013',
    '0019',
    '0020',
    '0021',
    '0022',
    '0025',
    '0026',
    '0035',
    '0036',
  ];
  expect(numbers.slice(0, -1).filter((number) => !known.has(number))).toEqual(never);
});

test.each(releases)(
  'a database of %s loses nothing, has the schema of today, and goes on',
  async (release) => {
    const { directory, before, after, service, receipts, owner, ask } = await upgrade(release);
    const file = databaseIn(directory);
    expect(asBefore(before, after)).toEqual(asBefore(before, before));
    expect(read(file, schemaOf)).toEqual(schemaOfToday());
    expect(faultsIn(directory)).toEqual([]);

    const { comments = [], decisions = [], articles = [] } = before;
    const told = await Promise.all(receipts.map((receipt) => ask(`/api/v1/receipts/${receipt}`)));
    const states = new Map(comments.map(({ id, state }) => [id, state]));
    expect(told.map(({ state }) => state)).toEqual(told.map(({ id }) => states.get(id)));
    const threads = articles.map(({ key }) => ask(`/api/v1/sites/demo/comments?article=${key}`));
    const shown = (await Promise.all(threads)).flatMap((thread) => thread.comments);
    expect(ids(shown)).toEqual(inState(comments, 'published'));
    expect(ids((await ask('/api/v1/queue?site=demo')).comments)).toEqual(inState(comments, 'pending'));
    expect(ids((await ask('/api/v1/decisions')).decisions)).toEqual(ids(decisions));
    const found = await ask(`/api/v1/queue?q=${encodeURIComponent('học phí')}`);
    expect(found.comments.map(({ author }: Row) => author)).toEqual(['Đợi']);

    const signedIn = await service.json('POST', '/api/v1/session', { name: 'Lan', password: facts.password });
    const first = decisions.find(({ action }) => action === 'publish')?.id;
    const undone = await service.json('DELETE', `/api/v1/decisions/${first}`, undefined, owner);
    const sent = await service.send({ article: { key: '/tin/bai-1' }, challenge: undefined });
    expect([signedIn.status, undone.status, sent.status]).toEqual([204, 200, 202]);
    expect(faultsIn(directory)).toEqual([]);
  },
);
