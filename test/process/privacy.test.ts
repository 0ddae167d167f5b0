import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { newFolder } from '../support/new-folder.ts';
import { freePort, runCommand, startProcess } from '../support/process.ts';

const dayMs = 24 * 60 * 60_000;
const email = 'canary.reader@mail.example';
const recorder = pathToFileURL('test/support/outbound.ts').href;

async function start(env: Record<string, string> = {}) {
  const service = await startProcess({ LOG_LEVEL: 'debug', ...env });
  onTestFinished(() => service.stop());
  return service;
}

async function ask(url: string, method = 'GET', body?: object, headers = {}) {
  const init = body && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  const answer = await fetch(url, { method, headers, ...init });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

async function send(url: string, words: string, more: object = {}) {
  const comment = { article: { key: '/a' }, author: 'Hòa', email, body: words, ...more };
  const { status, body } = await ask(`${url}/api/v1/sites/demo/comments`, 'POST', comment);
  expect([status, body.detail]).toEqual([202, undefined]);
  return body as { id: string; receipt: string };
}

/** Which of the words stand in any file of the folder, in whatever part of it. */
function found(directory: string, words: readonly string[]): string[] {
  const files = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'latin1'));
  return words.filter((word) => files.some((text) => text.includes(word)));
}

/** Makes what is there look as if it had come so many days earlier. */
function age(directory: string, days: number): string[] {
  const connection = new SQLite(join(directory, 'binh-luan.db'));
  const senders = connection.prepare('select distinct sender from comments').pluck().all() as string[];
  connection.exec(`update comments set created_at = created_at - ${days * dayMs};
    update article_days set day = day - ${days};
    update hourly_counts set hour = hour - ${24 * days}; update sites set erased_until = 0`);
  connection.close();
  return senders;
}

test('after its time no byte of an e-mail address or of a sender is in any file, nor ever in the log', async () => {
  const directory = join(newFolder(), 'data');
  const first = await start({ DATA_DIR: directory });
  await first.command(['site', 'set', 'demo', 'captcha', 'off']);
  for (const count of [1, 2, 3, 4]) await send(first.url, `Ý kiến số ${count} về bài này.`);
  first.signal('SIGTERM');
  await first.ended;
  const traces = [email, ...age(directory, 31)];
  expect([traces.length, found(directory, traces)]).toEqual([2, traces]);

  const second = await start({ DATA_DIR: directory });
  await expect.poll(() => found(directory, traces)).toEqual([]);
  expect(readdirSync(directory).sort()).toEqual([
    'binh-luan.db',
    'binh-luan.db-reach',
    'binh-luan.db-shm',
    'binh-luan.db-wal',
    'secret',
    'server.lock',
  ]);
  const said = [first, second].map(({ output }) => output.out + output.err).join('');
  expect([said.includes('"request"'), traces.filter((trace) => said.includes(trace))]).toEqual([true, []]);
  expect(said).not.toMatch(/not all was erased/);
  expect(await second.command(['check'])).toMatchObject({ code: 0, err: '' });
});

test('an operator exports and erases what is kept of a reader, by e-mail address or receipt, while it serves', async () => {
  const service = await start();
  const directory = service.env.DATA_DIR;
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
  await service.command(['site', 'set', 'demo', 'moderation', 'publish-clean']);
  const one = await send(service.url, 'Canaryone là lời của tôi.', { email: 'Canary.Reader@MAIL.example' });
  const two = await send(service.url, 'Canarytwo là lời của tôi.', { email: 'Canary.Reader@mail.example' });
  const other = await send(service.url, 'Canarythree là lời người khác.', { email });
  const asked = ['--email', ' Canary.Reader@Mail.Example '];

  const copy = await service.command(['reader', 'export', ...asked]);
  const { comments } = JSON.parse(copy.out);
  expect([copy.code, copy.err, comments.map((kept: { id: string }) => kept.id).sort()]).toEqual([
    0,
    '',
    [one.id, two.id].sort(),
  ]);
  expect(comments[0]).toMatchObject({
    site: 'demo',
    article: { key: '/a' },
    state: 'published',
    reports: 0,
    likes: 0,
    findings: [],
  });

  const unsure = await service.command(['reader', 'erase', ...asked]);
  expect([unsure.code, unsure.out]).toEqual([1, '']);
  expect(unsure.err).toMatch(
    /^error: this would erase for good 2 comments: \w{29}, \w{29}; add --yes to do it\n$/,
  );
  expect(found(directory, ['Canaryone', 'canaryone'])).not.toEqual([]);

  const sure = await service.command(['reader', 'erase', ...asked, '--yes']);
  expect([sure.code, sure.err, sure.out.trim().split('\n').sort()]).toEqual([0, '', [one.id, two.id].sort()]);
  const thread = await ask(`${service.url}/api/v1/sites/demo/comments?article=/a`);
  expect(thread.body.comments.map((shown: { id: string }) => shown.id)).toEqual([other.id]);
  const words = ['Canaryone', 'Canarytwo', 'canaryone', 'canarytwo', 'Canary.Reader'];
  expect(found(directory, words)).toEqual([]);
  expect(await service.command(['check'])).toMatchObject({ code: 0, err: '' });

  const byReceipt = await service.command(['reader', 'erase', '--receipt', other.receipt, '--yes']);
  expect(byReceipt).toEqual({ code: 0, out: `${other.id}\n`, err: '' });
  expect(await service.command(['check'])).toMatchObject({ code: 0, err: '' });
});

