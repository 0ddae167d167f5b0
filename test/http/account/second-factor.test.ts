import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { codeOf } from '../../../src/moderators/one-time-code.ts';
import { unseal } from '../../../src/moderators/seal.ts';
import { createToken } from '../../../src/moderators/token.ts';
import { build } from '../../../src/store/database.ts';
import { deleteSecondFactor, findSecondFactor } from '../../../src/store/moderators/second-factors.ts';
import {
  accountPage,
  addAccount,
  cookieOf,
  opens,
  password,
  sessionOf,
  signIn,
} from '../../support/accounts.ts';
import { actAt } from '../../support/acts.ts';
import { type Service, startService } from '../../support/service.ts';

const stepMs = 30_000;

/** The code that an authenticator app shows, some steps from now. */
async function codeNow(service: Service, away = 0): Promise<string> {
  const stored = await findSecondFactor(service.deps.database, 'Lan');
  const key = unseal(service.deps, 'Lan', stored?.sealedSecret ?? '');
  return key ? codeOf(key, Math.floor(service.clock.now / stepMs) + away) : '';
}

async function withLan() {
  const service = await startService();
  await addAccount(service);
  return { service, lan: await sessionOf(service) };
}

const post = (service: Service, path: string, fields: Record<string, string>, who: { cookie: string }) =>
  service.form(`/moderation/account/${path}`, fields, who);

const recoveryCodesIn = (page: string) =>
  [...page.matchAll(/<code>([0-9a-z]{4}-[0-9a-z]{4})<\/code>/g)].map(([, code = '']) => code);

/** Lan, with a second factor whose first code was taken a minute ago. */
async function withFactor() {
  const { service, lan } = await withLan();
  await post(service, 'second-factor', { password }, lan);
  const confirmed = await post(service, 'second-factor/confirm', { code: await codeNow(service) }, lan);
  const recoveryCodes = recoveryCodesIn(await confirmed.text());
  service.clock.now += 2 * stepMs;
  return { service, lan, recoveryCodes };
}

/** The page that follows a right password. */
async function passwordPage(service: Service) {
  const answer = await service.form('/moderation/session', { name: 'Lan', password });
  const page = await answer.text();
  const [, halfway = ''] = /name="halfway" value="([^"]+)"/.exec(page) ?? [];
  return { answer, halfway };
}

const sendCode = (service: Service, halfway: string, code: string) =>
  service.form('/moderation/session/code', { halfway, code });

