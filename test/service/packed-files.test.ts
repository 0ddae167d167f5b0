import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { packedFiles } from '../../src/service/packed-files.ts';
import { temporaryFolder } from '../support/process.ts';

const text = 'p { color: inherit }\n'.repeat(100);

function openFiles() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const write = (content: string) => writeFileSync(join(path, 'base.css'), content);
  write(text);
  const app = new Hono().get('*', packedFiles(serveStatic({ root: path })));
  const get = async (encodings?: string) => {
    const headers = encodings === undefined ? {} : { 'Accept-Encoding': encodings };
    const answer = await app.request('/base.css', { headers });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  return { path, write, get };
}

test('a file is sent by the best way that who asks takes', async () => {
  const { get } = openFiles();
  const found = [];
  for (const encodings of ['gzip, deflate, br', 'br;q=0, gzip;q=0.5', 'identity', undefined]) {
    const { answer, bytes } = await get(encodings);
    const way = answer.headers.get('content-encoding');
    const plain = way === 'br' ? brotliDecompressSync(bytes) : way === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(plain.toString()).toBe(text);
    found.push([way, answer.headers.get('vary'), answer.headers.get('content-type')]);
  }
  const type = 'text/css; charset=utf-8';
  expect(found).toEqual([
    ['br', 'Accept-Encoding', type],
    ['gzip', 'Accept-Encoding', type],
    [null, null, type],
    [null, null, type],
  ]);
});

test('a file that was changed is sent as it is now', async () => {
  const { path, write, get } = openFiles();
  expect(brotliDecompressSync((await get('br')).bytes).toString()).toBe(text);
  const other = text.replaceAll('inherit', 'initial');
  write(other);
  utimesSync(join(path, 'base.css'), new Date(), new Date(Date.now() + 60_000));
  expect(brotliDecompressSync((await get('br')).bytes).toString()).toBe(other);
});
