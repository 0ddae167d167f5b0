import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { groupOf } from '../../../src/moderators/attempts.ts';
import { build } from '../../../src/store/database.ts';
import { forgetSignInAttempts } from '../../../src/store/limits/sign-in-attempts.ts';
import { addAccount, cookieOf, opens, password, sessionOf, signIn } from '../../support/accounts.ts';
import { actAt } from '../../support/acts.ts';
import { type Service, startService } from '../../support/service.ts';

const from = (address: number) => ({ 'x-test-peer': `192.0.${address >> 8}.${address & 255}` });
const minuteMs = 60_000;

async function withLan(): Promise<Service> {
  const service = await startService();
  await addAccount(service);
  return service;
}

/** Ten wrong passwords, each from an address of its own. */
async function lockOut(service: Service, name = 'Lan'): Promise<void> {
  for (let address = 0; address < 10; address += 1)
    expect((await signIn(service, { name, password: 'sai' }, from(address))).status).toBe(401);
}

/** What a browser keeps of having signed in, without its session. */
async function knownBrowser(service: Service, given: object = {}): Promise<{ cookie: string }> {
  const cookies = (await signIn(service, given)).headers.getSetCookie();
  return { cookie: cookies.find((one) => one.startsWith('binh_luan_browser='))?.split(';')[0] ?? '' };
}

const attempts = async ({ deps }: Service) =>
  deps.database.query(
    sql<{ subject: string; count: number }>`select subject, count from attempts order by subject`.compile(
      build,
    ),
  );

const nameAttempts = async ({ deps }: Service) => {
  const [row] = await deps.database.query(
    sql<{
      rows: number;
      counted: number;
    }>`select count(*) as rows, sum(count) as counted from name_attempts`.compile(build),
  );
  return row;
};

test('who guesses a password keeps out strangers, and nobody in a browser that signed in before', async () => {
  const service = await withLan();
  const browser = await knownBrowser(service);
  await lockOut(service);
  expect((await signIn(service, {}, from(99))).status).toBe(429);
  expect((await signIn(service, {}, browser)).status).toBe(204);
  expect((await signIn(service, {}, { ...browser, ...from(0) })).status).toBe(204);
});

test('a browser that signed in before may guess no more than anybody, and spends nothing of others', async () => {
  const service = await withLan();
  const browser = await knownBrowser(service);
  const guess = async () => (await signIn(service, { password: 'sai' }, browser)).status;
  for (let tries = 0; tries < 10; tries += 1) expect(await guess()).toBe(401);
  expect([await guess(), (await signIn(service, {}, browser)).status]).toEqual([429, 429]);
  expect((await signIn(service)).status).toBe(204);
});

test('the cookie of a browser proves nothing, is one account’s, and ends with the password', async () => {
  const service = await withLan();
  await addAccount(service, 'Minh');
  const lan = await knownBrowser(service);
  expect(await opens(service, lan)).toBe(false);
  await lockOut(service);
  await lockOut(service, 'Minh');
  const forged = { cookie: lan.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) };
  const other = { cookie: lan.cookie.replace(/=[^.]+/, '=00000000000000000000000000') };
  expect(
    await Promise.all([forged, other].map(async (headers) => (await signIn(service, {}, headers)).status)),
  ).toEqual([429, 429]);
  expect((await signIn(service, { name: 'Minh' }, lan)).status).toBe(429);

  const session = cookieOf(await signIn(service, {}, lan));
  const newPassword = 'mật khẩu mới hẳn';
  const changed = await service.form(
    '/moderation/account/password',
    { password, newPassword },
    { cookie: `${session}; ${lan.cookie}` },
  );
  const renewed = { cookie: changed.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  expect((await signIn(service, { password: newPassword }, lan)).status).toBe(429);
  expect((await signIn(service, { password: newPassword }, renewed)).status).toBe(204);
});

