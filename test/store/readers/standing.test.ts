import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#database';
import { storeComment } from '../../../src/store/comments/comments.ts';
import { build, type Database } from '../../../src/store/database.ts';
import { idsQuery, orderOf } from '../../../src/store/queue/page-ids.ts';
import { listNamed, readTraces } from '../../../src/store/readers/known-readers.ts';
import { countPublished, readTrust } from '../../../src/store/readers/standing.ts';
import { at, decide, fill, usual } from '../../support/filled.ts';

const sender = `reader:${'a'.repeat(43)}`;
const trust = { site: 'bao', names: [sender], since: at - 1, least: 2 };

/** Two sites, and on one of them a reader with two published comments. */
async function open(): Promise<Database> {
  const database = await openDatabase();
  await fill(database);
  for (const id of ['one', 'two'])
    await storeComment(database, { ...usual, id, site: 'bao', sender, state: 'published' });
  return database;
}

const next = { ...usual, id: 'next', site: 'bao', sender, state: 'published', trust } as const;

/** How a query is answered, step by step. */
async function planOf(database: Database, ask: (database: Database) => Promise<unknown>): Promise<string[]> {
  const steps: string[] = [];
  await ask({
    ...database,
    rowsAtOnce: database.rowsAtOnce,
    batch: () => Promise.reject(new Error('a batch has no plan')),
    async query(query) {
      const rows = await database.query<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query.sql}`,
      });
      steps.push(...rows.map(({ detail }) => detail));
      return [];
    },
  });
  return steps;
}

test('what trust publishes is marked in the write that stores it', async () => {
  const database = await open();
  expect(await storeComment(database, next)).toBe('published');
  const [row] = await database.query(
    sql`select state, trusted, reviewed_by from comments where id = 'next'`.compile(build),
  );
  expect(row).toEqual({ state: 'published', trusted: 1, reviewed_by: null });
});

test('a refusal that comes between the question and the write counts', async () => {
  const database = await open();
  expect(await readTrust(database, trust)).toBe(true);
  await decide(database, 'refusal', { action: 'reject', to: 'rejected' }, { one: 1 });
  expect(await storeComment(database, next)).toBe('pending');
  const [row] = await database.query(
    sql`select state, trusted from comments where id = 'next'`.compile(build),
  );
  expect(row).toEqual({ state: 'pending', trusted: 0 });
});

test('a refusal counts from when it is decided, though its comment has not been moved yet', async () => {
  const database = await open();
  await database.batch([
    sql`insert into decisions (id, moderator_id, access, action, created_at)
      values ('many', 'lan', 'desk', 'spam', ${at})`.compile(build),
    sql`insert into decision_steps (decision_id, position, comment_id, version, to_state, to_lesson, created_at)
      values ('many', 0, 'two', 1, 'spam', 'spam', ${at})`.compile(build),
  ]);
  expect(await storeComment(database, next)).toBe('pending');
});

test('neither comments of before nor those of another site make trust', async () => {
  const database = await open();
  expect(await readTrust(database, { ...trust, since: at })).toBe(false);
  expect(await readTrust(database, { ...trust, site: 'tin' })).toBe(false);
  expect(await readTrust(database, { ...trust, least: 3 })).toBe(false);
  expect(await countPublished(database, trust, 5)).toBe(2);
  expect(await countPublished(database, trust, 1)).toBe(1);
});

test('whatever is asked of readers is answered by an index of theirs', async () => {
  const database = await open();
  const trusting = await planOf(database, (asked) => readTrust(asked, trust));
  const counting = await planOf(database, (asked) => countPublished(asked, trust, 5));
  const listing = await planOf(database, (asked) => listNamed(asked, { site: 'bao', limit: 50 }));
  const tracing = await planOf(database, (asked) =>
    readTraces(asked, { site: 'bao', senders: [sender], since: 0, now: at }),
  );
  const walked = (plan: string[], table: string) => plan.filter((step) => step.startsWith(`SCAN ${table}`));
  for (const plan of [trusting, tracing]) {
    const found = plan.filter((step) => / comments USING /.test(step));
    expect(found.filter((step) => !/INDEX comments_(of_readers|by_sender) /.test(step))).toEqual([]);
    expect(found.some((step) => step.includes('comments_of_readers'))).toBe(true);
  }
  expect(counting.join()).toContain('INDEX comments_by_sender');
  expect(listing.join()).toContain('INDEX known_readers_latest');
  for (const plan of [trusting, counting, listing, tracing])
    expect([walked(plan, 'comments'), plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER'))]).toEqual(
      [[], []],
    );
});

test('the tab of what trust published is read by its index, of one site and of several, in order', async () => {
  const database = await open();
  for (const [sites, index] of [
    [['bao'], 'comments_to_review '],
    [['bao', 'tin'], 'comments_to_review_of_all'],
  ] as const) {
    const query = { sites, tab: 'trusted', sort: 'newest', limit: 50 } as const;
    const plan = await planOf(database, (asked) =>
      asked.query(idsQuery(query, orderOf(query), undefined).compile(build)),
    );
    expect(plan.join(', ')).toContain(`INDEX ${index}`);
    expect(plan.join(', ')).not.toContain('B-TREE');
  }
});
