import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { toLine } from '../../../src/commands/moving/lines.ts';
import { shapes } from '../../../src/commands/moving/shapes.ts';
import { build } from '../../../src/store/database.ts';
import { openDataDir } from '../../../src/store/files/data-dir.ts';
import { exportRows, type MovedRow } from '../../../src/store/moved/export.ts';
import { importRows } from '../../../src/store/moved/import.ts';
import type { SqliteDatabase } from '../../../src/store/sqlite.ts';
import { at, fill } from '../../support/filled.ts';
import { newFolder } from '../../support/new-folder.ts';

/** Tables that do not move, and why. */
const staying: Readonly<Record<string, string>> = {
  alerts: 'an hour old',
  article_days: 'counted by triggers',
  attempts: 'minutes old',
  captcha_fonts: 'of an installation',
  captcha_style: 'of an installation',
  channels: 'sealed with the secret',
  claims: 'minutes old',
  credentials: 'sessions and tokens open one installation',
  d1_migrations: 'of the tables themselves',
  deliveries: 'on their way from one database',
  digests: 'chosen for one installation',
  decision_steps: 'done within minutes',
  events: 'on their way from one database',
  hourly_counts: 'counted by triggers',
  hush: 'empty between writes',
  idempotency_keys: 'a day old',
  identity_keys: 'sealed with the secret',
  judge_keys: 'sealed with the secret',
  identities: 'who opens one installation',
  known_readers: 'kept by triggers',
  letters: 'on their way from one database',
  moderator_days: 'counted by triggers',
  moderator_mailboxes: 'said yes to one installation',
  name_attempts: 'minutes old',
  rates: 'minutes old',
  recovery_codes: 'sealed with the secret',
  returned_sign_ins: 'minutes old',
  rule_outcomes: 'counted by triggers',
  second_factors: 'sealed with the secret',
  setup_links: 'a day old',
  site_models: 'made of what moves',
  sketch_parts: 'made of what moves',
  site_counts: 'counted by triggers',
  told_replies: 'on their way from one database',
  used_challenges: 'minutes old',
  views: 'saved at the desk of one installation',
  wait_counts: 'counted by triggers',
  words_made_anew: 'of the index of one database',
};

/** Where a column is a number that only its own database knows, or is made otherwise there, this stands for it. */
const instead: Readonly<Record<string, string>> = {
  'comment_remarks.remark':
    '(select json_array(rule, verdict, message_vi, message_en) from remarks where number = remark)',
  'remarks.number': "''",
  'articles.id': "''",
  'articles.merged_into': '(select key from articles as other where other.id = articles.merged_into)',
  'comments.article_id': '(select key from articles where articles.id = article_id)',
  'moved_articles.article_id': '(select key from articles where articles.id = article_id)',
  'moved_articles.merged_into': '(select key from articles where articles.id = moved_articles.merged_into)',
  'moved_comments.article_id': '(select key from articles where articles.id = article_id)',
};

/** So that every column says something, somewhere. */
const more = [
  `update sites set language = 'en', origins = '["https://bao.example"]', moderation = 'publish-clean', pace = 'off',
    close_after_days = 3, hold_abuse_at = 0.5, hold_spam_at = 0.5, learning = 'off', captcha = 'work',
    article_per_hour = 1, site_per_hour = 2, reject_reasons = '["a"]', newsroom_name = 'Ban', reserved_names = '["b"]',
    retention_days = 31, acts_retention_days = 400, alert_waiting_count = 5, alert_waiting_minutes = 30, erased_until = 7, article_query = '["id"]', likes = 'off', reply_depth = 0, notice = 'Lưu ý',
    privacy_url = 'https://bao.example/r', consent = 'ask', work_held = 'on', identity = 'offered',
    identity_url = 'https://bao.example/vao', identity_words = 'Mời', trusted_after = 5, first_held = 2,
    judge_url = 'https://bao.example/loc', judge_kind = 'openai-chat', judge_model = 'm',
    swearing = 'allow-unaimed', hold_share = 5 where id = 'bao'`,
  `update moderators set language = 'en', keys = '{}', disabled_at = 9 where id = 'mai'`,
  `insert into articles (site_id, key, title, url, open, created_at, said_title, said_url, said_by, said_at,
    announced_at, moderation) values ('bao', '/noi', 'Nói', 'u', 0, 5, 'Nói', 'u', 'lan', 6, 7, 'hold-all')`,
  `insert into articles (site_id, key, created_at, merged_into)
    select 'bao', '/cu', 5, id from articles where key = '/noi'`,
  `insert into acts (id, kind, site_id, moderator_id, details, created_at, ended_at)
    values ('moved', 'move', 'bao', 'lan', '{"from":1}', 8, 9), ('taken', 'import', 'bao', null, '{}', 8, 9)`,
  `insert into acts (id, kind, site_id, undoes, created_at, access, account_id)
    values ('back', 'undo', 'bao', 'moved', 10, 'command', 'lan')`,
  `insert into moved_articles select 'moved', 2, '/cu', '/noi', 1, 2, articles.id, others.id, 1
    from articles join articles as others where articles.key = '/cu' and others.key = '/noi'`,
  `insert into moved_comments select 'moved', 'a', id from articles where key = '/noi'`,
  `insert into imported_comments values ('b', 'taken', 'isso', '17')`,
  `insert into decisions (id, moderator_id, action, note, filter, created_at)
    values ('noted', 'lan', 'publish', 'Ghi chú', '{}', 9)`,
  `update reports set details = 'Chi tiết' where comment_id = 'b'`,
  `update comments set shipped_risk = 0.1, learned_risk = 0.2, has_links = 1, badge = 'guest', picked_at = 11, trusted = 1,
      reviewed_by = 'first', judge_verdict = 'hold', judge_ms = 150,
    consent = '{"given": true,  "at": 5}', likes = 6 where id = 'answer'`,
  `insert into sender_notes values ('n', 'bao', 's', 'mai', 'Hay gửi lại.', 12)`,
  `insert into sender_holds values ('h', 'bao', 's', 'mai', 'Dồn dập', 12, null), ('g', 'bao', 's', 'lan', '', 9, 'r')`,
  `insert into mailboxes values ('m', 14, null), ('gone', 15, 16)`,
  `insert into mailbox_answers values ('bao', 'm', 'yes', 17), ('bao', 'other', 'no', 18)`,
  `insert into followed_comments select id, site_id, 'm' from comments where id = 'b'`,
  `insert into likes values ('answer', 'bao', 'reader 1', 12), ('answer', 'bao', 'reader 2', 13)`,
];

