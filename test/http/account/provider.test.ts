import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProviderSettings } from '../../../src/moderators/oidc/settings.ts';
import { createToken } from '../../../src/moderators/token.ts';
import { build } from '../../../src/store/database.ts';
import { accountPage, addAccount, opens, password, sessionOf } from '../../support/accounts.ts';
import { clientId, clientSecret, signInThere, startProvider } from '../../support/provider.ts';
import { publicUrl, type Service, startService } from '../../support/service.ts';

const asPage = { accept: 'text/html' };
const startPath = '/moderation/session/provider';
const callback = `${publicUrl}/moderation/session/callback`;

let there: Awaited<ReturnType<typeof startProvider>>;
let withClaims: typeof there;

beforeAll(async () => {
  [there, withClaims] = await Promise.all([
    startProvider(callback),
    startProvider(callback, { claimsInToken: true }),
  ]);
});

afterAll(async () => {
  await Promise.all([there.stop(), withClaims.stop()]);
});

beforeEach(() => {
  there.people.lan = { name: 'Nguyễn Thị Lan', groups: ['thoi-su', 'xa-hoi'] };
  there.people.chu = { name: 'Trần Chủ', groups: ['ban-bien-tap'] };
  there.people.khach = { name: 'Khách', groups: ['quang-cao'] };
});

async function newService(given: Partial<ProviderSettings> = {}, passwords = true) {
  const service = await startService();
  await service.addSite('tin-nhanh');
  const usual = {
    issuer: there.issuer,
    clientId,
    clientSecret,
    scope: 'openid profile groups',
    claim: 'groups',
  };
  const owners = [{ value: 'ban-bien-tap', sites: [] }];
  const moderators = [{ value: 'thoi-su', sites: ['demo', 'khong-co'] }];
  service.deps.access = { passwords, provider: { ...usual, owners, moderators, ...given } };
  return service;
}

type Headers = Record<string, string>;

/** The first page of a sign-in: where it leads, and the cookies to come back with. */
async function begin(service: Service, path = startPath, headers: Headers = {}) {
  const answer = await service.request(path, { headers: { ...asPage, ...headers } });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const cookie = [...cookies, ...(headers.cookie ? [headers.cookie] : [])].join('; ');
  return { answer, address: answer.headers.get('location') ?? '', cookie };
}

async function comeBack(service: Service, returned: URL, cookie: string) {
  const answer = await service.request(returned.pathname + returned.search, {
    headers: { ...asPage, cookie },
  });
  const session = answer.headers.getSetCookie().find((one) => one.startsWith('binh_luan_session='));
  return { answer, page: await answer.text(), who: { cookie: session?.split(';')[0] ?? '' } };
}

async function signIn(service: Service, login: string, path = startPath, headers: Headers = {}) {
  const { address, cookie } = await begin(service, path, headers);
  return comeBack(service, await signInThere(address, login), cookie);
}

const who = async (service: Service, headers: Headers) =>
  (await service.json('GET', '/api/v1/session', undefined, headers)).body.moderator;

async function rows(service: Service, query: string) {
  return service.deps.database.query(sql`${sql.raw(query)}`.compile(build));
}

test('whoever the claim names something for signs in, and has an account with that role and those sites', async () => {
  const service = await newService();
  const { answer, who: lan } = await signIn(service, 'lan', `${startPath}?next=/moderation/articles`);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/moderation/articles']);
  expect(await who(service, lan)).toMatchObject({ name: 'Nguyễn Thị Lan', role: 'moderator' });
  expect(await rows(service, 'select site_id from moderator_sites')).toEqual([{ site_id: 'demo' }]);
  const owner = await signIn(service, 'chu');
  expect(await who(service, owner.who)).toMatchObject({ name: 'Trần Chủ', role: 'owner' });
  expect((await service.request('/moderation/sites/tin-nhanh', { headers: owner.who })).status).toBe(200);
  const kinds = await rows(service, 'select kind from acts where account_id is not null order by kind');
  expect(kinds).toEqual(
    ['account-create', 'account-create', 'oidc-sign-in', 'oidc-sign-in'].map((kind) => ({ kind })),
  );
});

test('what is asked for and brought back is bound to this browser, once, for ten minutes', async () => {
  const service = await newService();
  const { answer, address, cookie } = await begin(service);
  const asked = new URL(address).searchParams;
  expect([asked.get('code_challenge_method'), asked.get('response_type'), asked.get('scope')]).toEqual([
    'S256',
    'code',
    'openid profile groups',
  ]);
  expect(asked.get('state')).toMatch(/^[0-9a-z]{26}$/);
  expect(asked.get('nonce')).toMatch(/^[0-9a-z]{26}$/);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^binh_luan_sign_in=\S+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const returned = await signInThere(address, 'lan');
  const stranger = await comeBack(service, returned, '');
  const other = await comeBack(service, returned, (await begin(service)).cookie);
  expect([stranger.answer.status, other.answer.status]).toEqual([401, 401]);
  expect(stranger.page).toContain('bắt đầu ở trình duyệt khác');
  service.clock.now += 600_000;
  expect((await comeBack(service, returned, cookie)).answer.status).toBe(401);
  service.clock.now -= 600_000;
  const first = await comeBack(service, returned, cookie);
  const again = await comeBack(service, returned, cookie);
  expect([first.answer.status, again.answer.status, again.who.cookie]).toEqual([303, 401, '']);
  expect(first.answer.headers.getSetCookie().join()).toContain('binh_luan_sign_in=; Max-Age=0');
});

