import { Webhook } from 'standardwebhooks';
import { describe, expect } from 'vitest';
import { payloadShapes } from '../../src/notices/payload-shapes.ts';
import { type Received, startReceiver } from '../support/receiver.ts';
import { expectProblem } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

async function add(service: Service, site: string, receiver: Receiver, given: object = {}) {
  const asked = { url: `${receiver.url}/hook`, events: ['comment.held'], ...given };
  const path = `/api/v1/sites/${site}/webhooks`;
  const { status, body } = await service.json('POST', path, asked, service.owner);
  expect(status).toBe(201);
  return { path: `${path}/${body.id}`, secret: body.secret as string, id: body.id as string };
}

function verified({ body, headers }: Received, secret: string) {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string };
}

export function describeWebhooks(test: ContractTest): void {
  describe('a webhook', () => {
    test('is told, signed, soon after it happens, as the document of the API says', async ({ service }) => {
      const site = await service.heldSite();
      const receiver = await startReceiver();
      const { path, secret } = await add(service, site, receiver, {
        events: ['comment.held', 'comment.published'],
      });
      const [id = ''] = await service.sendMany(site, 1, { email: 'hoa@example.com' });
      await expect.poll(() => receiver.received.length).toBe(1);
      await service.decideNew('publish', [id]);
      await expect.poll(() => receiver.received.length).toBe(2);
      const told = receiver.received.map((one) => verified(one, secret));
      expect(told.map(({ type }) => type)).toEqual(['comment.held', 'comment.published']);
      for (const one of told) payloadShapes.find(({ shape }) => shape.type.value === one.type)?.parse(one);
      expect(JSON.stringify(told)).not.toContain('hoa@example.com');
      const statuses = async () =>
        (await service.json('GET', `${path}/deliveries`, undefined, service.owner)).body.deliveries.map(
          ({ event, status }: { event: string; status: string }) => [event, status],
        );
      await expect.poll(statuses).toEqual([
        ['comment.published', 'delivered'],
        ['comment.held', 'delivered'],
      ]);
    });

    test('is listed without its secret, which is changed, and paused, tried, resumed and ended', async ({
      service,
    }) => {
      const site = await service.heldSite();
      const receiver = await startReceiver();
      const { id, path, secret } = await add(service, site, receiver);
      const list = await service.json('GET', `/api/v1/sites/${site}/webhooks`, undefined, service.owner);
      expect(list.body.webhooks).toEqual([
        {
          ...{ id, kind: 'standard', url: `${receiver.url}/hook`, events: ['comment.held'], grouped: false },
          ...{ paused: null, gone: false, failingSince: null, dropped: 0, createdAt: expect.any(String) },
        },
      ]);
      const rotated = await service.json('POST', `${path}/secret`, undefined, service.owner);
      expect(rotated.body.secret).not.toBe(secret);
      const tested = await service.json('POST', `${path}/test`, undefined, service.owner);
      expect(tested.status).toBe(202);
      await expect.poll(() => receiver.received.length).toBe(1);
      const [test] = receiver.received;
      expect(test?.headers['webhook-id']).toBe(tested.body.id);
      for (const one of [secret, rotated.body.secret])
        expect(test && verified(test, one)).toMatchObject({ type: 'webhook.test' });
      const paused = await service.json('PATCH', path, { paused: true }, service.owner);
      expect(paused.body.paused).toEqual(expect.any(String));
      await service.sendMany(site, 1);
      const resumed = await service.json('PATCH', path, { paused: false }, service.owner);
      expect(resumed.body.paused).toBeNull();
      await expect.poll(() => receiver.received.length).toBe(2);
      const again = await service.json('POST', `${path}/deliveries/resend`, undefined, service.owner);
      expect([again.status, again.body]).toEqual([202, { count: 0 }]);
      expect((await service.json('DELETE', path, undefined, service.owner)).status).toBe(204);
      expectProblem(await service.json('DELETE', path, undefined, service.owner), 404, 'not-found');
    });

    test('leads outside, and is an owner’s alone', async ({ service }) => {
      const site = await service.heldSite();
      const path = `/api/v1/sites/${site}/webhooks`;
      const { link: _, ...lan } = await service.newModerator(`Lan của ${site}`, [site]);
      for (const url of [
        'https://10.0.0.1/',
        'http://hooks.example.com/',
        'https://metadata.google.internal/',
      ])
        expectProblem(await service.json('POST', path, { url }, service.owner), 422, 'invalid');
      const good = { url: 'https://hooks.example.com/' };
      expectProblem(await service.json('POST', path, good, lan), 403, 'forbidden');
      expectProblem(await service.json('POST', path, good), 401, 'unauthenticated');
    });
  });
}
