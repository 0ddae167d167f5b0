import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nameBrowser } from '../../../src/http/account/browser-name.ts';
import { invite } from '../../../src/moderators/password-link.ts';
import { offerSetup } from '../../../src/moderators/setup.ts';
import { createToken } from '../../../src/moderators/token.ts';
import { build } from '../../../src/store/database.ts';
import { digest } from '../../../src/world/hash.ts';
import {
  accountPage,
  addAccount,
  chromeOnWindows,
  opens,
  password,
  sessionOf,
  signIn,
} from '../../support/accounts.ts';
import { actAt } from '../../support/acts.ts';
import { type Service, startService } from '../../support/service.ts';

async function withLan() {
  const service = await startService();
  await addAccount(service);
  return { service, lan: await sessionOf(service) };
}

async function credentials(service: Service) {
  return service.deps.database.query(
    sql<{
      hash: string;
      seen_at: number | null;
    }>`select hash, seen_at from credentials order by created_at`.compile(build),
  );
}

async function shut(service: Service): Promise<void> {
  await service.deps.database.query(sql`update moderators set disabled_at = 1`.compile(build));
}

test('the account page shows who it is, and where and since when they are signed in', async () => {
  const { service, lan } = await withLan();
  service.clock.now += 60_000;
  await signIn(service, {}, { 'user-agent': 'curl/8.5.0' });
  await createToken(service.deps, 'Lan');
  const page = await accountPage(service, lan);
  expect(page).toMatch(/<bdi>Lan<\/bdi><\/b> <span class="quiet">Người duyệt/);
  expect(page).toMatch(/<b>curl<\/b><br>[\s\S]*14:31 08\/02\/2026/);
  expect(page).toMatch(/<b>Chrome, Windows<\/b> <b>\(phiên này\)<\/b>[\s\S]*14:30 08\/02\/2026/);
  expect(page).toMatch(/<b><bdi>Mã API<\/bdi><\/b>[\s\S]*chưa được dùng/);
  expect(page.match(/credentials\/end/g)).toHaveLength(2);
});

test('a changed password ends the other sessions, and only the new one signs in', async () => {
  const { service, lan } = await withLan();
  const other = await sessionOf(service);
  const changed = await service.form(
    '/moderation/account/password',
    { password, newPassword: 'mật khẩu mới hẳn' },
    lan,
  );
  expect(changed.headers.get('location')).toBe('/moderation/account?done=password');
  expect([await opens(service, lan), await opens(service, other)]).toEqual([true, false]);
  expect((await signIn(service)).status).toBe(401);
  expect((await signIn(service, { password: 'mật khẩu mới hẳn' })).status).toBe(204);
});

test('a changed password leaves the tokens unless it is asked to end them, and says so in both languages', async () => {
  const { service, lan } = await withLan();
  const token = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  const change = async (given: Record<string, string>) => {
    const { headers } = await service.form('/moderation/account/password', given, lan);
    return (await service.request(headers.get('location') ?? '', { headers: lan })).text();
  };
  expect(await accountPage(service, lan)).toContain('Thu hồi cả 1 mã API, nếu không chúng vẫn dùng được');
  expect(await change({ password, newPassword: 'mật khẩu mới hẳn' })).toContain('1 mã API vẫn dùng được.');
  expect(await opens(service, token)).toBe(true);
  await service.form('/moderation/language', { language: 'en' }, lan);
  expect(await accountPage(service, lan)).toContain('Revoke the API token too; otherwise it still works');
  const ended = await change({ password: 'mật khẩu mới hẳn', newPassword: password, tokens: 'end' });
  expect([ended.includes('still work'), await opens(service, token)]).toEqual([false, false]);
  expect(await opens(service, lan)).toBe(true);
});

test('a password that is easy to guess is refused wherever one is chosen', async () => {
  const { service, lan } = await withLan();
  const easy = 'password12345';
  const setup = await startService();
  const links: [Service, string, Record<string, string>][] = [
    [service, '/moderation/account/password', { password, newPassword: easy }],
    [
      service,
      `/moderation/setup/${(await invite(service.deps, { name: 'Minh', role: 'moderator', sites: [] }, actAt(0).by)).secret}`,
      { password: easy },
    ],
    [setup, `/moderation/setup/${await offerSetup(setup.deps)}`, { name: 'Chủ', password: easy }],
  ];
  for (const [asked, path, fields] of links) {
    const answer = await asked.form(path, fields, lan);
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      422,
      expect.stringMatching(/aria-invalid="true"[\s\S]*phổ biến hoặc dễ đoán/),
    ]);
  }
  expect((await signIn(service)).status).toBe(204);
});