test('over https the cookie of the flow is Secure and bound to the host', async () => {
  const service = await newService();
  service.deps.publicUrl = 'https://comments.test';
  expect((await begin(service)).answer.headers.get('set-cookie')).toMatch(
    /^__Host-binh_luan_sign_in=.*; Secure; SameSite=Lax$/,
  );
});

test('an answer of another provider, or another code, signs nobody in', async () => {
  const service = await newService();
  const mixed = await begin(service);
  const returned = await signInThere(mixed.address, 'lan');
  returned.searchParams.set('iss', 'https://evil.example');
  expect((await comeBack(service, returned, mixed.cookie)).answer.status).toBe(503);
  const other = await begin(service);
  const code = (await signInThere((await begin(service)).address, 'lan')).searchParams.get('code') ?? '';
  const stolen = await signInThere(other.address, 'chu');
  stolen.searchParams.set('code', code);
  expect((await comeBack(service, stolen, other.cookie)).answer.status).toBe(503);
  expect(await rows(service, 'select id from moderators')).toEqual([]);
  expect(service.logged.join()).toContain('the provider of sign-ins did not answer as it should');
});

test('who the claim names nothing for is told so, and has no account', async () => {
  const service = await newService();
  const { answer, page } = await signIn(service, 'khach');
  expect([answer.status, page.includes('của Khách chưa được giao việc gì')]).toEqual([403, true]);
  there.people.lan = { name: 'Lan', groups: ['THOI-SU'] };
  expect((await signIn(service, 'lan')).answer.status).toBe(403);
  const elsewhere = await newService({ moderators: [{ value: 'quang-cao', sites: ['khong-co'] }] });
  expect((await signIn(elsewhere, 'khach')).answer.status).toBe(403);
  expect(await rows(service, 'select id from moderators')).toEqual([]);
});

test('who says no at the provider comes back to the page of the sign-in', async () => {
  const service = await newService();
  const { address, cookie } = await begin(service);
  const state = new URL(address).searchParams.get('state') ?? '';
  const refused = new URL(`${callback}?${new URLSearchParams({ state, error: 'access_denied' })}`);
  const { answer, page } = await comeBack(service, refused, cookie);
  expect([answer.status, page.includes('không xác nhận')]).toEqual([401, true]);
});

test('role and sites follow the claim at each sign-in, and the account stays one', async () => {
  const service = await newService();
  const first = await signIn(service, 'lan');
  there.people.lan = { name: 'Lan Đổi Tên', groups: ['ban-bien-tap'] };
  const second = await signIn(service, 'lan');
  expect(await who(service, second.who)).toEqual({
    id: (await who(service, first.who)).id,
    name: 'Nguyễn Thị Lan',
    role: 'owner',
  });
  there.people.lan.groups = ['thoi-su'];
  await signIn(service, 'lan');
  expect(await rows(service, 'select role, all_sites from moderators')).toEqual([
    { role: 'moderator', all_sites: 0 },
  ]);
});

test('who loses the group loses the account with all that is signed in, until the group is back', async () => {
  const service = await newService();
  const { who: lan } = await signIn(service, 'lan');
  const { id } = await who(service, lan);
  const token = { authorization: `Bearer ${await createToken(service.deps, id)}` };
  there.people.lan = { name: 'Lan', groups: [] };
  expect((await signIn(service, 'lan')).answer.status).toBe(403);
  expect([await opens(service, lan), await opens(service, token)]).toEqual([false, false]);
  there.people.lan.groups = ['thoi-su'];
  const back = await signIn(service, 'lan');
  expect([(await who(service, back.who)).id, await opens(service, token)]).toEqual([id, false]);
});

test('an account that an owner shut stays shut, whatever the claim says', async () => {
  const service = await newService();
  const { who: lan } = await signIn(service, 'lan');
  const { id } = await who(service, lan);
  const owner = (await signIn(service, 'chu')).who;
  await service.form(`/moderation/moderators/${id}/disable`, {}, owner);
  const refused = await signIn(service, 'lan');
  expect([refused.answer.status, refused.page.includes('đang bị khóa')]).toEqual([403, true]);
  there.people.lan = { name: 'Lan', groups: [] };
  await signIn(service, 'lan');
  there.people.lan.groups = ['thoi-su'];
  expect((await signIn(service, 'lan')).answer.status).toBe(403);
});

test('an account of the same name is another account, and no password opens the new one', async () => {
  const service = await newService();
  await addAccount(service, 'Nguyễn Thị Lan', 'owner');
  const { who: lan } = await signIn(service, 'lan');
  expect(await who(service, lan)).toMatchObject({ name: 'Nguyễn Thị Lan 2', role: 'moderator' });
  for (const given of ['-', '', password]) {
    const answer = await service.json('POST', '/api/v1/session', {
      name: 'Nguyễn Thị Lan 2',
      password: given,
    });
    expect([given, answer.status]).toEqual([given, given ? 401 : 422]);
  }
});