test('what an operator asks wrongly is one line on standard error', async () => {
  const env = { DATA_DIR: join(newFolder(), 'data') };
  const ask = async (...args: string[]) => {
    const { code, out, err } = await runCommand(['reader', ...args], { env });
    return [code, out, err];
  };
  expect(await ask('export')).toEqual([
    1,
    '',
    'error: name the reader by --email, by --receipt, or by --sub and --site\n',
  ]);
  expect(await ask('erase', '--email', 'nobody@mail.example', '--yes')).toEqual([
    1,
    '',
    'error: there is no comment of this reader\n',
  ]);
  expect(await ask('export', '--receipt', 'x.y')).toEqual([
    1,
    '',
    'error: There is no such comment. Please check the link.\n',
  ]);
  expect(JSON.parse(String((await ask('export', '--email', 'nobody@mail.example'))[1]))).toEqual({
    comments: [],
  });
});

test('in the default set-up the service reaches out to nobody', async () => {
  const log = join(newFolder(), 'outbound');
  const { url, command } = await start({ NODE_OPTIONS: `--import=${recorder}`, OUTBOUND_LOG: log });
  await ask(url);
  await ask(`${url}/embed/demo?article=/a`);
  const challenge = (await ask(`${url}/api/v1/sites/demo/challenges`, 'POST', {})).body;
  const answer = (await command(['captcha', 'answer', challenge.id])).out.trim();
  const { id, receipt } = await send(url, 'Xem https://vi-du.example nhé.', {
    challenge: { id: challenge.id, answer },
  });
  await command(['moderator', 'add', 'Lan', '--role', 'owner'], 'mật khẩu rất dài\n');
  const authorization = `Bearer ${(await command(['moderator', 'token', 'Lan'])).out.trim()}`;
  const decision = { action: 'publish', comments: [{ id, version: 1 }] };
  expect((await ask(`${url}/api/v1/decisions`, 'POST', decision, { authorization })).status).toBe(201);
  expect((await ask(`${url}/api/v1/receipts/${receipt}/erasure`, 'POST')).status).toBe(204);
  expect(readFileSync(log, 'utf8')).toBe('');
});

test('the recorder of that test does record', async () => {
  const log = join(newFolder(), 'outbound');
  const port = await freePort();
  const server = createServer((_, answer) => answer.end());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const program = join(newFolder(), 'program.mjs');
  writeFileSync(
    program,
    `import { createSocket } from 'node:dgram';
    import { lookup } from 'node:dns/promises';
    await (await fetch('http://127.0.0.1:${port}/')).text();
    await lookup('localhost');
    const socket = createSocket('udp4');
    socket.send('x', ${port}, '127.0.0.1', () => socket.close());`,
  );
  const child = spawn(process.execPath, [`--import=${recorder}`, program], { env: { OUTBOUND_LOG: log } });
  await once(child, 'close');
  const kinds = readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(['connect', 'lookup', 'send'].filter((kind) => !kinds.includes(kind))).toEqual([]);
});

test('a browser that opens the demo page and its comments asks nobody else for anything', async () => {
  const [service, browser] = await Promise.all([start(), launchBrowser()]);
  onTestFinished(() => browser.close());
  const { page } = await openPage(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(service.url);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await page.frameLocator('iframe').locator('form').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.some((address) => address.startsWith(`${service.url}/embed/demo`))).toBe(true);
  expect(
    asked.filter((address) => !address.startsWith(`${service.url}/`) && !/^(data|blob):/.test(address)),
  ).toEqual([]);
});
