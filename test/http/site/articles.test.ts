import { beforeEach, describe, expect, test } from 'vitest';
import { type Service, start, startService } from '../../support/service.ts';

let service: Service;
let owner: Record<string, string>;
const dayMs = 86_400_000;

beforeEach(async () => {
  service = await startService();
  await service.setSite({
    captcha: 'off',
    pace: 'off',
    moderation: 'publish-clean',
    origins: ['https://bao.example'],
  });
  owner = await service.addModerator('Chủ', { role: 'owner' });
});

const path = '/api/v1/sites/demo/articles';
const put = (word: object, headers = owner) => service.json('PUT', path, word, headers);
const move = (moves: object, headers = owner) => service.json('POST', `${path}/moves`, moves, headers);
const send = async (key: string, body: string, more: object = {}) =>
  (await service.send({ challenge: undefined, article: { key, title: 'Lời của bạn đọc' }, body, ...more }))
    .body;
const read = async (key: string) =>
  (await service.json('GET', `/api/v1/sites/demo/comments?article=${encodeURIComponent(key)}`)).body;

describe("the site's own word", () => {
  test('wins over what comments say, and where it is taken back they are heard again', async () => {
    const url = 'https://bao.example/tin/bai-1/';
    expect(await put({ url, title: 'Tiêu đề của tòa soạn' })).toMatchObject({
      status: 200,
      body: {
        key: '/tin/bai-1',
        title: 'Tiêu đề của tòa soạn',
        url,
        open: true,
        moderation: 'publish-clean',
        count: 0,
      },
    });
    await send('/tin/bai-1', 'Một ý kiến.');
    expect((await read('/tin/bai-1')).article).toEqual({
      key: '/tin/bai-1',
      title: 'Tiêu đề của tòa soạn',
      url,
      open: true,
      count: 1,
    });
    expect((await put({ key: '/tin/bai-1', title: null })).body.title).toBe('Lời của bạn đọc');
    expect((await put({ key: '/tin/bai-1/' })).body).toMatchObject({
      title: 'Lời của bạn đọc',
      url,
      count: 1,
    });
  });

  test('closes and opens an article, and moderates it in a way of its own', async () => {
    expect((await put({ key: '/a', open: false })).body.open).toBe(false);
    const closed = await service.send({ challenge: undefined, article: { key: '/a' } });
    expect(closed.status).toBe(409);
    expect((await put({ key: '/a', open: true, moderation: 'hold-all' })).body).toMatchObject({
      open: true,
      moderation: 'hold-all',
    });
    expect((await send('/a', 'Một ý kiến.')).state).toBe('pending');
    expect((await put({ key: '/a', moderation: null })).body.moderation).toBe('publish-clean');
    expect((await send('/a', 'Một ý kiến khác.')).state).toBe('published');
  });

  test('says when an article begins: its age counts from then, and not from a change of it', async () => {
    await service.setSite({ 'close-after-days': 3 });
    await put({ key: '/a', title: 'Mới đăng' });
    service.clock.now = start + 2 * dayMs;
    await send('/a', 'Một ý kiến.');
    expect((await put({ key: '/a', title: 'Đã sửa' })).body.open).toBe(true);
    service.clock.now = start + 3 * dayMs;
    expect((await read('/a')).article.open).toBe(false);
  });

  test.each([
    [{}, 'key'],
    [{ title: 'Chỉ có tiêu đề' }, 'key'],
    [{ key: '  ' }, 'key'],
    [{ key: '/a', url: 'https://khac.example/a' }, 'url'],
    [{ key: '/a', url: 'javascript:1' }, 'url'],
    [{ key: '/a', title: 'x'.repeat(301) }, 'title'],
    [{ key: '/a', moderation: 'none' }, 'moderation'],
    [{ key: '/a', open: 'yes' }, 'open'],
  ])('%j is refused by the name of its field', async (word, field) => {
    const { status, body } = await put(word);
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([422, [field]]);
  });
});

