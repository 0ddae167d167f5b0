import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cleanUp } from '../../src/sites/retention.ts';
import { build } from '../../src/store/database.ts';
import { writeLetter } from '../../src/store/notices/letters.ts';
import { evilWords, faultsOf } from '../support/evil-words.ts';
import { day, hour, type Mailing, mailboxIn, minute, startMailing, subjects } from '../support/mailing.ts';

const confirming = 'Xác nhận nhận thư từ Báo Mới';
const published = 'Bình luận của bạn đã được đăng';
const refused = 'Bình luận của bạn không được đăng';

async function answer(mailing: Mailing, parentId: string, body: string, more: object = {}) {
  const reader = { author: 'Trần Văn Nam', email: 'nam@example.com', notify: false };
  const { body: reply } = await mailing.sending({ ...reader, parentId, body, ...more });
  await mailing.decide('publish', reply.id);
  return reply;
}

test('an address is told nothing until it was confirmed by a button; to open the link changes nothing', async () => {
  const mailing = await startMailing();
  const { service, letters, decide, say } = mailing;
  const { body: sent } = await mailing.sending({ author: 'Mallory evil.example' });
  const [letter, ...others] = await letters();
  expect([letter?.to, letter?.mail.subject, others.length]).toEqual([['hoa@example.com'], confirming, 0]);
  expect(letter?.mail.text).not.toMatch(/Mallory|hữu ích/);
  for (const path of [mailboxIn(letter), `${mailboxIn(letter)}/stop`])
    expect(await (await service.request(path)).text()).toContain('Xác nhận, gửi thư cho tôi');
  await decide('publish', sent.id);
  expect(await letters(hour)).toEqual([]);
  expect((await say(letter, 'accept')).status).toBe(303);
  const [told, ...more] = await letters();
  expect([told?.mail.subject, more.length]).toEqual([published, 0]);
  expect(told?.mail.text).toContain('hữu ích');
  expect(told?.mail.text).toContain(`/receipts/${sent.receipt}`);
});

test('who does not tick the box gets no letter, nor anybody where no mail is set up', async () => {
  const mailing = await startMailing();
  const { service, letters, decide } = mailing;
  const { body: sent } = await mailing.sending({ notify: false });
  await decide('publish', sent.id);
  const { mail, ...without } = service.deps;
  expect(mail).toBeDefined();
  Object.assign(service.deps, { ...without, mail: undefined });
  await mailing.sending({ body: 'Tôi thấy bài này còn thiếu vài con số.' });
  expect(await letters(day)).toEqual([]);
  const page = await (await service.request('/embed/demo?article=/bai-viet')).text();
  expect(page).not.toMatch(/name="notify"|Báo cho tôi/);
});

test('the letter that asks comes once a day at most, however often and under whatever spelling an address is given', async () => {
  const mailing = await startMailing();
  const { letters } = mailing;
  const spellings = ['hoa@example.com', 'Hoa@example.com', 'hoa+tin@example.com', 'HOA@EXAMPLE.COM'];
  for (const [at, email] of spellings.entries()) {
    await mailing.sending({ email, body: `Ý kiến thứ ${at} của tôi về bài viết này.` });
    await mailing.letters(2 * hour);
  }
  await letters();
  expect(subjects(mailing.office.received)).toEqual([confirming]);
  await letters(day);
  await mailing.sending({ body: 'Hôm nay tôi lại đọc bài này lần nữa.' });
  expect(subjects(await letters())).toEqual([confirming]);
});

test('a flood of other people’s addresses sends no flood of letters', async () => {
  const mailing = await startMailing();
  for (let at = 0; at < 100; at += 1) {
    const headers = { 'x-test-peer': `198.51.${Math.floor(at / 8)}.7` };
    const comment = {
      email: `nguoi${at}@example.com`,
      notify: true,
      body: `Ý kiến số ${at} về bài viết này.`,
    };
    await mailing.service.send({ challenge: undefined, ...comment }, { headers });
  }
  await mailing.letters();
  expect(mailing.office.received.length).toBe(60);
});

