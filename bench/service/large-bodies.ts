import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { forgetPeak, memoryOf } from './memory.ts';
import { commentsPath } from './posts.ts';
import type { Row } from './report.ts';

const whole = 100_000_000;
/** What the service takes. */
const limit = 64 * 1024;
const patienceMs = 10_000;

/** How the body is sent: with its length said before, or in chunks of so many bytes. */
const ways = {
  'with its length': { head: `Content-Length: ${whole}`, chunk: 64 * 1024, pauseMs: 0 },
  'in chunks': { head: 'Transfer-Encoding: chunked', chunk: 64 * 1024, pauseMs: 0 },
  'in slow chunks': { head: 'Transfer-Encoding: chunked', chunk: 8 * 1024, pauseMs: 50 },
} as const;

type Way = (typeof ways)[keyof typeof ways];

/** Bodies of 100 MB: when they are refused, and what they cost in memory. */
export async function* bodyRows({ server }: Bench): AsyncGenerator<Row> {
  const before = memoryOf(server.pid).now;
  forgetPeak(server.pid);
  for (const [name, way] of Object.entries(ways)) {
    const { status, ms, sent } = await sendBody(server.url, way);
    yield {
      what: `100 MB ${name}: refused after`,
      value: ms,
      unit: 'ms',
      reach: { most: 1000 },
      failed: status !== 413,
      note: `${status === 0 ? 'cut off' : `status ${status}`}, ${(sent / 1e6).toFixed(2)} MB were taken`,
    };
  }
  const value = Math.max(0, memoryOf(server.pid).peak - before);
  yield { what: '100 MB bodies: more memory', value, unit: 'MB', reach: { most: 32 } };
}

/** The status, 0 where there was none, and when it came: from when it could be known that the body is too large. */
async function sendBody(url: string, way: Way): Promise<{ status: number; ms: number; sent: number }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let closed = false;
  let answered: { status: number; at: number } | undefined;
  const answer = (text: string) => {
    answered ??= { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), at: performance.now() };
  };
  socket.on('data', (bytes) => answer(bytes.toString('latin1')));
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.on('error', () => {});
  socket.once('close', () => {
    closed = true;
    answer('');
  });
  await once(socket, 'connect');
  const known = await sendUntil(socket, way, () => closed);
  const deadline = performance.now() + patienceMs;
  while (!answered && performance.now() < deadline) await wait(5);
  const sent = socket.bytesWritten - socket.writableLength;
  socket.destroy();
  const { status, at } = answered ?? { status: 0, at: Number.POSITIVE_INFINITY };
  return { status, ms: Math.max(0, at - known), sent };
}

/** Sends all of it unless the socket is closed before; returns when it was too large at first. */
async function sendUntil(
  socket: Socket,
  { head, chunk, pauseMs }: Way,
  isOver: () => boolean,
): Promise<number> {
  const isChunked = head.startsWith('Transfer');
  const piece = Buffer.alloc(chunk, ' ');
  const framed = isChunked
    ? Buffer.concat([Buffer.from(`${chunk.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
    : piece;
  const deadline = performance.now() + patienceMs;
  socket.write(
    `POST ${commentsPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${head}\r\n\r\n`,
  );
  let known = isChunked ? Number.POSITIVE_INFINITY : performance.now();
  for (let sent = 0; sent < whole && !isOver() && performance.now() < deadline; sent += chunk) {
    if (sent + chunk > limit) known = Math.min(known, performance.now());
    if (!socket.write(framed) && !socket.destroyed) await drained(socket);
    await wait(pauseMs);
  }
  return known;
}

/** Not `once` of Node, which rejects where the server cuts off. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.on('drain', go).on('close', go);
  });
}
