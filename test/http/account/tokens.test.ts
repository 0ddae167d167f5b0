import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { covers, scopes } from '../../../src/moderators/scope.ts';
import { createToken } from '../../../src/moderators/token.ts';
import { build } from '../../../src/store/database.ts';
import { accountPage, addAccount, opens, password, sessionOf } from '../../support/accounts.ts';
import { type Service, startService } from '../../support/service.ts';

const day = 24 * 60 * 60_000;

async function withLan() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  await addAccount(service, 'Lan', 'owner');
  return { service, lan: await sessionOf(service) };
}

/** Makes one on the account's page; the header that speaks by it, and the page. */
async function make(service: Service, lan: { cookie: string }, given: Record<string, string> = {}) {
  const form = { name: 'Trang thống kê', scope: 'read', days: '', password, ...given };
  const answer = await service.form('/moderation/account/tokens', form, lan);
  const page = await answer.text();
  const token = /<p class="key"><code>([0-9a-z]{26})<\/code>/.exec(page)?.[1] ?? '';
  return { status: answer.status, page, who: { authorization: `Bearer ${token}` } };
}

/** Everything that is stored, but when a token was last used, and that something was downloaded. */
async function stored(service: Service): Promise<string> {
  const { database } = service.deps;
  const tables = await database.query(
    sql<{ name: string }>`select name from sqlite_master where type = 'table'`.compile(build),
  );
  const rows = tables.map(({ name }) =>
    database.query(
      sql`select * from ${sql.table(name)} where ${name === 'acts' ? sql`kind <> 'export'` : sql`true`}`.compile(
        build,
      ),
    ),
  );
  return JSON.stringify(await Promise.all(rows)).replace(/"seen_at":[^,}]+/g, '');
}

test('a token is made on the account’s page, shown once, known by its name and ended there', async () => {
  const { service, lan } = await withLan();
  const { who, page } = await make(service, lan, { name: '  Trang   thống kê ', days: '30' });
  expect(page).toContain('Hãy sao chép mã này ngay');
  expect(await opens(service, who)).toBe(true);
  const listed = await accountPage(service, lan);
  expect(listed).toContain('<bdi>Trang thống kê</bdi></b> <span class="scope">chỉ đọc</span>');
  expect(listed).not.toContain(who.authorization.slice(7));
  const [, credential = ''] =
    /name="credential" value="([^"]+)" aria-label="Thu hồi Trang/.exec(listed) ?? [];
  await service.form('/moderation/account/credentials/end', { credential, kind: 'token' }, lan);
  expect(await opens(service, who)).toBe(false);
});

test('a token that may end does so, and is forgotten', async () => {
  const { service, lan } = await withLan();
  const { who } = await make(service, lan, { days: '30' });
  service.clock.now += 30 * day - 1;
  expect(await opens(service, who)).toBe(true);
  service.clock.now += 1;
  expect(await opens(service, who)).toBe(false);
});

test('a token takes the password, a name and a scope, and what was typed comes back', async () => {
  const { service, lan } = await withLan();
  const wrong = await make(service, lan, { password: 'không phải', scope: 'site', days: '365' });
  expect([wrong.status, wrong.page.includes('Mật khẩu không đúng.')]).toEqual([422, true]);
  expect(wrong.page).toMatch(
    /value="Trang thống kê"[\s\S]*value="site" required checked[\s\S]*value="365" selected/,
  );
  expect((await make(service, lan, { name: ' ' })).status).toBe(422);
  expect((await make(service, lan, { scope: 'everything' })).status).toBe(422);
  expect((await make(service, lan, { days: '0' })).status).toBe(422);
});

