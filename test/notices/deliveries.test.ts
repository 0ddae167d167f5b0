import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { alertLongQueues } from '../../src/notices/alert.ts';
import type { Posted } from '../../src/notices/channels/posting.ts';
import { type CourierWorld, carry } from '../../src/notices/courier.ts';
import { build } from '../../src/store/database.ts';
import { dropBeyond } from '../../src/store/notices/deliveries.ts';
import { spreadEvents } from '../../src/store/notices/events.ts';
import { startService } from '../support/service.ts';

const hooks = '/api/v1/sites/demo/webhooks';
const minute = 60_000;
const hour = 60 * minute;
const opinion = (at: number) =>
  `Ý kiến thứ ${at} (${(at * 7919).toString(36)}) về bài viết này, mong tòa soạn xem.`;

/** The outbox with an outside that answers as it is told to; the network is left out. */
async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const owner = await service.addModerator('Hà', { role: 'owner', sites: ['demo'] });
  const outside = { status: 204, posted: [] as Posted[] };
  const world: CourierWorld = {
    ...service.deps,
    post: async (posted) => {
      outside.posted.push(posted);
      if (outside.status === 0) throw new Error('not reached');
      return { status: outside.status, body: '', retryAfterMs: 0 };
    },
  };
  const ask = async (method: string, path: string, body?: unknown) =>
    (await service.json(method, path, body, owner)).body;
  return {
    ...{ service, owner, outside, world, ask },
    add: (asked: object = {}): Promise<{ id: string }> =>
      ask('POST', hooks, { url: 'https://hooks.example.com/a', events: ['comment.held'], ...asked }),
    tellAll: async () => {
      while (await carry(world));
    },
    channel: async (id: string) =>
      (await ask('GET', hooks)).webhooks.find((one: { id: string }) => one.id === id),
    deliveries: async (id: string) => (await ask('GET', `${hooks}/${id}/deliveries?limit=100`)).deliveries,
  };
}

const told = ({ body }: Posted) => JSON.parse(body);
const idOf = ({ headers }: Posted) => headers['webhook-id'];

test('what happens is told, and again under the same id where it was not taken', async () => {
  const { service, outside, ask, add, tellAll, deliveries } = await open();
  const { id } = await add({ events: ['comment.held', 'comment.published', 'comment.withdrawn'] });
  outside.status = 0;
  const { body } = await service.send();
  await tellAll();
  outside.status = 200;
  service.clock.now += minute;
  await tellAll();
  await ask('POST', '/api/v1/decisions', { action: 'publish', comments: [{ id: body.id, version: 1 }] });
  await service.json('DELETE', `/api/v1/receipts/${body.receipt}`);
  await tellAll();
  expect(outside.posted.map((one) => told(one).type)).toEqual([
    ...['comment.held', 'comment.held', 'comment.published', 'comment.withdrawn'],
  ]);
  expect(new Set(outside.posted.map(idOf)).size).toBe(3);
  expect(
    (await deliveries(id)).map(({ status, tries }: { status: string; tries: number }) => [status, tries]),
  ).toHaveLength(3);
});

test('two couriers at once tell each thing once, and a third what one of them never came to', async () => {
  const { service, outside, world, add, tellAll } = await open();
  await add();
  for (let at = 0; at < 25; at += 1) await service.send({ body: opinion(at) });
  const never = { ...world, post: () => new Promise<never>(() => undefined) };
  void carry(never);
  const first = sql`select 1 from deliveries where tries = 1`.compile(build);
  await expect.poll(async () => (await world.database.query(first)).length).toBe(10);
  await Promise.all([tellAll(), tellAll()]);
  expect(new Set(outside.posted.map(idOf)).size).toBe(outside.posted.length);
  expect(outside.posted).toHaveLength(15);
  service.clock.now += minute + 1;
  await tellAll();
  expect(new Set(outside.posted.map(idOf)).size).toBe(25);
  expect(outside.posted).toHaveLength(25);
});

test('a decision about many is told of each, and so is its undoing', async () => {
  const { service, outside, ask, add, tellAll } = await open();
  await add({ events: ['comment.spam', 'comment.held'] });
  for (let at = 0; at < 12; at += 1) await service.send({ body: opinion(at) });
  const filter = { site: 'demo', state: 'pending' };
  const { id } = await ask('POST', '/api/v1/decisions', { action: 'spam', filter, expected: 12 });
  await ask('DELETE', `/api/v1/decisions/${id}`);
  await tellAll();
  const versions = outside.posted.map(told).map(({ type, data }) => `${type} ${data.comment.version}`);
  expect(versions.toSorted()).toEqual(
    ['comment.held 1', 'comment.held 3', 'comment.spam 2'].flatMap((one) => Array(12).fill(one)),
  );
});

