import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { recognizeSender } from '../../src/comments/sender.ts';
import { cleanUp } from '../../src/sites/retention.ts';
import { build } from '../../src/store/database.ts';
import { blockSender } from '../../src/store/limits/blocks.ts';
import { findSite } from '../../src/store/sites.ts';
import { type Service, startService } from '../support/service.ts';

const dayMs = 24 * 60 * 60_000;
const peer = { 'x-test-peer': '203.0.113.9' };
const email = 'hoa.Nguyen@Mail.example';

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const lan = await service.addModerator();
  const send = async (comment: object = {}, site = 'demo') =>
    (await service.send({ challenge: undefined, ...comment }, { site, headers: peer })).body;
  return { service, lan, send };
}

const rows = <Row>({ deps }: Service, query: string) =>
  deps.database.query(sql<Row>`${sql.raw(query)}`.compile(build));

const senders = async (service: Service) =>
  (await rows<{ sender: string }>(service, 'select sender from comments order by rowid')).map(
    ({ sender }) => sender,
  );

/** All that the database says, as text. */
async function everything(service: Service): Promise<string> {
  const tables = await rows<{ name: string }>(
    service,
    `select name from sqlite_schema where type = 'table' and name not like 'comment_words%'`,
  );
  const said = await Promise.all(tables.map(({ name }) => rows(service, `select * from ${name}`)));
  return JSON.stringify(said);
}

const page = async (service: Service, path: string, headers = {}) =>
  (await service.request(path, { headers })).text();

test('a sender is the same until the key of the site changes, another on another site, and never the address', async () => {
  const { service, send } = await newService();
  await service.addSite('bao', { captcha: 'off' });
  await send({ body: 'Ý kiến thứ nhất.' });
  service.clock.now += 30 * dayMs - 1;
  await send({ body: 'Ý kiến thứ hai.' });
  await send({ body: 'Ý kiến ở trang khác.' }, 'bao');
  service.clock.now += 1;
  await send({ body: 'Ý kiến thứ ba.' });
  const [first, second, elsewhere, third] = await senders(service);
  expect([first === second, new Set([first, elsewhere, third]).size]).toEqual([true, 3]);
  expect(await everything(service)).not.toContain('203.0.113');
});

test('neither the secret nor the keys alone tell a sender, and once the key is dropped nothing does', async () => {
  const { service, send } = await newService();
  await send();
  const site = await findSite(service.deps.database, 'demo');
  if (!site) throw new Error('no site demo');
  const other = (await startService()).deps;
  const key = await rows<{ created_at: number; key: string }>(service, 'select * from sender_keys');
  const [sender] = await senders(service);
  const same = await recognizeSender(service.deps, site, ['203.0.113.9']);
  const secretOnly = await recognizeSender({ ...other, secret: service.deps.secret }, site, ['203.0.113.9']);
  const keyOnly = await recognizeSender({ ...service.deps, secret: 'x'.repeat(32) }, site, ['203.0.113.9']);
  expect([same.id === sender, secretOnly.id === sender, keyOnly.id === sender]).toEqual([true, false, false]);
  service.clock.now += 60 * dayMs;
  await cleanUp(service.deps);
  expect([key.length, await rows(service, 'select * from sender_keys')]).toEqual([1, []]);
  expect((await recognizeSender(service.deps, site, ['203.0.113.9'])).ids).not.toContain(sender);
});

test('a clock that goes back keeps the key', async () => {
  const { service, send } = await newService();
  await send({ body: 'Ý kiến thứ nhất.' });
  service.clock.now -= 2 * dayMs;
  await send({ body: 'Ý kiến thứ hai.' });
  expect(new Set(await senders(service)).size).toBe(1);
});

test('a block outlives a change of the key, for comments and for reports', async () => {
  const { service, send } = await newService();
  const { id } = await send();
  const [sender = ''] = await senders(service);
  const [lan] = await rows<{ id: string }>(service, 'select id from moderators');
  service.clock.now += 29 * dayMs;
  const now = service.clock.now;
  await blockSender(service.deps.database, {
    site: 'demo',
    sender,
    moderatorId: lan?.id ?? '',
    now,
    until: now + 20 * dayMs,
  });
  service.clock.now += 10 * dayMs;
  await cleanUp(service.deps);
  expect((await send({ body: 'Một ý kiến khác.' })).status).toBe(429);
  await service.json('POST', `/api/v1/sites/demo/comments/${id}/reports`, { reason: 'spam' }, peer);
  expect(await rows(service, 'select count(*) as kept from reports')).toEqual([{ kept: 0 }]);
  service.clock.now += 10 * dayMs;
  expect((await send({ body: 'Một ý kiến khác.' })).state).toBe('published');
});

