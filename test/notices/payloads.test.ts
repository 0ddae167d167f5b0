import { expect, test } from 'vitest';
import { z } from 'zod';
import { alertLongQueues } from '../../src/notices/alert.ts';
import { eventKinds } from '../../src/notices/event.ts';
import { payloadShapes } from '../../src/notices/payload-shapes.ts';
import { hooks, minute, opinion, startTelling, type Telling, told } from '../support/telling.ts';

/** Does everything that is told. */
async function everything({ service, ask, decide, tellAll, world }: Telling, id: string) {
  const send = async (at: number) =>
    (await service.send({ body: opinion(at), email: 'hoa@example.com' })).body;
  const [first, second, third, fourth] = [await send(0), await send(1), await send(2), await send(3)];
  await decide('publish', first.id);
  await decide('reject', second.id);
  await decide('spam', third.id);
  await service.json('POST', `/api/v1/receipts/${second.receipt}/appeals`, { text: 'Xin xem lại giúp tôi.' });
  await service.json('POST', `/api/v1/sites/demo/comments/${first.id}/reports`, { reason: 'insult' });
  await service.json('PUT', `/api/v1/sites/demo/comments/${first.id}/like`, undefined, {
    'x-test-peer': '198.51.100.7',
  });
  await service.json('DELETE', `/api/v1/receipts/${fourth.receipt}`);
  await ask('POST', `/api/v1/comments/${first.id}/replies`, { body: 'Cảm ơn bạn đã góp ý.' });
  await ask('POST', `${hooks}/${id}/test`);
  await tellAll();
  service.clock.now += 31 * minute;
  await alertLongQueues(world);
  await tellAll();
}

test('what is told is what the document of the API says, of every kind', async () => {
  const telling = await startTelling();
  const { service, receiver, add } = telling;
  await service.setSite({ 'alert-waiting-count': 0, 'alert-waiting-minutes': 30 });
  const { id } = await add({ events: eventKinds });
  await everything(telling, id);
  const { webhooks } = (await service.json('GET', '/openapi.json')).body;
  const types = receiver.received.map((one) => told(one).type);
  expect([...new Set(types)].toSorted()).toEqual([...eventKinds, 'webhook.test'].toSorted());
  expect(Object.keys(webhooks).toSorted()).toEqual([...eventKinds, 'webhook.test', 'judge'].toSorted());
  for (const one of receiver.received) {
    const payload = told(one);
    const { schema } = webhooks[payload.type].post.requestBody.content['application/json'];
    z.fromJSONSchema(schema).parse(payload);
    expect(() => z.fromJSONSchema(schema).parse({ ...payload, email: 'hoa@example.com' })).toThrow();
    payloadShapes.find(({ shape }) => shape.type.value === payload.type)?.parse(payload);
    expect(one.body).not.toMatch(/hoa@example\.com|198\.51\.100\.7|sender|fingerprint|receipt/);
  }
});
