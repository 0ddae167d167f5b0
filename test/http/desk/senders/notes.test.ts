import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cleanUp } from '../../../../src/sites/retention.ts';
import { build } from '../../../../src/store/database.ts';
import { eraseComment } from '../../../../src/store/erasure/erasure.ts';
import type { Service } from '../../../support/service.ts';
import { actsOf, card, dayMs, hold, nameOf, note, open, page, undo } from './support.ts';

async function counts({ deps }: Service): Promise<{ notes: number; holds: number }> {
  const [row] = await deps.database.query(
    sql<{ notes: number; holds: number }>`select (select count(*) from sender_notes) as notes,
      (select count(*) from sender_holds) as holds`.compile(build),
  );
  return row ?? { notes: -1, holds: -1 };
}

test('notes say who and when, the latest first, on every comment of their sender and on none of another', async () => {
  const { service, lan, send, id } = await open();
  const minh = await service.addModerator('Minh', { sites: ['demo'] });
  const name = await nameOf(service, lan, id);
  await note(service, lan, name, '  Hay hỏi lại một câu.\r\n');
  service.clock.now += 60_000;
  await note(service, minh, name, 'Đã nhắc hôm qua.');
  const next = await send();
  const { id: other } = await send({ 'x-test-peer': '203.0.113.10' });
  const notes = [
    { id: expect.any(String), text: 'Đã nhắc hôm qua.', by: 'Minh', at: '2026-02-08T07:31:00.000Z' },
    { id: expect.any(String), text: 'Hay hỏi lại một câu.', by: 'Lan', at: '2026-02-08T07:30:00.000Z' },
  ];
  const shown = [await card(service, lan, id), await card(service, lan, next.id)];
  expect(shown.map(({ sender }) => sender.notes)).toEqual([notes, notes]);
  expect((await card(service, lan, other)).sender.notes).toEqual([]);
  const known = await service.json('GET', `/api/v1/senders/${name}?site=demo`, undefined, lan);
  expect(known.body).toEqual({
    ...{ id: name, site: 'demo', latest: next.id, names: ['Nguyễn Thị Hòa'], notes, held: null },
    ...{ since: '2026-02-08T07:30:00.000Z', blockedUntil: null },
    counts: { pending: 0, published: 2, rejected: 0, spam: 0 },
  });
});

test('a note is an act that does not say it, and is taken back', async () => {
  const { service, lan, id } = await open();
  const { body } = await note(service, lan, await nameOf(service, lan, id), 'Bí mật nội bộ');
  expect(await actsOf(service, lan)).toEqual([{ kind: 'sender-note', comment: id }]);
  expect((await undo(service, lan, body.act)).status).toBe(200);
  expect((await card(service, lan, id)).sender.notes).toEqual([]);
  expect((await undo(service, lan, body.act)).status).toBe(409);
});

test('readers never see a note, also not in the copy of what is kept of them', async () => {
  const { service, lan, id, receipt } = await open();
  await note(service, lan, await nameOf(service, lan, id), 'Bí mật nội bộ');
  const copy = await service.request(`/api/v1/receipts/${receipt}/copy`);
  const thread = await service.request('/api/v1/sites/demo/comments?article=/bai-viet');
  const frame = await service.request('/embed/demo?article=/bai-viet');
  const texts = [await copy.text(), await thread.text(), await frame.text()];
  expect(texts.map((text) => text.includes('Nguyễn Thị Hòa'))).toEqual([true, true, true]);
  expect(texts.filter((text) => text.includes('Bí mật'))).toEqual([]);
});

test('notes and holds go with the term of the site, whether their sender still sends or not', async () => {
  const { service, lan, send, id } = await open();
  service.clock.now += 20 * dayMs;
  const late = await send();
  await note(service, lan, await nameOf(service, lan, late.id), 'Ghi sau hai mươi ngày');
  await hold(service, lan, await nameOf(service, lan, id));
  service.clock.now += 30 * dayMs - 1;
  await cleanUp(service.deps);
  expect(await counts(service)).toEqual({ notes: 1, holds: 1 });
  service.clock.now += 1;
  await cleanUp(service.deps);
  expect(await counts(service)).toEqual({ notes: 0, holds: 0 });
});

test('a note goes before its own term with the last trace of its sender, and a hold stays to its end', async () => {
  const { service, lan, id } = await open();
  const name = await nameOf(service, lan, id);
  service.clock.now += 10 * dayMs;
  await note(service, lan, name, 'Ghi trễ');
  await hold(service, lan, name);
  service.clock.now += 20 * dayMs;
  await cleanUp(service.deps);
  expect(await counts(service)).toEqual({ notes: 0, holds: 1 });
  service.clock.now += 10 * dayMs;
  await cleanUp(service.deps);
  expect(await counts(service)).toEqual({ notes: 0, holds: 0 });
});

