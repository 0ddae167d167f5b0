import { expect, test } from 'vitest';
import type { MailBinding } from '../../src/notices/channels/mail-binding.ts';
import { bindingMail } from '../../src/notices/channels/mail-by-binding.ts';
import { mailCarrier } from '../../src/notices/mail/carry-mail.ts';
import { writeDigests } from '../../src/notices/mail/moderators/write-digests.ts';
import { addAccount, sessionOf } from '../support/accounts.ts';
import { publicUrl, startService } from '../support/service.ts';

type Message = Parameters<MailBinding['send']>[0];
const minute = 60_000;
const hour = 60 * minute;

test('a moderator confirms an address, hears of the queue, of an appeal and of a report, ends it and begins again', async () => {
  const service = await startService();
  const { deps, clock } = service;
  const messages: Message[] = [];
  const platform = { send: async (message: Message) => void messages.push(message) };
  deps.mail = bindingMail(platform, 'binh-luan@bao.example');
  const world = { ...deps, mail: deps.mail };
  const carry = mailCarrier(world);
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  await addAccount(service, 'Lan', 'owner');
  const lan = await sessionOf(service);
  const colleague = await service.addModerator('Minh', { role: 'owner' });
  const letters = async (ms = 0) => {
    clock.now += ms;
    messages.length = 0;
    await writeDigests(world, ms > 0 ? 'all' : 'alerts');
    while (await carry()) {}
    return messages.map(({ to, subject }) => `${to}: ${subject}`);
  };
  const pageIn = (text = '') => new RegExp(`${publicUrl}(/mail/moderator/\\S+)`).exec(text)?.[1] ?? '';
  const decide = (action: string, id: string) =>
    service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version: 1 }] }, colleague);
  const send = async (body: string) => (await service.send({ challenge: undefined, body })).body;
  const choose = (chosen: Record<string, string>) =>
    service.form('/moderation/account/mail/digest', { site: 'demo', ...chosen }, lan);

  await service.form('/moderation/account/mail', { email: 'lan@example.com' }, lan);
  expect(await letters()).toEqual(['lan@example.com: Xác nhận địa chỉ nhận thư của bàn duyệt bình luận']);
  const page = pageIn(messages[0]?.text);
  await service.form(`${page}/accept`, {});
  await choose({ choice: 'waiting', minutes: '20', appeals: 'yes', reports: 'yes' });

  const first = await send('Một ý kiến của tôi về bài này.');
  const second = await send('Một ý kiến khác của tôi về bài.');
  expect(await letters(25 * minute)).toEqual([
    'lan@example.com: Báo Mới: 2 bình luận đang chờ duyệt, cũ nhất 25 phút',
  ]);
  expect(messages[0]?.headers['List-Unsubscribe']).toBe(`<${publicUrl}${page}/stop>`);
  await decide('reject', first.id);
  await decide('publish', second.id);
  clock.now += hour;
  await service.json('POST', `/api/v1/receipts/${first.receipt}/appeals`, { text: 'Xin xem lại giúp tôi.' });
  await service.json('POST', `/api/v1/sites/demo/comments/${second.id}/reports`, { reason: 'insult' });
  expect(await letters()).toEqual(['lan@example.com: Báo Mới: có khiếu nại mới và báo cáo của bạn đọc']);
  expect(await letters(5 * minute)).toEqual([]);

  await choose({ choice: 'daily', at: '17:00' });
  expect(await letters(Date.UTC(2026, 1, 8, 10) - clock.now)).toEqual([
    'lan@example.com: Báo Mới: 1 bình luận đang chờ duyệt, cũ nhất 2 giờ, 1 bị báo cáo, 1 khiếu nại',
  ]);
  await service.form(`${page}/stop`, {});
  expect(await letters(24 * hour)).toEqual([]);
  await service.form(`${page}/accept`, {});
  expect(await letters(hour)).toEqual([]);
  expect((await letters(23 * hour)).length).toBe(1);

  await service.form('/moderation/account/mail/remove', {}, await sessionOf(service));
  expect(await letters(24 * hour)).toEqual([]);
});
