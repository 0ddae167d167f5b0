import { expect, test } from 'vitest';
import { exportRows } from '../../src/store/moved/export.ts';
import { importRows } from '../../src/store/moved/import.ts';
import { day, type Mailing, mailboxIn, startMailing, subjects } from '../support/mailing.ts';

const published = 'Bình luận của bạn đã được đăng';
const answered = 'Có người trả lời bình luận của bạn';

/** Brings all of one installation, or what is of its site, into another with the same secret. */
async function move(from: Mailing, to: Mailing, site?: string) {
  const { database, now } = to.service.deps;
  for await (const { kind, row } of exportRows(from.service.deps.database, site))
    await importRows(database, kind, [row], now());
}

async function copyOf({ service }: Mailing, receipt: string) {
  return (await service.json('GET', `/api/v1/receipts/${receipt}/copy`)).body;
}

test('who asked to be told is told where the publication moved to, and says no there as before', async () => {
  const [from, to] = [await startMailing(), await startMailing()];
  const { id, receipt } = await from.confirmed();
  await move(from, to);
  expect(await to.letters(day)).toEqual([]);
  expect(await copyOf(to, receipt)).toMatchObject({ email: 'hoa@example.com', notify: true });
  await to.decide('publish', id);
  const [told, ...others] = await to.letters(day);
  expect([told?.to, told?.mail.subject, others]).toEqual([['hoa@example.com'], published, []]);
  await to.say(told, 'stop');
  const reply = { author: 'Nam', email: 'nam@example.com', notify: false, parentId: id };
  const { body } = await to.sending({ ...reply, body: 'Tôi đồng ý với bạn.' });
  await to.decide('publish', body.id);
  expect(await to.letters(day)).toEqual([]);
  expect(await copyOf(to, receipt)).toMatchObject({ notify: false });
});

test('what happened elsewhere is told by mail there alone, however often it is brought in', async () => {
  const [from, to] = [await startMailing(), await startMailing()];
  const { id } = await from.confirmed();
  await from.decide('publish', id);
  const reply = { author: 'Nam', email: 'nam@example.com', notify: false, parentId: id };
  const { body: first } = await from.sending({ ...reply, body: 'Tôi đồng ý với bạn.' });
  await from.decide('publish', first.id);
  await move(from, to);
  await from.service.json('POST', `/api/v1/comments/${id}/replies`, { body: 'Cảm ơn bạn.' }, from.lan);
  expect(subjects(await from.letters(day))).toEqual(expect.arrayContaining([published]));
  for (const _ of ['once', 'again']) await move(from, to);
  expect(await to.letters(2 * day)).toEqual([]);
  const { body: second } = await to.sending({ ...reply, body: 'Tôi thì nghĩ khác.' });
  await to.decide('publish', second.id);
  expect(subjects(await to.letters(day))).toEqual([answered]);
});

test('a wish that was ended here is not brought back by another import', async () => {
  const [from, to] = [await startMailing(), await startMailing()];
  const { id, receipt } = await from.confirmed();
  await move(from, to);
  await to.service.form(`/receipts/${receipt}/notify`, { notify: 'no' });
  await move(from, to);
  expect(await copyOf(to, receipt)).toMatchObject({ notify: false });
  await to.decide('publish', id);
  expect(await to.letters(day)).toEqual([]);
});

test('a no holds where a site moved to alone, also one that was said to all', async () => {
  const [from, to] = [await startMailing(), await startMailing()];
  await from.confirmed();
  const refusing = ['stop', 'end'] as const;
  for (const what of refusing) {
    await from.sending({ email: `${what}@example.com`, body: `Bài viết rất hữu ích, ${what}.` });
    const [letter] = await from.letters();
    expect(mailboxIn(letter)).toContain('/mail/');
    await from.say(letter, what);
  }
  await move(from, to, 'demo');
  for (const what of [...refusing, 'moi'])
    await to.sending({ email: `${what}@example.com`, body: `Tôi trở lại với bài này, ${what}.` });
  expect((await to.letters(day)).map((letter) => letter.to)).toEqual([['moi@example.com']]);
});

test('erased with the comment, nothing is left that says who was told', async () => {
  const from = await startMailing();
  const { receipt } = await from.confirmed();
  expect(await copyOf(from, receipt)).toMatchObject({ notify: true });
  await from.service.form(`/receipts/${receipt}/erasure`, {});
  expect(await copyOf(from, receipt)).toMatchObject({ email: null, notify: false });
  for await (const { kind, row } of exportRows(from.service.deps.database, undefined))
    if (kind === 'comment') expect(row.mailbox).toBeNull();
});
