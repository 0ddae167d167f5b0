import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { carry } from '../../src/notices/courier.ts';
import { build } from '../../src/store/database.ts';
import { hooks, ids, kinds, minute, opinion, startTelling, told } from '../support/telling.ts';

const hour = 60 * minute;

const waiting = sql`select 1 from deliveries where tries = 0 union all select 1 from events`.compile(build);

test('two couriers at once tell everything once', async () => {
  const { service, receiver, world, add } = await startTelling();
  await add();
  for (let at = 0; at < 60; at += 1) await service.send({ body: opinion(at) });
  const other = { ...world };
  while ((await Promise.all([carry(world), carry(other)])).includes(true));
  expect(receiver.received).toHaveLength(60);
  expect(new Set(ids(receiver.received)).size).toBe(60);
});

test('what a courier took that died is told a minute later, under the same id', async () => {
  const { service, receiver, world, add, tellAll } = await startTelling();
  await add();
  await service.send();
  const never = { ...world, post: () => new Promise<never>(() => undefined) };
  void carry(never);
  await expect.poll(async () => (await world.database.query(waiting)).length).toBe(0);
  await tellAll();
  expect(receiver.received).toEqual([]);
  service.clock.now += minute + 1;
  await tellAll();
  expect(kinds(receiver.received)).toEqual(['comment.held']);
});

test('a channel that cannot be told holds up no other', async () => {
  const { receiver, service, world, add, tellAll } = await startTelling();
  const broken = await add();
  await add({ url: `${receiver.url}/other` });
  await world.database.query(
    sql`update channels set sealed_url = 'x' where id = ${broken.id}`.compile(build),
  );
  await service.send();
  await tellAll();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/other']);
});

test('a comment that comes while the line about the queue is on its way is told in the next', async () => {
  const { receiver, service, add, tellAll } = await startTelling();
  await add({ kind: 'slack' });
  let isFirst = true;
  receiver.answer = async (_, response) => {
    if (isFirst) {
      isFirst = false;
      await service.send({ body: opinion(1) });
      await carryAgain();
    }
    response.end();
  };
  const carryAgain = tellAll;
  await service.send({ body: opinion(0) });
  await tellAll();
  expect(receiver.received).toHaveLength(1);
  service.clock.now += minute;
  await tellAll();
  expect(receiver.received.map((one) => told(one).text.split('\n')[0])).toEqual([
    expect.stringContaining('1 bình luận đang chờ'),
    expect.stringContaining('2 bình luận đang chờ'),
  ]);
});

test('a queue that is empty by now does not make a channel that fails seem to work', async () => {
  const { receiver, service, add, tellAll, channel, decide } = await startTelling();
  const { id } = await add({ kind: 'slack' });
  receiver.answer = (_, response) => void response.writeHead(500).end();
  const { body } = await service.send();
  await tellAll();
  const { failingSince } = await channel(id);
  await decide('publish', body.id);
  service.clock.now += hour;
  await tellAll();
  expect(failingSince).not.toBeNull();
  expect((await channel(id)).failingSince).toBe(failingSince);
});

test('a clock that was wrong for a while puts nothing off for long', async () => {
  const { receiver, service, add, tellAll } = await startTelling();
  await add({ events: ['comment.held', 'queue.waiting'] });
  await add({ kind: 'discord' });
  receiver.answer = (_, response) => void response.writeHead(500).end();
  service.clock.now += 365 * 24 * hour;
  await service.send({ body: opinion(0) });
  await tellAll();
  service.clock.now -= 365 * 24 * hour;
  receiver.answer = (_, response) => void response.writeHead(200).end();
  receiver.received.length = 0;
  await service.send({ body: opinion(1) });
  for (let step = 0; step < 4; step += 1) {
    service.clock.now += minute;
    await tellAll();
  }
  const { length } = receiver.received.filter(({ headers }) => headers['webhook-id']);
  expect([length, receiver.received.length]).toEqual([2, 3]);
});

