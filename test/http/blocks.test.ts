import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { blockSender, listBlocks, meetSender, unblock } from '../../src/store/limits/blocks.ts';
import { start, startService } from '../support/service.ts';

const hourMs = 3_600_000;
const peer = { 'x-test-peer': '203.0.113.9' };

/** A service whose one comment's sender a moderator may block. */
async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  await service.addModerator('Lan');
  const { id } = (await service.send({ challenge: undefined }, { headers: peer })).body;
  const { database } = service.deps;
  const [sent] = await database.query(build.selectFrom('comments').select('sender').compile());
  const [lan] = await database.query(build.selectFrom('moderators').select('id').compile());
  const sender = sent?.sender ?? '';
  const block = (hours: number, site = 'demo') =>
    blockSender(database, {
      site,
      sender,
      moderatorId: lan?.id ?? '',
      now: service.clock.now,
      until: service.clock.now + hours * hourMs,
    });
  return { service, id, database, sender, block };
}

test('from a blocked sender the site takes nothing until the end of the block, and says until when', async () => {
  const { service, block } = await newService();
  await block(2);
  const sent = { body: 'Lần này tôi xin góp ý khác.', challenge: undefined };
  const refused = await service.send(sent, { headers: peer });
  expect([refused.status, refused.headers.get('retry-after'), refused.body.detail]).toEqual([
    429,
    '7200',
    'Tòa soạn tạm thời không nhận bình luận gửi từ kết nối mạng của bạn đến 16:30 08/02/2026. Mong bạn thông cảm và quay lại sau.',
  ]);
  expect((await service.send(sent)).status).toBe(202);
  service.clock.now += 2 * hourMs;
  expect((await service.send(sent, { headers: peer })).status).toBe(202);
});

test('a long block asks to come back in a day, and names its end in the language of the site', async () => {
  const { service, block } = await newService();
  await service.setSite({ language: 'en' });
  await block(24 * 30);
  const refused = await service.send({ challenge: undefined }, { headers: peer });
  expect(refused.headers.get('retry-after')).toBe('86400');
  expect(refused.body.detail).toContain('until 10 Mar 2026, 14:30 GMT+7');
});

test('a retry of what was taken before the block gets its answer, and no captcha is spent by a refusal', async () => {
  const { service, block } = await newService();
  await service.setSite({ captcha: 'on' });
  const headers = { ...peer, 'idempotency-key': 'k1' };
  const first = { body: 'Ý kiến trước khi bị chặn.', challenge: await service.solveChallenge() };
  const taken = await service.send(first, { headers });
  await block(1);
  expect((await service.send(first, { headers })).body).toEqual(taken.body);
  const later = { body: 'Ý kiến sau khi bị chặn.', challenge: await service.solveChallenge() };
  expect((await service.send(later, { headers: peer })).status).toBe(429);
  service.clock.now += hourMs / 60;
  expect((await service.send(later)).status).toBe(202);
});

test('in the frame the words of a blocked sender stay in the form', async () => {
  const { service, block } = await newService();
  await block(1);
  const typed = { article: '/bai-viet', author: 'Trần Văn Ơn', body: 'Dòng một\n\nDòng hai', do: 'send' };
  const refused = await service.form('/embed/demo', typed, peer);
  const page = await refused.text();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
  expect(page).toContain('Dòng một\n\nDòng hai</textarea>');
  expect(page).toMatch(/data-failure[\s\S]*đến 15:30 08\/02\/2026\./);
});

test('a report of a blocked sender is answered as any other, and not kept', async () => {
  const { service, id, database, block } = await newService();
  const report = () =>
    service.json('POST', `/api/v1/sites/demo/comments/${id}/reports`, { reason: 'spam' }, peer);
  const count = async () => (await database.query(build.selectFrom('reports').selectAll().compile())).length;
  await block(1);
  expect([(await report()).body, await count()]).toEqual([{ reported: true }, 0]);
  service.clock.now += hourMs;
  expect([(await report()).body, await count()]).toEqual([{ reported: true }, 1]);
});

test('a block can be made longer, never shorter, and lifted', async () => {
  const { service, database, sender, block } = await newService();
  const end = async () => (await meetSender(database, 'demo', [sender], service.clock.now)).blockedUntil;
  await block(2);
  await block(1);
  expect(await end()).toBe(start + 2 * hourMs);
  await block(5);
  expect(await end()).toBe(start + 5 * hourMs);
  expect([await unblock(database, 'demo', sender), await unblock(database, 'demo', sender)]).toEqual([
    true,
    false,
  ]);
  expect(await end()).toBe(null);
  await block(1);
  service.clock.now += hourMs;
  expect(await end()).toBe(null);
  await block(1);
  expect(await end()).toBe(start + 2 * hourMs);
});

test('the blocks of a site are its own, and are listed with who set them', async () => {
  const { service, id, database, sender, block } = await newService();
  await service.addSite('bao');
  await block(3);
  await block(1, 'bao');
  const row = { sender, by: 'Lan', createdAt: start, wide: false };
  expect(await listBlocks(database, ['demo', 'bao'], start)).toEqual([
    { ...row, site: 'bao', expiresAt: start + hourMs, last: null },
    { ...row, site: 'demo', expiresAt: start + 3 * hourMs, last: { id, author: 'Nguyễn Thị Hòa' } },
  ]);
  expect(await listBlocks(database, ['demo'], start + 3 * hourMs)).toEqual([]);
  expect(await listBlocks(database, [], start)).toEqual([]);
});