test('a password is not changed without the present one, nor to a short one', async () => {
  const { service, lan } = await withLan();
  const change = (given: Record<string, string>) =>
    service.form(
      '/moderation/account/password',
      { password, newPassword: 'mật khẩu mới hẳn', ...given },
      lan,
    );
  const wrong = await change({ password: 'sai' });
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringMatching(
      /id="password-password"[^>]* autofocus aria-invalid="true"[\s\S]*Mật khẩu không đúng\./,
    ),
  ]);
  const short = await change({ newPassword: 'ngắn' });
  expect([short.status, await short.text()]).toEqual([
    422,
    expect.stringMatching(/id="password-newPassword"[^>]* autofocus aria-invalid="true"/),
  ]);
  expect((await signIn(service)).status).toBe(204);
});

test('a password cannot be guessed from inside a session either', async () => {
  const { service, lan } = await withLan();
  const guess = () =>
    service.form('/moderation/account/password', { password: 'sai', newPassword: 'đủ dài rồi đấy' }, lan);
  for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(422);
  expect((await guess()).status).toBe(429);
});

test('that a session or token is in use is noted at most every five minutes', async () => {
  const { service, lan } = await withLan();
  const token = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  const since = service.clock.now;
  const seen = async () => {
    await opens(service, lan);
    await opens(service, token);
    return (await credentials(service)).map(({ seen_at }) => seen_at && seen_at - since).sort();
  };
  expect(await seen()).toEqual([0, 0]);
  service.clock.now += 299_999;
  expect(await seen()).toEqual([0, 0]);
  service.clock.now += 1;
  expect(await seen()).toEqual([300_000, 300_000]);
});

test('a moderator ends one of their own sessions, and nobody else’s', async () => {
  const { service, lan } = await withLan();
  await addAccount(service, 'Minh');
  const minh = await sessionOf(service, { name: 'Minh' });
  service.clock.now += 1;
  const other = await sessionOf(service);
  const end = async (credential = '') =>
    (await service.form('/moderation/account/credentials/end', { credential, kind: 'session' }, minh)).status;
  const own = digest(minh.cookie.split('=')[1] ?? '');
  const hashes = (await credentials(service)).map(({ hash }) => hash);
  for (const hash of hashes.filter((one) => one !== own)) expect(await end(hash)).toBe(303);
  expect([await opens(service, minh), await end(own)]).toEqual([true, 303]);
  expect([await opens(service, lan), await opens(service, other), await opens(service, minh)]).toEqual([
    true,
    true,
    false,
  ]);
  const [, named = ''] = /value="([\w-]{43})"/.exec(await accountPage(service, lan)) ?? [];
  const ended = await service.form(
    '/moderation/account/credentials/end',
    { credential: named, kind: 'session' },
    lan,
  );
  expect(ended.headers.get('location')).toBe('/moderation/account?done=ended');
  expect([await opens(service, lan), await opens(service, other)]).toEqual([true, false]);
});

test('signing out everywhere ends every session, and leaves the tokens', async () => {
  const { service, lan } = await withLan();
  const other = await sessionOf(service);
  const token = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  const left = await service.form('/moderation/account/sessions/end', {}, lan);
  expect(left.headers.get('location')).toBe('/moderation/session/new');
  expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
  expect([await opens(service, lan), await opens(service, other), await opens(service, token)]).toEqual([
    false,
    false,
    true,
  ]);
});

test('a token is revoked on the account page', async () => {
  const { service, lan } = await withLan();
  const token = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  const [, named = ''] = /value="([\w-]{43})"/.exec(await accountPage(service, lan)) ?? [];
  const answer = await service.form(
    '/moderation/account/credentials/end',
    { credential: named, kind: 'token' },
    lan,
  );
  expect(answer.headers.get('location')).toBe('/moderation/account?done=revoked');
  expect([await opens(service, token), await opens(service, lan)]).toEqual([false, true]);
});

test('a token alone does not open the account page', async () => {
  const { service } = await withLan();
  const token = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  expect((await service.request('/moderation/account', { headers: token })).status).toBe(403);
  expect((await service.form('/moderation/account/sessions/end', {}, token)).status).toBe(403);
});

test('an account that is shut opens nothing, and says no more than a wrong password does', async () => {
  const { service, lan } = await withLan();
  const token = { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` };
  await shut(service);
  const answer = await signIn(service);
  expect([answer.status, answer.body.detail]).toEqual([401, 'Tên hoặc mật khẩu không đúng.']);
  expect([await opens(service, lan), await opens(service, token)]).toEqual([false, false]);
});

test.each([
  [chromeOnWindows, 'Chrome, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/139.0 Chrome/133.0 Safari/537.36', 'Cốc Cốc, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Linux; Android 15; SM-S918B) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
    'Samsung Internet, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.6 Safari/605.1.15', 'Safari, macOS'],
  ['python-requests/2.32', 'python-requests'],
  ['x'.repeat(300), 'x'.repeat(100)],
  ['', ''],
])('the browser %s is called %s', (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name);
});
