import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { dayMs } from '../../../src/world/clock.ts';
import { type Parts, plainComment, vouching } from '../../support/identity.ts';
import { type Service, startService } from '../../support/service.ts';

const path = '/api/v1/sites/demo/comments';
const elsewhere = { 'x-test-peer': '198.51.100.7' };

type Headers = Record<string, string>;

function send(service: Service, headers: Headers, more: Parts = {}) {
  return service.json('POST', path, plainComment(more), headers);
}

async function ownOf(service: Service, headers: Headers, query = '') {
  return (await service.json('GET', `/api/v1/sites/demo/own${query}`, undefined, headers)).body;
}

/** The site publishes at once what no rule holds. */
async function openPublishing() {
  const service = await startService();
  const site = await vouching(service, { moderation: 'publish-clean', pace: 'off' });
  const thread = async () =>
    (await service.json('GET', `${path}?article=/bai-viet&sort=oldest`)).body.comments;
  return { service, site, thread };
}

function inDatabase<Row>({ deps }: Service, columns: string): Promise<Row[]> {
  const query = sql<Row>`select ${sql.raw(columns)} from comments order by created_at, id`;
  return deps.database.query(query.compile(build));
}

test('who is known writes without a captcha, under the name and with the badge that their site says', async () => {
  const { service, site, thread } = await openPublishing();
  const typed = { author: 'Kẻ mạo danh ✅', challenge: { id: 'x', answer: 'sai' } };
  const bodies: [Parts, Parts][] = [
    [{}, { body: 'Không có tên nào.' }],
    [{}, { ...typed, body: 'Gõ tên khác.' }],
    [{ badge: 'author' }, { author: '', body: 'Tên để trống.' }],
    [
      { badge: 'guest', name: '  Lê   Thu ' },
      { author: 'x'.repeat(500), body: 'Tên quá dài.' },
    ],
  ];
  for (const [says, sends] of bodies) {
    service.clock.now += 1000;
    expect((await send(service, site.as(says), sends)).status).toBe(202);
  }
  const shown = (await thread()).map(({ author, badge }: Parts) => [author, badge]);
  expect(shown).toEqual([
    ['Trần Minh Quân', 'verified'],
    ['Trần Minh Quân', 'verified'],
    ['Trần Minh Quân', 'author'],
    ['Lê Thu', 'guest'],
  ]);
});

test('what else is wrong is told as to anybody, and a captcha is none of it', async () => {
  const { service, site } = await openPublishing();
  const { status, body } = await send(service, site.as(), { body: '', email: 'quan' });
  expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ['email', 'body'],
  ]);
});

test('a stranger is asked for a name and a captcha as before', async () => {
  const { service } = await openPublishing();
  const { status, body } = await send(service, {});
  expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ['author', 'challenge'],
  ]);
});

test('one person is one sender from anywhere; two are two from one address, and on two sites', async () => {
  const { service, site } = await openPublishing();
  await service.addSite('bao');
  const other = await vouching(service, { pace: 'off' }, 'bao');
  await send(service, site.as(), { body: 'Từ nhà.' });
  await send(service, { ...site.as({ name: 'Quân' }), ...elsewhere }, { body: 'Từ quán.' });
  await send(service, site.as({ sub: 'u-18' }), { body: 'Người khác.' });
  await service.json('POST', '/api/v1/sites/bao/comments', plainComment(), other.as());
  const senders = (await inDatabase<{ sender: string }>(service, 'sender')).map(({ sender }) => sender);
  expect(new Set(senders).size).toBe(3);
  expect(senders.filter((one) => /^reader:[\w-]{43}$/.test(one)).length).toBe(4);
});

test('another name is on what is written from then on', async () => {
  const { service, site, thread } = await openPublishing();
  await send(service, site.as(), { body: 'Trước khi đổi tên.' });
  service.clock.now += 1000;
  await send(service, site.as({ name: 'Minh Quân' }), { body: 'Sau khi đổi tên.' });
  expect((await thread()).map(({ author }: Parts) => author)).toEqual(['Trần Minh Quân', 'Minh Quân']);
  expect((await ownOf(service, site.as())).comments.length).toBe(2);
});

test('a known reader who is called like the newsroom is held, since a site may let its readers choose', async () => {
  const { service, site } = await openPublishing();
  const states = [];
  for (const name of ['Tòa soạn', 'Ban biên tập', 'Trần Minh Quân'])
    states.push((await send(service, site.as({ name }), { body: `Tôi là ${name}.` })).body.state);
  expect(states).toEqual(['pending', 'pending', 'published']);
});

test('a person likes once, from two addresses and beside a stranger at one of them', async () => {
  const { service, site } = await openPublishing();
  const { id } = (await send(service, site.as({ sub: 'u-1' }))).body;
  const like = async (headers: Headers, method = 'PUT') =>
    (await service.json(method, `${path}/${id}/like`, undefined, headers)).body;
  expect(await like(site.as())).toEqual({ likes: 1, liked: true });
  expect(await like({ ...site.as(), ...elsewhere })).toEqual({ likes: 1, liked: true });
  expect(await like(elsewhere)).toEqual({ likes: 2, liked: true });
  expect(await like(site.as({ sub: 'u-2' }))).toEqual({ likes: 3, liked: true });
  expect(await like({ ...site.as(), ...elsewhere }, 'DELETE')).toEqual({ likes: 2, liked: false });
});