test('what was said of a sender by a clock that was ahead is forgotten in its time', async () => {
  const { service, lan, id } = await open();
  const name = await nameOf(service, lan, id);
  await service.deps.database.query(
    sql`insert into sender_holds (id, site_id, sender, moderator_id, created_at)
      select 'ahead', 'demo', ${name}, id, ${service.clock.now + 4000 * dayMs} from moderators`.compile(
      build,
    ),
  );
  await note(service, lan, name, 'Còn hạn');
  await cleanUp(service.deps);
  expect(await counts(service)).toEqual({ notes: 1, holds: 0 });
});

test('a reader who erases the last of what they wrote takes the notes with it, and lifts no hold', async () => {
  const { service, lan, send, id, receipt } = await open();
  const name = await nameOf(service, lan, id);
  await note(service, lan, name, 'Về người này');
  const second = await send();
  await hold(service, lan, name);
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect(await counts(service)).toEqual({ notes: 1, holds: 1 });
  await service.json('POST', `/api/v1/receipts/${second.receipt}/erasure`);
  expect(await counts(service)).toEqual({ notes: 0, holds: 1 });
  expect((await send()).state).toBe('pending');
});

test('notes stay as long as what was reported of their sender waits for a moderator', async () => {
  const { service, lan, id, receipt } = await open();
  await note(service, lan, await nameOf(service, lan, id), 'Về người này');
  const report = { reason: 'insult' };
  await service.json('POST', `/api/v1/sites/demo/comments/${id}/reports`, report, {
    'x-test-peer': '203.0.113.7',
  });
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect(await counts(service)).toMatchObject({ notes: 1 });
  await eraseComment(service.deps.database, id, { now: service.clock.now, evenReported: true });
  expect(await counts(service)).toMatchObject({ notes: 0 });
});

test('nothing is noted of a sender whose trace is gone', async () => {
  const { service, lan, id } = await open();
  const name = await nameOf(service, lan, id);
  service.clock.now += 30 * dayMs;
  await cleanUp(service.deps);
  expect((await note(service, lan, name, 'Quá muộn')).status).toBe(404);
  const refused = await service.form(`/moderation/comments/${id}/notes`, { note: 'Gõ dở' }, lan);
  const text = await refused.text();
  expect([refused.status, text.includes('Gõ dở'), await counts(service)]).toEqual([
    409,
    true,
    { notes: 0, holds: 0 },
  ]);
});

test('a note that is too long comes back with all that was typed, and what is wrong with it', async () => {
  const { service, lan, id } = await open();
  const typed = 'Dài quá. '.repeat(200);
  const answer = await service.form(`/moderation/comments/${id}/notes`, { note: typed }, lan);
  const text = await answer.text();
  expect([answer.status, text.includes(typed.trim()), text.includes('aria-invalid="true"')]).toEqual([
    422,
    true,
    true,
  ]);
  const empty = await service.form(`/moderation/comments/${id}/notes`, { note: '  ' }, lan);
  expect([empty.status, await counts(service)]).toEqual([422, { notes: 0, holds: 0 }]);
});

test('the page of a sender shows comments by state, names, notes, hold and block, and takes each back', async () => {
  const { service, lan, send, id } = await open();
  const name = await nameOf(service, lan, id);
  await hold(service, lan, name, { reason: 'Dồn dập' });
  await send();
  const path = `/moderation/senders/${name}?site=demo`;
  const shown = await page(service, lan, path);
  expect(shown).toMatch(
    /<b class="good">1<\/b> đăng · <b class="bad">0<\/b> từ chối · <b class="spam">0<\/b> spam/,
  );
  expect(shown).toContain('<bdi>Lan</bdi></b> giữ mọi bình luận của người gửi này để duyệt');
  expect(shown).toContain('Ý kiến thứ 2 của tôi.');
  expect(await page(service, lan, `${path}&state=published`)).toContain('Ý kiến thứ 1 của tôi.');
  const from = { from: 'sender', sender: name, site: 'demo' };
  const noted = await service.form(`/moderation/comments/${id}/notes`, { note: 'Hay cãi', ...from }, lan);
  const after = noted.headers.get('location') ?? '';
  expect(after.split('&act=')[0]).toBe(path);
  const told = await page(service, lan, after);
  expect(told).toContain('Bạn đã ghi chú về người gửi');
  expect(told).toContain('Hay cãi');
  const act = after.split('&act=')[1] ?? '';
  const undone = await service.form(`/moderation/acts/${act}/undo`, { ...from, about: id }, lan);
  expect(undone.headers.get('location')).toMatch(`${path}&act=`);
  expect(await page(service, lan, path)).not.toContain('Hay cãi');
});