test('what waited for days while its channel was paused is tried for a day from then on', async () => {
  const { receiver, service, add, ask, tellAll, deliveries } = await startTelling();
  const { id } = await add();
  await ask('PATCH', `${hooks}/${id}`, { paused: true });
  const { body } = await service.send();
  const sentAt = new Date(service.clock.now).toISOString();
  service.clock.now += 72 * hour;
  await tellAll();
  await ask('PATCH', `${hooks}/${id}`, { paused: false });
  receiver.answer = (_, response) => void response.writeHead(503).end();
  await tellAll();
  expect(await deliveries(id)).toEqual([expect.objectContaining({ status: 'waiting', tries: 1 })]);
  receiver.answer = (_, response) => void response.writeHead(200).end();
  service.clock.now += minute;
  await tellAll();
  expect(await deliveries(id)).toEqual([expect.objectContaining({ status: 'delivered', comment: body.id })]);
  expect(receiver.received.map((one) => told(one).timestamp)).toEqual([sentAt, sentAt]);
});

test('what is sent again keeps its id and the time when it happened', async () => {
  const { receiver, service, add, ask, tellAll } = await startTelling();
  const { id } = await add();
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await service.send();
  const sentAt = new Date(service.clock.now).toISOString();
  for (let step = 0; step < 30; step += 1) {
    await tellAll();
    service.clock.now += hour;
  }
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await ask('POST', `${hooks}/${id}/deliveries/resend`);
  await tellAll();
  receiver.answer = (_, response) => void response.writeHead(200).end();
  service.clock.now += minute;
  await tellAll();
  expect(new Set(ids(receiver.received)).size).toBe(1);
  expect(new Set(receiver.received.map((one) => told(one).timestamp))).toEqual(new Set([sentAt]));
});

test('a channel that is paused or removed while something is on its way stays so', async () => {
  const { receiver, service, add, ask, tellAll, channel, deliveries } = await startTelling();
  const paused = await add();
  const removed = await add({ url: `${receiver.url}/removed` });
  receiver.answer = async ({ path }, response) => {
    if (path === '/removed') await ask('DELETE', `${hooks}/${removed.id}`);
    else await ask('PATCH', `${hooks}/${paused.id}`, { paused: true });
    response.writeHead(500).end();
  };
  await service.send();
  await tellAll();
  expect(receiver.received.map(({ path }) => path).toSorted()).toEqual(['/hook', '/removed']);
  expect(await channel(removed.id)).toBeUndefined();
  expect((await channel(paused.id)).paused).not.toBeNull();
  receiver.answer = (_, response) => void response.end();
  await ask('PATCH', `${hooks}/${paused.id}`, { paused: false });
  service.clock.now += minute;
  await tellAll();
  expect(await deliveries(paused.id)).toEqual([expect.objectContaining({ status: 'delivered', tries: 2 })]);
});

test('who answers that it is there no more is paused, which an act tells, and what waits is kept', async () => {
  const { receiver, service, add, ask, tellAll, channel, deliveries } = await startTelling();
  const { id } = await add();
  receiver.answer = (_, response) => void response.writeHead(410).end();
  await service.send();
  await tellAll();
  service.clock.now += 48 * hour;
  await service.send({ body: opinion(1) });
  await tellAll();
  expect(receiver.received).toHaveLength(1);
  expect(await channel(id)).toMatchObject({ gone: true, paused: expect.any(String) });
  const { acts } = await ask('GET', '/api/v1/acts?limit=20');
  expect(acts).toContainEqual(expect.objectContaining({ kind: 'webhook-pause', access: 'service' }));
  receiver.answer = (_, response) => void response.writeHead(200).end();
  await ask('PATCH', `${hooks}/${id}`, { paused: false });
  await tellAll();
  expect(await channel(id)).toMatchObject({ gone: false, paused: null });
  expect((await deliveries(id)).map(({ status }: { status: string }) => status)).toEqual([
    ...['delivered', 'delivered'],
  ]);
});

