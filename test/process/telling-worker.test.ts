import { expect, test } from 'vitest';
import { openService } from '../contract/service.ts';
import { ids, kinds, startReceiver } from '../support/receiver.ts';
import { startWorker } from '../support/worker-process.ts';

test('on Workers what failed is told again by the clock, under the same id', async () => {
  const worker = await startWorker({}, ['--test-scheduled']);
  try {
    const service = await openService(worker);
    const receiver = await startReceiver();
    const site = await service.heldSite();
    receiver.answer = (_, response) => void response.writeHead(500).end();
    const asked = { url: receiver.url, events: ['comment.held'] };
    await service.json('POST', `/api/v1/sites/${site}/webhooks`, asked, service.owner);
    await service.sendMany(site, 1);
    await expect.poll(() => receiver.received.length).toBe(1);
    receiver.answer = (_, response) => void response.writeHead(204).end();
    const everyMinute = async () => {
      await fetch(`${worker.url}/__scheduled?cron=${encodeURIComponent('* * * * *')}`);
      return receiver.received.length;
    };
    await expect.poll(everyMinute, { interval: 1000 }).toBe(2);
    expect(kinds(receiver.received)).toEqual(['comment.held', 'comment.held']);
    expect(new Set(ids(receiver.received)).size).toBe(1);
  } finally {
    await worker.stop();
  }
});
