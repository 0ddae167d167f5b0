import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrationNames, readMigration } from '../../../src/store/migrations.ts';

const states = ['pending', 'published', 'rejected', 'spam', 'withdrawn'];

/** A database as an earlier program left it: comments in every state, with their words, and a decision that was cut off. */
function openEarlier(): SQLite.Database {
  const connection = new SQLite(':memory:');
  onTestFinished(() => void connection.close());
  connection.pragma('foreign_keys = on');
  for (const name of migrationNames().filter((one) => one < '0035')) connection.exec(readMigration(name));
  connection.exec(`
    insert into sites (id, name, created_at) values ('demo', 'Báo', 0);
    insert into articles (id, site_id, key, created_at) values (1, 'demo', '/a', 0);
    insert into moderators (id, name, password, role, all_sites, created_at) values ('lan', 'Lan', '', 'owner', 1, 0);
    insert into decisions (id, moderator_id, action, created_at) values ('first', 'lan', 'spam', 9);
    insert into rates (subject, free_at) values ('sender', 5);
    insert into used_challenges (id, expires_at, spent) values ('challenge', 5, 1)`);
  const insert = connection.prepare(`insert into comments
      (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
    values (?, 'demo', 1, 'Hòa', 'Cảm ơn', ?, 0, 's', 'f', 7)`);
  for (const state of states) insert.run(state, state);
  connection.exec(`update comments set article_title = 'Bài viết' where id = 'pending'`);
  connection.exec(`
    insert into idempotency_keys (site_id, key, request_hash, comment_id, state, created_at)
      values ('demo', 'key', '', 'pending', 'pending', 7);
    insert into comment_numbers (comment_id) select id from comments;
    insert into comment_words (rowid, written, bare)
      select number, 'hoà cảm ơn ꙮhoà ꙮꙮ', 'hoa cam on ꙮhoa ꙮꙮ' from comment_numbers;
    insert into decision_steps (decision_id, position, comment_id, version, to_state, to_lesson, created_at)
      values ('first', 0, 'pending', 1, 'spam', 'spam', 9), ('lost', 0, 'published', 1, 'spam', 'spam', 9)`);
  return connection;
}

const ask = (connection: SQLite.Database, query: string, ...values: unknown[]) =>
  connection
    .prepare<unknown[], unknown[]>(query)
    .raw()
    .all(...values);

test('a database of before keeps all that it had, and what was decided goes on to its end', () => {
  const connection = openEarlier();
  const tables = ['comments', 'rates', 'used_challenges', 'idempotency_keys', 'decision_steps'];
  const columns = ask(
    connection,
    `select table_name, group_concat(name) from (select value as table_name from json_each(?)),
      pragma_table_info(table_name) where name not in ('article_title', 'article_url') group by 1`,
    JSON.stringify(tables),
  );
  const all = () => [
    ...columns.map(([table, names]) => ask(connection, `select ${names} from ${table} order by 1, 2`)),
    ask(connection, 'select site_id, state, count from state_counts where count > 0 order by 1, 2'),
  ];
  const before = all();
  for (const name of migrationNames().filter((one) => one >= '0035')) connection.exec(readMigration(name));
  expect(all()).toEqual(before);
  expect(
    ask(
      connection,
      `select comments.id, comments.number, said.title, said.url from comments
        left join article_sayings as said on said.number = saying`,
    ),
  ).toEqual(states.map((state, at) => (at === 0 ? [state, 1, 'Bài viết', ''] : [state, at + 1, null, null])));
  connection.exec('delete from decision_steps');
  expect(
    ask(connection, 'select decision_id, comment_id, from_state, to_state, version from decided_comments'),
  ).toEqual([['first', 'pending', 'pending', 'spam', 2]]);
  expect(ask(connection, 'select id, state, version from comments order by created_at, id')).toEqual([
    ['pending', 'spam', 2],
    ...states.slice(1).map((state) => [state, state, 1]),
  ]);
  expect(ask(connection, 'select pending, published, refused, comments from article_days')).toEqual([
    [0, 1, 3, 5],
  ]);
  expect(ask(connection, 'select * from pragma_foreign_key_check')).toEqual([]);
});
