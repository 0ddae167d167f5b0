import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newChallengeId } from '../../src/captcha/challenge-id.ts';
import { goodOldSecrets, prepareSecret, takeNextSecret } from '../../src/store/files/old-secrets.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, startProcess } from '../support/process.ts';
import { startWorker } from '../support/worker-process.ts';

async function start(env: Record<string, string>) {
  const service = await startProcess(env);
  onTestFinished(() => service.stop());
  return {
    ...service,
    async send(body: string) {
      const sent = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ article: { key: '/a' }, author: 'Hòa', body }),
      });
      return (await sent.json()) as { id: string; receipt: string };
    },
    async opens({ receipt }: { receipt: string }) {
      return (await fetch(`${service.url}/api/v1/receipts/${receipt}`)).status === 200;
    },
    async end() {
      service.signal('SIGTERM');
      expect(await service.ended).toBe(0);
    },
  };
}

test('a secret is rotated while the service runs, taken at its next start, and the old one is good until its end', async () => {
  const env = { DATA_DIR: newFolder() };
  const secret = () => readFileSync(join(env.DATA_DIR, 'secret'), 'utf8').trim();
  const first = await start(env);
  await first.command(['site', 'set', 'demo', 'captcha', 'off']);
  const before = await first.send('Ý kiến trước khi đổi khóa.');
  const old = secret();
  const rotated = await first.command(['secret', 'rotate', '--overlap', '30']);
  expect([rotated.code, rotated.err, rotated.out]).toEqual([
    0,
    '',
    expect.stringMatching(/^restart the service/),
  ]);
  expect([secret(), await first.opens(before)]).toEqual([old, true]);
  await first.end();
  const second = await start(env);
  const after = await second.send('Ý kiến sau khi đổi khóa.');
  expect([secret() === old, await second.opens(before), await second.opens(after)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(await second.command(['reader', 'export', '--receipt', before.receipt])).toMatchObject({ code: 0 });
  const acts = (await second.command(['act', 'list'])).out;
  expect(acts).toContain('"secret-rotate"');
  const modes = readdirSync(env.DATA_DIR).map((name) => statSync(join(env.DATA_DIR, name)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  await second.end();
  writeFileSync(join(env.DATA_DIR, 'secret.old'), `1 ${old}\n`);
  const third = await start(env);
  expect([await third.opens(before), await third.opens(after)]).toEqual([false, true]);
  expect(readFileSync(join(env.DATA_DIR, 'secret.old'), 'utf8')).toBe('');
});

test('a secret of the environment is followed by another there, with the old one beside it', async () => {
  const env = { DATA_DIR: newFolder(), SECRET: 'khóa thứ nhất, dài hơn ba mươi hai ký tự' };
  const first = await start(env);
  await first.command(['site', 'set', 'demo', 'captcha', 'off']);
  const before = await first.send('Ý kiến trước khi đổi khóa.');
  expect(await first.command(['secret', 'rotate'])).toMatchObject({
    code: 1,
    err: 'error: SECRET comes from the environment: set OLD_SECRET to it, SECRET to another, and start again\n',
  });
  await first.end();
  const second = await start({ ...env, SECRET: 'y'.repeat(40), OLD_SECRET: env.SECRET });
  expect([await second.opens(before), await second.opens(await second.send('Ý kiến mới.'))]).toEqual([
    true,
    true,
  ]);
});

test('on Workers, too, what an old secret made is good, and what another made is not', async () => {
  const old = 'khóa của Worker trước đây, dài hơn ba mươi hai';
  const worker = await startWorker({ OLD_SECRET: old });
  onTestFinished(() => worker.stop());
  const shows = async (secret: string) => {
    const { id } = newChallengeId({ secret, now: Date.now, random: randomBytes }, 'demo');
    return (await fetch(`${worker.url}/api/v1/sites/demo/challenges/${id}/picture`)).status === 200;
  };
  expect([await shows(old), await shows('x'.repeat(40))]).toEqual([true, false]);
});

test('a start that is cut off while it takes the new secret loses neither', async () => {
  const folder = newFolder();
  await runCommand(['site', 'list'], { env: { DATA_DIR: folder } });
  const secret = () => readFileSync(join(folder, 'secret'), 'utf8').trim();
  const old = secret();
  prepareSecret(folder, 10);
  const prepared = readFileSync(join(folder, 'secret.next'), 'utf8');
  // As where it was cut off before the new one took its name, and then before it was no longer prepared.
  writeFileSync(join(folder, 'secret.old'), `${Date.now() + 1000} ${old}\n`);
  expect(takeNextSecret(folder, Date.now())).toBe(true);
  writeFileSync(join(folder, 'secret.next'), prepared);
  expect(takeNextSecret(folder, Date.now())).toBe(true);
  expect([secret(), goodOldSecrets(folder, Date.now())]).toEqual([prepared.split('\n')[0], [old]]);
  expect(takeNextSecret(folder, Date.now())).toBe(false);
});
