import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eraseForGood } from '../../../src/comments/purge.ts';
import { build } from '../../../src/store/database.ts';
import { type Service, start, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

/** A published comment, and a moderator of its site. */
async function open() {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean', captcha: 'off', 'newsroom-name': 'Báo Mới' });
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  const id: string = (await service.send()).body.id;
  return { service, lan, id };
}

const text = 'Cảm ơn bạn, tòa soạn đã sửa số liệu trong bài.';

function reply(service: Service, who: Headers, id: string, body: unknown = text, more: Headers = {}) {
  return service.json('POST', `/api/v1/comments/${id}/replies`, { body }, { ...who, ...more });
}

function decide(service: Service, who: Headers, action: string, id: string, version: number) {
  return service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, who);
}

async function listed(service: Service) {
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai-viet');
  return body.comments.map(({ author, body, badge, parentId }: Record<string, string | null>) => ({
    ...{ author, body },
    ...{ badge, parentId },
  }));
}

async function stored(service: Service, id: string) {
  const [row] = await service.deps.database.query(
    sql<
      Record<string, unknown>
    >`select badge, sender, fingerprint, sketch, lesson, state, risk, email, thread_id as thread
      from comments where id = ${id}`.compile(build),
  );
  return row;
}

test('the newsroom’s reply is published at once under its name and badge, by an act', async () => {
  const { service, lan, id } = await open();
  service.clock.now += 1000;
  const { status, body } = await reply(service, lan, id, ` \r\n${text.normalize('NFD')}\r\n`);
  const createdAt = new Date(start + 1000).toISOString();
  expect([status, body]).toEqual([
    201,
    {
      id: expect.any(String),
      act: expect.any(String),
      comment: {
        ...{ id: body.id, site: 'demo', article: { key: '/bai-viet' }, parentId: id, author: 'Báo Mới' },
        ...{ badge: 'newsroom', body: text, state: 'published', createdAt },
      },
    },
  ]);
  expect((await listed(service)).at(-1)).toEqual({
    author: 'Báo Mới',
    body: text,
    badge: 'newsroom',
    parentId: id,
  });
  expect(await stored(service, body.id)).toEqual({
    ...{ badge: 'newsroom', sender: '', fingerprint: '', sketch: '', lesson: null, email: null },
    ...{ state: 'published', risk: 0, thread: id },
  });
  const { acts } = (await service.json('GET', '/api/v1/acts?kind=reply', undefined, lan)).body;
  expect(acts).toEqual([
    {
      ...{
        id: body.act,
        kind: 'reply',
        site: 'demo',
        by: 'Lan',
        access: 'token',
        undoes: null,
        undoneBy: null,
        mayUndo: true,
      },
      details: { comment: body.id, answers: id },
      about: { id, author: 'Nguyễn Thị Hòa', body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.' },
      ...{ account: null, edit: null },
      ...{ createdAt, endedAt: createdAt },
    },
  ]);
});

test('neither captcha, filter, pace nor a closed article keeps the newsroom from replying', async () => {
  const { service, lan, id } = await open();
  await service.setSite({ captcha: 'on', pace: 'on', moderation: 'hold-all' });
  await closeArticle(service);
  for (let count = 0; count < 30; count += 1)
    expect((await reply(service, lan, id, 'Đồ ngu! https://mua-ngay.example')).status).toBe(201);
});

async function closeArticle(service: Service) {
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const closed = { key: '/bai-viet', open: false };
  const { status } = await service.json('PUT', '/api/v1/sites/demo/articles', closed, owner);
  expect(status).toBe(200);
}

test.each([
  ['nothing', '', 'required'],
  ['what nobody sees', '\u200b \n', 'required'],
  ['more than the site allows', 'a'.repeat(2001), 'too-long'],
  ['what is no text', 'a\u0000', 'not-text'],
])('the newsroom cannot reply %s', async (_, body, code) => {
  const { service, lan, id } = await open();
  const refused = await reply(service, lan, id, body);
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'body', code })],
  ]);
  expect(await listed(service)).toHaveLength(1);
});

test('who moderates another site, or none, finds no comment to reply to', async () => {
  const { service, id } = await open();
  await service.addSite('khac');
  const other = await service.addModerator('Minh', { sites: ['khac'] });
  expect((await reply(service, other, id)).status).toBe(404);
  expect((await reply(service, {}, id)).status).toBe(401);
  expect(await listed(service)).toHaveLength(1);
});

test.each(['reject', 'spam', 'restore'])(
  'what a colleague took down (%s) is not replied to',
  async (action) => {
    const { service, lan, id } = await open();
    await decide(service, lan, action, id, 1);
    const refused = await reply(service, lan, id);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('không còn được đăng'),
    ]);
    expect((await service.json('GET', '/api/v1/acts?kind=reply', undefined, lan)).body.acts).toEqual([]);
  },
);

test('what its author withdrew or erased meanwhile is not replied to', async () => {
  const { service, lan } = await open();
  const { receipt, id } = (await service.send({ body: 'Tôi xin rút lại ý này.' })).body;
  await service.json('DELETE', `/api/v1/receipts/${receipt}`);
  expect((await reply(service, lan, id)).status).toBe(409);
  expect((await reply(service, lan, 'khong-co')).status).toBe(404);
});

test('what a decision of many has come to, though it was not moved yet, is neither replied to nor picked', async () => {
  const { service, lan, id } = await open();
  const { database, now } = service.deps;
  await database.query(
    sql`insert into decisions (id, moderator_id, action, created_at)
      select 'd', id, 'reject', ${now()} from moderators`.compile(build),
  );
  await database.query(
    sql`insert into decision_steps (decision_id, position, comment_id, version, to_state, to_lesson, created_at)
      values ('d', 0, ${id}, 1, 'rejected', 'reject', ${now()})`.compile(build),
  );
  const answers = [
    await reply(service, lan, id),
    await service.json('PUT', `/api/v1/comments/${id}/pick`, undefined, lan),
  ];
  expect(answers.map(({ status }) => status)).toEqual([409, 409]);
  expect(await stored(service, id)).toMatchObject({ state: 'rejected' });
});

