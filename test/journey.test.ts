import { expect, test } from 'vitest';
import { openMail } from '#mail';
import { mailCarrier } from '../src/notices/mail/carry-mail.ts';
import { doWork } from './contract/work.ts';
import { plainComment, vouching } from './support/identity.ts';
import { publicUrl, startService } from './support/service.ts';

test('a comment travels from its author to the page, and back again', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const text = 'Cải cách hành chính ở tỉnh tôi nhanh hơn hẳn.';

  const challenge = await service.solveChallenge();
  const sent = await service.send({ body: text, challenge });
  expect(sent.status).toBe(202);
  expect(sent.body).toEqual({ id: sent.body.id, state: 'pending', receipt: sent.body.receipt });
  const standing = async () =>
    (await service.json('GET', `/api/v1/receipts/${sent.body.receipt}`)).body.state;

  expect(await service.published()).toEqual([]);
  expect(await standing()).toBe('pending');
  expect((await service.send({ challenge })).body.errors).toMatchObject([
    { field: 'challenge', code: 'failed' },
  ]);

  const queue = await service.json('GET', '/api/v1/queue?site=demo', undefined, lan);
  expect(queue.body.counts).toEqual({ pending: 1, published: 0, rejected: 0, spam: 0 });
  const [waiting] = queue.body.comments;
  expect(waiting).toMatchObject({ id: sent.body.id, version: 1, site: 'demo', body: text, state: 'pending' });

  const decide = (action: string, version: number) =>
    service.json('POST', '/api/v1/decisions', { action, comments: [{ id: waiting.id, version }] }, lan);
  const published = await decide('publish', 1);
  expect(published.status).toBe(201);
  expect(published.body.results).toEqual([
    { id: waiting.id, outcome: 'done', state: 'published', version: 2 },
  ]);
  expect(await service.published()).toEqual([text]);
  expect(await standing()).toBe('published');

  const late = await decide('reject', 1);
  expect(late.status).toBe(409);
  expect(late.body).toEqual({
    id: null,
    action: 'reject',
    results: [{ id: waiting.id, outcome: 'conflict', state: 'published', version: 2 }],
    conflicts: [
      {
        id: waiting.id,
        state: 'published',
        action: 'publish',
        by: 'Lan',
        at: new Date(service.deps.now()).toISOString(),
      },
    ],
  });

  const undone = await service.json('DELETE', `/api/v1/decisions/${published.body.id}`, undefined, lan);
  expect(undone.status).toBe(200);
  expect(await service.published()).toEqual([]);
  expect(await standing()).toBe('pending');

  await decide('publish', 3);
  expect((await service.json('DELETE', `/api/v1/receipts/${sent.body.receipt}`)).status).toBe(204);
  expect(await standing()).toBe('withdrawn');
  expect(await service.published()).toEqual([]);

  const log = await service.json('GET', '/api/v1/decisions?site=demo', undefined, lan);
  expect(
    log.body.decisions.map((row: { action: string; moderator: string }) => [row.action, row.moderator]),
  ).toEqual(
    expect.arrayContaining([
      ['publish', 'Lan'],
      ['undo', 'Lan'],
      ['publish', 'Lan'],
    ]),
  );
});

test('a comment comes in by the quiet door: a device works, once, and nobody is asked for anything', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  await service.setSite({ captcha: 'auto', 'work-held': 'off', moderation: 'publish-clean' });
  const frame = await (await service.request('/embed/demo?article=/bai-viet')).text();
  const [unscripted = ''] = /<noscript>[\s\S]*?<\/noscript>/.exec(frame) ?? [];
  expect(unscripted).toContain('data-picture');
  expect(frame.replace(unscripted, '')).not.toContain('data-picture');

  const issued = (await service.json('POST', '/api/v1/sites/demo/challenges')).body;
  expect(issued.pictureBesides).toBe(false);
  const proofOfWork = await doWork(issued.proofOfWork);
  const form = { article: '/bai-viet', body: 'Tôi vào bằng cửa yên lặng.', do: 'send', challenge: issued.id };
  const worked = { ...form, proofOfWork: JSON.stringify(proofOfWork) };
  const corrected = await (await service.form('/embed/demo', { ...worked, author: '' })).text();
  expect(corrected).toContain(issued.id);
  expect(corrected.replace(/<noscript>[\s\S]*?<\/noscript>/, '')).not.toContain('data-picture');
  const sent = await service.form('/embed/demo', { ...worked, author: 'Hòa' });
  expect(sent.status).toBe(303);
  expect(await service.published()).toEqual([form.body]);
  const again = await service.form('/embed/demo', { ...worked, author: 'Hòa', body: 'Thêm một ý nữa.' });
  expect(again.status).toBe(422);

  await service.setSite({ 'work-held': 'on' });
  const next = (await service.json('POST', '/api/v1/sites/demo/challenges')).body;
  const challenge = { id: next.id, proofOfWork: await doWork(next.proofOfWork) };
  const held = await service.send({ challenge, body: 'Đường làng nay đã sạch đẹp.' });
  expect(held.body.state).toBe('pending');
  const queue = await service.json('GET', '/api/v1/queue?rule=captcha', undefined, lan);
  expect(queue.body.comments.map(({ id }: { id: string }) => id)).toEqual([held.body.id]);
});

test('a held comment says why, in the language of whoever reads it, and points at the words', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const body = 'Mời xem https://bit.ly/abc ngay';
  await service.send({ body });

  const { body: queue } = await service.json('GET', '/api/v1/queue?rule=links', undefined, lan);
  const [finding] = queue.comments[0].findings;
  expect(finding).toMatchObject({ rule: 'links', verdict: 'hold' });
  expect(body.slice(finding.start, finding.end)).toContain('bit.ly');
  expect(finding.message).toMatch(/[ăâđêôơưàáạảã]/);
});

