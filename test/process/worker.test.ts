import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, temporaryFolder } from '../support/process.ts';

// The journey runs in workerd with the captcha's drawing left out; this is the Worker as it is deployed.

const { path: state, remove } = temporaryFolder();
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const wrangler = (...args: string[]) =>
  spawn('node_modules/.bin/wrangler', [...args, '--local', '--persist-to', state], {
    env: { PATH: process.env.PATH ?? '', HOME: state, CI: '1', WRANGLER_SEND_METRICS: 'false' },
    stdio: 'ignore',
    detached: true,
  });
let worker: ReturnType<typeof spawn>;

beforeAll(async () => {
  await once(wrangler('d1', 'migrations', 'apply', 'DB'), 'close');
  const secret = 'SECRET:a secret for tests, of 32 characters or more';
  worker = wrangler(
    'dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--var',
    secret,
  );
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the Worker did not start');
}, 90_000);

afterAll(async () => {
  if (worker?.pid) process.kill(-worker.pid, 'SIGTERM');
  await once(worker, 'close');
  remove();
});

test('the built Worker draws captchas, serves its pages and files, and refuses a wrong answer', async () => {
  const headers = { 'content-type': 'application/json' };
  const site = `${url}/api/v1/sites/demo`;
  const challenge = await (await fetch(`${site}/challenges`, { method: 'POST', headers, body: '{}' })).json();
  const picture = Buffer.from(challenge.image.data, 'base64');
  expect([challenge.image.contentType, picture.toString('latin1', 1, 4)]).toEqual(['image/png', 'PNG']);
  expect(picture.length).toBeGreaterThan(1000);
  const audio = await fetch(challenge.audio.url);
  const sound = Buffer.from(await audio.arrayBuffer());
  expect([audio.status, sound.toString('latin1', 0, 4)]).toEqual([200, 'RIFF']);
  expect(sound.length).toBeGreaterThan(20_000);
  const body = {
    article: { key: '/a' },
    author: 'Hòa',
    body: 'Hay',
    challenge: { id: challenge.id, answer: 'sai' },
  };
  const refused = await fetch(`${site}/comments`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([refused.status, (await refused.json()).errors[0].field]).toEqual([422, 'challenge']);
  for (const [path, text] of [
    ['/', 'data-binh-luan'],
    ['/embed/demo?article=/a', 'reset captcha'],
    ['/embed.js', 'iframe'],
    ['/altcha/workers/shared.js', 'onmessage'],
  ]) {
    const answer = await fetch(url + path);
    expect([path, answer.status, (await answer.text()).includes(text ?? '')]).toEqual([path, 200, true]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  const worked = await (await fetch(`${site}/challenges`, { method: 'POST', headers, body: '{}' })).json();
  const solution = await solveChallenge({ challenge: worked.proofOfWork, deriveKey });
  const proofOfWork = { challenge: worked.proofOfWork, solution };
  const sent = { ...body, challenge: { id: worked.id, proofOfWork } };
  const taken = await fetch(`${site}/comments`, { method: 'POST', headers, body: JSON.stringify(sent) });
  expect([taken.status, (await taken.json()).state]).toEqual([202, 'pending']);
  expect((await fetch(`${url}/moderation`, { redirect: 'manual' })).status).toBe(303);
});