test('what a reader writes in a report is forgotten in its time, settled or not, and the report stays', async () => {
  const { service, lan, send } = await newService();
  const report = (id: string, details: string) =>
    service.json('POST', `/api/v1/sites/demo/comments/${id}/reports`, { reason: 'private', details }, peer);
  const { id: settled } = await send({ body: 'Ý kiến thứ nhất.' });
  const { id: open } = await send({ body: 'Ý kiến thứ hai.' });
  await report(settled, 'Đây là số của caná.');
  await report(open, 'Caná là tên thật của tôi.');
  const decision = { action: 'reject', comments: [{ id: settled, version: 1 }] };
  await service.json('POST', '/api/v1/decisions', decision, lan);
  service.clock.now += 30 * dayMs - 1;
  await cleanUp(service.deps);
  expect((await everything(service)).match(/caná/gi)).toHaveLength(2);
  service.clock.now += 1;
  await cleanUp(service.deps);
  expect((await everything(service)).match(/caná/gi)).toBeNull();
  const kept =
    'select reason, details, settled_by is not null as settled from reports order by settled_by is null';
  expect(await rows(service, kept)).toEqual([
    { reason: 'private', details: '', settled: 1 },
    { reason: 'private', details: '', settled: 0 },
  ]);
  const { body } = await service.json('GET', '/api/v1/queue?state=reported', undefined, lan);
  expect(body.comments.map(({ id }: { id: string }) => id)).toEqual([open]);
});

test('at the desk the trace of an erased sender is said to be erased, and groups nothing', async () => {
  const { service, lan, send } = await newService();
  await service.setSite({ moderation: 'hold-all' });
  const { id } = await send({ body: 'Ý kiến thứ nhất.' });
  await send({ body: 'Ý kiến thứ hai.' });
  service.clock.now += 30 * dayMs;
  await cleanUp(service.deps);
  await rows(
    service,
    `insert into blocks select 'demo', '', id, 0, 9e15 from moderators`.replace('9e15', '9000000000000'),
  );
  await send({ body: 'Ý kiến thứ ba.' });
  const { body } = await service.json('GET', '/api/v1/queue?sender=', undefined, lan);
  const erased = {
    ...{ id: '', published: 0, rejected: 0, spam: 0 },
    ...{ since: null, blockedUntil: null, held: null, notes: [] },
  };
  expect(body.comments.map(({ sender }: { sender: object }) => sender)).toEqual([
    erased,
    erased,
    { ...erased, id: (await senders(service)).at(-1), since: new Date(service.clock.now).toISOString() },
  ]);
  const told = 'Dấu vết của người gửi đã được xóa để bảo vệ sự riêng tư';
  const card = await page(service, `/moderation/comments/${id}`, lan);
  expect([card.includes(told), card.includes('/block"')]).toEqual([true, false]);
  const refused = await service.form(`/moderation/comments/${id}/block`, { hours: '1' }, lan);
  expect(refused.status).toBe(409);
});

test('whoever holds the receipt gets a copy of all that is kept, but not how the filter judged', async () => {
  const { service, lan, send } = await newService();
  await service.setSite({ moderation: 'hold-all' });
  const { id, receipt } = await send({ email, body: 'Nguyên văn tôi viết.' });
  await service.json(
    'PATCH',
    `/api/v1/comments/${id}`,
    { version: 1, author: 'Hòa', body: 'Bản đã sửa.' },
    lan,
  );
  await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'reject', reason: 'Lạc đề', comments: [{ id, version: 2 }] },
    lan,
  );
  const copy = await service.json('GET', `/api/v1/receipts/${receipt}/copy`);
  const at = '2026-02-08T07:30:00.000Z';
  expect([copy.status, copy.body]).toEqual([
    200,
    {
      id,
      site: 'demo',
      article: { key: '/bai-viet', title: '', url: '' },
      parentId: null,
      state: 'rejected',
      author: 'Hòa',
      email,
      body: 'Bản đã sửa.',
      createdAt: at,
      sender: (await senders(service))[0],
      reason: 'Lạc đề',
      appeal: null,
      consent: null,
      notify: false,
      edits: [{ author: 'Nguyễn Thị Hòa', body: 'Nguyên văn tôi viết.', at }],
      reports: 0,
      likes: 0,
      badge: null,
      trusted: false,
      decisions: [{ action: 'reject', reason: 'Lạc đề', at }],
      pickedAt: null,
      takenBackAt: null,
      broughtFrom: null,
      letters: [],
      mailbox: null,
      reader: null,
      leftOut: expect.any(Array),
    },
  ]);
  expect((await service.json('GET', `/api/v1/receipts/${id}.x/copy`)).status).toBe(404);
});

