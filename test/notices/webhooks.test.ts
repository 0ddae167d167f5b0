import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { poster } from '../../src/notices/channels/post.ts';
import { type CourierWorld, carry } from '../../src/notices/courier.ts';
import { type Received, startReceiver } from '../support/receiver.ts';
import { type Service, startService } from '../support/service.ts';

const hooks = '/api/v1/sites/demo/webhooks';
const reach = { loopback: true };
const minute = 60_000;

async function open() {
  const service = await startService();
  // The receivers' library looks at the time that is signed.
  service.clock.now = Date.now();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const owner = await service.addModerator('Hà', { role: 'owner', sites: ['demo'] });
  const receiver = await startReceiver();
  const world: CourierWorld = { ...service.deps, post: poster(reach) };
  /** Tells all that is due by now. */
  const tellAll = async () => {
    while (await carry(world));
  };
  return { service, owner, receiver, world, tellAll };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function add({ service, owner, receiver }: Opened, asked: object = {}) {
  const { body } = await service.json('POST', hooks, { url: `${receiver.url}/hook`, ...asked }, owner);
  return body as { id: string; secret: string };
}

function decide(service: Service, who: Record<string, string>, action: string, id: string, version = 1) {
  return service.json(
    'POST',
    '/api/v1/decisions',
    { action, comments: [{ id, version }], reason: 'Không liên quan' },
    who,
  );
}

const told = ({ body }: Received) => JSON.parse(body);
const kinds = (received: readonly Received[]) => received.map((one) => told(one).type);

test('a webhook is told, signed, what happens to comments, in order', async () => {
  const opened = await open();
  const { service, owner, receiver, tellAll } = opened;
  const events = [
    'comment.held',
    'comment.rejected',
    'comment.appealed',
    'comment.published',
    'comment.withdrawn',
  ];
  const { secret } = await add(opened, { events });
  const { body: sent } = await service.send({ email: 'hoa@example.com' });
  await tellAll();
  await decide(service, owner, 'reject', sent.id);
  await tellAll();
  await service.json('POST', `/api/v1/receipts/${sent.receipt}/appeals`, { text: 'Xin xem lại.' });
  await tellAll();
  await decide(service, owner, 'publish', sent.id, 3);
  await tellAll();
  await service.json('DELETE', `/api/v1/receipts/${sent.receipt}`);
  await tellAll();
  expect(kinds(receiver.received)).toEqual(events);
  for (const { body, headers } of receiver.received)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
  const sentAt = new Date(service.clock.now).toISOString();
  const [held, rejected] = receiver.received.map(told);
  expect(held).toEqual({
    type: 'comment.held',
    timestamp: sentAt,
    data: {
      version: 1,
      site: 'demo',
      desk: `http://comments.test/moderation/comments/${sent.id}`,
      comment: {
        ...{
          id: sent.id,
          parentId: null,
          author: 'Nguyễn Thị Hòa',
          body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.',
        },
        ...{
          article: { key: '/bai-viet', title: '', url: '' },
          state: 'pending',
          stateNow: 'pending',
          version: 1,
        },
        ...{
          risk: expect.any(Number),
          likes: 0,
          reports: 0,
          reasons: [],
          createdAt: sentAt,
        },
      },
      decision: null,
    },
  });
  expect(rejected.data.decision).toEqual({
    id: expect.any(String),
    action: 'reject',
    reason: 'Không liên quan',
  });
  const all = receiver.received.map(({ body }) => body).join();
  expect(all).not.toContain('hoa@example.com');
});

test('nothing is written where nobody listens', async () => {
  const opened = await open();
  const { service, tellAll, receiver } = opened;
  await service.send();
  await add(opened, { events: ['comment.published'] });
  await service.send({ body: 'Tôi có một ý kiến khác về bài này.' });
  await tellAll();
  expect(receiver.received).toEqual([]);
});

test('what is not answered with success is told again under the same id, after growing pauses, for a day', async () => {
  const opened = await open();
  const { service, owner, receiver, tellAll } = opened;
  const { id } = await add(opened, { events: ['comment.held'] });
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await service.send();
  const began = service.clock.now;
  const times: number[] = [];
  while (service.clock.now < began + 26 * 60 * minute) {
    const before = receiver.received.length;
    await tellAll();
    if (receiver.received.length > before) times.push(service.clock.now - began);
    service.clock.now += minute / 2;
  }
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(times.length).toBeGreaterThan(8);
  expect(times.length).toBeLessThan(20);
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(Math.max(...pauses.slice(-3))).toBeGreaterThan((100 * (pauses[0] ?? 0)) / 2);
  const { body } = await service.json('GET', `${hooks}/${id}/deliveries`, undefined, owner);
  expect(body.deliveries).toEqual([
    expect.objectContaining({ event: 'comment.held', status: 'failed', answer: '500', tries: times.length }),
  ]);
  receiver.answer = (_, response) => void response.writeHead(200).end();
  await service.json('POST', `${hooks}/${id}/deliveries/resend`, undefined, owner);
  await tellAll();
  const [now] = (await service.json('GET', `${hooks}/${id}/deliveries`, undefined, owner)).body.deliveries;
  expect(now.status).toBe('delivered');
});

test('while a channel fails it is tried by one delivery at a time, and gets all once it works', async () => {
  const opened = await open();
  const { service, receiver, tellAll } = opened;
  await add(opened, { events: ['comment.held'] });
  receiver.answer = (_, response) =>
    void response.writeHead(302, { location: `${receiver.url}/other` }).end();
  for (let at = 0; at < 30; at += 1) await service.send({ body: `Ý kiến thứ ${at} của tôi về bài viết.` });
  await tellAll();
  const atFirst = receiver.received.length;
  for (let at = 0; at < 20; at += 1) {
    service.clock.now += 15 * minute;
    await tellAll();
  }
  expect(atFirst).toBeLessThanOrEqual(10);
  expect(receiver.received.length).toBeLessThanOrEqual(atFirst + 20);
  expect(receiver.received.every(({ path }) => path === '/hook')).toBe(true);
  receiver.received.length = 0;
  receiver.answer = (_, response) => void response.writeHead(204).end();
  service.clock.now += 240 * minute;
  await tellAll();
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
  expect(receiver.received.length).toBe(30);
});

test('a new secret and the one before sign together for a day', async () => {
  const opened = await open();
  const { service, owner, receiver, tellAll } = opened;
  const { id, secret: old } = await add(opened, { events: ['comment.held'] });
  const { body } = await service.json('POST', `${hooks}/${id}/secret`, undefined, owner);
  await service.send();
  await tellAll();
  const [both] = receiver.received;
  for (const secret of [old, body.secret])
    expect(
      new Webhook(secret).verify(both?.body ?? '', both?.headers as Record<string, string>),
    ).toBeTruthy();
  service.clock.now += 25 * 60 * minute;
  await service.send({ body: 'Hôm nay tôi lại đọc bài này.' });
  await tellAll();
  const last = receiver.received.at(-1);
  expect(last?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
});