test('a reader whom their site vouches for writes without a captcha, is known anywhere, and takes it back', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const site = await vouching(service);
  const phone = { ...site.as(), 'x-test-peer': '198.51.100.7' };

  const sent = await service.json('POST', '/api/v1/sites/demo/comments', plainComment(), site.as());
  expect([sent.status, sent.body.state]).toEqual([202, 'pending']);
  const own = async () =>
    (await service.json('GET', '/api/v1/sites/demo/own', undefined, phone)).body.comments;
  expect(await own()).toMatchObject([{ id: sent.body.id, state: 'pending', author: 'Trần Minh Quân' }]);

  const comments = [{ id: sent.body.id, version: 1 }];
  await service.json('POST', '/api/v1/decisions', { action: 'publish', comments }, lan);
  const thread = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai-viet');
  expect(thread.body.comments).toMatchObject([{ author: 'Trần Minh Quân', badge: 'verified' }]);
  const page = await service.request('/embed/demo?article=/bai-viet', { headers: phone });
  expect(await page.text()).toContain('Gửi với tên');

  const path = `/api/v1/sites/demo/own/${sent.body.id}`;
  expect((await service.json('DELETE', path, undefined, site.as({ sub: 'u-18' }))).status).toBe(404);
  expect((await service.json('DELETE', path, undefined, phone)).status).toBe(204);
  expect(await own()).toMatchObject([{ id: sent.body.id, state: 'withdrawn' }]);
  expect(await service.published()).toEqual([]);

  const stranger = await service.send({ author: 'Nguyễn Thị Hòa' });
  expect([stranger.status, stranger.body.state]).toEqual([202, 'pending']);
});

test('its author hears of it by mail: asked, published, answered, and nothing more after one click', async () => {
  const service = await startService();
  const { deps, clock } = service;
  const { mail, received } = await openMail('binh-luan@bao.example');
  deps.mail = mail;
  const carry = mailCarrier({ ...deps, mail });
  const lan = await service.addModerator('Lan');
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  /** The letter that is due after so many minutes. */
  const letter = async (minutes = 0) => {
    const before = received().length;
    clock.now += minutes * 60_000;
    while (await carry()) {}
    const [one, ...others] = received().slice(before);
    expect(others).toEqual([]);
    return one ?? expect.fail('no letter came');
  };
  const noLetter = async (minutes: number) => expect(letter(minutes)).rejects.toThrow('no letter came');
  const waiting = async () => {
    const { body } = await service.json('GET', '/api/v1/queue?site=demo', undefined, lan);
    return body.comments.map(({ id }: { id: string }) => id);
  };
  const publish = (id: string) =>
    service.json('POST', '/api/v1/decisions', { action: 'publish', comments: [{ id, version: 1 }] }, lan);

  const form = { article: '/bai-viet', author: 'Hòa', body: 'Bài viết rất hữu ích.', do: 'send' };
  const sent = await service.form('/embed/demo', { ...form, email: 'hoa@example.com', notify: 'yes' });
  expect(sent.status).toBe(303);
  const asking = await letter();
  expect(asking).toMatchObject({
    ...{ from: 'binh-luan@bao.example', name: 'Báo Mới', to: 'hoa@example.com' },
    ...{ subject: 'Xác nhận nhận thư từ Báo Mới', oneClick: 'List-Unsubscribe=One-Click' },
  });
  const [, mailbox = ''] = new RegExp(`${publicUrl}(/mail/\\S+)`).exec(asking.text) ?? [];
  const open = async () => (await service.request(mailbox)).text();
  for (const _ of ['once', 'again']) expect(await open()).toContain('Nhận thư báo tin từ Báo Mới?');
  expect((await service.form(`${mailbox}/accept`, {})).status).toBe(303);
  expect(await open()).toContain('Bạn đang nhận thư báo tin từ Báo Mới');
  await noLetter(60);

  const [id] = await waiting();
  await publish(id);
  const told = await letter(2);
  expect(told.subject).toBe('Bình luận của bạn đã được đăng');
  const [, receipt = ''] = new RegExp(`${publicUrl}(/receipts/\\S+)`).exec(told.text) ?? [];
  expect(await (await service.request(receipt)).text()).toContain('đã được đăng');

  const reply = { challenge: undefined, parentId: id, author: 'Nam', body: 'Tôi đồng ý với bạn.' };
  const { body: replied } = await service.send(reply);
  await noLetter(0);
  await publish(replied.id);
  const answered = await letter();
  expect(answered.subject).toBe('Có người trả lời bình luận của bạn');
  for (const words of [answered.text, answered.html]) expect(words).toContain('Tôi đồng ý với bạn.');

  const { pathname } = new URL(answered.unsubscribe);
  const ended = await service.form(pathname, { 'List-Unsubscribe': 'One-Click' });
  expect([ended.status, await ended.text()]).toEqual([200, 'OK']);
  await publish((await service.send({ ...reply, body: 'Thêm một ý nữa cho bạn.' })).body.id);
  await service.json('POST', `/api/v1/comments/${id}/replies`, { body: 'Tòa soạn cảm ơn bạn.' }, lan);
  await noLetter(24 * 60);
  expect(await open()).toContain('Bạn không nhận thư từ Báo Mới nữa');
  expect(received().length).toBe(3);
});
