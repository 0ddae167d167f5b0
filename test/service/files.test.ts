import { execFileSync } from 'node:child_process';
import { closeSync, constants, open, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress } from 'hono/compress';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { addressOf } from '../../src/assets/address.ts';
import { places } from '../../src/assets/places.ts';
import { filesIn } from '../../src/assets/sources.ts';
import { readClip } from '../../src/captcha/clips.ts';
import { filesFromMemory } from '../../src/service/files.ts';
import { temporaryFolder } from '../support/process.ts';
import { startService } from '../support/service.ts';

const addresses = filesIn(places.public)
  .filter((path) => !/^(audio|help)\//.test(path))
  .map((path) => `/${path}`);
const contentOf = (address: string) => readFile(join(places.public, address));

async function startFiles() {
  const { deps } = await startService();
  const app = createApp({ ...deps, asset: filesFromMemory(), compress: compress() });
  return async (address: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await app.request(address, { method, headers });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
}

test('every file is sent by the best way that who asks takes', async () => {
  const get = await startFiles();
  const found = new Set<string>();
  for (const address of addresses) {
    for (const encodings of ['gzip, deflate, br', 'br;q=0, gzip;q=0.5', 'identity', undefined]) {
      const { answer, bytes } = await get(address, encodings ? { 'accept-encoding': encodings } : {});
      const way = answer.headers.get('content-encoding');
      const plain = way === 'br' ? brotliDecompressSync(bytes) : way === 'gzip' ? gunzipSync(bytes) : bytes;
      expect([address, plain.equals(await contentOf(address))]).toEqual([address, true]);
      found.add([encodings, way, answer.headers.get('vary')].join(' | '));
    }
  }
  expect([...found]).toEqual([
    'gzip, deflate, br | br | Accept-Encoding',
    'br;q=0, gzip;q=0.5 | gzip | Accept-Encoding',
    'identity |  | Accept-Encoding',
    ' |  | Accept-Encoding',
  ]);
});

test('who has a file is told so, and who has it compressed otherwise is not', async () => {
  const get = await startFiles();
  const encodings = ['br', 'gzip', 'identity'];
  for (const address of addresses) {
    const tags = new Set<string>();
    for (const encoding of encodings) {
      const headers = { 'accept-encoding': encoding };
      const { answer, bytes } = await get(address, headers);
      const etag = answer.headers.get('etag') ?? '';
      tags.add(etag);
      const head = await get(address, headers, 'HEAD');
      expect([head.bytes.length, head.answer.headers.get('content-length')]).toEqual([0, `${bytes.length}`]);
      const again = await get(address, { ...headers, 'if-none-match': etag });
      expect([again.answer.status, again.bytes.length, again.answer.headers.get('etag')]).toEqual([
        304,
        0,
        etag,
      ]);
      expect(again.answer.headers.get('vary')).toBe('Accept-Encoding');
    }
    expect([address, [...tags].filter((etag) => /^"\S+"$/.test(etag)).length]).toEqual([address, 3]);
  }
});

test('what is named by its content is kept for a year, the script that host pages name for minutes', async () => {
  const get = await startFiles();
  const kept = await Promise.all(
    addresses.map(async (address) => (await get(address)).answer.headers.get('cache-control')),
  );
  expect(new Set(kept.filter((_, at) => addresses[at] !== '/embed.js'))).toEqual(
    new Set(['public, max-age=31536000, immutable']),
  );
  expect(kept[addresses.indexOf('/embed.js')]).toBe('public, max-age=300');
});

test('the script that host pages name may be a module of theirs, or have its digest checked', async () => {
  const get = await startFiles();
  const allowed = async (address: string) =>
    (await get(address)).answer.headers.get('access-control-allow-origin');
  expect([await allowed('/embed.js'), await allowed(addressOf('frame.js'))]).toEqual(['*', null]);
});

test('what an earlier release named is gone, and nobody keeps that', async () => {
  const get = await startFiles();
  const gone = addressOf('frame.js').replace(/\.\w+\.js$/, '.AAAAAAAA.js');
  for (const address of [gone, '/assets/frame.js', '/frame.js', '/manifest.json', '/audio/vi-C.wav']) {
    const { answer } = await get(address);
    expect([address, answer.status, answer.headers.get('cache-control')]).toEqual([address, 404, 'no-store']);
  }
});

/** Opens what nobody writes to, in each thread that reads files or hashes passwords, until it is told to end. */
function occupyThreads() {
  const { path, remove } = temporaryFolder();
  const fifo = join(path, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const openings = Array.from({ length: Number(process.env.UV_THREADPOOL_SIZE ?? 4) }, () =>
    promisify(open)(fifo, constants.O_RDONLY),
  );
  return async () => {
    const writer = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
    for (const opened of await Promise.all(openings)) closeSync(opened);
    closeSync(writer);
    remove();
  };
}

test('files and clips are answered while every thread that reads files is busy', async () => {
  const get = await startFiles();
  const release = occupyThreads();
  let isRead = false;
  const reading = contentOf('/embed.js').then(() => {
    isRead = true;
  });
  try {
    for (const address of addresses) {
      for (const encoding of ['br', 'gzip', 'identity'])
        expect((await get(address, { 'accept-encoding': encoding })).answer.status).toBe(200);
    }
    for (const name of ['vi-9.wav', 'en-9.wav', 'vi-9.wav'])
      expect((await readClip(name)).length).toBeGreaterThan(1000);
    expect(isRead).toBe(false);
  } finally {
    await release();
  }
  await reading;
});

test('files that were made of other sources are not served', () => {
  expect(() => filesFromMemory('of something else')).toThrow('make it with node src/assets/build.ts');
});