test.for([
  ['standard', { 'retry-after': '1800' }, ''],
  ['discord', { 'retry-after': '1800' }, ''],
  ['telegram', {}, '{"ok":false,"error_code":429,"parameters":{"retry_after":1800}}'],
] as const)('%s is left alone for as long as it asks', async ([kind, headers, text]) => {
  const { receiver, service, add, tellAll } = await startTelling();
  await add({ kind, grouped: false });
  receiver.answer = (_, response) => void response.writeHead(429, headers).end(text);
  await service.send({ body: opinion(0) });
  await tellAll();
  for (let step = 0; step < 14; step += 1) {
    service.clock.now += 2 * minute;
    await service.send({ body: opinion(step + 1) });
    await tellAll();
  }
  expect(receiver.received).toHaveLength(1);
  receiver.answer = (_, response) => void response.end();
  service.clock.now += 5 * minute;
  await tellAll();
  expect(receiver.received.length).toBeGreaterThanOrEqual(15);
});

test('of a comment that was erased or taken back nothing is told that its author wrote', async () => {
  const { receiver, service, owner, add, tellAll } = await startTelling();
  await add({ events: ['comment.held', 'comment.withdrawn'] });
  const secrets = ['Tôi muốn rút lại câu này.', 'Câu này bị xóa hẳn khỏi tòa soạn.'];
  const [first, second] = [
    await service.send({ body: secrets[0], author: 'Người Rút' }),
    await service.send({ body: secrets[1], author: 'Người Xóa' }),
  ];
  await service.json('DELETE', `/api/v1/receipts/${first?.body.receipt}`);
  await service.json('POST', `/api/v1/receipts/${second?.body.receipt}/erasure`, {}, owner);
  await tellAll();
  const all = receiver.received.map(({ body }) => body).join();
  expect(kinds(receiver.received).toSorted()).toEqual([
    ...['comment.held', 'comment.held', 'comment.withdrawn', 'comment.withdrawn'],
  ]);
  for (const words of [...secrets, 'Người Rút', 'Người Xóa']) expect(all).not.toContain(words);
});

test('whoever takes back a bulk decision is told of each comment as it stands again', async () => {
  const { receiver, service, add, ask, tellAll } = await startTelling();
  await add({ events: ['comment.published', 'comment.held'] });
  for (let at = 0; at < 12; at += 1) await service.send({ body: opinion(at) });
  const filter = { site: 'demo', state: 'pending' };
  const { id } = await ask('POST', '/api/v1/decisions', { action: 'publish', filter, expected: 12 });
  await tellAll();
  await ask('DELETE', `/api/v1/decisions/${id}`);
  await tellAll();
  const count = (kind: string, version: number) =>
    receiver.received.map(told).filter(({ type, data }) => type === kind && data.comment.version === version)
      .length;
  expect([count('comment.held', 1), count('comment.published', 2), count('comment.held', 3)]).toEqual([
    ...[12, 12, 12],
  ]);
  expect(receiver.received).toHaveLength(36);
});

test('a like while likes are told is told by another delivery', async () => {
  const { receiver, service, add, decide, tellAll } = await startTelling();
  await add({ events: ['comment.liked'] });
  const { body } = await service.send();
  await decide('publish', body.id);
  const like = (peer: string) =>
    service.json('PUT', `/api/v1/sites/demo/comments/${body.id}/like`, undefined, { 'x-test-peer': peer });
  let isFirst = true;
  receiver.answer = async (_, response) => {
    if (isFirst) {
      isFirst = false;
      await like('198.51.100.2');
      await tellAll();
    }
    response.end();
  };
  await like('198.51.100.1');
  for (let step = 0; step < 4; step += 1) {
    await tellAll();
    service.clock.now += 5 * minute;
  }
  expect(receiver.received.map((one) => told(one).data.comment.likes)).toEqual([1, 2]);
  expect(new Set(ids(receiver.received)).size).toBe(2);
});
