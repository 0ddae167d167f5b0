import { env } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import type { MailBinding } from '../../src/notices/channels/mail-binding.ts';
import type { Bindings } from '../../src/service/bound.ts';
import worker from '../../src/worker.ts';
import { startService } from '../support/service.ts';

const told = {
  ...{ SECRET: 'a secret for tests, of 32 characters or more', LOG_LEVEL: 'silent' },
  ...{ PUBLIC_URL: 'https://comments.test', MAIL_FROM: 'binh-luan@bao.example' },
};
const ASSETS = { fetch: async () => new Response(null, { status: 404 }) } as never;

async function startWorker(TELLING: NonNullable<Bindings['TELLING']>) {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  vi.spyOn(console, 'log').mockReturnValue();
  const sent: string[] = [];
  const EMAIL: MailBinding = {
    async send(message) {
      await env.EMAIL.send(message);
      sent.push(String(message.to));
    },
  };
  const bindings = { DB: env.DB, ASSETS, EMAIL, TELLING, ...told };
  const post = async () => {
    const comment = { article: { key: '/bai' }, author: 'Hòa', body: 'Bài viết rất hữu ích.' };
    const request = new Request('https://comments.test/api/v1/sites/demo/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...comment, email: 'hoa@example.com', notify: true }),
    });
    const work: Promise<unknown>[] = [];
    const answer = await worker.fetch(request, bindings, { waitUntil: (one) => void work.push(one) });
    expect(answer.status).toBe(202);
    await Promise.all(work);
  };
  return { bindings, sent, post };
}

test('where a queue is bound a change wakes the Worker by it, and the request tells nobody itself', async () => {
  const { bindings, sent, post } = await startWorker(env.TELLING);
  await post();
  expect(sent).toEqual([]);
  await worker.queue({}, bindings);
  expect(sent).toEqual(['hoa@example.com']);
});

test('a queue that takes no message keeps nobody from being told', async () => {
  const full = { send: async () => Promise.reject(new Error('Queue is overloaded')) };
  const { sent, post } = await startWorker(full);
  await post();
  expect(sent).toEqual(['hoa@example.com']);
});