test('a rejection is told with its reason in kind words, and of spam no more than that', async () => {
  const mailing = await startMailing();
  const { id } = await mailing.confirmed();
  await mailing.decide('reject', id, 1, 'Không liên quan đến bài viết');
  expect(await mailing.letters(minute)).toEqual([]);
  const [told] = await mailing.letters(2 * minute);
  expect(told?.mail.subject).toBe(refused);
  expect(told?.mail.text).toContain('Lý do: Không liên quan đến bài viết');
  expect(told?.mail.text).toContain('yêu cầu xem lại');
  const { body: other } = await mailing.sending({ body: 'Mời bà con xem hàng tốt giá rẻ.' });
  await mailing.decide('spam', other.id, 1, 'Rải quảng cáo hàng loạt');
  const [spam] = await mailing.letters(3 * minute);
  expect(spam?.mail.subject).toBe(refused);
  expect(spam?.mail.text).not.toMatch(/Lý do|quảng cáo|spam/);
});

test('what is undone at once is not told', async () => {
  const mailing = await startMailing();
  const { id } = await mailing.confirmed();
  const { body: decision } = await mailing.decide('reject', id);
  await mailing.service.json('DELETE', `/api/v1/decisions/${decision.id}`, undefined, mailing.lan);
  expect(await mailing.letters(hour)).toEqual([]);
  await mailing.decide('publish', id, 3);
  expect(subjects(await mailing.letters(hour))).toEqual([published]);
});

test('what an appeal came to is told', async () => {
  const mailing = await startMailing();
  const first = await mailing.confirmed();
  const appeal = ({ receipt }: { receipt: string }) =>
    mailing.service.json('POST', `/api/v1/receipts/${receipt}/appeals`, { text: 'Xin xem lại.' });
  await mailing.decide('reject', first.id);
  await mailing.letters(hour);
  await appeal(first);
  await mailing.decide('publish', first.id, 3);
  const [again] = await mailing.letters(hour);
  expect(again?.mail.subject).toBe(published);
  expect(again?.mail.text).toContain('Theo yêu cầu của bạn');
  const { body: second } = await mailing.sending({ body: 'Một ý kiến khác của tôi về bài.' });
  await mailing.decide('reject', second.id);
  await mailing.letters(hour);
  await appeal(second);
  await mailing.decide('reject', second.id, 3, 'Vẫn lạc đề');
  const [still] = await mailing.letters(hour);
  expect(still?.mail.subject).toBe('Bình luận của bạn vẫn không được đăng');
  expect(still?.mail.text).toContain('Vẫn lạc đề');
  expect(still?.mail.text).not.toContain('yêu cầu xem lại tại');
});

test('answers are told once they are read by everyone, those of an hour in one letter, each once', async () => {
  const mailing = await startMailing();
  const { id } = await mailing.confirmed();
  await mailing.decide('publish', id);
  await mailing.letters(hour);
  const first = await answer(mailing, id, 'Tôi đồng ý với bạn.');
  expect(subjects(await mailing.letters())).toEqual(['Có người trả lời bình luận của bạn']);
  await answer(mailing, id, 'Tôi nghĩ khác, vì giá còn cao.');
  const own = await answer(mailing, id, 'Cảm ơn hai bạn.', { email: 'hoa@example.com' });
  const reply = { body: 'Tòa soạn cảm ơn bạn.' };
  await mailing.service.json('POST', `/api/v1/comments/${id}/replies`, reply, mailing.lan);
  expect(await mailing.letters(30 * minute)).toEqual([]);
  const [grouped, ...others] = await mailing.letters(31 * minute);
  expect([grouped?.mail.subject, others.length]).toEqual(['Có 2 trả lời cho bình luận của bạn', 0]);
  for (const words of ['giá còn cao', 'Tòa soạn cảm ơn']) expect(grouped?.mail.text).toContain(words);
  expect(grouped?.mail.text).not.toMatch(/Cảm ơn hai bạn|Tôi đồng ý/);
  expect(own.state).toBe('pending');
  const undone = await mailing.decide('reject', first.id, 2);
  await mailing.service.json('DELETE', `/api/v1/decisions/${undone.body.id}`, undefined, mailing.lan);
  expect(await mailing.letters(day)).toEqual([]);
});

