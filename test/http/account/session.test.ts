import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { offerSetup } from '../../../src/moderators/setup.ts';
import { build } from '../../../src/store/database.ts';
import { addAccount, cookieOf, password, signIn } from '../../support/accounts.ts';
import { publicUrl, startService } from '../../support/service.ts';

test('signing in gives a session that signing out ends, on the server too', async () => {
  const service = await startService();
  await addAccount(service);
  const answer = await signIn(service, {});
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^binh_luan_session=[0-9a-z]{26}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const cookie = cookieOf(answer);
  const queue = async () => (await service.json('GET', '/api/v1/queue', undefined, { cookie })).status;
  expect(await queue()).toBe(200);
  await service.json('DELETE', '/api/v1/session', undefined, { cookie });
  expect(await queue()).toBe(401);
});

test('only the hash of a session is in the database, and every sign-in makes a new one', async () => {
  const service = await startService();
  await addAccount(service);
  const first = cookieOf(await signIn(service, {}));
  const second = cookieOf(await signIn(service, {}, { cookie: first }));
  expect(second).not.toBe(first);
  const rows = await service.deps.database.query(
    sql<{ hash: string }>`select * from credentials`.compile(build),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(second.split('=')[1]);
});

test('a session ends by itself after twelve hours', async () => {
  const service = await startService();
  await addAccount(service);
  const cookie = cookieOf(await signIn(service, {}));
  service.clock.now += 12 * 60 * 60_000;
  expect((await service.json('GET', '/api/v1/queue', undefined, { cookie })).status).toBe(401);
});

test('a wrong name and a wrong password are the same answer', async () => {
  const service = await startService();
  await addAccount(service);
  const wrong = [await signIn(service, { password: 'không phải' }), await signIn(service, { name: 'Ai đó' })];
  expect(wrong.map(({ status, body }) => [status, body.detail])).toEqual(
    Array(2).fill([401, 'Tên hoặc mật khẩu không đúng.']),
  );
});

test('an account is locked for a while after ten wrong passwords, from wherever they came', async () => {
  const service = await startService();
  await addAccount(service);
  const from = (address: number) => ({ 'x-test-peer': `192.0.2.${address}` });
  const attempts = Array.from({ length: 10 }, (_, index) =>
    signIn(service, { password: 'sai' }, from(index)),
  );
  expect((await Promise.all(attempts)).map((answer) => answer.status)).toEqual(Array(10).fill(401));
  const locked = await signIn(service, {}, from(99));
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900']);
  service.clock.now += 900_000;
  expect((await signIn(service, {})).status).toBe(204);
});

test('over https the cookie is Secure and bound to the host', async () => {
  const service = await startService({ publicUrl: 'https://comments.test' });
  await addAccount(service);
  expect((await signIn(service, {})).headers.get('set-cookie')).toMatch(
    /^__Host-binh_luan_session=.*; Secure/,
  );
});

test('what another site makes a browser send is refused, in a form and in JSON', async () => {
  const service = await startService();
  await addAccount(service);
  const cookie = cookieOf(await signIn(service, {}));
  const status = async (headers: Record<string, string>) =>
    (
      await service.json(
        'POST',
        '/api/v1/decisions',
        { action: 'publish', comments: [{ id: 'x', version: 1 }] },
        { cookie, ...headers },
      )
    ).status;
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ origin: 'null' })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'cross-site', origin: publicUrl })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8787' })).toBe(404);
  expect(await status({ origin: publicUrl })).toBe(404);
  const form = await service.form(
    '/moderation/decisions',
    { action: 'publish', id: 'x', version: '1' },
    { cookie, origin: 'https://evil.example' },
  );
  expect(form.status).toBe(403);
  const signInForm = await service.form(
    '/moderation/session',
    { name: 'Lan', password },
    { origin: 'https://evil.example' },
  );
  expect(signInForm.status).toBe(403);
});

test('the one-time link sets up the first owner, once, and not for ever', async () => {
  const service = await startService();
  const link = async () => `/moderation/setup/${await offerSetup(service.deps)}`;
  const expired = await link();
  service.clock.now += 24 * 60 * 60_000;
  expect((await service.request(expired)).status).toBe(404);

  const path = await link();
  expect((await service.request(path)).status).toBe(200);
  expect((await service.form(path, { name: 'Chủ', password: 'ngắn' })).status).toBe(422);
  const made = await service.form(path, { name: 'Chủ', password: 'đủ dài rồi đấy' });
  expect([made.status, made.headers.get('location')]).toEqual([303, '/moderation']);
  const desk = await service.request('/moderation', { headers: { cookie: cookieOf(made) } });
  expect(desk.status).toBe(200);
  expect((await service.form(path, { name: 'Kẻ khác', password: 'đủ dài rồi đấy' })).status).toBe(404);
  expect(await offerSetup(service.deps)).toBeUndefined();
});

test('of two that use the link at once, one becomes the owner', async () => {
  const service = await startService();
  const path = `/moderation/setup/${await offerSetup(service.deps)}`;
  const both = await Promise.all(
    ['Một', 'Hai'].map((name) => service.form(path, { name, password: 'đủ dài rồi đấy' })),
  );
  expect(both.map((answer) => answer.status).sort()).toEqual([303, 404]);
});

test('the sign-in page keeps the name after a mistake and says what was wrong', async () => {
  const service = await startService();
  await addAccount(service);
  const page = await service.form('/moderation/session', { name: 'Lan', password: 'sai' });
  const text = await page.text();
  expect(page.status).toBe(401);
  expect(text).toContain('value="Lan"');
  expect(text).toContain('Tên hoặc mật khẩu không đúng.');
  expect(text).not.toContain('value="sai"');
});
