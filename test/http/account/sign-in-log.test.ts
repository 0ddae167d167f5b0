import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { addAccount, password, sessionOf, signIn } from '../../support/accounts.ts';
import { startService } from '../../support/service.ts';

async function withLan() {
  const service = await startService();
  await addAccount(service);
  const told = async (act: () => Promise<unknown>) => {
    service.logged.length = 0;
    await act();
    return service.logged.map((line) => JSON.parse(line)).filter(({ event }) => event !== 'request');
  };
  return { service, told };
}

const failed = (why: string, account?: string) => ({
  level: 'warn',
  event: 'sign-in failed',
  ...(account && { account }),
  why,
});

test('who signs in, and who fails to and why, is a line of the log without what was typed', async () => {
  const { service, told } = await withLan();
  await addAccount(service, 'Minh');
  await service.deps.database.query(
    sql`update moderators set disabled_at = 1 where id = 'Minh'`.compile(build),
  );
  const lines = await told(async () => {
    await signIn(service);
    await signIn(service, { password: 'gõ nhầm' });
    await signIn(service, { name: 'mật khẩu gõ nhầm chỗ' });
    await signIn(service, { name: 'Minh' });
    await service.form('/moderation/session', { name: 'lan', password: 'gõ nhầm' });
    for (let tries = 0; tries < 9; tries += 1) await signIn(service, { password: 'gõ nhầm' });
  });
  expect(lines.slice(0, 5)).toEqual([
    { level: 'info', event: 'signed in', account: 'Lan' },
    failed('credentials', 'Lan'),
    failed('credentials'),
    failed('disabled', 'Minh'),
    failed('credentials', 'Lan'),
  ]);
  expect(lines.at(-1)).toEqual(failed('too-many', 'Lan'));
  expect(JSON.stringify(lines)).not.toContain('gõ nhầm');
});

test('a changed password, and a wrong one from inside, are lines of the log', async () => {
  const { service, told } = await withLan();
  const lan = await sessionOf(service);
  const change = (given: string) =>
    service.form('/moderation/account/password', { password: given, newPassword: 'mật khẩu mới hẳn' }, lan);
  expect(await told(() => change('sai'))).toEqual([failed('credentials', 'Lan')]);
  expect(await told(() => change(password))).toEqual([
    { level: 'info', event: 'password changed', account: 'Lan' },
  ]);
});