test('only an owner of the site speaks for it; its moderators may look', async () => {
  await service.addSite('khac');
  const moderator = await service.addModerator('Lan', { sites: ['demo'] });
  const stranger = await service.addModerator('Xa', { role: 'owner', sites: ['khac'] });
  const statuses = async (headers: Record<string, string>) => [
    (await service.json('GET', path, undefined, headers)).status,
    (await put({ key: '/a' }, headers)).status,
    (await move({ moves: [{ from: '/a', to: '/b' }] }, headers)).status,
  ];
  expect(await statuses({})).toEqual([401, 401, 401]);
  expect(await statuses(moderator)).toEqual([200, 403, 403]);
  expect(await statuses(stranger)).toEqual([404, 404, 404]);
  expect(await statuses(owner)).toEqual([200, 200, 200]);
  const fromSite = { ...owner, 'sec-fetch-site': 'cross-site', origin: 'https://bao.example' };
  expect((await put({ key: '/a' }, fromSite)).status).toBe(403);
});

test('the list has counts by state, is searched as the queue is, and sorted', async () => {
  await send('/tin/duong-sat', 'Một ý kiến.', {
    article: { key: '/tin/duong-sat', title: 'Đường sắt đô thị' },
  });
  await put({ key: '/tin/gia-xang', title: 'Giá xăng tăng', moderation: 'hold-all' });
  await send('/tin/gia-xang', 'Một ý kiến nữa.');
  await send('/tin/gia-xang', 'Một ý kiến khác nữa.');
  await put({ key: '/tin/chua-co', title: 'Chưa có bình luận' });
  const list = async (query = '') => {
    const { body } = await service.json('GET', `${path}${query}`, undefined, owner);
    return body.articles.map((article: { key: string }) => article.key);
  };
  expect(await list()).toEqual(['/tin/chua-co', '/tin/gia-xang', '/tin/duong-sat']);
  expect(await list('?sort=comments')).toEqual(['/tin/duong-sat', '/tin/chua-co', '/tin/gia-xang']);
  expect(await list('?sort=waiting')).toEqual(['/tin/gia-xang', '/tin/chua-co', '/tin/duong-sat']);
  for (const [q, found] of [
    ['duong sat', ['/tin/duong-sat']],
    ['ĐƯỜNG SẮT', ['/tin/duong-sat']],
    ['đường sắt', ['/tin/duong-sat']],
    ['dường', []],
    ['gia xang', ['/tin/gia-xang']],
    ['xang duong', []],
    ['%', []],
  ] as const)
    expect([q, await list(`?q=${encodeURIComponent(q)}`)]).toEqual([q, found]);
  const { body } = await service.json('GET', `${path}?sort=waiting&limit=1`, undefined, owner);
  expect(body.articles[0]).toMatchObject({
    title: 'Giá xăng tăng',
    moderation: 'hold-all',
    open: true,
    count: 0,
    counts: { pending: 2, published: 0, rejected: 0, spam: 0, withdrawn: 0 },
  });
  expect(await list(`?sort=waiting&limit=2&cursor=${body.nextCursor}`)).toEqual([
    '/tin/chua-co',
    '/tin/duong-sat',
  ]);
});

test('moves are told one by one, tried without moving anything, and undone as one act', async () => {
  await send('/cu', 'Một ý kiến.');
  await send('/moi', 'Ý kiến ở bài mới.');
  const moves = [
    { from: '/cu/', to: '/moi' },
    { from: '/khong-co', to: '/x' },
    { from: '/moi', to: '/hai', alias: true },
  ];
  const told = {
    moved: [
      { from: '/cu', to: '/moi', comments: 1, merged: true },
      { from: '/moi', to: '/hai', comments: 2, merged: false },
    ],
    missing: ['/khong-co'],
  };
  expect((await move({ moves, dryRun: true })).body).toEqual({ act: null, ...told });
  expect((await read('/cu')).comments).toHaveLength(1);
  const { status, body } = await move({ moves });
  expect([status, body]).toEqual([200, { act: expect.any(String), ...told }]);
  expect((await read('/moi')).article).toMatchObject({ key: '/hai', count: 2 });
  const { body: log } = await service.json('GET', '/api/v1/acts?kind=move', undefined, owner);
  expect(log.acts[0]).toMatchObject({
    id: body.act,
    kind: 'move',
    site: 'demo',
    by: 'Chủ',
    mayUndo: true,
    details: { articles: 2, comments: 3 },
  });
  const moderator = await service.addModerator('Lan');
  expect((await service.json('DELETE', `/api/v1/acts/${body.act}`, undefined, moderator)).status).toBe(403);
  expect((await service.json('DELETE', `/api/v1/acts/${body.act}`, undefined, owner)).status).toBe(200);
  expect((await service.json('DELETE', `/api/v1/acts/${body.act}`, undefined, owner)).status).toBe(409);
  expect((await service.json('DELETE', '/api/v1/acts/none', undefined, owner)).status).toBe(404);
  expect([(await read('/cu')).comments.length, (await read('/moi')).article.key]).toEqual([1, '/moi']);
});

