import { beforeEach, expect, test } from 'vitest';
import { addAccount, sessionOf } from '../../support/accounts.ts';
import { type Service, startService } from '../../support/service.ts';

let service: Service;
let owner: { cookie: string };

beforeEach(async () => {
  service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  await addAccount(service, 'Chủ', 'owner');
  owner = await sessionOf(service, { name: 'Chủ' });
});

const send = (key: string, body: string) =>
  service.send({ challenge: undefined, article: { key, title: `Bài ${key}` }, body });
const page = async (path: string, headers: object = owner) => {
  const answer = await service.request(path, { headers: { ...headers } });
  return (await answer.text()).replace(/\s+/g, ' ');
};
const idOf = async (key: string) => {
  const answer = await service.request(
    `/moderation/articles/at?${new URLSearchParams({ site: 'demo', key })}`,
    {
      headers: owner,
    },
  );
  return answer.headers.get('location') ?? '';
};

test('the page of an article shows who named it and when, its comments by state, and what it takes', async () => {
  await send('/tin/a', 'Một ý kiến.');
  await send('/tin/a', 'Xem https://bit.ly/a nhé.');
  const path = await idOf('/tin/a/');
  expect(path).toMatch(/^\/moderation\/articles\/\d+$/);
  const named = await page(path);
  expect(named).toContain('Bình luận đã đăng của <bdi>Nguyễn Thị Hòa</bdi>');
  expect(named).toMatch(/Chờ duyệt: 1.*Đã đăng: 1.*Từ chối: 0/);
  const said = await service.form(`${path}/word`, { title: 'Tên của tòa soạn', url: '' }, owner);
  expect([said.status, said.headers.get('location')]).toEqual([303, `${path}?done=said`]);
  const after = await page(path);
  expect(after).toContain('<h1>Tên của tòa soạn</h1>');
  expect(after).toContain('Trang báo đặt (<bdi>Chủ</bdi>)');
  await service.form(`${path}/settings`, { open: 'no', moderation: 'hold-all' }, owner);
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/tin/a');
  expect(body.article).toMatchObject({ title: 'Tên của tòa soạn', open: false });
  await service.form(`${path}/settings`, { open: 'yes', moderation: 'hold-all' }, owner);
  expect((await send('/tin/a', 'Một ý kiến khác.')).body.state).toBe('pending');
});

test('what is wrong with an address comes back beside it with all that was typed', async () => {
  await service.setSite({ origins: ['https://bao.example'] });
  await send('/tin/a', 'Một ý kiến.');
  const path = await idOf('/tin/a');
  const answer = await service.form(`${path}/word`, { title: 'Đã gõ', url: 'https://khac.example/' }, owner);
  const text = await answer.text();
  expect([answer.status, text.includes('value="Đã gõ"'), text.includes('id="url-mistake"')]).toEqual([
    422,
    true,
    true,
  ]);
});

test('an owner moves an article from its page, is led to where it is, and takes it back there', async () => {
  await send('/cu', 'Một ý kiến.');
  await send('/moi', 'Ý kiến ở bài mới.');
  const moved = await service.form(`${await idOf('/cu')}/move`, { to: '/moi/', alias: 'yes' }, owner);
  const location = moved.headers.get('location') ?? '';
  expect([moved.status, location.split('?')[0]]).toEqual([303, await idOf('/moi')]);
  const there = await page(location);
  expect(there).toContain('Đã gộp hai cuộc trò chuyện làm một.');
  expect(there).toContain('<code>/cu</code>');
  expect(await idOf('/cu')).toBe(await idOf('/moi'));
  service.clock.now += 1000;
  const act = new URLSearchParams(location.split('?')[1]).get('act');
  expect((await service.form(`/moderation/acts/${act}/undo`, {}, owner)).status).toBe(303);
  expect(await idOf('/cu')).not.toBe(await idOf('/moi'));
  const log = await page('/moderation/log');
  expect(log).toMatch(
    /<bdi>Chủ<\/bdi><\/b> đã hoàn tác việc: đã chuyển bài viết[\s\S]*<bdi>Chủ<\/bdi><\/b> đã chuyển bài viết/,
  );
});

test('a moderator names, opens and closes articles, and does no more', async () => {
  await send('/a', 'Một ý kiến.');
  await addAccount(service, 'Lan');
  const lan = await sessionOf(service);
  const path = await idOf('/a');
  const shown = await page(path, lan);
  expect([shown.includes('name="moderation"'), shown.includes('/move"')]).toEqual([false, false]);
  await service.form(`${path}/settings`, { open: 'no', moderation: 'hold-all' }, lan);
  await service.setSite({ moderation: 'publish-clean' });
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/a');
  expect(body.article.open).toBe(false);
  await service.form(`${path}/settings`, { open: 'yes' }, lan);
  expect((await send('/a', 'Một ý kiến nữa.')).body.state).toBe('published');
  expect((await service.form(`${path}/move`, { to: '/b' }, lan)).status).toBe(403);
  const moved = await service.form(`${path}/move`, { to: '/b' }, owner);
  const act = new URLSearchParams(moved.headers.get('location')?.split('?')[1]).get('act');
  expect((await service.form(`/moderation/acts/${act}/undo`, {}, lan)).status).toBe(403);
});

test('many are closed at once from the list, and one from a comment on it', async () => {
  await send('/a', 'Một ý kiến.');
  await send('/b', 'Bài viết rất hay.');
  await send('/c', 'Cảm ơn tòa soạn.');
  await service.setSite({ moderation: 'hold-all' });
  await send('/c', 'Mong có thêm số liệu.');
  const list = await page('/moderation/articles?sort=waiting');
  const [first = '', second = '', third = ''] = [
    ...list.matchAll(/form="bulk" name="article" value="(\d+)"/g),
  ].map(([, id = '']) => id);
  expect(`/moderation/articles/${first}`).toBe(await idOf('/c'));
  const body = new URLSearchParams([
    ['article', second],
    ['article', third],
    ['open', 'no'],
    ['back', 'sort=waiting'],
  ]);
  const closed = await service.request('/moderation/articles', {
    method: 'POST',
    headers: { ...owner, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  expect([closed.status, closed.headers.get('location')]).toEqual([303, '/moderation/articles?sort=waiting']);
  const open = async (key: string) =>
    (await service.json('GET', `/api/v1/sites/demo/comments?article=${key}`)).body.article.open;
  expect([await open('/a'), await open('/b'), await open('/c')]).toEqual([false, false, true]);
  expect(await page('/moderation')).toContain('Đóng bình luận bài này');
  const one = await service.form(
    '/moderation/articles',
    { site: 'demo', key: '/c', open: 'no', queue: 'state=pending' },
    owner,
  );
  expect([one.status, one.headers.get('location'), await open('/c')]).toEqual([
    303,
    '/moderation?state=pending',
    false,
  ]);
  expect(await page('/moderation')).toContain('đã đóng bình luận');
});
