import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comment } from '../nasty/raw-requests.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let service: ServiceProcess;
const megabyte = 1024 * 1024;

beforeAll(async () => {
  service = await startProcess({ LOG_LEVEL: 'silent' });
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
});

afterAll(() => service?.stop());

const all = 1600;

/** Sends a head, and then of a body of 100 MB as much as is taken; tells what was answered, and how much went. */
function pour(head: string, blocks = all): Promise<{ answer: string; megabytes: number }> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(service.url).port), host: '127.0.0.1' });
    const block = Buffer.alloc(64 * 1024, 'x');
    const piece = /chunked/.test(head)
      ? Buffer.concat([Buffer.from('10000\r\n'), block, Buffer.from('\r\n')])
      : block;
    let answer = '';
    let left = blocks;
    const pump = () => {
      while (left > 0 && socket.writable) {
        left -= 1;
        if (!socket.write(piece)) return void socket.once('drain', pump);
      }
    };
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () =>
      resolve({ answer, megabytes: (socket.bytesWritten - socket.writableLength) / megabyte }),
    );
    socket.write(head);
    pump();
  });
}

const json = 'Content-Type: application/json\r\n';
const comments = '/api/v1/sites/demo/comments';
/** The request line, its status, and headers beside those of the body. */
const requests: readonly (readonly [request: string, status: number, headers?: string])[] = [
  ['GET /healthz', 200],
  ['GET /', 200],
  [`GET ${comments}?article=/bai`, 200],
  ['HEAD /healthz', 200],
  ['OPTIONS /healthz', 413],
  ['GET /nowhere', 404],
  ['GET /embed.js', 200],
  ['POST /embed.js', 413],
  ['GET /moderation', 303],
  [`POST ${comments}`, 413, json],
  ['POST /api/v1/sites/none/comments', 404, json],
  ['POST /nowhere', 413],
  ['PUT /healthz', 413],
  ['DELETE /api/v1/receipts/none', 404],
  ['DELETE /nowhere', 413],
  ['POST /moderation/session', 413, 'Content-Type: application/x-www-form-urlencoded\r\n'],
];

test('a body that nobody asked for is not read, however it comes, and the answer says that it is the last', async () => {
  for (const [request, status, headers = ''] of requests)
    for (const framing of [`Content-Length: ${100 * megabyte}`, 'Transfer-Encoding: chunked']) {
      const head = `${request} HTTP/1.1\r\nHost: x\r\n${headers}${framing}\r\n\r\n`;
      const { answer, megabytes } = await pour(head);
      const [first = ''] = answer.split('\r\n\r\n');
      expect([request, framing, ...(answer.match(/^HTTP\/1\.1 \d+/gm) ?? [])]).toEqual([
        request,
        framing,
        `HTTP/1.1 ${status}`,
      ]);
      expect([request, framing, /^connection: close$/im.test(first)]).toEqual([request, framing, true]);
      // What the kernels of both sides hold is a few megabytes.
      expect([request, framing, megabytes < 40]).toEqual([request, framing, true]);
    }
});

test('whoever sends somewhat too much is told so, not cut off', async () => {
  for (const kilobytes of [70, 300, 900]) {
    const answers = Array.from({ length: 10 }, async () => {
      const headers = { 'content-type': 'application/json' };
      const body = comment('x'.repeat(kilobytes * 1024));
      const answer = await fetch(`${service.url}${comments}`, { method: 'POST', headers, body });
      return [answer.status, (await answer.json()).status];
    });
    expect([kilobytes, await Promise.all(answers)]).toEqual([kilobytes, answers.map(() => [413, 413])]);
  }
});

test('a small body where none belongs is passed over', async () => {
  const head = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 65536\r\n\r\n';
  expect((await pour(head, 1)).answer).toContain('HTTP/1.1 200 OK');
});