test('a second factor is turned on by a first code, and shows its recovery codes once', async () => {
  const { service, lan } = await withLan();
  const begun = await post(service, 'second-factor', { password }, lan);
  expect(begun.headers.get('location')).toBe('/moderation/account#second-factor');
  const page = await accountPage(service, lan);
  const [, key = ''] =
    /otpauth:\/\/totp\/comments\.test:Lan\?secret=([A-Z2-7]{32})&amp;issuer=comments\.test/.exec(page) ?? [];
  expect(page).toContain(`<code>${key.match(/.{4}/g)?.join(' ')}</code>`);
  expect(page).toMatch(/<svg role="img" aria-label="Mã QR/);
  expect((await signIn(service)).status).toBe(204);

  const wrong = await post(service, 'second-factor/confirm', { code: await codeNow(service, 5) }, lan);
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Mã không đúng')]);
  const code = await codeNow(service);
  const confirmed = await post(
    service,
    'second-factor/confirm',
    { code: `${code.slice(0, 3)} ${code.slice(3)}` },
    lan,
  );
  const recoveryCodes = recoveryCodesIn(await confirmed.text());
  expect(new Set(recoveryCodes).size).toBe(10);
  const after = await accountPage(service, lan);
  expect(recoveryCodesIn(after)).toEqual([]);
  expect(after).toContain('Còn 10 mã khôi phục chưa dùng.');
  expect(after).not.toContain('otpauth:');

  const kept = await service.deps.database.query(
    sql`select * from second_factors left join recovery_codes using (moderator_id)`.compile(build),
  );
  expect(kept).toHaveLength(10);
  for (const secret of [key, ...recoveryCodes]) expect(JSON.stringify(kept)).not.toContain(secret);
});

test('it is not turned on without the password, nor begun anew while it is on', async () => {
  const { service, lan } = await withLan();
  expect((await post(service, 'second-factor', { password: 'sai' }, lan)).status).toBe(422);
  expect(await findSecondFactor(service.deps.database, 'Lan')).toBeUndefined();
  await post(service, 'second-factor', { password }, lan);
  await post(service, 'second-factor/cancel', {}, lan);
  expect(await findSecondFactor(service.deps.database, 'Lan')).toBeUndefined();
  const on = await withFactor();
  expect((await post(on.service, 'second-factor', { password }, on.lan)).status).toBe(409);
  await post(on.service, 'second-factor/cancel', {}, on.lan);
  expect(await findSecondFactor(on.service.deps.database, 'Lan')).toMatchObject({ recoveryCodes: 10 });
});

test('of two first codes at once, one shows recovery codes', async () => {
  const { service, lan } = await withLan();
  await post(service, 'second-factor', { password }, lan);
  const code = await codeNow(service);
  const both = await Promise.all([1, 2].map(() => post(service, 'second-factor/confirm', { code }, lan)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await findSecondFactor(service.deps.database, 'Lan')).toMatchObject({ recoveryCodes: 10 });
});

test('a right password alone opens nothing; the code after it does', async () => {
  const { service } = await withFactor();
  const { answer, halfway } = await passwordPage(service);
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
  expect(await opens(service, { cookie: `binh_luan_session=${halfway}` })).toBe(false);
  expect(await opens(service, { authorization: `Bearer ${halfway}` })).toBe(false);

  const wrong = await sendCode(service, halfway, await codeNow(service, 5));
  const text = await wrong.text();
  expect([wrong.status, text.includes(halfway), text.includes('Mã không đúng')]).toEqual([401, true, true]);
  const right = await sendCode(service, halfway, await codeNow(service));
  expect([right.status, right.headers.get('location')]).toEqual([303, '/moderation']);
  expect(await opens(service, { cookie: cookieOf(right) })).toBe(true);
});

test('what the password page hands over lasts five minutes, and no longer than the password', async () => {
  const { service, lan } = await withFactor();
  const over = async (halfway: string) => {
    const answer = await sendCode(service, halfway, await codeNow(service));
    return [answer.status, (await answer.text()).includes('Đã quá 5 phút')];
  };
  const { halfway: old } = await passwordPage(service);
  service.clock.now += 300_000;
  expect(await over(old)).toEqual([401, true]);
  const { halfway } = await passwordPage(service);
  const [id = '', expiresAt = '', signed = ''] = halfway.split('.');
  expect(await over([id, Number(expiresAt) + 1, signed].join('.'))).toEqual([401, true]);
  await addAccount(service, 'Minh');
  expect(await over(['Minh', expiresAt, signed].join('.'))).toEqual([401, true]);
  expect(await over('')).toEqual([401, true]);
  await post(service, 'password', { password, newPassword: 'mật khẩu mới hẳn' }, lan);
  expect(await over(halfway)).toEqual([401, true]);
});

test('a program is told that a code is needed, and which was wrong', async () => {
  const { service } = await withFactor();
  const told = async (given: object) => {
    const { status, body } = await signIn(service, given);
    return [status, body?.errors?.map(({ field, code }: { field: string; code: string }) => [field, code])];
  };
  expect(await told({})).toEqual([401, [['code', 'required']]]);
  expect(await told({ code: '' })).toEqual([401, [['code', 'required']]]);
  expect(await told({ code: await codeNow(service, 5) })).toEqual([401, [['code', 'wrong']]]);
  expect(await told({ code: await codeNow(service), password: 'sai' })).toEqual([401, undefined]);
  expect(await told({ code: await codeNow(service) })).toEqual([204, undefined]);
});

test('a code is taken once, also of two at once, and an earlier one not after a later one', async () => {
  const { service } = await withFactor();
  const status = async (code: string) => (await signIn(service, { code })).status;
  const [before, code] = [await codeNow(service, -1), await codeNow(service)];
  expect((await Promise.all([status(code), status(code)])).sort()).toEqual([204, 401]);
  expect([await status(code), await status(before)]).toEqual([401, 401]);
  service.clock.now += stepMs;
  expect(await status(await codeNow(service))).toBe(204);
});

test('the code that turned it on does not sign in', async () => {
  const { service, lan } = await withLan();
  await post(service, 'second-factor', { password }, lan);
  const code = await codeNow(service);
  await post(service, 'second-factor/confirm', { code }, lan);
  expect((await signIn(service, { code })).status).toBe(401);
});

test('a recovery code stands in for a code once, however it is written', async () => {
  const { service, lan, recoveryCodes } = await withFactor();
  const [first = '', second = ''] = recoveryCodes;
  const status = async (code: string) => (await signIn(service, { code })).status;
  expect((await Promise.all([status(first), status(first)])).sort()).toEqual([204, 401]);
  expect(await status(` ${second.toUpperCase().replace('-', '')} `)).toBe(204);
  expect(await status(second)).toBe(401);
  expect(await accountPage(service, lan)).toContain('Còn 8 mã khôi phục chưa dùng.');
});

test('a code is the same in wide digits, as some keyboards write them', async () => {
  const { service, recoveryCodes } = await withFactor();
  const wide = (code: string) =>
    code.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
  expect((await signIn(service, { code: wide(await codeNow(service)) })).status).toBe(204);
  expect((await signIn(service, { code: wide(recoveryCodes[0] ?? '') })).status).toBe(204);
});

test('who knows the password and guesses codes keeps no browser out that signed in before', async () => {
  const { service } = await withFactor();
  const known = await signIn(service, { code: await codeNow(service) });
  const browser = { cookie: known.headers.getSetCookie()[1]?.split(';')[0] ?? '' };
  service.clock.now += 60_000;
  const wrong = await codeNow(service, 5);
  for (let tries = 0; tries < 10; tries += 1)
    expect((await signIn(service, { code: wrong })).status).toBe(401);
  const code = await codeNow(service);
  expect((await signIn(service, { code })).status).toBe(429);
  expect((await signIn(service, { code }, browser)).status).toBe(204);
});

test('ten wrong codes lock the account for a while, and its sessions work on', async () => {
  const { service, lan } = await withFactor();
  const wrong = { code: await codeNow(service, 5) };
  for (let tries = 0; tries < 10; tries += 1) expect((await signIn(service, wrong)).status).toBe(401);
  const locked = await signIn(service, { code: await codeNow(service) });
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '840']);
  expect(await opens(service, lan)).toBe(true);
  service.clock.now += 900_000;
  expect((await signIn(service, { code: await codeNow(service) })).status).toBe(204);
});

