import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrationNames, readMigration } from '../../../src/store/migrations.ts';

const migration = '0030_trusted_readers.sql';
const reader = `reader:${'a'.repeat(43)}`;

/** A database as an earlier program left it, with comments in every state and a decision about one. */
function openEarlier(before: string): SQLite.Database {
  const connection = new SQLite(':memory:');
  onTestFinished(() => void connection.close());
  connection.pragma('foreign_keys = on');
  for (const name of migrationNames().filter((one) => one < before)) connection.exec(readMigration(name));
  connection.exec(`
    insert into sites (id, name, moderation, captcha, created_at) values ('demo', 'Báo', 'publish-clean', 'on', 0);
    insert into articles (id, site_id, key, created_at, moderation) values (1, 'demo', '/a', 0, 'hold-all');
    insert into moderators (id, name, password, role, all_sites, created_at) values ('lan', 'Lan', '', 'owner', 1, 0);
    insert into decisions (id, moderator_id, action, created_at) values ('first', 'lan', 'reject', 9)`);
  const insert = connection.prepare(`insert into comments
      (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
    values (?, 'demo', 1, 'Hòa', 'Góp ý.', ?, 0, ?, 'f', ?)`);
  for (const [at, state] of ['pending', 'published', 'rejected', 'spam', 'withdrawn'].entries())
    insert.run(state, state, 's', at);
  connection.exec(`insert into decision_steps (decision_id, position, comment_id, version, to_state, to_lesson, created_at)
      values ('first', 0, 'pending', 1, 'rejected', 'reject', 9);
    delete from decision_steps`);
  return connection;
}

function migrateOn(connection: SQLite.Database, from: string) {
  for (const name of migrationNames().filter((one) => one >= from)) connection.exec(readMigration(name));
}

const ask = (connection: SQLite.Database, query: string) => connection.prepare(query).raw().all();

test('a database of before there were known readers keeps all that it had, and takes decisions as before', () => {
  const connection = openEarlier('0028');
  const before = ask(connection, 'select id, state, version, lesson from comments order by id');
  const counts = ask(connection, 'select state, count from state_counts where count > 0 order by state');
  migrateOn(connection, '0028');
  expect(ask(connection, 'select id, state, version, lesson from comments order by id')).toEqual(before);
  expect(ask(connection, 'select state, count from state_counts where count > 0 order by state')).toEqual(
    counts,
  );
  expect(ask(connection, 'select distinct trusted, reviewed_by from comments')).toEqual([[0, null]]);
  expect(ask(connection, 'select moderation, captcha from sites')).toEqual([['publish-clean', 'on']]);
  connection.exec(`insert into decisions (id, moderator_id, action, undoes, created_at)
      values ('second', 'lan', 'undo', 'first', 10);
    insert into decision_steps (decision_id, position, comment_id, version, to_state, to_lesson, created_at)
      values ('second', 0, 'pending', 2, 'pending', null, 10);
    delete from decision_steps`);
  expect(ask(connection, `select state, version, reviewed_by from comments where id = 'pending'`)).toEqual([
    ['pending', 3, null],
  ]);
  expect(ask(connection, 'select * from pragma_foreign_key_check')).toEqual([]);
});

test('whom a site vouched for already is listed, by their latest name', () => {
  const connection = openEarlier(migration);
  connection.exec(`insert into comments
      (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
    values ('old', 'demo', 1, 'Tên cũ', 'A', 'published', 0, '${reader}', 'f', 20),
      ('new', 'demo', 1, 'Tên mới', 'B', 'pending', 0, '${reader}', 'f', 30)`);
  migrateOn(connection, migration);
  expect(ask(connection, 'select * from known_readers')).toEqual([['demo', reader, 'Tên mới', 30]]);
  connection.exec(`update comments set sender = '' where id = 'new'`);
  expect(ask(connection, 'select author, last_at from known_readers')).toEqual([['Tên cũ', 20]]);
  connection.exec(`update comments set sender = '' where id = 'old'`);
  expect(ask(connection, 'select author from known_readers')).toEqual([]);
});
