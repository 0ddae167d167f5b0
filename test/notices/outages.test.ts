import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { dropBeyond } from '../../src/store/notices/deliveries.ts';
import { spreadEvents } from '../../src/store/notices/events.ts';
import type { Answering } from '../support/receiver.ts';
import { hooks, minute, opinion, startTelling, told } from '../support/telling.ts';

const troubles: [string, Answering][] = [
  ['hangs', () => undefined],
  ['answers that it is broken', (_, response) => void response.writeHead(500).end('x'.repeat(100_000))],
  ['redirects', ({ path }, response) => void response.writeHead(307, { location: `${path}/other` }).end()],
];

test.for(troubles)('1,000 events are told once a receiver works again that %s', async ([, trouble]) => {
  const { service, receiver, add, tellAll, deliveries } = await startTelling();
  const { id } = await add();
  receiver.answer = trouble;
  const sent: string[] = [];
  for (let at = 0; at < 1000; at += 1) {
    const { status, body } = await service.send({ body: opinion(at) });
    expect(status).toBe(202);
    sent.push(body.id);
    if (at === 500) await tellAll();
  }
  for (let step = 0; step < 3; step += 1) {
    service.clock.now += 20 * minute;
    await tellAll();
  }
  // Of all that waits no more is on its way than a few at first, and then one at a time.
  expect(receiver.received.length).toBeLessThanOrEqual(13);
  expect(receiver.connections).toBeLessThanOrEqual(13);
  expect(receiver.received.every(({ path }) => path === '/hook')).toBe(true);
  const idOf = new Map<string, Set<unknown>>();
  const note = () => {
    for (const one of receiver.received) {
      const { id: comment } = told(one).data.comment;
      idOf.set(comment, (idOf.get(comment) ?? new Set()).add(one.headers['webhook-id']));
    }
  };
  note();
  receiver.received.length = 0;
  receiver.answer = (_, response) => void response.writeHead(200).end();
  service.clock.now += 60 * minute;
  await tellAll();
  note();
  expect(receiver.received).toHaveLength(1000);
  expect([...idOf.keys()].toSorted()).toEqual(sent.toSorted());
  expect([...idOf.values()].every(({ size }) => size === 1)).toBe(true);
  expect((await deliveries(id)).every(({ status }: { status: string }) => status === 'delivered')).toBe(true);
});

test('a slow receiver is told in its own time, and a quick one meanwhile', async () => {
  const { service, receiver, add, tellAll } = await startTelling();
  await add({ url: `${receiver.url}/slow` });
  await add({ url: `${receiver.url}/quick` });
  const slow: (() => void)[] = [];
  receiver.answer = ({ path }, response) => {
    if (path === '/quick') response.end();
    else slow.push(() => response.end());
  };
  for (let at = 0; at < 40; at += 1) await service.send({ body: opinion(at) });
  const telling = tellAll();
  const count = (path: string) => receiver.received.filter((one) => one.path === path).length;
  await expect.poll(() => count('/quick')).toBe(40);
  expect(count('/slow')).toBe(10);
  receiver.answer = (_, response) => void response.end();
  for (const answer of slow) answer();
  await telling;
  expect([count('/slow'), count('/quick')]).toEqual([40, 40]);
});

test('where more waits than may, the least important and the oldest of it go first, and that is told', async () => {
  const { service, world, owner, add, ask, channel, deliveries } = await startTelling();
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
  const { service, world, receiver, add, ask, tellAll } = await startTelling();
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
  await add({ url: `${receiver.url}/works`, events: ['comment.held'] });
  await service.send({ body: opinion(1) });
  await tellAll();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/works']);
});