test('a second factor of the account is asked for after the provider too', async () => {
  const service = await newService();
  const { who: lan } = await signIn(service, 'lan');
  const { id } = await who(service, lan);
  await rows(
    service,
    `insert into second_factors (moderator_id, sealed_secret, confirmed_at) values ('${id}', 'x', 1)`,
  );
  const { answer, page, who: nobody } = await signIn(service, 'lan');
  expect([answer.status, page.includes('action="/moderation/session/code"'), nobody.cookie]).toEqual([
    200,
    true,
    '',
  ]);
});

test('who is signed in links their account by their password, and it opens by the provider from then on', async () => {
  const service = await newService();
  await addAccount(service, 'Lan');
  const session = await sessionOf(service);
  expect(await accountPage(service, session)).toContain('href="/moderation/account/identity"');
  const { answer, page } = await signIn(service, 'lan', '/moderation/account/identity', session);
  expect([answer.status, page.includes('Nguyễn Thị Lan')]).toEqual([200, true]);
  const [, ticket = ''] = /name="ticket" value="([^"]+)"/.exec(page) ?? [];
  const confirm = (given: string, from: Headers = session) =>
    service.form('/moderation/account/identity', { ticket, password: given }, from);
  expect((await confirm('không phải')).status).toBe(422);
  await addAccount(service, 'Minh');
  expect((await confirm(password, await sessionOf(service, { name: 'Minh' }))).status).toBe(409);
  expect(await rows(service, 'select * from identities')).toEqual([]);
  expect((await confirm(password)).headers.get('location')).toBe('/moderation/account?done=linked');
  expect(await who(service, (await signIn(service, 'lan')).who)).toMatchObject({ id: 'Lan' });
  const other = await signIn(
    service,
    'lan',
    '/moderation/account/identity',
    await sessionOf(service, { name: 'Minh' }),
  );
  const [, taken = ''] = /name="ticket" value="([^"]+)"/.exec(other.page) ?? [];
  const minh = await sessionOf(service, { name: 'Minh' });
  expect((await service.form('/moderation/account/identity', { ticket: taken, password }, minh)).status).toBe(
    409,
  );
  const unlinked = await service.form(
    '/moderation/account/identity/remove',
    { password },
    await sessionOf(service),
  );
  expect(unlinked.headers.get('location')).toBe('/moderation/account?done=unlinked');
  expect(await who(service, (await signIn(service, 'lan')).who)).toMatchObject({ name: 'Nguyễn Thị Lan' });
});

test('an account without a password makes tokens, and neither changes a password nor lets go of its link', async () => {
  const service = await newService();
  const { who: lan } = await signIn(service, 'lan');
  const page = await accountPage(service, lan);
  expect([page.includes('/moderation/account/password'), page.includes('identity/remove')]).toEqual([
    false,
    false,
  ]);
  const made = await service.form(
    '/moderation/account/tokens',
    { name: 'Máy', scope: 'read', days: '30' },
    lan,
  );
  expect(await made.text()).toMatch(/<code>[0-9a-z]{26}<\/code>/);
});

test('where passwords are off the page offers the provider alone, and a one-time link still signs in', async () => {
  const service = await newService({}, false);
  await addAccount(service, 'Lan', 'owner');
  const page = await (await service.request('/moderation/session/new', { headers: asPage })).text();
  expect([page.includes('type="password"'), page.includes(`${startPath}?next=`)]).toEqual([false, true]);
  expect((await service.json('GET', '/api/v1/session')).body.signIn).toEqual({
    passwords: false,
    provider: `${startPath}?next=%2Fmoderation%2Fsession%2Fdone`,
  });
  const owner = (await signIn(service, 'chu')).who;
  const reset = await (await service.form('/moderation/moderators/Lan/password', {}, owner)).text();
  const [link = ''] = /\/moderation\/setup\/[\w.-]+/.exec(reset) ?? [];
  expect(await (await service.request(link)).text()).not.toContain('type="password"');
  const entered = await service.form(link, {});
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/moderation']);
  expect((await service.form(link, {})).status).toBe(404);
});

test('a claim that stands in the token itself needs no further question', async () => {
  withClaims.people.lan = { name: 'Lan', groups: ['thoi-su'] };
  const service = await newService({ issuer: withClaims.issuer });
  expect((await signIn(service, 'lan')).answer.status).toBe(303);
  expect(withClaims.requests.filter((one) => one.endsWith('/me'))).toEqual([]);
  await signIn(service, 'lan');
  expect(withClaims.requests.filter((one) => one.includes('openid-configuration'))).toHaveLength(1);
});

test('a provider that cannot be asked is told on the page, and passwords still sign in', async () => {
  const service = await newService({ issuer: 'http://127.0.0.1:9' });
  const { answer } = await begin(service);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.text()).toContain('type="password"');
});
