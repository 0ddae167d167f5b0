import { env } from 'cloudflare:test';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createToken } from '../../src/moderators/token.ts';
import { storeEdit } from '../../src/store/comments/edits.ts';
import { readVersion } from '../../src/store/comments/versions.ts';
import { openD1 } from '../../src/store/d1.ts';
import { build } from '../../src/store/database.ts';
import { setSite } from '../../src/store/site-settings.ts';
import { actAt } from '../support/acts.ts';
import { type Service, startService } from '../support/service.ts';
import { type Loss, unsteady } from './unsteady.ts';

const onceEach: Loss[][] = [['before'], ['after'], ['before', 'after'], ['after', 'after']];

/** The service on a connection that is lost at what is meant. */
function losing(service: Service, kind: RegExp, losses: readonly Loss[]) {
  const database = openD1(unsteady(env.DB, kind, losses));
  const app = createApp({ ...service.deps, database });
  const json = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const type = { 'content-type': 'application/json' };
    const sent = { method, headers: { ...type, ...headers }, body: JSON.stringify(body) };
    const answer = await app.request(path, sent);
    const told: Record<string, unknown> = await answer.json();
    return { status: answer.status, body: told };
  };
  return { database, json };
}

async function count(service: Service, table: string): Promise<number> {
  const query = sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.compile(build);
  const [row] = await service.deps.database.query(query);
  return row?.rows ?? 0;
}

test('a comment is stored once, and its author told so, however its connection is lost', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  for (const [index, losses] of onceEach.entries()) {
    const { json } = losing(service, /insert into "comments"/, losses);
    const comment = {
      article: { key: '/bai-viet' },
      author: 'Hòa',
      body: `Ý kiến thứ ${index}, xin cảm ơn.`,
    };
    const sent = await json('POST', '/api/v1/sites/demo/comments', comment);
    expect([losses, sent.status, await count(service, 'comments')]).toEqual([losses, 202, index + 1]);
    const followed = await service.json('GET', `/api/v1/receipts/${sent.body.receipt}`);
    expect([followed.status, followed.body.id]).toEqual([200, sent.body.id]);
  }
});

test('a decision and its undoing are made once, and answered as if nothing had been lost', async () => {
  for (const losses of onceEach) {
    const service = await startService();
    const lan = await service.addModerator();
    const { id } = (await service.send()).body;
    const decider = losing(service, /insert into decisions/, losses);
    const decided = await decider.json(
      'POST',
      '/api/v1/decisions',
      { action: 'publish', comments: [{ id, version: 1 }] },
      lan,
    );
    const done = { id, outcome: 'done', state: 'published', version: 2 };
    expect([decided.status, decided.body.results]).toEqual([201, [done]]);
    expect(await service.published()).toHaveLength(1);
    const undoer = losing(service, /insert into decisions/, losses);
    const undone = await undoer.json('DELETE', `/api/v1/decisions/${decided.body.id}`, undefined, lan);
    expect(undone.body.results).toEqual([{ id, outcome: 'done', state: 'pending', version: 3 }]);
    expect([await count(service, 'decisions'), await count(service, 'decided_comments')]).toEqual([2, 2]);
  }
});

test('a decision by a filter is made once, and its moderator told so, however its connection is lost', async () => {
  for (const losses of onceEach) {
    const service = await startService();
    const lan = await service.addModerator();
    await service.send();
    const { json } = losing(service, /insert into decisions/, losses);
    const asked = { action: 'publish', filter: { state: 'pending' }, expected: 1 };
    expect([losses, (await json('POST', '/api/v1/decisions', asked, lan)).status]).toEqual([losses, 201]);
    expect([await service.published(), await count(service, 'decisions')]).toEqual([
      ['Bài viết rất hữu ích, cảm ơn tòa soạn.'],
      1,
    ]);
  }
});

test('a correction and a new token are made once, and answered as if nothing had been lost', async () => {
  const service = await startService();
  await service.addModerator();
  const { id: commentId } = (await service.send()).body;
  const [lan] = await service.deps.database.query(
    sql<{ id: string }>`select id from moderators`.compile(build),
  );
  const moderatorId = lan?.id ?? '';
  for (const [index, losses] of onceEach.entries()) {
    const editing = losing(service, /insert into edits/, losses).database;
    const signing = losing(service, /insert into "credentials"/, losses).database;
    const by = { id: moderatorId, access: 'desk' as const };
    const edit = { id: `edit-${index}`, commentId, version: index + 1, by, author: 'Hòa' };
    const words = { body: `Đã sửa lần ${index}.`, fingerprint: '', createdAt: service.clock.now };
    expect(await storeEdit(editing, { ...edit, ...words }, ['demo'])).toBe(true);
    await createToken({ ...service.deps, database: signing }, moderatorId);
    expect([losses, await count(service, 'edits'), await count(service, 'credentials')]).toEqual([
      losses,
      index + 1,
      index + 2,
    ]);
  }
});

test('a comment that was taken back meanwhile stays so: what cannot be told apart is not tried again', async () => {
  const service = await startService();
  const { receipt } = (await service.send()).body;
  const { json } = losing(service, /^update "comments"/, ['after']);
  expect((await json('DELETE', `/api/v1/receipts/${receipt}`, undefined)).status).toBe(503);
  expect((await service.json('GET', `/api/v1/receipts/${receipt}`)).body.state).toBe('withdrawn');
});

test('what is read, and what may be written twice, is tried three times', async () => {
  const service = await startService();
  const attempts = async (
    kind: RegExp,
    losses: Loss[],
    work: (given: Service['deps']) => Promise<unknown>,
  ) => {
    const { database } = losing(service, kind, losses);
    return work({ ...service.deps, database }).catch((error: Error) => error.name);
  };
  const read = ({ database }: Service['deps']) => readVersion(database, 'demo', '/bai-viet');
  expect(await attempts(/^select/, ['before', 'after'], read)).toBe('1.');
  expect(await attempts(/^select/, ['before', 'before', 'before'], read)).toBe('StorageFailure');
  const write = ({ database }: Service['deps']) => setSite(database, 'demo', { language: 'en' }, actAt(0));
  expect(await attempts(/^update/, ['after', 'before'], write)).toBe(undefined);
  expect((await service.json('GET', '/api/v1/sites/demo/comments?article=/a')).status).toBe(200);
});

test('a session of a request reads what it wrote', async () => {
  const { deps } = await startService();
  const database = openD1(env.DB);
  const language = await database.inSession(async () => {
    await setSite(database, 'demo', { name: 'Báo Mới' }, actAt(0));
    const [row] = await database.query(sql<{ name: string }>`select name from sites`.compile(build));
    return row?.name;
  });
  expect([language, deps.publicUrl]).toEqual(['Báo Mới', 'http://comments.test']);
});
