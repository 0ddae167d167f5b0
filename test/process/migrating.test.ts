import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrationNames, readMigration } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { newFolder } from '../support/new-folder.ts';

const kills = 25;
const comments = 1_000;
/** A database as the first of our programs left it, with the comments of a small paper. */
function makeOld(file: string): void {
  const connection = new SQLite(file);
  applyFirst(connection, 1);
  connection.exec(`
    insert into sites (id, name, created_at) values ('demo', 'Báo', 0);
    insert into articles (id, site_id, key, created_at) values (1, 'demo', '/a', 0);
    with recursive n (x) as (select 1 union all select x + 1 from n where x < ${comments})
      insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      select 'c' || x, 'demo', 1, 'Hòa', 'Góp ý số ' || x, 'published', 0, 'x', 'x', x * 1000000 from n`);
  connection.close();
}

function applyFirst(connection: SQLite.Database, count: number): void {
  connection.exec(`create table if not exists d1_migrations (
    id integer primary key autoincrement, name text unique,
    applied_at timestamp default current_timestamp not null)`);
  for (const name of migrationNames().slice(0, count)) {
    connection.exec(readMigration(name));
    connection.prepare('insert into d1_migrations (name) values (?)').run(name);
  }
}

/** What a database is made of, and what its ledger says of it. */
function describeSchema(connection: SQLite.Database) {
  const ask = (statement: string) => connection.prepare(statement).raw().all();
  return {
    ledger: ask('select name from d1_migrations order by id').flat(),
    schema: ask(`select type, name, replace(sql, 'IF NOT EXISTS ', '') from sqlite_schema
      where name <> 'd1_migrations' order by type, name`),
  };
}

function describeFile(file: string) {
  const connection = new SQLite(file);
  try {
    const count = connection.prepare('select count(*) from comments').pluck().get();
    return {
      ...describeSchema(connection),
      count,
      whole: connection.pragma('quick_check', { simple: true }),
    };
  } finally {
    connection.close();
  }
}

/** What a database is after none of the migrations, after the first, and so on. */
function describeEach(): object[] {
  return [...migrationNames(), ''].map((_, applied) => {
    const connection = new SQLite(':memory:');
    applyFirst(connection, applied);
    const described = describeSchema(connection);
    connection.close();
    return { ...described, count: comments, whole: 'ok' };
  });
}

/** Opens a database in a process that is killed after some milliseconds of it; resolves with how many it took. */
function openAndKill(file: string, afterMs: number): Promise<number> {
  const program = `import { openSqlite } from './src/store/sqlite.ts';
    import { writeSync } from 'node:fs';
    writeSync(1, 'begun');
    openSqlite(${JSON.stringify(file)});`;
  const root = new URL('../..', import.meta.url);
  const quickly = ['--import', './src/service/quick-imports.js'];
  const child = spawn(process.execPath, [...quickly, '--input-type=module', '-e', program], { cwd: root });
  let begun = 0;
  child.stdout.once('data', () => {
    begun = performance.now();
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  return new Promise((resolve) => child.once('close', () => resolve(performance.now() - begun)));
}

test('killed at any moment of its migrations, a database is the old or the new one, and the next start ends them', async () => {
  const folder = newFolder();
  const old = join(folder, 'old.db');
  makeOld(old);
  const newCopy = (name: string) => {
    copyFileSync(old, join(folder, name));
    return join(folder, name);
  };
  const wholeMs = await openAndKill(newCopy('whole.db'), 60_000);
  const whole = describeEach();
  const met = new Set<number>();
  for (let kill = 0; kill < kills; kill += 1) {
    const file = newCopy(`killed-${kill}.db`);
    await openAndKill(file, (wholeMs * kill) / kills);
    const found = describeFile(file);
    met.add(found.ledger.length);
    expect(found).toEqual(whole[found.ledger.length]);
    openSqlite(file).close();
    expect(describeFile(file)).toEqual(whole.at(-1));
  }
  expect([...met].some((applied) => applied < whole.length - 1)).toBe(true);
});