test('one click in a program for mail ends the letters of the site, also by a form of parts', async () => {
  const mailing = await startMailing();
  const { id } = await mailing.confirmed();
  const parent = await mailing.decide('publish', id);
  expect(parent.status).toBe(201);
  const [letter] = await mailing.letters(hour);
  const { headers } = letter?.mail ?? {};
  const list = headers?.get('list') as { unsubscribe: { url: string } } | undefined;
  expect(letter?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const { pathname } = new URL(String(list?.unsubscribe.url));
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const answered = await mailing.service.request(pathname, { method: 'POST', body });
  expect(answered.status).toBe(200);
  await answer(mailing, id, 'Tôi đồng ý với bạn.');
  await mailing.sending({ body: 'Tôi lại viết thêm một ý nữa.' });
  expect(await mailing.letters(2 * day)).toEqual([]);
  const page = await (await mailing.service.request(mailboxIn(letter))).text();
  expect(page).toContain('Bạn không nhận thư từ Báo Mới nữa');
});

test('a no to everything holds on every site, keeps no address, and may be taken back by whoever said it', async () => {
  const mailing = await startMailing();
  const { service, sending, letters, say } = mailing;
  await service.addSite('bao-cu', { captcha: 'off', pace: 'off' });
  const { body: sent } = await sending();
  const [letter] = await letters();
  await say(letter, 'end');
  await service.json('DELETE', `/api/v1/receipts/${sent.receipt}`);
  await service.form(`/receipts/${sent.receipt}/erasure`, {});
  service.clock.now += 400 * day;
  await cleanUp(service.deps);
  for (const site of ['demo', 'bao-cu'])
    await service.send(
      { challenge: undefined, email: 'hoa@example.com', notify: true, body: `Ý kiến của tôi ở ${site}.` },
      { site },
    );
  expect(await letters(day)).toEqual([]);
  expect(await (await service.request(mailboxIn(letter))).text()).toContain('Bạn không nhận thư nào nữa');
  await say(letter, 'accept');
  const { body: later } = await sending({ body: 'Nay tôi muốn nhận thư trở lại.' });
  await mailing.decide('publish', later.id);
  expect(subjects(await letters(hour))).toEqual([published]);
});

test('an address goes with the comment that it came with, and so do its letters', async () => {
  const mailing = await startMailing();
  const { service } = mailing;
  const { id, receipt } = await mailing.confirmed();
  await mailing.decide('publish', id);
  await service.form(`/receipts/${receipt}/erasure`, {});
  expect(await mailing.letters(hour)).toEqual([]);
  const { body: aged } = await mailing.sending({ body: 'Một ý kiến nữa của tôi về bài này.' });
  service.clock.now += 31 * day;
  await cleanUp(service.deps);
  await mailing.decide('publish', aged.id);
  expect(await mailing.letters(hour)).toEqual([]);
  const page = await (await service.request(`/receipts/${aged.receipt}`)).text();
  expect(page).not.toContain('Báo tin qua e-mail');
});

test('the page of the receipt shows whether its author is told, and changes it', async () => {
  const mailing = await startMailing();
  const { service } = mailing;
  const { id, receipt } = await mailing.confirmed();
  const page = async () => (await service.request(`/receipts/${receipt}`)).text();
  expect(await page()).toContain('Thôi báo tin');
  await service.form(`/receipts/${receipt}/notify`, { notify: 'no' });
  expect(await page()).toContain('Bạn không được báo tin về bình luận này.');
  await mailing.decide('publish', id);
  expect(await mailing.letters(hour)).toEqual([]);
  await service.form(`/receipts/${receipt}/notify`, { notify: 'yes' });
  await answer(mailing, id, 'Tôi đồng ý với bạn.');
  expect(subjects(await mailing.letters(hour))).toEqual(['Có người trả lời bình luận của bạn']);
});

test('the form has the box, unticked, gives it back as it was, and asks for an address where it is ticked', async () => {
  const mailing = await startMailing();
  const { service } = mailing;
  const box = async (answered: Response) => /<input[^>]*name="notify"[^>]*>/.exec(await answered.text())?.[0];
  const empty = await service.request('/embed/demo?article=/bai-viet');
  expect(await box(empty)).not.toContain('checked');
  const fields = {
    article: '/bai-viet',
    author: 'Hòa',
    body: 'Bài rất hay.',
    email: '',
    notify: 'yes',
    do: 'send',
  };
  const again = await service.form('/embed/demo', fields);
  expect(again.status).toBe(422);
  const page = await again.clone().text();
  expect(await box(again)).toContain('checked');
  expect(page).toContain('Vui lòng điền e-mail để được báo');
  expect(page).toContain('được xóa sau 30 ngày');
  const sent = await service.form('/embed/demo', { ...fields, email: 'hoa@example.com' });
  expect(sent.status).toBe(303);
  const after = await service.request(sent.headers.get('location')?.split('#')[0] ?? '');
  expect(await after.text()).toContain('một thư có đường dẫn để xác nhận');
  expect(subjects(await mailing.letters())).toEqual([confirming]);
});

test('letters of an English site are in English', async () => {
  const mailing = await startMailing();
  await mailing.service.setSite({ language: 'en', name: 'The Daily' });
  const { id } = await mailing.confirmed();
  expect(subjects(mailing.office.received)).toEqual(['Confirm letters from The Daily']);
  await mailing.decide('reject', id, 1, 'Off topic');
  const [told] = await mailing.letters(hour);
  expect(told?.mail.text).toContain('The reason: Off topic');
});

test('a link that is not ours leads nowhere and changes nothing', async () => {
  const mailing = await startMailing();
  const { id } = await mailing.confirmed();
  const path = mailboxIn(mailing.office.received[0]);
  for (const wrong of [path.slice(0, -1), path.replace('demo', 'bao-cu'), '/mail/x', '/mail/a.demo.b'])
    for (const what of ['accept', 'stop', 'end'])
      expect([wrong, (await mailing.service.form(`${wrong}/${what}`, {})).status]).toEqual([wrong, 404]);
  await mailing.decide('publish', id);
  expect(subjects(await mailing.letters(hour))).toEqual([published]);
});

const places = {
  author: sql`update comments set author = `,
  body: sql`update comments set body = `,
  title: sql`update articles set title = `,
  reason: sql`update decisions set reason = `,
  name: sql`update sites set name = `,
};

test('words of strangers, however they got in, are no header, no recipient, no markup and no link in any letter', async () => {
  const mailing = await startMailing();
  const { service, office } = mailing;
  const { database } = service.deps;
  const { id } = await mailing.confirmed();
  await mailing.decide('reject', id, 1, 'Lý do');
  const { body: parent } = await mailing.sending({ body: 'Một ý kiến nữa của tôi về bài.' });
  await mailing.decide('publish', parent.id);
  await answer(mailing, parent.id, 'Tôi đồng ý với bạn.');
  const replied = (await mailing.letters(2 * hour)).find(({ mail }) => mail.subject?.startsWith('Có người'));
  const reply = { id: replied?.mail.messageId?.slice(1).split('@')[0] };
  const links = office.received.flatMap(({ mail }) => mail.text?.match(/^http\S+/gm) ?? []);
  await database.query(sql`drop trigger decisions_stay`.compile(build));
  const injected: unknown[] = [];
  for (const [place, update] of Object.entries(places))
    for (const words of evilWords) {
      await database.query(sql`${update} ${words}`.compile(build));
      await database.batch([
        writeLetter({ kind: 'decided', site: 'demo', comment: id, createdAt: service.clock.now }),
        sql`update letters set mailbox = (select mailbox from mailboxes)`.compile(build),
      ]);
      const decided = await mailing.letters();
      await database.query(
        sql`update letters set status = 'waiting', due_at = 0 where id = ${reply.id}`.compile(build),
      );
      const answered = await mailing.letters();
      const faults = [...faultsOf(decided, links), ...faultsOf(answered, links)];
      if (faults.length > 0) injected.push({ place, words, faults });
    }
  expect(injected).toEqual([]);
});
