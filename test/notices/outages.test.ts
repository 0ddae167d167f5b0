import { expect, test } from 'vitest';
import type { Answering } from '../support/receiver.ts';
import { minute, opinion, startTelling, told } from '../support/telling.ts';

test('a channel that fails is logged once, and once when it is told again', async () => {
  const { service, receiver, add, tellAll } = await startTelling();
  const { id } = await add();
  const ofChannels = () => service.logged.filter((line) => line.includes('a channel'));
  const fails = `{"level":"warn","event":"a channel cannot be reached; it is tried again","channel":"${id}","site":"demo"}`;
  const works = `{"level":"info","event":"a channel is told again","channel":"${id}","site":"demo"}`;
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await service.send({ body: opinion(1) });
  for (let step = 0; step < 3; step += 1) {
    await tellAll();
    service.clock.now += 60 * minute;
  }
  expect(receiver.received.length).toBeGreaterThan(1);
  expect(ofChannels()).toEqual([fails]);
  receiver.answer = (_, response) => void response.end();
  for (let at = 2; at < 4; at += 1) {
    await tellAll();
    service.clock.now += 60 * minute;
    await service.send({ body: opinion(at) });
  }
  expect(ofChannels()).toEqual([fails, works]);
});

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
