import { env } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import type { MailBinding } from '../../src/notices/channels/mail-binding.ts';
import { mailboxOf } from '../../src/notices/mail/mailbox.ts';
import { saveChoices } from '../../src/store/notices/digest-choices.ts';
import { acceptAt, askMailbox } from '../../src/store/notices/moderator-mailboxes.ts';
import worker from '../../src/worker.ts';
import { addAccount } from '../support/accounts.ts';
import { startService } from '../support/service.ts';

const secret = 'a secret for tests, of 32 characters or more';
const told = {
  ...{ SECRET: secret, LOG_LEVEL: 'silent' },
  ...{ PUBLIC_URL: 'https://comments.test', MAIL_FROM: 'binh-luan@bao.example' },
};
const ASSETS = { fetch: async () => new Response(null, { status: 404 }) } as never;
const hour = 3_600_000;

test('a Worker tells a moderator of an appeal as it comes, and by the clock of what waits for long', async () => {
  const service = await startService();
  const { database } = service.deps;
  service.clock.now = Date.now() - 3 * hour;
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  await addAccount(service, 'Lan', 'owner');
  const minh = await service.addModerator('Minh');
  const mailbox = { moderator: 'Lan', mailbox: mailboxOf({ secret }, 'lan@example.com') };
  await askMailbox(database, { ...mailbox, email: 'lan@example.com' }, service.clock.now);
  await acceptAt(database, mailbox, service.clock.now);
  const chosen = { choice: 'waiting', minutes: 20, minuteOfDay: 0, appeals: true, reports: false } as const;
  await saveChoices(database, { moderator: 'Lan', site: 'demo' }, chosen, service.clock.now);
  const { body: sent } = await service.send({ challenge: undefined });
  const comments = [{ id: sent.id, version: 1 }];
  await service.json('POST', '/api/v1/decisions', { action: 'reject', comments }, minh);

  vi.spyOn(console, 'log').mockReturnValue();
  const subjects: string[] = [];
  const EMAIL: MailBinding = { send: async ({ subject }) => void subjects.push(subject) };
  const bindings = { DB: env.DB, ASSETS, EMAIL, ...told };
  const work: Promise<unknown>[] = [];
  const request = new Request(`https://comments.test/api/v1/receipts/${sent.receipt}/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Xin xem lại giúp tôi.' }),
  });
  const answer = await worker.fetch(request, bindings, { waitUntil: (one) => void work.push(one) });
  expect(answer.ok).toBe(true);
  await Promise.all(work);
  expect(subjects).toEqual(['Báo Mới: có khiếu nại mới']);

  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + hour);
  await worker.scheduled({ cron: '* * * * *' }, bindings);
  expect(subjects.slice(1)).toEqual(['Báo Mới: 1 bình luận đang chờ duyệt, cũ nhất 4 giờ, 1 khiếu nại']);
  await worker.scheduled({ cron: '* * * * *' }, bindings);
  expect(subjects.length).toBe(2);
});