test('a reply that is sent twice with one key is published once, also at the same time', async () => {
  const { service, lan, id } = await open();
  const key = { 'idempotency-key': 'k1' };
  const answers = await Promise.all([1, 2, 3].map(() => reply(service, lan, id, text, key)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id} ${body.act}`)).size).toBe(1);
  expect(await listed(service)).toHaveLength(2);
  const other = await reply(service, lan, id, 'Một câu khác.', key);
  expect([other.status, (await listed(service)).length]).toEqual([409, 2]);
  const minh = await service.addModerator('Minh', { sites: ['demo'] });
  expect((await reply(service, minh, id, 'Một câu khác.', key)).status).toBe(201);
  expect((await service.send({}, { headers: key })).status).toBe(202);
});

test('a moderator of the site undoes a reply, and nobody reads it any more', async () => {
  const { service, lan, id } = await open();
  const { act, id: replied } = (await reply(service, lan, id)).body;
  service.clock.now += 1000;
  const minh = await service.addModerator('Minh', { sites: ['demo'] });
  const undo = () => service.json('DELETE', `/api/v1/acts/${act}`, undefined, minh);
  const [first, second] = await Promise.all([undo(), undo()]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  expect(await listed(service)).toHaveLength(1);
  expect(await stored(service, replied)).toMatchObject({ state: 'withdrawn' });
  const { acts } = (await service.json('GET', '/api/v1/acts', undefined, lan)).body;
  const ofReplies = acts.filter(({ kind }: { kind: string }) => ['reply', 'undo'].includes(kind));
  expect(ofReplies.map(({ kind, by, undoneBy }: Record<string, unknown>) => [kind, by, undoneBy])).toEqual([
    ['undo', 'Minh', null],
    ['reply', 'Lan', ofReplies[0].id],
  ]);
});

test('what a colleague took down already is not undone over it', async () => {
  const { service, lan, id } = await open();
  const { act, id: replied } = (await reply(service, lan, id)).body;
  await decide(service, lan, 'reject', replied, 1);
  expect((await service.json('DELETE', `/api/v1/acts/${act}`, undefined, lan)).status).toBe(409);
  expect(await stored(service, replied)).toMatchObject({ state: 'rejected', lesson: null });
});

test('who moderates another site, or is no owner, undoes no act that is not theirs', async () => {
  const { service, lan, id } = await open();
  const { act } = (await reply(service, lan, id)).body;
  await service.addSite('khac');
  const other = await service.addModerator('Minh', { sites: ['khac'] });
  expect((await service.json('DELETE', `/api/v1/acts/${act}`, undefined, other)).status).toBe(404);
  service.clock.now += 1000;
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const moves = { moves: [{ from: '/bai-viet', to: '/bai-khac' }] };
  await service.json('POST', '/api/v1/sites/demo/articles/moves', moves, owner);
  const [move] = (await service.json('GET', '/api/v1/acts', undefined, lan)).body.acts;
  expect([move.kind, move.mayUndo]).toEqual(['move', false]);
  expect((await service.json('DELETE', `/api/v1/acts/${move.id}`, undefined, lan)).status).toBe(403);
  expect((await service.json('DELETE', `/api/v1/acts/${act}`, undefined, lan)).status).toBe(200);
});

test('a reply teaches the filter nothing, is in no statistics of readers, and is like no comment', async () => {
  const { service, lan, id } = await open();
  await service.setSite({ pace: 'off' });
  for (let count = 0; count < 6; count += 1)
    await reply(service, lan, id, 'Cảm ơn bạn đã góp ý cho bài viết này.');
  const { id: replied } = (await reply(service, lan, id)).body;
  const statistics = async () =>
    (await service.request('/moderation/statistics?days=7', { headers: lan })).text();
  const before = await statistics();
  expect(before).toMatch(/Tổng cộng 1 bình luận/);
  for (const [action, version] of [
    ['restore', 1],
    ['publish', 2],
  ] as const)
    await decide(service, lan, action, replied, version);
  expect(await stored(service, replied)).toMatchObject({ lesson: null, state: 'published' });
  expect(await statistics()).toBe(before);
  expect((await service.send({ body: 'Cảm ơn bạn đã góp ý cho bài viết này.' })).body.state).toBe(
    'published',
  );
  const queue = await service.json('GET', `/api/v1/queue?state=published&like=${replied}`, undefined, lan);
  expect(queue.body.comments).toEqual([
    expect.objectContaining({ id: replied, badge: 'newsroom', pick: false, alike: 0 }),
  ]);
});

test('a reply stays when what it answers is erased for good, and the log names nobody', async () => {
  const { service, lan, id } = await open();
  const { act } = (await reply(service, lan, id)).body;
  await eraseForGood(service.deps, 'demo', id);
  expect(await listed(service)).toEqual([
    { author: 'Báo Mới', body: text, badge: 'newsroom', parentId: null },
  ]);
  const { acts } = (await service.json('GET', '/api/v1/acts', undefined, lan)).body;
  expect(acts.find((one: { id: string }) => one.id === act).about).toEqual({ id, author: '', body: '' });
  expect(JSON.stringify(acts)).not.toContain('Hòa');
  const page = await (await service.request('/moderation/log', { headers: lan })).text();
  expect(page).toContain('một bình luận đã xóa vĩnh viễn');
});