test('a line about the queue is told once a minute, and a queue that is too long once an hour', async () => {
  const { service, outside, world, add, tellAll } = await open();
  await service.setSite({ 'alert-waiting-count': 1, 'alert-waiting-minutes': 10 });
  await add({ kind: 'slack', url: 'https://hooks.example.com/chat' });
  await add({ events: ['queue.waiting'] });
  for (let at = 0; at < 130; at += 1) {
    if (at < 60) await service.send({ body: opinion(at) });
    await alertLongQueues(world);
    await tellAll();
    service.clock.now += minute / 2;
  }
  const lines = outside.posted.filter(({ url }) => url.endsWith('/chat'));
  const alerts = outside.posted.filter(({ url }) => url.endsWith('/a')).map((one) => told(one).type);
  expect(lines.length).toBeGreaterThan(25);
  expect(lines.length).toBeLessThanOrEqual(31);
  expect(alerts).toEqual(['queue.waiting']);
});

test('what was not taken for a day has failed, and waits again where somebody wants that', async () => {
  const { service, outside, ask, add, tellAll, channel, deliveries } = await open();
  const { id } = await add();
  outside.status = 500;
  await service.send();
  for (let step = 0; step < 30; step += 1) {
    await tellAll();
    service.clock.now += hour;
  }
  expect(await deliveries(id)).toEqual([expect.objectContaining({ status: 'failed', answer: '500' })]);
  expect((await channel(id)).failingSince).not.toBeNull();
  outside.status = 410;
  await ask('POST', `${hooks}/${id}/deliveries/resend`);
  await tellAll();
  expect(await channel(id)).toMatchObject({ gone: true, paused: expect.any(String) });
  outside.status = 200;
  await ask('PATCH', `${hooks}/${id}`, { paused: false });
  await tellAll();
  expect(await deliveries(id)).toEqual([expect.objectContaining({ status: 'delivered' })]);
  expect(await channel(id)).toMatchObject({ gone: false, paused: null, failingSince: null });
});

test('where more waits than may, the least important and the oldest of it go first, and that is told', async () => {
  const { service, world, owner, add, ask, channel, deliveries } = await open();
  const { database } = world;
  const { id } = await add({ events: ['comment.published', 'comment.held', 'comment.appealed'] });
  const { body } = await service.send();
  await database.query(
    sql`with recursive counted(at) as (select 1 union all select at + 1 from counted where at < 10020)
      insert into events (id, site_id, kind, comment_id, state, version, created_at)
      select printf('%05d', at), 'demo', iif(at <= 15, 'comment.appealed', iif(at % 2, 'comment.held', 'comment.published')),
        ${body.id}, 'pending', 1, ${service.clock.now} + at from counted`.compile(build),
  );
  await ask('PATCH', `${hooks}/${id}`, { paused: true });
  while ((await spreadEvents(database, service.clock.now)) > 0);
  const dropped = await dropBeyond(database);
  expect(dropped).toBe(21);
  const gone = await database.query(
    sql<{ kind: string; id: string }>`select kind, event_id as id from deliveries where status = 'dropped'
      order by created_at`.compile(build),
  );
  expect(gone.map(({ kind }) => kind)).toEqual(Array(21).fill('comment.published'));
  expect(gone.map((one) => Number(one.id))).toEqual(Array.from({ length: 21 }, (_, at) => 16 + 2 * at));
  expect(await channel(id)).toMatchObject({ dropped: 21 });
  const page = await service.request('/moderation/sites/demo/channels', {
    headers: { ...owner, accept: 'text/html' },
  });
  expect(await page.text()).toContain('21 tin bị bỏ vì quá nhiều');
  expect(await dropBeyond(database)).toBe(0);
  expect(await deliveries(id)).toHaveLength(100);
});

test('what waits for a channel that is told nothing pushes out nothing of one that works', async () => {
  const { service, world, outside, add, ask, tellAll } = await open();
  const { id } = await add({ events: ['comment.appealed'] });
  const { body } = await service.send();
  await world.database.query(
    sql`with recursive counted(at) as (select 1 union all select at + 1 from counted where at < 10000)
      insert into deliveries (channel_id, event_id, kind, comment_id, importance, created_at, due_at)
      select ${id}, at, 'comment.appealed', ${body.id}, 4, ${service.clock.now}, 0 from counted`.compile(
      build,
    ),
  );
  await ask('PATCH', `${hooks}/${id}`, { paused: true });
  await add({ url: 'https://hooks.example.com/works', events: ['comment.held'] });
  await service.send({ body: opinion(1) });
  await tellAll();
  expect(outside.posted.map(({ url }) => url)).toEqual(['https://hooks.example.com/works']);
});

test('of a decision about thousands nothing is dropped where channels take it', async () => {
  const { service, world, outside, add, tellAll } = await open();
  for (let at = 0; at < 5; at += 1) await add({ url: `https://hooks.example.com/${at}` });
  const { body } = await service.send();
  await world.database.query(
    sql`with recursive counted(at) as (select 1 union all select at + 1 from counted where at < 2999)
      insert into events (id, site_id, kind, comment_id, state, version, created_at)
      select at, 'demo', 'comment.held', ${body.id}, 'pending', 1, ${service.clock.now} from counted`.compile(
      build,
    ),
  );
  await tellAll();
  expect(outside.posted).toHaveLength(15_000);
});
