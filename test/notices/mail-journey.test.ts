import { expect, test } from 'vitest';
import { bindingMail, type MailBinding } from '../../src/notices/channels/mail-by-binding.ts';
import { mailCarrier } from '../../src/notices/mail/carry-mail.ts';
import { publicUrl, startService } from '../support/service.ts';

type Message = Parameters<MailBinding['send']>[0];

test('a reader asks to be told, confirms, hears that the comment was published and answered, and ends it', async () => {
  const service = await startService();
  const { deps, clock } = service;
  const messages: Message[] = [];
  const platform = { send: async (message: Message) => void messages.push(message) };
  deps.mail = bindingMail(platform, 'binh-luan@bao.example');
  const carry = mailCarrier({ ...deps, mail: deps.mail });
  const lan = await service.addModerator();
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  /** The letter that is due after so many minutes. */
  const letter = async (minutes = 0) => {
    clock.now += minutes * 60_000;
    messages.length = 0;
    while (await carry()) {}
    expect(messages.length).toBeLessThanOrEqual(1);
    return messages[0];
  };
  const linkIn = (text = '') => new RegExp(`${publicUrl}(/mail/\\S+)`).exec(text)?.[1] ?? '';
  const decide = (id: string) =>
    service.json('POST', '/api/v1/decisions', { action: 'publish', comments: [{ id, version: 1 }] }, lan);

  const { body: sent } = await service.send({ challenge: undefined, email: 'hoa@example.com', notify: true });
  const asking = await letter();
  expect(asking).toMatchObject({
    to: 'hoa@example.com',
    from: { email: 'binh-luan@bao.example', name: 'Báo Mới' },
    subject: 'Xác nhận nhận thư từ Báo Mới',
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
  expect((await service.form(`${linkIn(asking?.text)}/accept`, {})).status).toBe(303);

  expect(await letter(60)).toBeUndefined();
  await decide(sent.id);
  const told = await letter(2);
  expect(told?.subject).toBe('Bình luận của bạn đã được đăng');
  expect(told?.text).toContain(`${publicUrl}/receipts/${sent.receipt}`);

  const reply = { challenge: undefined, parentId: sent.id, author: 'Nam', body: 'Tôi đồng ý với bạn.' };
  const { body: replied } = await service.send(reply);
  expect(await letter()).toBeUndefined();
  await decide(replied.id);
  const answered = await letter();
  expect(answered?.subject).toBe('Có người trả lời bình luận của bạn');
  expect(answered?.text).toContain('> Tôi đồng ý với bạn.');
  expect(answered?.html).toContain('Tôi đồng ý với bạn.');

  const { pathname } = new URL(answered?.headers['List-Unsubscribe']?.slice(1, -1) ?? '');
  const ended = await service.form(pathname, { 'List-Unsubscribe': 'One-Click' });
  expect([ended.status, await ended.text()]).toEqual([200, 'OK']);
  await decide((await service.send({ ...reply, body: 'Thêm một ý nữa cho bạn.' })).body.id);
  expect(await letter(24 * 60)).toBeUndefined();
});