test('a person’s second report is the same as the first, from wherever', async () => {
  const { service, site } = await openPublishing();
  const { id } = (await send(service, site.as({ sub: 'u-1' }))).body;
  for (const headers of [site.as(), { ...site.as(), ...elsewhere }, site.as({ sub: 'u-2' })])
    await service.json('POST', `${path}/${id}/reports`, { reason: 'spam' }, headers);
  const query = sql<{ count: number }>`select count(*) as count from reports`.compile(build);
  expect(await service.deps.database.query(query)).toEqual([{ count: 2 }]);
});

test('who has signed in alone may write where the site says so; all others are told in its words', async () => {
  const { service, site } = await openPublishing();
  await service.setSite({ identity: 'required' });
  const usual = await service.send();
  expect([usual.status, usual.body.type, usual.body.detail]).toEqual([
    401,
    '/docs#identity',
    'Vui lòng đăng nhập ở trang báo để gửi bình luận.',
  ]);
  const own = 'Mời bạn đăng nhập bằng số điện thoại để gửi ý kiến.';
  await service.setSite({ 'identity-words': own });
  expect((await send(service, {}, { body: '' })).body.detail).toBe(own);
  expect((await send(service, { 'binh-luan-identity': 'sai' })).body.detail).toBe(
    'Phiên đăng nhập của bạn ở trang báo đã hết hạn, hoặc chưa xác nhận được. Vui lòng đăng nhập lại.',
  );
  expect((await send(service, site.as())).status).toBe(202);
  expect((await inDatabase(service, 'id')).length).toBe(1);
});

test('a retry is one comment, even by a new token and under a new name; the key of another is another’s', async () => {
  const { service, site } = await openPublishing();
  const key = { 'idempotency-key': 'lan-1' };
  const first = await send(service, { ...site.as(), ...key });
  service.clock.now += 400_000;
  const again = await send(service, { ...site.as({ name: 'Quân' }), ...elsewhere, ...key });
  expect(again.body).toEqual(first.body);
  expect((await send(service, { ...site.as({ sub: 'u-18' }), ...key })).status).toBe(409);
  expect((await send(service, { ...site.as(), ...key }, { body: 'Khác.' })).status).toBe(409);
  expect((await inDatabase(service, 'id')).length).toBe(1);
});

test('the pace is a person’s: the token of one does not outrun it by addresses, and slows nobody beside them', async () => {
  const service = await startService();
  const site = await vouching(service);
  let kept = 0;
  let refused = 0;
  for (let count = 0; count < 80; count += 1) {
    service.clock.now += 2000;
    const peer = { 'x-test-peer': `198.51.100.${count}` };
    const { status } = await send(service, { ...site.as(), ...peer }, { body: `Ý kiến thứ ${count}.` });
    if (status === 202) kept += 1;
    if (status === 429) refused += 1;
  }
  expect(kept).toBeLessThanOrEqual(62);
  expect(kept + refused).toBe(80);
  const beside = { ...site.as({ sub: 'u-18' }), 'x-test-peer': '198.51.100.1' };
  expect((await send(service, beside, { body: 'Người khác.' })).status).toBe(202);
});

test('a moderator blocks the person, wherever they write from, and nobody else of their network', async () => {
  const { service, site } = await openPublishing();
  const lan = await service.addModerator();
  const { id } = (await send(service, site.as())).body;
  await service.form(`/moderation/comments/${id}/block`, { hours: '24' }, lan);
  const blocked = await send(service, { ...site.as(), ...elsewhere }, { body: 'Lần nữa.' });
  expect([blocked.status, blocked.body.detail]).toEqual([
    429,
    expect.stringContaining('Tòa soạn tạm thời không nhận bình luận của bạn đến'),
  ]);
  expect((await send(service, site.as({ sub: 'u-18' }), { body: 'Tôi khác.' })).status).toBe(202);
});

test('they see their comments on every device, whatever became of them, with the reason, a page at a time', async () => {
  const service = await startService();
  const site = await vouching(service, { pace: 'off' });
  const lan = await service.addModerator();
  const ids: string[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    service.clock.now += 1000;
    ids.push((await send(service, site.as(), { body: `Ý kiến ${number}.` })).body.id);
  }
  await send(service, site.as({ sub: 'u-18' }), { body: 'Của người khác.' });
  const decide = (action: string, id: string | undefined, reason?: string) =>
    service.json('POST', '/api/v1/decisions', { action, reason, comments: [{ id, version: 1 }] }, lan);
  await decide('publish', ids[0]);
  await decide('reject', ids[1], 'Không liên quan đến bài viết');
  await decide('spam', ids[2]);
  const phone = { ...site.as(), ...elsewhere };
  await service.json('DELETE', `/api/v1/sites/demo/own/${ids[3]}`, undefined, phone);
  const first = await ownOf(service, phone, '?limit=2');
  const next = await ownOf(service, phone, `?limit=2&cursor=${first.nextCursor}`);
  const last = await ownOf(service, phone, `?limit=2&cursor=${next.nextCursor}`);
  const seen = [first, next, last].flatMap(({ comments }) => comments);
  expect(seen.map(({ id, state, reason }: Parts) => [id, state, reason])).toEqual([
    [ids[4], 'pending', undefined],
    [ids[3], 'withdrawn', undefined],
    [ids[2], 'spam', undefined],
    [ids[1], 'rejected', 'Không liên quan đến bài viết'],
    [ids[0], 'published', undefined],
  ]);
  expect(last.nextCursor).toBeNull();
  expect(seen[4]).toEqual({
    id: ids[0],
    state: 'published',
    parentId: null,
    author: 'Trần Minh Quân',
    body: 'Ý kiến 1.',
    createdAt: '2026-02-08T07:30:01.000Z',
    article: { key: '/bai-viet', title: '' },
    receipt: expect.stringContaining(`${ids[0]}.`),
  });
});

