import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrationNames, readMigration } from '../../../src/store/migrations.ts';

const migration = '0011_article_names.sql';

function openEarlier(): SQLite.Database {
  const connection = new SQLite(':memory:');
  onTestFinished(() => void connection.close());
  for (const name of migrationNames().filter((one) => one < migration)) connection.exec(readMigration(name));
  connection.exec(`insert into sites (id, name, created_at) values ('demo', 'Báo', 0)`);
  return connection;
}

function add(
  connection: SQLite.Database,
  article: number,
  comments: readonly [state: string, body: string][],
) {
  connection.exec(`insert into articles (id, site_id, key, title, url, created_at)
    values (${article}, 'demo', '/${article}', 'Tên ${article}', 'https://bao.example/${article}', 0)`);
  const insert = connection.prepare(`insert into comments
      (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
    values (?, 'demo', ${article}, ?, ?, ?, 0, 's', 'f', ?)`);
  for (const [at, [state, body]] of comments.entries()) insert.run(`${article}.${at}`, body, body, state, at);
}

test('an article keeps the name that it was shown by, and loses one that nobody was shown', () => {
  const connection = openEarlier();
  add(connection, 1, [
    ['pending', 'a'],
    ['published', 'b'],
    ['published', 'c'],
    ['spam', 'd'],
  ]);
  add(connection, 2, [
    ['pending', 'a'],
    ['rejected', 'b'],
    ['withdrawn', ''],
  ]);
  add(connection, 3, [['withdrawn', '']]);
  connection.exec(readMigration(migration));
  expect(connection.prepare('select title, url from articles order by id').raw().all()).toEqual([
    ['Tên 1', 'https://bao.example/1'],
    ['', ''],
    ['', ''],
  ]);
  expect(
    connection.prepare(`select id, article_title from comments where article_title <> ''`).raw().all(),
  ).toEqual([
    ['1.2', 'Tên 1'],
    ['2.1', 'Tên 2'],
  ]);
  connection.exec(`update comments set state = 'rejected' where id = '1.2'`);
  connection.exec(`update comments set state = 'published' where id = '2.1'`);
  expect(connection.prepare('select title, published_count from articles order by id').raw().all()).toEqual([
    ['', 1],
    ['Tên 2', 1],
    ['', 0],
  ]);
});

test('a name is found without going through the comments', () => {
  const connection = openEarlier();
  connection.exec(readMigration(migration));
  const plan = connection
    .prepare('explain query plan select title, url from article_names where id = 1')
    .all();
  const steps = plan
    .map((step) => (step as { detail: string }).detail)
    .filter((detail) => /comments/.test(detail));
  expect(steps).toEqual(Array(2).fill('SEARCH comments USING INDEX comments_naming (article_id=?)'));
});
