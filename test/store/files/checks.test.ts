import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { siteSettings } from '../../../src/sites/site.ts';
import { storeComment } from '../../../src/store/comments/comments.ts';
import { storeReport } from '../../../src/store/comments/reports.ts';
import { checkDatabase, checks } from '../../../src/store/files/checks.ts';
import { openDataDir } from '../../../src/store/files/data-dir.ts';
import { addModerator } from '../../../src/store/moderators/moderators.ts';
import { type DecisionToStore, storeDecision, storeUndo } from '../../../src/store/queue/decisions.ts';
import { addSite } from '../../../src/store/sites.ts';
import { actAt } from '../../support/acts.ts';
import { temporaryFolder } from '../../support/process.ts';

const at = Date.UTC(2026, 1, 8, 7, 30);

const usual = {
  site: 'demo',
  article: { key: '/bai-viet', title: '', url: '' },
  parentId: null,
  author: 'Hòa',
  email: null,
  body: 'Rất bổ ích.',
  risk: 0.1,
  shippedRisk: null,
  learnedRisk: null,
  sender: 's',
  fingerprint: 'f',
  sketch: '',
  createdAt: at,
  findings: [{ rule: 'links' as const, verdict: 'hold' as const, message: { vi: 'a', en: 'b' } }],
  idempotency: undefined,
};

/** A data folder with comments in many states: decided, undone, reported, and reported and settled. */
async function newDataDir(): Promise<string> {
  const { path, remove } = temporaryFolder();
  const database = openDataDir(path);
  onTestFinished(remove);
  await addSite(database, { id: 'demo', ...siteSettings.parse({ name: 'demo' }) }, actAt(at));
  await addModerator(
    database,
    {
      id: 'lan',
      name: 'Lan',
      password: 'scrypt$2$1$1$AA==$AA==',
      role: 'moderator',
      sites: [],
      createdAt: at,
    },
    actAt(at),
  );
  for (const id of ['a', 'b', 'c', 'd']) await storeComment(database, { ...usual, id, state: 'pending' });
  await storeComment(database, { ...usual, id: 'late', state: 'pending', apart: true });
  const decide = (id: string, more: Partial<DecisionToStore>, versions: Record<string, number>) =>
    storeDecision(
      database,
      {
        id,
        by: { id: 'lan', access: 'desk' },
        action: 'publish',
        to: 'published',
        reason: null,
        note: null,
        createdAt: at,
        ...more,
      },
      ['demo'],
      Object.entries(versions).map(([comment, version]) => ({ id: comment, version })),
    );
  const report = (commentId: string) =>
    storeReport(database, 'demo', { commentId, sender: 'r', reason: 'spam', details: '', createdAt: at }, 9);
  await decide('first', {}, { a: 1, b: 1 });
  await decide('second', { action: 'spam', to: 'spam' }, { c: 1 });
  await report('a');
  await report('b');
  await decide('third', {}, { b: 2 });
  await storeUndo(
    database,
    { id: 'fourth', undoes: 'second', by: { id: 'lan', access: 'desk' }, createdAt: at },
    ['demo'],
  );
  database.close();
  return path;
}

function plant(directory: string, sql: string): void {
  const connection = new SQLite(join(directory, 'binh-luan.db'));
  connection.unsafeMode().exec(sql);
  connection.close();
}

/** What is said of a data folder by each check that finds something wrong. */
function faults(directory: string): string[] {
  const said: string[] = [];
  checkDatabase(directory, ({ name, fault }) => fault && said.push(`${name}: ${fault}`));
  return said;
}

test('a database that only the service wrote to has nothing wrong', async () => {
  expect(faults(await newDataDir())).toEqual([]);
});