test('what an alias was asked for before is answered anew after a move', async () => {
  await send('/cu', 'Một ý kiến.');
  const frame = async (key: string) => (await service.request(`/embed/demo?article=${key}`)).text();
  expect(await frame('/cu')).toContain('Một ý kiến.');
  expect(await frame('/moi')).not.toContain('Một ý kiến.');
  const { body } = await move({ moves: [{ from: '/cu', to: '/moi', alias: true }] });
  await send('/moi', 'Ý kiến sau khi chuyển.');
  for (const key of ['/cu', '/moi']) expect(await frame(key)).toContain('Ý kiến sau khi chuyển.');
  await service.json('DELETE', `/api/v1/acts/${body.act}`, undefined, owner);
  expect(await frame('/cu')).toContain('Một ý kiến.');
  expect(await frame('/moi')).not.toContain('Một ý kiến.');
});

describe('counts', () => {
  const counts = (query: string, headers = {}) =>
    service.json('GET', `/api/v1/sites/demo/counts?${query}`, undefined, headers);

  test('are by the keys as they were asked, of what is published, in one answer', async () => {
    await send('/tin/bài', 'Một ý kiến.');
    await send('/tin/bài', 'Xem https://bit.ly/a nhé.');
    await put({ key: '/mới' });
    const keys = ['/tin/b%C3%A0i/', '/tin/bài', '/mới', '/không có', '__proto__'];
    const { status, body, headers } = await counts(
      keys.map((key) => `article=${encodeURIComponent(key)}`).join('&'),
      {
        origin: 'https://bao.example',
      },
    );
    expect([status, Object.entries(body.counts)]).toEqual([
      200,
      [
        ['/tin/b%C3%A0i/', 1],
        ['/tin/bài', 1],
        ['/mới', 0],
        ['/không có', 0],
        ['__proto__', 0],
      ],
    ]);
    expect(headers.get('access-control-allow-origin')).toBe('https://bao.example');
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    const again = await service.request(
      `/api/v1/sites/demo/counts?article=${encodeURIComponent('/tin/bài')}`,
    );
    const etag = again.headers.get('etag') ?? '';
    const unchanged = await service.request(
      `/api/v1/sites/demo/counts?article=${encodeURIComponent('/tin/bài')}`,
      {
        headers: { 'if-none-match': etag },
      },
    );
    expect([etag !== '', unchanged.status]).toEqual([true, 304]);
  });

  test('take one key to a hundred', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `article=/${at}`).join('&');
    expect((await counts('article=/a')).body).toEqual({ counts: { '/a': 0 } });
    expect((await counts(many(100))).status).toBe(200);
    for (const query of ['', many(101), 'article=', `article=${'/x'.repeat(300)}`])
      expect([query.length, (await counts(query)).status]).toEqual([query.length, 422]);
  });
});

test('a key is made from the address where none is given, by the parameters that the site goes by', async () => {
  await service.setSite({ 'article-query': ['id'] });
  const url = 'https://bao.example/tin/?utm=x&id=7#y';
  const { body } = await service.send({ challenge: undefined, article: { url }, body: 'Một ý kiến.' });
  expect(body.state).toBe('published');
  expect((await read('/tin?id=7')).comments).toHaveLength(1);
  const frame = await service.request(`/embed/demo?${new URLSearchParams({ url })}`);
  expect(await frame.text()).toContain('Một ý kiến.');
  expect((await service.request('/embed/demo')).status).toBe(422);
  expect(
    (await service.send({ challenge: undefined, article: { title: 'Không địa chỉ' } })).body.errors,
  ).toMatchObject([{ field: 'article.key', code: 'required' }]);
});
