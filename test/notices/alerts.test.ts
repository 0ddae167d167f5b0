import { expect, test } from 'vitest';
import { alertLongQueues } from '../../src/notices/alert.ts';
import { poster } from '../../src/notices/channels/post.ts';
import { carry } from '../../src/notices/courier.ts';
import { startReceiver } from '../support/receiver.ts';
import { startService } from '../support/service.ts';

const minute = 60_000;

test('a queue that waits too long is told once an hour, while more wait than may', async () => {
  const service = await startService();
  const { clock, deps } = service;
  const receiver = await startReceiver();
  await service.setSite({
    ...{ captcha: 'off', pace: 'off' },
    ...{ 'alert-waiting-count': 2, 'alert-waiting-minutes': 10 },
  });
  const owner = await service.addModerator('Hà', { role: 'owner', sites: ['demo'] });
  const channel = { url: receiver.url, events: ['queue.waiting'], kind: 'standard' };
  await service.json('POST', '/api/v1/sites/demo/webhooks', channel, owner);
  const toldAfter = async (ms: number) => {
    clock.now += ms;
    await alertLongQueues(deps);
    while (await carry({ ...deps, post: poster(deps.reach) })) {}
    return receiver.received.splice(0).map(({ body }) => JSON.parse(body).data.queue.waiting);
  };
  for (const body of ['Ý kiến thứ nhất của tôi.', 'Ý kiến thứ hai của tôi.']) await service.send({ body });
  expect(await toldAfter(11 * minute)).toEqual([]);
  await service.send({ body: 'Ý kiến thứ ba của tôi.' });
  expect(await toldAfter(9 * minute)).toEqual([]);
  expect(await toldAfter(2 * minute)).toEqual([3]);
  expect(await toldAfter(58 * minute)).toEqual([]);
  expect(await toldAfter(3 * minute)).toEqual([3]);
});
