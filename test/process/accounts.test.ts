import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../support/process.ts';

async function newService() {
  const service = await startProcess();
  onTestFinished(() => service.stop());
  const signIn = async (password: string, name = 'Trần Quốc Tuấn') =>
    (
      await fetch(`${service.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password }),
      })
    ).status;
  const account = async (args: readonly string[], input?: string) => {
    const { code, out, err } = await service.command(['moderator', ...args], input);
    return { code, out: out.trim(), err: err.trim() };
  };
  return { ...service, signIn, account };
}

const first = 'bốn mùa thay lá';
const second = 'sông dài cá lội';
const tuan = 'Trần Quốc Tuấn'.normalize('NFC');
const typed = 'trần  quốc tuấn'.normalize('NFD');

test('an operator adds, lists, unlocks, shuts and opens accounts by names as people type them', async () => {
  const { account, signIn } = await newService();
  const added = await account(['add', typed, '--role', 'owner'], `${first}\n`);
  expect([added.code, added.out]).toEqual([0, typed.normalize('NFC').replace('  ', ' ')]);
  const taken = await account(['add', tuan, '--role', 'owner'], `${first}\n`);
  expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('already')]);
  await account(['add', 'Minh', '--role', 'moderator', '--site', ' DEMO '], `${second}\n`);
  const listed = (await account(['list'])).out.split('\n').map((line) => JSON.parse(line));
  expect(listed).toEqual([
    expect.objectContaining({
      name: 'Minh',
      role: 'moderator',
      sites: ['demo'],
      tokens: 0,
      disabledAt: null,
    }),
    expect.objectContaining({ role: 'owner', sites: null, secondFactor: false }),
  ]);

  expect(await signIn(first)).toBe(204);
  for (let tries = 0; tries < 10; tries += 1) expect(await signIn('sai')).toBe(401);
  expect(await signIn(first)).toBe(429);
  expect((await account(['unlock', tuan])).code).toBe(0);
  expect(await signIn(first)).toBe(204);

  const shut = await account(['disable', tuan]);
  expect([shut.code, shut.err]).toEqual([0, expect.stringContaining('no owner of all sites')]);
  expect(await signIn(first)).toBe(401);
  expect([(await account(['unlock', tuan])).code, (await account(['disable', 'Không ai'])).code]).toEqual([
    1, 1,
  ]);
  expect((await account(['enable', tuan])).code).toBe(0);
  expect(await signIn(first)).toBe(204);
});

test('a password that is set by command ends sessions, and says which tokens stay', async () => {
  const { account, signIn, url } = await newService();
  await account(['add', tuan, '--role', 'owner'], `${first}\n`);
  const { out: token } = await account(['token', tuan]);
  const opens = async () =>
    (await fetch(`${url}/api/v1/queue`, { headers: { authorization: `Bearer ${token}` } })).status === 200;
  const kept = await account(['password', tuan], `${second}\n`);
  expect([kept.code, kept.err, await opens()]).toEqual([0, expect.stringMatching(/: 1; --end-tokens/), true]);
  expect([await signIn(first), await signIn(second)]).toEqual([401, 204]);
  const ended = await account(['password', tuan, '--end-tokens'], `${first}\n`);
  expect([ended.code, ended.err, await opens()]).toEqual([0, '', false]);
  const weak = await account(['password', tuan], 'tranquoctuan2026\n');
  expect([weak.code, weak.err]).toEqual([1, expect.stringContaining('easy to guess')]);
  expect(await signIn(first)).toBe(204);
});
