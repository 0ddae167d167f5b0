import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { removeSite } from '../../../src/sites/remove.ts';
import { build } from '../../../src/store/database.ts';
import { startService } from '../../support/service.ts';

const page = '/moderation/sites/demo/identity';

async function openOwner() {
  const service = await startService();
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const show = async () => (await service.request(page, { headers: owner })).text();
  const add = async () => {
    const answer = await service.form(page, {}, owner);
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      secret: /id="secret" readonly value="([^"]+)"/.exec(text)?.[1] ?? '',
    };
  };
  const keys = () =>
    service.deps.database.query(
      sql<{ id: string; shown: string; sealed_secret: string }>`select * from identity_keys
        order by created_at, id`.compile(build),
    );
  return { service, owner, show, add, keys };
}

test('a secret is shown once, of 256 bits, and known by its end from then on', async () => {
  const { service, show, add, keys } = await openOwner();
  expect(await show()).toContain('Chưa có khóa nào.');
  const { secret, text } = await add();
  expect(Buffer.from(secret, 'base64url').length).toBe(32);
  expect(text).toContain('Chỉ hiện một lần này.');
  const after = await show();
  expect([after.includes(secret), after.includes(`…${secret.slice(-4)}`)]).toEqual([false, true]);
  const [key] = await keys();
  expect(JSON.stringify(key)).not.toContain(secret);
  expect(service.logged.join()).not.toContain(secret);
});

test('a fourth key is neither offered nor made, and a removed one makes room', async () => {
  const { service, owner, show, add, keys } = await openOwner();
  for (let count = 0; count < 3; count += 1) expect((await add()).status).toBe(200);
  expect(await show()).not.toContain('<button class="button main">Thêm khóa</button>');
  expect((await add()).status).toBe(409);
  const [first] = await keys();
  expect((await service.form(`${page}/${first?.id}`, {}, owner)).status).toBe(303);
  expect((await service.form(`${page}/${first?.id}`, {}, owner)).status).toBe(404);
  expect((await keys()).length).toBe(2);
  expect((await add()).status).toBe(200);
});

test('the site’s page leads to its keys, which are for owners, in either language', async () => {
  const { service, owner, show } = await openOwner();
  const site = await (await service.request('/moderation/sites/demo', { headers: owner })).text();
  expect(site).toContain(`<a class="target" href="${page}">Khóa xác nhận bạn đọc</a>`);
  await service.setSite({ identity: 'off' });
  expect(await show()).toContain('Trang này chưa nhận bạn đọc đã đăng nhập.');
  await service.setSite({ identity: 'offered' });
  expect(await show()).not.toContain('Trang này chưa nhận bạn đọc đã đăng nhập.');
  const lan = await service.addModerator('Lan');
  for (const [method, path] of [
    ['GET', page],
    ['POST', page],
    ['POST', `${page}/x`],
  ] as const)
    expect((await service.request(path, { method, headers: lan })).status).toBe(403);
});

test('an owner of another site has none of its keys', async () => {
  const { service, add, keys } = await openOwner();
  await service.addSite('bao');
  await add();
  const [key] = await keys();
  const other = await service.addModerator('Khác', { role: 'owner', sites: ['bao'] });
  expect((await service.form(`/moderation/sites/bao/identity/${key?.id}`, {}, other)).status).toBe(404);
  expect((await service.form(`${page}/${key?.id}`, {}, other)).status).toBe(404);
  expect((await keys()).length).toBe(1);
});

test('what was done about keys is in both logs, by what a person knows them by', async () => {
  const { service, owner, add, keys } = await openOwner();
  const { secret } = await add();
  const [key] = await keys();
  await service.form(`${page}/${key?.id}`, {}, owner);
  const log = await (await service.request('/moderation/log', { headers: owner })).text();
  expect(log).toContain('đã thêm khóa xác nhận bạn đọc');
  expect(log).toContain('đã xóa khóa xác nhận bạn đọc');
  expect([log.includes(`…${secret.slice(-4)}`), log.includes(secret)]).toEqual([true, false]);
  const events = service.logged
    .map((line) => JSON.parse(line))
    .filter(({ event }) => /^identity/.test(event));
  expect(events.map(({ event, site, key }) => [event, site, key])).toEqual([
    ['identity key added', 'demo', key?.id],
    ['identity key removed', 'demo', key?.id],
  ]);
});

test('they go with their site', async () => {
  const { service, owner, keys } = await openOwner();
  await service.addSite('bao');
  await service.form('/moderation/sites/bao/identity', {}, owner);
  expect((await keys()).length).toBe(1);
  await removeSite(service.deps, 'bao');
  expect(await keys()).toEqual([]);
});
