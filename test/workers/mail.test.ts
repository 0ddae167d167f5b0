import { env } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import type { MailBinding } from '../../src/notices/channels/mail-binding.ts';
import worker from '../../src/worker.ts';
import { startService } from '../support/service.ts';

const told = {
  ...{ SECRET: 'a secret for tests, of 32 characters or more', LOG_LEVEL: 'silent' },
  ...{ PUBLIC_URL: 'https://comments.test', MAIL_FROM: 'binh-luan@bao.example' },
};
const ASSETS = { fetch: async () => new Response(null, { status: 404 }) } as never;

test('a Worker with the binding for mail sends a letter once what causes it is stored', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  vi.spyOn(console, 'log').mockReturnValue();
  const sent: Parameters<MailBinding['send']>[0][] = [];
  const EMAIL: MailBinding = {
    async send(message) {
      await env.EMAIL.send(message);
      sent.push(message);
    },
  };
  const work: Promise<unknown>[] = [];
  const comment = { article: { key: '/bai' }, author: 'Hòa', body: 'Bài viết rất hữu ích.' };
  const request = new Request('https://comments.test/api/v1/sites/demo/comments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...comment, email: 'hoa@example.com', notify: true }),
  });
  const bindings = { DB: env.DB, ASSETS, EMAIL, ...told };
  const answer = await worker.fetch(request, bindings, { waitUntil: (one) => void work.push(one) });
  expect(answer.status).toBe(202);
  await Promise.all(work);
  expect(sent.map(({ to, from }) => [to, from.email])).toEqual([['hoa@example.com', told.MAIL_FROM]]);
});