test('they take back and erase what is theirs without a receipt, and nothing that is not', async () => {
  const { service, site } = await openPublishing();
  const [one, two] = [
    (await send(service, site.as(), { body: 'Rút lại.' })).body.id,
    (await send(service, site.as(), { body: 'Xóa hẳn.' })).body.id,
  ];
  const other = site.as({ sub: 'u-18' });
  const withdraw = (id: string, headers: Headers) =>
    service.json('DELETE', `/api/v1/sites/demo/own/${id}`, undefined, headers);
  const erase = (id: string, headers: Headers) =>
    service.json('POST', `/api/v1/sites/demo/own/${id}/erasure`, undefined, headers);
  expect((await withdraw(one, other)).status).toBe(404);
  expect((await erase(two, other)).status).toBe(404);
  expect((await withdraw(one, {})).status).toBe(401);
  expect((await service.published()).length).toBe(2);
  expect([(await withdraw(one, site.as())).status, (await withdraw(one, site.as())).status]).toEqual([
    204, 204,
  ]);
  expect([(await erase(two, site.as())).status, (await erase(two, site.as())).status]).toEqual([204, 204]);
  expect((await ownOf(service, site.as())).comments.map(({ id }: Parts) => id)).toEqual([one]);
  expect(await service.published()).toEqual([]);
  expect(await inDatabase(service, 'state, body')).toEqual(
    expect.arrayContaining([
      { state: 'withdrawn', body: 'Rút lại.' },
      { state: 'withdrawn', body: '' },
    ]),
  );
  const acts = sql<{ kind: string; access: string }>`select kind, access from acts
    where kind in ('withdraw', 'erase') order by kind`.compile(build);
  expect(await service.deps.database.query(acts)).toEqual([
    { kind: 'erase', access: 'reader' },
    { kind: 'withdraw', access: 'reader' },
  ]);
});

test('what they sent under the former key of senders is theirs still, to take back and to like no more', async () => {
  const { service, site } = await openPublishing();
  await service.setSite({ 'retention-days': 30 });
  await send(service, site.as({ sub: 'u-1' }));
  service.clock.now += 29 * dayMs;
  const { id } = (await send(service, site.as())).body;
  await service.json('PUT', `${path}/${id}/like`, undefined, site.as());
  const before = await inDatabase<{ sender: string }>(service, 'sender');
  service.clock.now += 2 * dayMs;
  await send(service, site.as(), { body: 'Sau khi đổi khóa.' });
  const [another, first, second] = await inDatabase<{ sender: string }>(service, 'sender');
  expect(another).toEqual(before[0]);
  expect([first, first]).toEqual([second, expect.not.objectContaining(before[1] ?? {})]);
  expect((await ownOf(service, site.as())).comments.length).toBe(2);
  const unlike = await service.json('DELETE', `${path}/${id}/like`, undefined, site.as());
  expect(unlike.body).toEqual({ likes: 0, liked: false });
  expect((await service.json('DELETE', `/api/v1/sites/demo/own/${id}`, undefined, site.as())).status).toBe(
    204,
  );
});

test('a script on the site’s pages may send the header, and no cache keeps what it is answered', async () => {
  const { service, site } = await openPublishing();
  await service.setSite({ origins: ['https://bao.example'] });
  const origin = { origin: 'https://bao.example' };
  const asked = {
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'binh-luan-identity',
  };
  const preflight = await service.request('/api/v1/sites/demo/own', {
    method: 'OPTIONS',
    headers: { ...origin, ...asked },
  });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('Binh-Luan-Identity');
  for (const address of [
    '/api/v1/sites/demo/own',
    `${path}?article=/bai-viet`,
    '/embed/demo?article=/bai-viet',
  ]) {
    const known = await service.request(address, { headers: { ...origin, ...site.as() } });
    expect([address, known.status, known.headers.get('cache-control')]).toEqual([
      address,
      200,
      'private, no-store',
    ]);
    expect(known.headers.get('vary')).toContain('Binh-Luan-Identity');
    const others = await service.request(address, { headers: origin });
    expect(others.headers.get('vary')).toContain('Binh-Luan-Identity');
  }
});