test('a comment that its author erases is gone at once, and nothing of it is left but what is counted', async () => {
  const { service, lan, send } = await newService();
  const words = 'Lời riêng tư caná của tôi về bài viết này, xin tòa soạn xem xét giúp cho.';
  const { id, receipt } = await send({ email, author: 'Caná Thị Hòa', body: words });
  const { id: answer } = await send({ body: 'Tôi đồng ý với bạn.', parentId: id });
  const [sender] = await senders(service);
  await rows(service, `insert into edits select 'e', '${id}', id, 'Caná', 'caná', 0 from moderators`);
  await rows(
    service,
    `insert into findings values ('${id}', 9, 'links', 'hold', 'chữ caná', 'the word caná', 1, 2)`,
  );
  expect((await service.published()).length).toBe(2);
  const erase = () => service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect([(await erase()).status, (await erase()).status]).toEqual([204, 204]);
  expect(await service.published()).toEqual(['Tôi đồng ý với bạn.']);
  const left = await everything(service);
  expect(['caná', 'Caná', email].filter((word) => left.includes(word))).toEqual([]);
  expect(
    await rows(
      service,
      `select state, version, sender, fingerprint, sketch from comments where id = '${id}'`,
    ),
  ).toEqual([{ state: 'withdrawn', version: 2, sender, fingerprint: '', sketch: '' }]);
  expect(await rows(service, `select * from sketch_parts where comment_id = '${id}'`)).toEqual([]);
  expect(
    await rows(service, `select rowid from comment_words where comment_words match 'caná OR cana'`),
  ).toEqual([]);
  expect((await service.json('GET', `/api/v1/receipts/${receipt}`)).body).toEqual({
    id,
    state: 'withdrawn',
    erased: true,
    createdAt: '2026-02-08T07:30:00.000Z',
  });
  const card = await page(service, `/moderation/comments/${answer}`, lan);
  expect(card).toContain('Người viết đã xóa vĩnh viễn bình luận này.');
});

test('a retry of what was erased since does not bring it back', async () => {
  const { service } = await newService();
  const send = () => service.send({ challenge: undefined }, { headers: { 'idempotency-key': 'k' } });
  const { receipt } = (await send()).body;
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect([(await send()).status, await service.published()]).toEqual([409, []]);
});

test('on the page of the receipt a reader is asked once more, and then told politely', async () => {
  const { service, send } = await newService();
  const { receipt } = await send();
  const address = `/receipts/${receipt}`;
  expect(await page(service, address)).toContain(`<form method="get" action="${address}/erasure">`);
  const question = await page(service, `${address}/erasure`);
  expect(question).toContain('Xóa vĩnh viễn bình luận này?');
  expect(question).toContain(`<form method="post" action="${address}/erasure">`);
  expect(await service.published()).toHaveLength(1);
  const done = await service.form(`${address}/erasure`, {});
  expect([done.status, done.headers.get('location'), await service.published()]).toEqual([303, address, []]);
  const told = await page(service, address);
  expect(told).toContain('Bạn đã xóa vĩnh viễn bình luận này');
  expect(told).not.toMatch(/<form|hữu ích/);
  expect((await service.request(`${address.slice(0, -1)}/erasure`)).status).toBe(404);
  await service.setSite({ language: 'en' });
  expect(await page(service, address)).toContain('You have erased this comment for good');
});

test('the log keeps its decision about an erased comment, and says that it was erased', async () => {
  const { service, lan, send } = await newService();
  await service.setSite({ moderation: 'hold-all' });
  const { id, receipt } = await send();
  const decision = { action: 'publish', comments: [{ id, version: 1 }] };
  const decided = await service.json('POST', '/api/v1/decisions', decision, lan);
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect(await page(service, '/moderation/log', lan)).toContain('một bình luận đã xóa vĩnh viễn');
  const undone = await service.json('DELETE', `/api/v1/decisions/${decided.body.id}`, undefined, lan);
  expect([undone.status, await service.published()]).toEqual([409, []]);
});

test('no e-mail address and no network address is ever logged', async () => {
  const { service, send } = await newService();
  const { receipt } = await send({ email });
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  await send({ email, body: '' });
  expect(service.logged.length).toBeGreaterThan(2);
  expect(service.logged.join('\n')).not.toMatch(/hoa\.Nguyen|203\.0\.113/i);
});