test('a token to read writes on no route of the moderators, and neither does what it reads', async () => {
  const { service, lan } = await withLan();
  await service.send();
  const { who } = await make(service, lan);
  const guarded = service.app.routes.filter(
    ({ method, path }) =>
      method !== 'ALL' &&
      /^\/(moderation|api\/v1\/(queue|decisions|claims|comments|acts|senders|blocks|statistics|views|sites\/[^/]+\/articles))/.test(
        path,
      ) &&
      !/^\/moderation\/(session|setup)/.test(path),
  );
  expect(guarded.length).toBeGreaterThan(20);
  const before = await stored(service);
  for (const { method, path } of guarded) {
    const filled = path.replace(/:site|\{site\}/, 'demo').replace(/[:{]\w+}?/g, 'x');
    const body = method === 'GET' ? {} : { body: '{}' };
    const headers = { ...who, 'content-type': 'application/json' };
    const answer = await service.request(filled, { method, headers, ...body });
    const refused = answer.status === 403 && (await answer.json()).errors?.[0]?.code === 'scope';
    expect([method, path, refused || method === 'GET']).toEqual([method, path, true]);
  }
  expect(await stored(service)).toBe(before);
});

test('a token to read reads the queue, the log and the statistics, and no account or setting', async () => {
  const { service, lan } = await withLan();
  const { who } = await make(service, lan);
  const status = async (path: string) => (await service.request(path, { headers: who })).status;
  for (const path of [
    '/api/v1/queue',
    '/api/v1/decisions',
    '/moderation/decisions.csv',
    '/moderation/statistics',
  ])
    expect([path, await status(path)]).toEqual([path, 200]);
  for (const path of [
    '/moderation',
    '/moderation/account',
    '/moderation/moderators',
    '/moderation/sites/demo',
  ])
    expect([path, await status(path)]).toEqual([path, 403]);
});

test('a token to moderate decides, and one of a site’s server names articles too', async () => {
  const { service, lan } = await withLan();
  const { id } = (await service.send()).body;
  const moderate = (await make(service, lan, { scope: 'moderate' })).who;
  const site = (await make(service, lan, { scope: 'site' })).who;
  const named = (who: Record<string, string>) =>
    service.json('PUT', '/api/v1/sites/demo/articles', { key: '/bai-viet', title: 'Bài viết' }, who);
  const decided = { action: 'publish', comments: [{ id, version: 1 }] };
  expect((await service.json('POST', '/api/v1/decisions', decided, moderate)).status).toBe(201);
  expect([(await named(moderate)).status, (await named(site)).status]).toEqual([403, 200]);
  expect((await service.form('/moderation/moderators', { name: 'Kẻ khác' }, site)).status).toBe(403);
});

test('each scope covers what the one before it does, and none what nobody has named', () => {
  const asked = [
    ['GET', '/api/v1/queue'],
    ['POST', '/api/v1/decisions'],
    ['PUT', '/api/v1/sites/demo/articles'],
    ['GET', '/moderation/acts.csv'],
    ['POST', '/moderation/decisions'],
    ['GET', '/moderation/actsx'],
  ] as const;
  const covered = scopes.map((scope) => asked.map(([method, path]) => covers(scope, { method, path })));
  expect(covered).toEqual([
    [true, false, false, true, false, false],
    [true, true, false, true, false, false],
    [true, true, true, true, false, false],
  ]);
});

test('a token from before there were scopes may what its account may', async () => {
  const { service } = await withLan();
  const who = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  expect((await service.request('/moderation/moderators', { headers: who })).status).toBe(200);
});

test('an owner sees the tokens of an account and ends them, and nobody else does', async () => {
  const { service, lan } = await withLan();
  await addAccount(service, 'Minh');
  const minh = {
    authorization: `Bearer ${await createToken(service.deps, 'Minh', { name: 'Máy của Minh', scope: 'read', days: null })}`,
  };
  const page = await (await service.request('/moderation/moderators/Minh', { headers: lan })).text();
  const [, credential = ''] =
    /name="credential" value="([^"]+)" aria-label="Thu hồi Máy của Minh/.exec(page) ?? [];
  const end = (who: Record<string, string>) =>
    service.form('/moderation/moderators/Minh/tokens/end', { credential }, who);
  const hoa = await service.addModerator('Hoa', { role: 'owner', sites: ['demo'] });
  await end(hoa);
  await end(await service.addModerator('Tú'));
  expect(await opens(service, minh)).toBe(true);
  expect((await end(lan)).headers.get('location')).toBe('/moderation/moderators/Minh?done=revoked');
  expect(await opens(service, minh)).toBe(false);
});
