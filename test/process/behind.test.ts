import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitHeader, visitPass, visitPath, visitProof } from '../../src/world/visit.ts';
import {
  type Answered,
  type Behind,
  bases,
  outside,
  programs,
  startBehind,
  type Where,
  whyNot,
} from '../support/proxy.ts';

// The configurations of `deploy/`, run by the programs that they are for, on this machine; by those that are installed.

const password = 'mật khẩu của Lan';

const commands = [
  'site set demo captcha off',
  'site set demo moderation publish-clean',
  'site set demo origins https://bao.example',
  'site add heard --name Heard --origin https://bao.example',
];

for (const program of programs) {
  const missing = whyNot(program);
  if (missing) console.log(`${program} is not tried: ${missing}`);
  for (const where of ['root', 'path'] as const)
    describe.skipIf(missing)(
      `${program}, ${where === 'root' ? 'on a host of its own' : 'below a path'}`,
      () => behind(program, where),
    );
}

function behind(program: (typeof programs)[number], where: Where) {
  const base = bases[where];
  const frame = `${base}/embed/demo?article=/a`;
  const list = `${base}/api/v1/sites/demo/comments?article=/a`;
  let there: Behind;

  beforeAll(async () => {
    there = await startBehind(program, where, { 'bai-1.html': '<h1>Tin của báo</h1>' });
    const done = await Promise.all(commands.map((command) => there.service.command(command.split(' '))));
    expect(done.map(({ err, code }) => [err, code])).toEqual(commands.map(() => ['', 0]));
    const added = await there.service.command(
      ['moderator', 'add', 'Lan', '--role', 'owner'],
      `${password}\n`,
    );
    expect(added).toMatchObject({ err: '', code: 0 });
  });

  afterAll(() => there?.stop());

  const send = (body: string, from = outside, headers: Record<string, string> = {}) =>
    there.ask(`${base}/api/v1/sites/demo/comments`, {
      method: 'POST',
      from,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ article: { key: '/a' }, author: 'Nguyễn Thị Hòa', body }),
    });

  test('what a page names comes as the service sends it, compressed once', async () => {
    const packed = { 'accept-encoding': 'gzip, br' };
    const page = await there.ask(frame, { headers: packed });
    expect([page.status, page.headers['content-encoding']]).toEqual([200, 'gzip']);
    const addresses = [...page.text.matchAll(/\s(?:href|src)="(\/[^"]+\.(?:js|css))"/g)].map(
      ([, it = '']) => it,
    );
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of [...addresses, `${base}/embed.js`]) {
      const file = await there.ask(address, { headers: packed });
      expect([address, file.status, file.headers['content-encoding']]).toEqual([address, 200, 'br']);
    }
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self' https://bao.example");
  });

  test('who sends is known by the address that the proxy saw, whatever a header says', async () => {
    const { text } = await send('Đường mới mở giúp bà con đi lại dễ hơn nhiều.');
    const { id } = JSON.parse(text);
    const like = async (from: string, forged = '') => {
      const headers = forged ? { 'x-forwarded-for': forged, forwarded: `for=${forged}` } : {};
      const address = `${base}/api/v1/sites/demo/comments/${id}/like`;
      return JSON.parse((await there.ask(address, { method: 'PUT', from, headers })).text).likes;
    };
    const [one, again] = ['192.0.2.77', '192.0.2.78'];
    const counts = await Promise.all([
      like('127.0.0.3'),
      like('127.0.0.3', one),
      like('127.0.0.3', again),
      like('127.0.0.4', one),
    ]);
    expect(Math.max(...counts)).toBe(2);
    expect(there.service.output.err).not.toContain('one sender');
  });

  test('a moderator signs in by the page, reads the queue and signs out, by the cookies that the proxy hands on', async () => {
    const desk = `${base}/moderation`;
    const form = (path: string, fields: Record<string, string>, cookie = '') =>
      there.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: there.origin, cookie },
        body: new URLSearchParams(fields).toString(),
      });
    const queue = (cookie: string) => there.ask(desk, { headers: { cookie, accept: 'text/html' } });
    const placeOf = ({ headers }: Answered) => headers.location?.replace(there.origin, '');
    expect(placeOf(await queue(''))).toBe(`${desk}/session/new`);
    const refused = await form(`${desk}/session`, { name: 'Lan', password: 'không phải' });
    expect([refused.status, refused.headers['set-cookie']]).toEqual([401, undefined]);
    const opened = await form(`${desk}/session`, { name: 'Lan', password });
    const [set = ''] = opened.headers['set-cookie'] ?? [];
    expect([opened.status, placeOf(opened)]).toEqual([303, desk]);
    expect(set).toMatch(base ? /; Path=\/binh-luan;.*; Secure/ : /; Path=\/;.*; Secure/);
    const [cookie = ''] = set.split(';');
    expect((await queue(cookie)).status).toBe(200);
    expect((await form(`${desk}/session/end`, {}, cookie)).status).toBe(303);
    expect((await queue(cookie)).status).toBe(303);
  });

  test('whoever has the secret is told whom the service takes for the reader: who came to the proxy', async () => {
    const secret = readFileSync(join(there.service.env.DATA_DIR, 'secret'), 'utf8').trim();
    const pass = visitPass(secret, Date.now());
    const headers = { [visitHeader]: pass, 'x-forwarded-for': '192.0.2.77' };
    const visit = await there.ask(base + visitPath, { headers });
    const expected = { proof: visitProof(secret, pass), peer: '127.0.0.1', client: outside, doubt: null };
    expect([visit.status, JSON.parse(visit.text)]).toMatchObject([200, expected]);
  });

  test('figures and the reference stay inside, however they are asked for', async () => {
    for (const name of ['metrics', 'docs', 'openapi.json']) {
      const inside = await there.ask(`${base}/${name}`, { from: '127.0.0.1' });
      expect([name, inside.status]).toEqual([name, 200]);
      const ways = [
        name,
        `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
        `/${name}`,
        `./${name}`,
        `x/../${name}`,
        `${name}/`,
      ];
      for (const way of [...ways, `${name}?x`, `.${base}/${name}`, `${name}%2f`, `${name};a`]) {
        const { status } = await there.ask(`${base}/${way}`);
        expect([way, status >= 400 && status < 500]).toEqual([way, true]);
      }
    }
    expect((await there.ask(`${base}${base}/metrics`)).status).toBeGreaterThanOrEqual(400);
  });

  test('a body that is too large is answered by the service, and one that is huge not passed on', async () => {
    const large = await send('x'.repeat(100_000));
    expect([large.status, large.headers['content-type']]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
    // The connection may be cut before all of it was sent; a proxy that hands on what comes at once may say so.
    const huge = await send('x'.repeat(3_000_000)).catch(() => ({ status: 413, headers: {} }));
    expect([413, 502]).toContain(huge.status);
  });

  test('addresses with letters that are encoded arrive as they were', async () => {
    const key = '/tin/đường mới%2F1';
    const { status, text } = await there.ask(
      `${base}/api/v1/sites/demo/comments?article=${encodeURIComponent(key)}`,
    );
    expect([status, JSON.parse(text).article.key]).toEqual([200, key]);
  });

  test('a player of sound is given the part that it asks for, and who has a list is told that it is the same', async () => {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const challenge = JSON.parse((await there.ask(`${base}/api/v1/sites/heard/challenges`, asked)).text);
    const address = challenge.audio.url.replace(there.origin, '');
    const part = await there.ask(address, { headers: { range: 'bytes=0-99' } });
    expect([part.status, part.headers['content-length']]).toEqual([206, '100']);
    const { etag = '' } = (await there.ask(list)).headers;
    expect((await there.ask(list, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('nothing of one reader is kept for another, nor of one site for another', async () => {
    const [one, other] = [await there.ask(frame), await there.ask(frame)];
    expect(one.text).not.toBe(other.text);
    const from = { origin: 'https://bao.example' };
    const shared = await there.ask(list, { headers: from });
    expect(shared.headers['access-control-allow-origin']).toBe('https://bao.example');
    expect((await there.ask(list)).headers['access-control-allow-origin']).toBeUndefined();
  });

  test('who is slow to say what they want is cut off', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const port = Number(new URL(there.origin).port);
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false });
    socket.once('close', () => close()).resume();
    await once(socket, 'secureConnect');
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n');
    await closed;
  });

  if (where === 'path')
    test('the pages of the newspaper stay beside it, and the path without its slash leads to it', async () => {
      expect((await there.ask('/bai-1.html')).text).toContain('Tin của báo');
      const { status, headers } = await there.ask(base);
      expect([Math.floor(status / 100), headers.location?.replace(there.origin, '')]).toEqual([
        3,
        `${base}/`,
      ]);
    });

  if (program === 'nginx' && where === 'root')
    test('what may be kept is there also while the service is not, and a list for as long as it says', async () => {
      const count = async () => JSON.parse((await there.ask(list)).text).comments.length;
      const before = await count();
      await send('Tôi đồng ý với ý kiến của bạn Hòa ở trên.');
      await expect.poll(count).toBe(before + 1);
      await there.ask(`${base}/embed.js`);
      await there.service.stop();
      expect((await there.ask(`${base}/embed.js`)).status).toBe(200);
      expect((await there.ask(frame)).status).toBe(502);
    });
}
