import { expect, test } from 'vitest';
import { actsOf, card, nameOf, open, page, peer, undo } from './support.ts';

const hourMs = 3_600_000;

test('blocks are listed with their ends, who set them and whom they are about, and are lifted from there', async () => {
  const { service, lan, send, id } = await open();
  const blocked = await service.json('POST', '/api/v1/blocks', { comment: id, hours: 24 }, lan);
  const sender = await nameOf(service, lan, id);
  expect([blocked.status, blocked.body]).toEqual([201, { sender, act: expect.any(String) }]);
  expect(await send()).toMatchObject({ status: 429 });
  const { body } = await service.json('GET', '/api/v1/blocks', undefined, lan);
  expect(body.blocks).toEqual([
    {
      ...{ site: 'demo', sender, by: 'Lan', wide: false, last: { id, author: 'Nguyễn Thị Hòa' } },
      ...{ createdAt: '2026-02-08T07:30:00.000Z', expiresAt: '2026-02-09T07:30:00.000Z' },
    },
  ]);
  const list = await page(service, lan, '/moderation/blocks');
  expect(list).toMatch(/<bdi>Nguyễn Thị Hòa<\/bdi>.*14:30 09\/02\/2026.*Người chặn: <bdi>Lan<\/bdi>/);
  const lifted = await service.form('/moderation/blocks/lift', { site: 'demo', sender }, lan);
  expect(lifted.headers.get('location')).toMatch(/^\/moderation\/blocks\?act=/);
  const after = await page(service, lan, lifted.headers.get('location') ?? '');
  expect([after.includes('Không có ai đang bị chặn.'), after.includes('Bạn đã bỏ chặn người gửi')]).toEqual([
    true,
    true,
  ]);
  expect((await send()).state).toBe('published');
});

test('a block that is made longer goes back to its former end, and one that was lifted comes back', async () => {
  const { service, lan, send, id } = await open();
  const block = async (hours: number) =>
    (await service.json('POST', '/api/v1/blocks', { comment: id, hours }, lan)).body.act;
  const until = async () => (await card(service, lan, id)).sender.blockedUntil;
  const [first, second] = [await block(1), await block(5)];
  expect(await block(2)).toBe(null);
  expect((await undo(service, lan, first)).status).toBe(409);
  expect((await undo(service, lan, second)).status).toBe(200);
  expect(await until()).toBe('2026-02-08T08:30:00.000Z');
  const sender = await nameOf(service, lan, id);
  const lifted = await service.json('DELETE', `/api/v1/blocks/${sender}?site=demo`, undefined, lan);
  expect([lifted.status, (await send()).state]).toEqual([200, 'published']);
  expect((await undo(service, lan, lifted.body.act)).status).toBe(200);
  expect(await send()).toMatchObject({ status: 429 });
  expect((await undo(service, lan, first)).status).toBe(200);
  expect((await send()).state).toBe('published');
  const kinds = (await actsOf(service, lan)).map(({ kind }: { kind: string }) => kind);
  expect(kinds.sort()).toEqual(['block', 'block', 'unblock', 'undo', 'undo', 'undo']);
});

test('a whole network is blocked and lifted as such', async () => {
  const { service, lan, send, id } = await open({ 'x-test-peer': '2001:db8:1:2001::a' });
  const elsewhere = { 'x-test-peer': '2001:db8:1:3000::a' };
  await service.json('POST', '/api/v1/blocks', { comment: id, hours: 1, wide: true }, lan);
  const { blocks } = (await service.json('GET', '/api/v1/blocks?site=demo', undefined, lan)).body;
  expect(blocks).toMatchObject([{ wide: true, last: { id } }]);
  expect(await send(elsewhere)).toMatchObject({ status: 429 });
  const path = `/api/v1/blocks/${blocks[0].sender}?site=demo`;
  const { act } = (await service.json('DELETE', path, undefined, lan)).body;
  expect((await send(elsewhere)).state).toBe('published');
  expect((await undo(service, lan, act)).status).toBe(200);
  expect(await send(elsewhere)).toMatchObject({ status: 429 });
});

test('a block that is over is in no list, and lifting nothing is no act', async () => {
  const { service, lan, id } = await open();
  await service.json('POST', '/api/v1/blocks', { comment: id, hours: 1 }, lan);
  service.clock.now += hourMs;
  expect((await service.json('GET', '/api/v1/blocks', undefined, lan)).body.blocks).toEqual([]);
  const sender = await nameOf(service, lan, id);
  await service.json('DELETE', `/api/v1/blocks/${sender}?site=demo`, undefined, lan);
  const again = await service.json('DELETE', `/api/v1/blocks/${sender}?site=demo`, undefined, lan);
  expect(again.body).toEqual({ act: null });
});

test('a moderator sees the blocks of their own sites alone', async () => {
  const { service, lan, id } = await open();
  await service.json('POST', '/api/v1/blocks', { comment: id, hours: 24 * 7 }, lan);
  await service.addSite('khac');
  const minh = await service.addModerator('Minh', { sites: ['khac'] });
  expect((await service.json('GET', '/api/v1/blocks', undefined, minh)).body.blocks).toEqual([]);
  expect((await service.json('GET', '/api/v1/blocks?site=demo', undefined, minh)).status).toBe(404);
  const form = { site: 'demo', sender: await nameOf(service, lan, id) };
  expect((await service.form('/moderation/blocks/lift', form, minh)).status).toBe(404);
  expect((await service.send({ challenge: undefined }, { headers: peer })).status).toBe(429);
});