const planted: [string, string][] = [
  [
    `insert into d1_migrations (name) values ('0999_later.sql')`,
    'the migrations are those of this program: 1 wrong, such as 0999_later.sql is unknown',
  ],
  [
    `delete from d1_migrations where name like '0002%'`,
    'the migrations are those of this program: 1 wrong, such as 0002_filter_learning.sql is missing',
  ],
  [
    `pragma foreign_keys = off; insert into claims values ('nobody', 'lan', 1)`,
    'whatever is referred to is there: 1 wrong, such as claims without its comments',
  ],
  [
    `delete from comment_words where rowid = 2; delete from comment_words where rowid = 3`,
    'every number is in the index of words: 2 wrong, such as b',
  ],
  [
    `update site_counts set pending = 7`,
    'comments are counted right by state: 1 wrong, such as demo pending: 7 kept, 3 there',
  ],
  [
    `update site_counts set reported = 0`,
    'comments are counted right by state: 1 wrong, such as demo reported: 0 kept, 1 there',
  ],
  [
    `update site_counts set apart = 2`,
    'comments are counted right by state: 1 wrong, such as demo apart: 2 kept, 1 there',
  ],
  [
    `update hourly_counts set published = published + 1 where published > 0`,
    'comments are counted right by hour: 1 wrong, such as demo 491815 published: 3 kept, 2 there',
  ],
  [
    `update hourly_counts set waiting = waiting + 1 where waiting > 1`,
    'comments are counted right by hour: 1 wrong, such as demo 491815 waiting: 3 kept, 2 there',
  ],
  [
    `update article_days set refused = refused + 1`,
    'comments are counted right by article and day: 1 wrong, such as 20492 1 refused: 1 kept, 0 there',
  ],
  [
    `update rule_outcomes set count = count + 1 where lesson = 'publish'`,
    'decided comments are counted right by rule: 1 wrong, such as demo links publish: 3 kept, 2 there',
  ],
  [
    `update articles set published_count = 0`,
    'published comments are counted right by article: 1 wrong, such as article 1: 0 kept, 2 there',
  ],
  [
    `update comments set reports = 2 where id = 'a'`,
    'reports are counted right by comment: 1 wrong, such as a',
  ],
  [
    `insert into likes (comment_id, site_id, sender, created_at) values ('a', 'demo', 's', 0)`,
    'no comment has more likes than are counted: 1 wrong, such as a',
  ],
  [
    `update comments set thread_id = 'b' where id = 'd'`,
    'answers are in the branch of what they answer: 1 wrong, such as d',
  ],
  [
    `update comments set reply_count = 1 where id = 'd'`,
    'published answers are counted right: 1 wrong, such as d',
  ],
  [
    `update comments set version = 1 where id = 'a'`,
    'no decision is of a version that its comment has not reached: 1 wrong, such as a',
  ],
  [
    `update comments set state = 'rejected' where id = 'c'`,
    'comments stand where their last decision put them: 1 wrong, such as c',
  ],
  [
    `drop trigger decided_comments_stay;
     update decided_comments set to_state = 'spam' where decision_id = 'fourth';
     update comments set state = 'spam' where id = 'c'`,
    'what was undone went back to where it was: 1 wrong, such as c',
  ],
];

test.each(planted)('finds what was planted: %s', async (sql, fault) => {
  const directory = await newDataDir();
  plant(directory, sql);
  expect(faults(directory)).toEqual([fault]);
});

test('a comment that has no number is found', async () => {
  const directory = await newDataDir();
  plant(directory, `update comments set number = null where id = 'd'`);
  expect(faults(directory)).toEqual([
    'every comment has a number: 1 wrong, such as d',
    'every number is in the index of words: 1 wrong, such as number 4',
  ]);
});

test('an index that lost a row is found', async () => {
  const directory = await newDataDir();
  plant(
    directory,
    `pragma writable_schema = on;
     update sqlite_schema set sql = sql || ' where id <> ''a''' where name = 'comments_by_fingerprint';
     pragma writable_schema = reset; reindex comments_by_fingerprint;
     pragma writable_schema = on;
     update sqlite_schema set sql = replace(sql, ' where id <> ''a''', '') where name = 'comments_by_fingerprint'`,
  );
  expect(faults(directory)).toEqual([
    expect.stringMatching(/^the file is whole: \d wrong, such as .*comments_by_fingerprint/),
  ]);
});

/** Going through all rows of a table, or through all in one state. */
const wide = /^SCAN (?!.*VIRTUAL)|\((state|site_id)=\?\)$/;

test('no check goes through a table once for each row of another', async () => {
  const connection = new SQLite(join(await newDataDir(), 'binh-luan.db'));
  onTestFinished(() => void connection.close());
  type Step = { id: number; parent: number; detail: string };
  const steps = ({ wrong }: (typeof checks)[number]) =>
    connection.prepare<[object], Step>(`explain query plan ${wrong}`).all({ migrations: '[]' });
  const repeated = checks.flatMap((check) => {
    const plan = steps(check);
    const isRepeated = ({ parent }: Step): boolean => {
      const above = plan.find(({ id }) => id === parent);
      return above !== undefined && (above.detail.startsWith('CORRELATED') || isRepeated(above));
    };
    return plan
      .filter((step) => wide.test(step.detail) && isRepeated(step))
      .map(({ detail }) => [check.name, detail]);
  });
  expect(repeated).toEqual([]);
});
