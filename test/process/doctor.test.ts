import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { newFolder } from '../support/new-folder.ts';
import { openPostOffice } from '../support/post-office.ts';
import { freePort, runCommand, type ServiceProcess, startProcess } from '../support/process.ts';

interface Found {
  check: string;
  level: string;
  says: string;
  todo?: string;
}

async function examine(env: Record<string, string>) {
  const { code, out, err } = await runCommand(['doctor', '--json'], { env });
  const all: Found[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const levels = Object.fromEntries(all.map(({ check, level }) => [check, level]));
  const of = (check: string) => all.find((found) => found.check === check);
  return { code, err, all, levels, of };
}

/** A proxy in front of a service, which hands on the headers as told; its own port is what browsers see. */
async function startBehind(
  hand: (headers: IncomingHttpHeaders, peer: string) => IncomingHttpHeaders,
  more: Record<string, string> = {},
) {
  let service: ServiceProcess | undefined;
  const proxy = createServer((asked, answer) => {
    const headers = hand(asked.headers, asked.socket.remoteAddress ?? '');
    const on = ask(`${service?.url}${asked.url}`, { method: asked.method, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    on.on('error', () => answer.writeHead(502).end());
    asked.pipe(on);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void proxy.close());
  const PUBLIC_URL = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  service = await startProcess({ PUBLIC_URL, ...more });
  onTestFinished(() => service?.stop());
  return service.env;
}

const added = (headers: IncomingHttpHeaders, peer: string) => ({
  ...headers,
  'x-forwarded-for': [headers['x-forwarded-for'], peer].filter(Boolean).join(', '),
});

test('where all is well each check says so, and what is only to be thought of is no fault', async () => {
  const service = await startProcess();
  onTestFinished(() => service.stop());
  await service.command(['backup', join(newFolder(), 'copy.db')]);
  const { code, err, levels, all } = await examine(service.env);
  expect([code, err]).toEqual([0, '']);
  expect(levels).toEqual({
    ...{ node: 'ok', disk: 'ok', storing: 'ok', secret: 'ok', schema: 'ok', mail: 'ok', proxy: 'ok' },
    ...{ address: 'warning', clock: 'ok', backup: 'ok' },
  });
  expect(all.filter(({ level, todo }) => level !== 'ok' && !todo)).toEqual([]);
  const lines = (await service.command(['doctor'])).out.trim().split('\n');
  expect(lines.filter((line) => !/^(ok|warning|wrong): [a-z]+: .{4}/.test(line))).toEqual([]);
  expect(lines.find((line) => line.startsWith('warning: address'))).toContain('; what to do: set PUBLIC_URL');
});

test('a proxy that is not trusted, names nobody, or hands on what readers write is told from one that does right', async () => {
  const trusted = { TRUSTED_PROXIES: '127.0.0.1' };
  const [right, untrusted, unnamed, careless] = await Promise.all([
    startBehind(added, trusted).then(examine),
    startBehind(added).then(examine),
    startBehind(({ 'x-forwarded-for': _, ...headers }) => headers, trusted).then(examine),
    startBehind((headers) => headers, trusted).then(examine),
  ]);
  expect([right.code, right.levels.proxy]).toEqual([0, 'ok']);
  expect(untrusted.of('proxy')).toMatchObject({ level: 'wrong', todo: 'set TRUSTED_PROXIES to 127.0.0.1' });
  expect(unnamed.of('proxy')).toMatchObject({
    level: 'wrong',
    says: expect.stringContaining('names no reader'),
  });
  expect(careless.of('proxy')).toMatchObject({
    level: 'wrong',
    says: expect.stringContaining('whoever writes an address'),
  });
  expect([untrusted.code, unnamed.code, careless.code]).toEqual([1, 1, 1]);
});

test('an address that is silent, another’s, or leads on is wrong, with what to do', async () => {
  const service = await startProcess();
  onTestFinished(() => service.stop());
  const other = createServer((_, answer) => answer.end('hello'));
  const away = createServer((_, answer) => answer.writeHead(301, { location: 'https://bao.example/' }).end());
  const late = createServer((_, answer) => answer.writeHead(502).end());
  for (const server of [other, away, late]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => void server.close());
  }
  const at = async (port: number) =>
    (await examine({ ...service.env, PUBLIC_URL: `http://127.0.0.1:${port}` })).of('address');
  const portOf = (server: typeof other) => (server.address() as AddressInfo).port;
  const found = await Promise.all([
    at(await freePort()),
    ...[other, away, late].map((one) => at(portOf(one))),
  ]);
  expect(found.map((one) => [one?.level, one?.says.split(' ').slice(1).join(' ')])).toEqual([
    ['wrong', expect.stringMatching(/^does not answer: .*ECONNREFUSED/)],
    ['wrong', 'is answered 200, and not by this installation'],
    ['wrong', 'leads on to https://bao.example/'],
    ['wrong', 'is answered 502: what answers reaches no service'],
  ]);
});

test('a clock that goes otherwise than that of who answers is wrong', async () => {
  const service = await startProcess();
  onTestFinished(() => service.stop());
  const ahead = createServer((asked, answer) => {
    ask(`${service.url}${asked.url}`, { headers: asked.headers }, (from) => {
      const date = new Date(Date.now() + 600_000).toUTCString();
      answer.writeHead(from.statusCode ?? 502, { ...from.headers, date });
      from.pipe(answer);
    }).end();
  });
  await new Promise<void>((resolve) => ahead.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void ahead.close());
  const PUBLIC_URL = `http://127.0.0.1:${(ahead.address() as AddressInfo).port}`;
  const { levels, of } = await examine({ ...service.env, PUBLIC_URL });
  expect([levels.address, levels.clock, of('clock')?.says]).toEqual([
    ...['ok', 'wrong', expect.stringMatching(/^where the address leads it is (59|60)\d s later than here$/)],
  ]);
});

test('what a folder lacks is told, and nothing in it is changed', async () => {
  const folder = newFolder();
  const empty = await examine({ DATA_DIR: folder });
  expect([empty.code, empty.levels.schema, empty.levels.secret]).toEqual([1, 'wrong', 'wrong']);
  const missing = await examine({ DATA_DIR: join(folder, 'nowhere') });
  expect([missing.levels.disk, missing.levels.storing]).toEqual(['wrong', 'wrong']);
  const env = { DATA_DIR: join(folder, 'data') };
  await runCommand(['site', 'list'], { env });
  const secret = join(env.DATA_DIR, 'secret');
  chmodSync(secret, 0o644);
  const database = join(env.DATA_DIR, 'binh-luan.db');
  const connection = new SQLite(database);
  connection.exec(`delete from d1_migrations where name >= '0040'`);
  const stopped = await examine(env);
  expect(stopped.of('secret')).toMatchObject({ level: 'wrong', todo: `chmod 600 "${secret}"` });
  expect(stopped.of('address')).toMatchObject({
    level: 'wrong',
    todo: 'the service does not run: npm start',
  });
  expect([stopped.levels.schema, stopped.levels.backup]).toEqual(['warning', undefined]);
  chmodSync(secret, 0o600);
  await runCommand(['secret', 'rotate'], { env });
  expect((await examine(env)).of('secret')).toMatchObject({
    level: 'warning',
    todo: 'restart the service, which takes it',
  });
  chmodSync(`${secret}.next`, 0o644);
  expect((await examine(env)).of('secret')).toMatchObject({ todo: `chmod 600 "${secret}.next"` });
  connection.exec(`insert into d1_migrations (name) values ('9999_later.sql')`);
  expect((await examine(env)).of('schema')).toMatchObject({
    level: 'wrong',
    says: expect.stringContaining('9999'),
  });
  connection.close();
  rmSync(secret);
  expect((await examine({ ...env, SECRET: 'x'.repeat(32) })).levels.secret).toBe('ok');
  writeFileSync(secret, 'y'.repeat(32));
  expect((await examine({ ...env, SECRET: 'x'.repeat(32) })).levels.secret).toBe('warning');
  const setting = await examine({ ...env, PORT: 'http' });
  expect([setting.code, setting.levels]).toEqual([1, { node: 'ok', settings: 'wrong' }]);
});

test('the mail server is asked to let us in, and gets no letter', async () => {
  const office = await openPostOffice();
  const strict = new SMTPServer({
    ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
    onAuth: ({ password }, _, done) =>
      password === 'đúng' ? done(null, { user: 'a' }) : done(new Error('Invalid login')),
  });
  strict.on('error', () => undefined);
  await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => strict.close(() => undefined));
  const { port } = strict.server.address() as AddressInfo;
  const DATA_DIR = newFolder();
  const by = async (SMTP_URL: string, more = {}) =>
    (await examine({ DATA_DIR, SMTP_URL, MAIL_FROM: 'a@bao.example', ...more })).of('mail');
  const dkim = { DKIM_DOMAIN: 'bao.example', DKIM_SELECTOR: 'thu', DKIM_KEY_FILE: 'README.md' };
  const found = await Promise.all([
    by(office.url),
    by(`smtp://a:${encodeURIComponent('đúng')}@127.0.0.1:${port}`),
    by(`smtp://a:mat-khau@127.0.0.1:${port}`),
    by(`smtp://127.0.0.1:${await freePort()}`),
    by(office.url, dkim),
  ]);
  expect(found.map((one) => one?.level)).toEqual(['ok', 'ok', 'wrong', 'wrong', 'wrong']);
  expect(found.map((one) => one?.todo?.split(' ').slice(0, 4).join(' '))).toEqual([
    ...[undefined, undefined, 'correct name and password', 'take smtps:// and port', 'correct it, or the'],
  ]);
  expect([office.received, JSON.stringify(found).includes('mat-khau')]).toEqual([[], false]);
});

test('origins, channels, copies and a clock that went back are told of what is stored', async () => {
  const page = createServer((_, answer) => answer.end());
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void page.close());
  const there = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
  const silent = `http://127.0.0.1:${await freePort()}`;
  const env = { DATA_DIR: newFolder() };
  for (const [id, origin] of [
    ['co', there],
    ['khong', silent],
  ] as const)
    await runCommand(['site', 'add', id, '--name', id, '--origin', origin], { env });
  const connection = new SQLite(join(env.DATA_DIR, 'binh-luan.db'));
  const channel = `insert into channels (id, site_id, kind, sealed_url, shown, events, grouped, created_at, failing_since, dropped, gone)
    values (?, 'co', 'standard', 'x', 'bao.example', '[]', 0, 1, ?, ?, ?)`;
  for (const row of [
    ['a', null, 0, 0],
    ['b', 5, 0, 0],
    ['c', null, 3, 0],
    ['d', null, 0, 1],
  ])
    connection.prepare(channel).run(...row);
  connection.exec(`insert into acts (id, kind, details, created_at, ended_at) values
    ('old', 'backup', '{}', ${Date.now() - 5 * 86_400_000}, 1), ('ahead', 'backup', '{}', ${Date.now() - 4.5 * 86_400_000}, 1)`);
  const { levels, of } = await examine(env);
  expect(levels).toMatchObject({ 'origins of co': 'ok', 'origins of khong': 'warning', backup: 'warning' });
  expect(of('backup')?.says).toBe('the last is 4 days old');
  expect(['a', 'b', 'c', 'd'].map((id) => levels[`channel ${id} (standard)`])).toEqual([
    ...['ok', 'wrong', 'warning', 'wrong'],
  ]);
  connection.exec(`update acts set created_at = ${Date.now() + 7_200_000} where id = 'ahead'`);
  connection.close();
  expect((await examine(env)).of('clock')).toMatchObject({ level: 'wrong' });
});

test('nobody without the secret is told what the service sees', async () => {
  const service = await startProcess();
  onTestFinished(() => service.stop());
  const answers = await Promise.all(
    ['', 'x', `${Date.now()}.x`].map((pass) =>
      fetch(`${service.url}/healthz/visit`, { headers: { 'binh-luan-visit': pass } }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
