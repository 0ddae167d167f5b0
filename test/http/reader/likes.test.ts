import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { recognizeSender } from '../../../src/comments/sender.ts';
import { build } from '../../../src/store/database.ts';
import { blockSender } from '../../../src/store/limits/blocks.ts';
import { findSite } from '../../../src/store/sites.ts';
import { networksOf } from '../../../src/world/networks.ts';
import { type Service, startService } from '../../support/service.ts';

/** A service with one published comment, and a reader's likes of it. */
async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const { id } = (await service.send({ challenge: undefined })).body;
  const ask = async (method: 'PUT' | 'DELETE', peer = '192.0.2.7', to = id, site = 'demo') => {
    const path = `/api/v1/sites/${site}/comments/${to}/like`;
    const { status, body, headers } = await service.json(method, path, undefined, { 'x-test-peer': peer });
    return status === 200 ? body : { status, detail: body.detail, wait: headers.get('retry-after') };
  };
  const like = (peer?: string, to?: string, site?: string) => ask('PUT', peer, to, site);
  const unlike = (peer?: string, to?: string, site?: string) => ask('DELETE', peer, to, site);
  return { service, id, like, unlike };
}

const peers = (count: number) => Array.from({ length: count }, (_, at) => `198.51.100.${at + 1}`);

async function stored({ deps }: Service) {
  const [row] = await deps.database.query(
    sql<{ rows: number; likes: number }>`select (select count(*) from likes) as rows,
      (select sum(likes) from comments) as likes`.compile(build),
  );
  return row;
}

const shown = async (service: Service) => {
  const { body, headers } = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai-viet');
  return { likes: body.comments[0].likes, etag: headers.get('etag') };
};

test('a reader likes a comment once, takes it back, and all who read it see that', async () => {
  const { service, like, unlike } = await newService();
  const before = await shown(service);
  expect([await like(), await like()]).toEqual([
    { likes: 1, liked: true },
    { likes: 1, liked: true },
  ]);
  expect(await like('192.0.2.8')).toEqual({ likes: 2, liked: true });
  const after = await shown(service);
  expect([before.likes, after.likes, before.etag === after.etag]).toEqual([0, 2, false]);
  expect([await unlike(), await unlike()]).toEqual([
    { likes: 1, liked: false },
    { likes: 1, liked: false },
  ]);
  expect([await shown(service), await stored(service)]).toMatchObject([{ likes: 1 }, { rows: 1, likes: 1 }]);
});

test('however many like and take back at once, each counts once', async () => {
  const { service, like, unlike } = await newService();
  await Promise.all(peers(20).flatMap((peer) => [like(peer), like(peer), like(peer)]));
  expect(await stored(service)).toEqual({ rows: 20, likes: 20 });
  await Promise.all(peers(20).flatMap((peer, at) => (at < 5 ? [unlike(peer), unlike(peer)] : [like(peer)])));
  expect(await stored(service)).toEqual({ rows: 15, likes: 15 });
  await Promise.all(peers(20).flatMap((peer) => [like(peer), unlike(peer), like(peer), unlike(peer)]));
  const { rows, likes } = (await stored(service)) ?? {};
  expect(rows).toBe(likes);
});

test('only a published comment of the site can be liked', async () => {
  const { service, like, unlike } = await newService();
  await service.addSite('bao', { captcha: 'off', moderation: 'publish-clean' });
  const elsewhere = await service.send({ challenge: undefined }, { site: 'bao' });
  await service.setSite({ moderation: 'hold-all' });
  const waiting = await service.send({ challenge: undefined, body: 'Tôi cũng nghĩ vậy.' });
  for (const to of [elsewhere.body.id, waiting.body.id, 'không-có'].map(encodeURIComponent))
    expect([await like('192.0.2.7', to), await unlike('192.0.2.7', to)]).toMatchObject([
      { status: 404, detail: 'Bình luận này không còn được hiển thị.' },
      { status: 404 },
    ]);
  expect(await like('192.0.2.7', elsewhere.body.id, 'nowhere')).toMatchObject({ status: 404 });
  expect(await stored(service)).toEqual({ rows: 0, likes: 0 });
});

test('a site whose likes are off takes none and says so', async () => {
  const { service, like, unlike } = await newService();
  await service.setSite({ likes: 'off' });
  const refused = { status: 409, detail: 'Trang này không nhận lượt thích.', wait: null };
  expect([await like(), await unlike()]).toEqual([refused, refused]);
});

test('sixty a minute from one address, which is told when to go on', async () => {
  const { service, like, unlike } = await newService();
  service.clock.now += 15_000;
  for (let count = 0; count < 30; count += 1) expect([await like(), await unlike()]).toHaveLength(2);
  expect([await like(), await unlike()]).toMatchObject([
    { status: 429, wait: '45' },
    { status: 429, wait: '45' },
  ]);
  expect(await stored(service)).toEqual({ rows: 0, likes: 0 });
  expect(await like('192.0.2.8')).toEqual({ likes: 1, liked: true });
  service.clock.now += 45_000;
  expect(await like()).toEqual({ likes: 2, liked: true });
  await service.setSite({ pace: 'off' });
  for (let count = 0; count < 61; count += 1) expect(await like()).toMatchObject({ liked: true });
});

test('who is blocked is answered like anyone, and counts for nothing', async () => {
  const { service, like, unlike } = await newService();
  const site = await findSite(service.deps.database, 'demo');
  if (!site) throw new Error('no site');
  const { id: sender } = await recognizeSender(service.deps, site, networksOf('192.0.2.7'));
  const { clock } = service;
  await service.addModerator();
  const [{ id: moderatorId } = { id: '' }] = await service.deps.database.query(
    build.selectFrom('moderators').select('id').compile(),
  );
  const block = { site: 'demo', sender, moderatorId, now: clock.now, until: clock.now + 60_000 };
  await blockSender(service.deps.database, block);
  expect([await like(), await like(), await unlike()]).toEqual([
    { likes: 1, liked: true },
    { likes: 1, liked: true },
    { likes: 0, liked: false },
  ]);
  await like();
  expect([await stored(service), await like('192.0.2.8')]).toEqual([
    { rows: 0, likes: 0 },
    { likes: 1, liked: true },
  ]);
});

test('a reader is the same after the key of the hashes has changed', async () => {
  const { service, like, unlike } = await newService();
  await like();
  service.clock.now += 30 * 86_400_000;
  expect(await like()).toEqual({ likes: 1, liked: true });
  expect(await unlike()).toEqual({ likes: 0, liked: false });
  expect(await stored(service)).toEqual({ rows: 0, likes: 0 });
});

test('only the pages of the site may have likes sent from a browser', async () => {
  const { service, id } = await newService();
  await service.setSite({ origins: ['https://bao.example'] });
  const allowed = async (origin: string) => {
    const { headers } = await service.request(`/api/v1/sites/demo/comments/${id}/like`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT' },
    });
    return [
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-methods')?.includes('PUT'),
    ];
  };
  expect(await allowed('https://bao.example')).toEqual(['https://bao.example', true]);
  expect((await allowed('https://evil.example'))[0]).toBeNull();
});
