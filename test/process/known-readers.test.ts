import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimsAt, type Parts, plainComment, signed } from '../support/identity.ts';
import { startProcess } from '../support/process.ts';

const sub = 'canary-reader-4711';
const email = 'canary.known@mail.example';

async function start() {
  const service = await startProcess({ LOG_LEVEL: 'debug' });
  onTestFinished(() => service.stop());
  const run = async (...args: string[]) => {
    const { code, out, err } = await service.command(args);
    expect([args, code, err]).toEqual([args, 0, '']);
    return out.trim();
  };
  await run('site', 'set', 'demo', 'identity', 'offered');
  const key = (command: string, ...more: string[]) => run('site', 'identity-key', command, 'demo', ...more);
  const ask = (path: string, token: string, init: RequestInit = {}) =>
    fetch(service.url + path, {
      redirect: 'manual',
      ...init,
      headers: { 'binh-luan-identity': token, ...init.headers },
    });
  const send = (token: string, more: Parts = {}) =>
    ask('/api/v1/sites/demo/comments', token, {
      method: 'POST',
      body: JSON.stringify(plainComment(more)),
      headers: { 'content-type': 'application/json' },
    });
  return { service, key, ask, send };
}

const says = (more: Parts = {}) => claimsAt(Date.now(), { sub, email, ...more });

test('of a token and of who its reader is to their site not a byte is in any file, in the log, or in an address', async () => {
  const { service, key, ask, send } = await start();
  const secret = await key('add');
  const good = signed(secret, says());
  const tokens = [good, signed(secret, says({ aud: 'bao' })), `${good}x`];
  const answers: string[] = [];
  for (const token of tokens) {
    const sent = await send(token);
    const form = new URLSearchParams({ article: '/bai-viet', body: 'Bằng biểu mẫu.' });
    const posted = await ask('/embed/demo', token, { method: 'POST', body: form });
    const own = await ask('/api/v1/sites/demo/own', token);
    const page = await ask('/embed/demo?article=/bai-viet', token);
    for (const one of [sent, posted, own, page])
      answers.push((await one.text()) + JSON.stringify([...one.headers]));
  }
  expect(answers.join()).toContain('Trần Minh Quân');
  const words = [sub, email, secret, ...tokens, ...good.split('.').slice(1)];
  const folder = service.env.DATA_DIR ?? '';
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  const { out, err } = service.output;
  expect(out + err).toContain('/api/v1/sites/:site/own');
  expect(
    words.filter((word) => [...files, out, err, ...answers].some((text) => text.includes(word))),
  ).toEqual([]);
});

test('keys come and go while the service runs, and count at once', async () => {
  const { key, send } = await start();
  const statusOf = async (secret: string, body: string) =>
    (await send(signed(secret, says()), { body })).status;
  const first = await key('add');
  expect(await statusOf(first, 'Một.')).toBe(202);
  const second = await key('add');
  expect([await statusOf(first, 'Hai.'), await statusOf(second, 'Ba.')]).toEqual([202, 202]);
  const listed = (await key('list')).split('\n').map((line) => JSON.parse(line));
  expect(listed.map(({ shown }) => shown)).toEqual([first, second].map((secret) => `…${secret.slice(-4)}`));
  await key('remove', listed[0].id);
  expect([await statusOf(first, 'Bốn.'), await statusOf(second, 'Năm.')]).toEqual([401, 202]);
});

test('a command that cannot be done says why in a line', async () => {
  const { service, key } = await start();
  for (let count = 0; count < 3; count += 1) await key('add');
  const refused: [string[], string][] = [
    [['add', 'demo'], 'A site has at most 3 keys. Please remove one first.'],
    [['add', 'khong-co'], 'no site "khong-co"; see site list'],
    [['remove', 'demo', 'x'], 'There is no such key.'],
  ];
  for (const [args, sentence] of refused) {
    const { code, out, err } = await service.command(['site', 'identity-key', ...args]);
    expect([code, out, err]).toEqual([1, '', `error: ${sentence}\n`]);
  }
});