test('it is turned off by password and code together', async () => {
  const { service, lan } = await withFactor();
  const remove = async (given: Record<string, string>) =>
    (await post(service, 'second-factor/remove', { password, code: await codeNow(service), ...given }, lan))
      .status;
  expect([
    await remove({ password: 'sai' }),
    await remove({ code: '000000' }),
    await remove({ code: '' }),
  ]).toEqual([422, 422, 422]);
  expect((await signIn(service)).status).toBe(401);
  expect(await remove({})).toBe(303);
  expect((await signIn(service)).status).toBe(204);
});

test('new recovery codes take a code, and the old ones end', async () => {
  const { service, lan, recoveryCodes } = await withFactor();
  const refused = await post(service, 'recovery-codes', { code: '000000' }, lan);
  expect([refused.status, recoveryCodesIn(await refused.text())]).toEqual([422, []]);
  const renewed = await post(service, 'recovery-codes', { code: await codeNow(service) }, lan);
  const [fresh = '', ...others] = recoveryCodesIn(await renewed.text());
  expect(others).toHaveLength(9);
  expect((await signIn(service, { code: recoveryCodes[0] })).status).toBe(401);
  expect((await signIn(service, { code: fresh })).status).toBe(204);
});

test('tokens of programs are asked for no code', async () => {
  const { service } = await withFactor();
  expect(await opens(service, { authorization: `Bearer ${await createToken(service.deps, 'Lan')}` })).toBe(
    true,
  );
});

test('once the operator has reset it, the password is enough', async () => {
  const { service } = await withFactor();
  await deleteSecondFactor(service.deps.database, 'Lan', actAt(0));
  expect((await signIn(service)).status).toBe(204);
});

test('where the secret of the service has changed, a code is refused with the reason', async () => {
  const { service } = await withFactor();
  const code = await codeNow(service);
  service.deps.secret = 'another secret of 32 characters or more';
  const answer = await signIn(service, { code });
  expect([answer.status, answer.body.detail]).toEqual([
    409,
    expect.stringContaining('đặt lại xác thực hai lớp'),
  ]);
});