test('one browser is known to several accounts', async () => {
  const service = await withLan();
  await addAccount(service, 'Minh');
  const lan = await knownBrowser(service);
  const [, both = ''] = (await signIn(service, { name: 'Minh' }, lan)).headers.getSetCookie();
  await lockOut(service);
  await lockOut(service, 'Minh');
  for (const name of ['Lan', 'Minh'])
    expect((await signIn(service, { name }, { cookie: both.split(';')[0] ?? '' })).status).toBe(204);
});

test('an attempt from an address that is refused counts against nobody', async () => {
  const service = await withLan();
  for (let tries = 0; tries < 50; tries += 1)
    await signIn(service, { name: `Ai đó ${tries}`, password: 'sai' });
  const before = [await attempts(service), await nameAttempts(service)];
  for (let tries = 0; tries < 20; tries += 1) expect((await signIn(service)).status).toBe(429);
  expect([await attempts(service), await nameAttempts(service)]).toEqual(before);
  expect((await signIn(service, {}, from(9))).status).toBe(204);
});

test('an invented name leaves no row, and is told as one that an account has', async () => {
  const service = await withLan();
  const rows = async () => (await nameAttempts(service))?.rows;
  const before = await rows();
  for (let tries = 0; tries < 30; tries += 1)
    await signIn(service, { name: `Không ai ${tries}`, password: 'sai' });
  expect([await rows(), (await attempts(service)).length]).toEqual([before, 1]);

  const answers = async (name: string, first: number) => {
    const told: unknown[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const answer = await signIn(service, { name, password: 'sai' }, from(first + tries));
      told.push([answer.status, answer.body.detail, answer.headers.get('retry-after')]);
    }
    return told;
  };
  expect(await answers('Một người khác', 300)).toEqual(await answers('Lan', 400));
});

test('right passwords are not counted', async () => {
  const service = await withLan();
  for (let tries = 0; tries < 60; tries += 1) expect((await signIn(service)).status).toBe(204);
  expect((await attempts(service)).map(({ count }) => count)).toEqual([0]);
  expect((await nameAttempts(service))?.counted).toBe(0);
});

test('who is kept out is told the true rest of the time', async () => {
  const service = await withLan();
  await lockOut(service);
  for (const [past, rest, words] of [
    [0, '900', '15 phút'],
    [10 * minuteMs, '300', '5 phút'],
    [4 * minuteMs + 30_500, '30', '1 phút'],
  ] as const) {
    service.clock.now += past;
    const { status, headers, body } = await signIn(service);
    expect([status, headers.get('retry-after')]).toEqual([429, rest]);
    expect(body.detail).toContain(words);
  }
  service.clock.now += 29_500;
  expect((await signIn(service)).status).toBe(204);
});

test('guesses from outside, or from another session, keep nobody from changing their password', async () => {
  const service = await withLan();
  const [lan, other] = [await sessionOf(service), await sessionOf(service)];
  await lockOut(service);
  const change = async (who: { cookie: string }, given: string) =>
    (
      await service.form(
        '/moderation/account/password',
        { password: given, newPassword: 'mật khẩu mới hẳn' },
        who,
      )
    ).status;
  for (let tries = 0; tries < 10; tries += 1) expect(await change(other, 'sai')).toBe(422);
  expect([await change(other, password), await change(lan, password)]).toEqual([429, 303]);
});

test('an operator lets in who is kept out, by name or address', async () => {
  const service = await withLan();
  await lockOut(service);
  for (let tries = 0; tries < 50; tries += 1)
    await signIn(service, { name: `Ai đó ${tries}`, password: 'sai' });
  expect((await signIn(service)).status).toBe(429);
  await forgetSignInAttempts(service.deps.database, { id: 'Lan', nameGroup: groupOf('Lan') }, actAt(0));
  expect((await signIn(service)).status).toBe(204);
});

test('over https the cookie of a browser is Secure and bound to the host', async () => {
  const service = await startService({ publicUrl: 'https://comments.test' });
  await addAccount(service);
  expect((await signIn(service)).headers.getSetCookie()[1]).toMatch(
    /^__Host-binh_luan_browser=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
});
