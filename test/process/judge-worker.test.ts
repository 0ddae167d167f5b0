import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { openService } from '../contract/service.ts';
import { type Answering, says, startReceiver } from '../support/receiver.ts';
import { startWorker } from '../support/worker-process.ts';

test('on Workers a judge is asked, holds, and fails closed, also where it never ends its answer', async () => {
  const worker = await startWorker();
  try {
    const service = await openService(worker);
    const judge = await startReceiver();
    const site = await service.openSite({ 'judge-url': `${judge.url}/judge` });
    const page = `/moderation/sites/${site}/judge`;
    const made = await service.form(page, { do: 'secret' }, service.owner);
    const secret = /value="(whsec_[^"]+)"/.exec(made.text)?.[1] ?? '';
    const state = async () => (await service.send(site)).body.state;
    judge.answer = says({ verdict: 'pass' });
    expect(await state()).toBe('published');
    const [asked] = judge.received;
    const verified = new Webhook(secret).verify(asked?.body ?? '', asked?.headers as Record<string, string>);
    expect(verified).toMatchObject({ version: 1, site, author: 'Nguyễn Thị Hòa' });
    judge.answer = says({ verdict: 'hold', risk: 0.9 });
    expect(await state()).toBe('pending');
    const never: Answering = (_, response) => void response.writeHead(200).write('{"verdict":');
    for (const answer of [says({ verdict: 'pass' }, 500), says({ more: 'x'.repeat(70_000) }), never]) {
      judge.answer = answer;
      expect(await state()).toBe('pending');
    }
    judge.answer = says({ verdict: 'pass' });
    const together = await Promise.all(Array.from({ length: 20 }, state));
    expect(together).toEqual(Array(20).fill('published'));
    const tried = await service.form(page, { do: 'try' }, service.owner);
    expect(tried.text).toContain('<b>Cho qua</b>');
  } finally {
    await worker.stop();
  }
});