const run = (database: SqliteDatabase, text: string) =>
  database.query(sql<Record<string, unknown>>`${sql.raw(text)}`.compile(build));

async function openFilled(): Promise<SqliteDatabase> {
  const database = openNew();
  await fill(database);
  for (const statement of more) await run(database, statement);
  return database;
}

function openNew(): SqliteDatabase {
  const database = openDataDir(newFolder());
  onTestFinished(() => database.close());
  return database;
}

async function tablesOf(database: SqliteDatabase): Promise<string[]> {
  const rows = await run(
    database,
    `select name from pragma_table_list where type = 'table' and name not like 'sqlite%' order by name`,
  );
  return rows.map(({ name }) => String(name)).filter((name) => !(name in staying));
}

interface Column {
  name: string;
  usual: string | null;
}

async function columnsOf(database: SqliteDatabase, table: string): Promise<Column[]> {
  const rows = await run(
    database,
    `select name, dflt_value as usual from pragma_table_xinfo('${table}') order by cid`,
  );
  return rows as unknown as Column[];
}

/** The rows of a table, in an order that does not depend on where they are. */
async function rowsOf(database: SqliteDatabase, table: string): Promise<string[]> {
  const columns = (await columnsOf(database, table)).map(({ name }) => {
    const stand = instead[`${table}.${name}`];
    return stand ? `${stand} as ${name}` : `${table}.${name}`;
  });
  const rows = await run(database, `select ${columns.join(', ')} from ${table}`);
  return rows.map((row) => JSON.stringify(row)).sort();
}

const written = ({ kind, row }: MovedRow): string => JSON.stringify(toLine(kind, row));

function read(line: string): MovedRow {
  const { kind, ...fields }: { kind: MovedRow['kind'] } = JSON.parse(line);
  return { kind, row: shapes[kind].parse(fields) } as MovedRow;
}

test('every column of every table arrives as it was, or stays for a reason that is named here', async () => {
  const source = await openFilled();
  const target = openNew();
  for await (const moved of exportRows(source, undefined)) {
    const { kind, row } = read(written(moved));
    await importRows(target, kind, [row], at);
  }
  const tables = await tablesOf(source);
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables)
    expect([table, await rowsOf(target, table)]).toEqual([table, await rowsOf(source, table)]);
});

test('each of these columns says something else than usual, so that it would be missed', async () => {
  const source = await openFilled();
  const silent: string[] = [];
  for (const table of await tablesOf(source)) {
    for (const { name, usual } of await columnsOf(source, table)) {
      const [said] = await run(
        source,
        `select 1 from ${table} where ${name} is not null and ${name} is not ${usual ?? 'null'} limit 1`,
      );
      if (!said) silent.push(`${table}.${name}`);
    }
  }
  expect(silent).toEqual([]);
});

test('an export of before there were likes, picks, badges and consent is read, and says nothing of them', async () => {
  const source = openNew();
  await fill(source);
  await run(source, 'update comments set consent = null');
  const target = openNew();
  const later = ['badge', 'likes', 'pickedAt', 'consent', 'mailbox', 'reply-depth', 'notice', 'privacy-url'];
  const forget = (line: string) =>
    JSON.stringify(JSON.parse(line, (name, value) => (later.includes(name) ? undefined : value)));
  for await (const moved of exportRows(source, undefined)) {
    const { kind, row } = read(forget(written(moved)));
    await importRows(target, kind, [row], at);
  }
  for (const table of ['sites', 'comments'])
    expect([table, await rowsOf(target, table)]).toEqual([table, await rowsOf(source, table)]);
});

test('a like that was let go or taken back here is counted no other way by an export of before', async () => {
  const source = await openFilled();
  const rows: MovedRow[] = [];
  for await (const row of exportRows(source, undefined)) rows.push(row);
  const comeAgain = async () => {
    for (const { kind, row } of rows) await importRows(source, kind, [row], at);
    return run(
      source,
      "select likes, (select count(*) from likes) as known from comments where id = 'answer'",
    );
  };
  expect(await comeAgain()).toEqual([{ likes: 8, known: 2 }]);
  await run(source, "update likes set created_at = 0 where sender = 'reader 1'");
  await run(source, 'delete from likes where created_at = 0');
  expect(await comeAgain()).toEqual([{ likes: 8, known: 2 }]);
  await run(source, "update comments set likes = 0 where id = 'answer'");
  await run(source, 'delete from likes');
  expect(await comeAgain()).toEqual([{ likes: 0, known: 0 }]);
});
