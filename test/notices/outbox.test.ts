import { expect, test } from 'vitest';
import { smtpMail } from '../../src/notices/channels/mail-by-smtp.ts';
import { mailCarrier } from '../../src/notices/mail/carry-mail.ts';
import { day, hour, minute, startMailing } from '../support/mailing.ts';
import { openPostOffice } from '../support/post-office.ts';

test('letters wait while the server is down and come once it is back, under the ids that they had', async () => {
  const mailing = await startMailing();
  const { office, service } = mailing;
  const { port } = office;
  await office.close();
  for (let at = 0; at < 5; at += 1)
    await mailing.sending({ email: `nguoi${at}@example.com`, body: `Ý kiến thứ ${at} của tôi về bài.` });
  for (let at = 0; at < 10; at += 1) expect(await mailing.letters(5 * minute)).toEqual([]);
  const back = await openPostOffice({ port });
  mailing.startAnew();
  for (let at = 0; at < 30; at += 1) await mailing.letters(30 * minute);
  expect(back.received.flatMap(({ to }) => to).sort()).toEqual(
    [0, 1, 2, 3, 4].map((at) => `nguoi${at}@example.com`),
  );
  expect(new Set(back.received.map(({ mail }) => mail.messageId)).size).toBe(5);
  const metrics = await (await service.request('/metrics')).text();
  expect(metrics).toContain('binh_luan_letters{kind="confirm",status="delivered"} 5');
});

test('after a day in vain a letter has failed, and one to nobody has at once', async () => {
  const mailing = await startMailing();
  const { office, service } = mailing;
  office.refuse = (to) => (to === 'nobody@example.com' ? 550 : 451);
  await mailing.sending({ email: 'nobody@example.com' });
  await mailing.letters();
  const status = async () =>
    /kind="confirm",status="(\w+)"} 1/.exec(await (await service.request('/metrics')).text())?.[1];
  expect(await status()).toBe('failed');
  await mailing.sending({ body: 'Tôi cũng muốn góp một ý.' });
  for (let at = 0; at < 60; at += 1) await mailing.letters(hour / 2);
  office.refuse = () => undefined;
  expect(await mailing.letters(day)).toEqual([]);
  expect(await (await service.request('/metrics')).text()).toContain('status="failed"} 2');
});

test('letters wait while the server does not know their sender', async () => {
  const mailing = await startMailing();
  const { office, service } = mailing;
  office.isStranger = true;
  await mailing.sending();
  expect(await mailing.letters()).toEqual([]);
  office.isStranger = false;
  expect((await mailing.letters(hour)).flatMap(({ to }) => to)).toEqual(['hoa@example.com']);
  const told = service.logged.filter((line) => /mail (is|cannot be) handed over/.test(line));
  expect(told.map((line) => JSON.parse(line).event)).toEqual([
    'mail cannot be handed over; it is tried again',
    'mail is handed over again',
  ]);
});

test('an address that is not taken for now holds up no other', async () => {
  const mailing = await startMailing();
  const { office } = mailing;
  office.refuse = (to) => (to === 'cham@example.com' ? 451 : undefined);
  await mailing.sending({ email: 'cham@example.com' });
  expect(await mailing.letters()).toEqual([]);
  await mailing.sending({ body: 'Tôi cũng muốn góp một ý.' });
  expect((await mailing.letters()).flatMap(({ to }) => to)).toEqual(['hoa@example.com']);
  office.refuse = () => undefined;
  expect((await mailing.letters(minute)).flatMap(({ to }) => to)).toEqual(['cham@example.com']);
});

test('a letter whose sender was cut off between is sent again under the same id, and nobody takes it twice', async () => {
  const mailing = await startMailing();
  const { office, service } = mailing;
  await mailing.sending();
  let handedOver = 0;
  const real = smtpMail({ url: office.url, from: 'binh-luan@bao.example' });
  const cutOff = mailCarrier({
    ...service.deps,
    mail: async (letter) => {
      await real(letter);
      handedOver += 1;
      await new Promise(() => undefined);
    },
  });
  void cutOff();
  await expect.poll(() => handedOver).toBe(1);
  expect(await mailing.letters()).toEqual([]);
  const [again] = await mailing.letters(3 * minute);
  expect(again?.mail.messageId).toBe(office.received[0]?.mail.messageId);
  expect(await mailing.letters(day)).toEqual([]);
  expect(office.received.length).toBe(2);
});
