import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ambiguous, chunked, comment, odd, post } from '../nasty/raw-requests.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let service: ServiceProcess;
const canary = 'hoangyen-waits';

beforeAll(async () => {
  service = await startProcess({ LOG_LEVEL: 'info' });
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
  await service.command(['site', 'set', 'demo', 'pace', 'off']);
});

afterAll(() => service?.stop());

/** What comes back for these bytes, until the other side closes or has said nothing for a while. */
function exchange(...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').setTimeout(4000);
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    for (const part of parts) socket.write(part);
  });
}

/** An answer begins where the one before it ends, which need not be a line. */
const statusesOf = (answer: string) =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

async function countWaiting(): Promise<number> {
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  return Number(/binh_luan_comments\{state="pending"\} (\d+)/.exec(metrics)?.[1]);
}

test('a request of two lengths, or of none, is refused, and what follows it is never read as another', async () => {
  const before = await countWaiting();
  for (const request of ambiguous) {
    const answer = await exchange(request);
    expect([request.slice(0, 150), statusesOf(answer), answer.includes('binh_luan_')]).toEqual([
      request.slice(0, 150),
      [400],
      false,
    ]);
  }
  expect(await countWaiting()).toBe(before);
});

test('what is no request of HTTP is refused, and the service goes on', async () => {
  const answers = await Promise.all(odd.map(([request]) => exchange(request)));
  for (const [index, [request, statuses]] of odd.entries()) {
    const [status = 0, ...more] = statusesOf(answers[index] ?? '');
    const fits = statuses.includes(status) || status;
    expect([request.slice(0, 80), fits, more]).toEqual([request.slice(0, 80), true, []]);
  }
  expect(await exchange('CONNECT host.invalid:443 HTTP/1.1\r\nHost: x\r\n\r\n')).not.toMatch(/ 200 /);
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
});

test('requests in one go are answered in their order, also where lines end with LF alone', async () => {
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const answer = await exchange(get('/healthz') + get('/nowhere') + get('/readyz'));
  expect(statusesOf(answer)).toEqual([200, 404, 200]);
  const bare = await exchange('GET /nowhere HTTP/1.1\nHost: x\nX: a\n\n');
  expect([[400], [404]]).toContainEqual(statusesOf(bare));
});

test('a body that ends too early, or never, stores nothing and holds nobody up', async () => {
  const before = await countWaiting();
  const whole = comment('Một ý kiến bị cắt ngang.');
  const begun = [
    exchange(post([`Content-Length: ${Buffer.byteLength(whole) + 9}`], whole)),
    exchange(
      post(['Transfer-Encoding: chunked'], `${Buffer.byteLength(whole).toString(16)}\r\n${whole}\r\n`),
    ),
    exchange(post(['Transfer-Encoding: chunked'], '5\r\n{"a')),
    exchange('POST /embed/demo HTTP/1.1\r\nHost: x\r\nContent-Le'),
  ];
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  await Promise.all(begun);
  expect(await countWaiting()).toBe(before);
  const large = await exchange(post(['Transfer-Encoding: chunked'], chunked(comment('x'.repeat(70_000)))));
  expect(statusesOf(large)).toEqual([413]);
});

test('no compressed answer has a word of what waits, and the log has no word of a reader', async () => {
  const body = comment(`${canary} hót vang`);
  const sent = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(sent.status).toBe(202);
  const { receipt } = JSON.parse(await sent.text());
  for (const path of [
    '/',
    '/embed/demo?article=/bai',
    '/api/v1/sites/demo/comments?article=/bai',
    '/metrics',
    '/openapi.json',
    '/docs',
    '/nowhere',
    '/api/v1/queue',
  ]) {
    const answer = await exchange(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`,
    );
    expect([path, unpacked(answer).includes(canary)]).toEqual([path, false]);
  }
  const own = await exchange(
    `GET /receipts/${receipt} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`,
  );
  expect(unpacked(own)).toContain(canary);
  const odd = await exchange(
    `POST /receipts/${receipt}.%0d%0aX:y/withdraw HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  );
  expect(statusesOf(odd)).toEqual([404]);
  expect(
    [canary, receipt, service.setupLink.split('/').at(-1)].filter((secret) =>
      service.output.err.includes(secret),
    ),
  ).toEqual([]);
  expect(service.output.err).not.toContain('"level":"error"');
});

/** The body of an answer, of which a page is sent in chunks and packed. */
function unpacked(answer: string): string {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  let body = rest.join('\r\n\r\n');
  if (/transfer-encoding: chunked/i.test(head)) body = joinChunks(body);
  const bytes = Buffer.from(body, 'latin1');
  return (/content-encoding: gzip/i.test(head) ? gunzipSync(bytes) : bytes).toString();
}

function joinChunks(text: string): string {
  const end = text.indexOf('\r\n');
  const length = Number.parseInt(text.slice(0, end), 16);
  if (!(length > 0)) return '';
  return text.slice(end + 2, end + 2 + length) + joinChunks(text.slice(end + 4 + length));
}
