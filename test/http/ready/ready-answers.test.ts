import { gunzipSync } from 'node:zlib';
import { compress } from 'hono/compress';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { Stitched } from '../../../src/http/ready/stitched.ts';
import { withdrawComment } from '../../../src/store/comments/withdrawal.ts';
import { build } from '../../../src/store/database.ts';
import { actAt } from '../../support/acts.ts';
import { type Service, startService } from '../../support/service.ts';

const list = '/api/v1/sites/demo/comments?article=/bai-viet';
const frame = '/embed/demo?article=/bai-viet';

async function startClean() {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean' });
  return service;
}

const frameText = async (service: Service, address = frame) => (await service.request(address)).text();

test('an answer that is kept ready is the same as the first, but for its id', async () => {
  const service = await startClean();
  await service.send();
  const answers = [await service.request(list), await service.request(list)];
  const [first, second] = await Promise.all(
    answers.map(async (answer) => {
      const { 'x-request-id': id, ...headers } = Object.fromEntries(answer.headers);
      return { id, status: answer.status, headers, body: await answer.json() };
    }),
  );
  expect({ ...second, id: undefined }).toEqual({ ...first, id: undefined });
  expect(second?.id).not.toBe(first?.id);
});

test('whatever changes what readers may see is seen by the next who asks', async () => {
  const service = await startClean();
  const lan = await service.addModerator();
  const seen = async () => {
    const [{ body }, page] = [await service.json('GET', list), await frameText(service)];
    const texts = body.comments.map((comment: { body: string }) => comment.body);
    expect(texts.every((text: string) => page.includes(text))).toBe(true);
    return [body.article.open, body.article.count, ...texts];
  };
  expect(await seen()).toEqual([true, 0]);
  const first = await service.send({ body: 'Một ý kiến.' });
  expect(await seen()).toEqual([true, 1, 'Một ý kiến.']);
  await service.deps.database.query(sql`update comments set body = 'Ý kiến đã sửa.'`.compile(build));
  expect(await seen()).toEqual([true, 1, 'Ý kiến đã sửa.']);
  const second = await service.send({ body: 'Một ý kiến khác.' });
  await withdrawComment(service.deps.database, { site: 'demo', id: first.body.id }, actAt(service.clock.now));
  expect(await seen()).toEqual([true, 1, 'Một ý kiến khác.']);
  await service.setSite({ 'close-after-days': 1 });
  expect(await seen()).toEqual([true, 1, 'Một ý kiến khác.']);
  service.clock.now += 86_400_000;
  expect(await seen()).toEqual([false, 1, 'Một ý kiến khác.']);
  await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'reject', comments: [{ id: second.body.id, version: 1 }] },
    lan,
  );
  expect(await seen()).toEqual([true, 0]);
});

test('each site has its own, and each origin its own leave', async () => {
  const service = await startClean();
  await service.addSite('khac', { origins: ['https://khac.example'] });
  const allowed = async (site: string, origin: string) => {
    const address = `/api/v1/sites/${site}/comments?article=/bai-viet`;
    return (await service.request(address, { headers: { origin } })).headers.get(
      'access-control-allow-origin',
    );
  };
  for (let round = 0; round < 2; round += 1) {
    expect(await allowed('khac', 'https://khac.example')).toBe('https://khac.example');
    expect(await allowed('khac', 'https://la.example')).toBe(null);
    expect(await allowed('demo', 'https://khac.example')).toBe(null);
  }
  await service.setSite({ origins: [] }, 'khac');
  expect(await allowed('khac', 'https://khac.example')).toBe(null);
});

test('a page that is kept ready has a challenge and a key of its own for each reader', async () => {
  const service = await startClean();
  const pages = [await frameText(service), await frameText(service)];
  const found = pages.map((page) => ({
    challenges: new Set(page.match(/demo~[a-z0-9]{16}~[a-z0-9]+~[\w-]{22}/g)),
    keys: new Set([...page.matchAll(/name="key" value="([^"]+)"/g)].map(([, key]) => key)),
  }));
  expect(found.map(({ challenges, keys }) => [challenges.size, keys.size])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(new Set(found.flatMap(({ challenges, keys }) => [...challenges, ...keys])).size).toBe(4);
});

test('who has the bytes already is told so, and others get them compressed', async () => {
  const service = await startClean();
  const app = createApp({ ...service.deps, compress: compress() });
  const request = (headers: Record<string, string>, address = list) =>
    Promise.resolve(app.request(address, { headers }));
  const plain = await (await request({})).text();
  const etag = (await request({})).headers.get('etag') ?? '';
  for (let round = 0; round < 2; round += 1) {
    const packed = await request({ 'accept-encoding': 'gzip, br' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(plain);
    const unchanged = await request({ 'if-none-match': `"else", ${etag.replace('W/', '')}` });
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get('etag')]).toEqual([
      304,
      '',
      etag,
    ]);
  }
  const page = await request({ 'accept-encoding': 'gzip' }, frame);
  expect(gunzipSync(await page.arrayBuffer()).toString()).toMatch(/^<!doctype html>[\s\S]*<\/html>$/);
});

test('a text with places is the same compressed as plain, whatever is put there', () => {
  const places = { ONE: 30, TWO: 0 };
  const fill = (place: string) => (place === 'ONE' ? 'ma-xac-nhan-0123456789-abcdef-' : '');
  const long = 'Việt Nam '.repeat(9000);
  for (const text of [
    '',
    'không có',
    'ONE',
    'ONETWO',
    'trước ONE giữa ONE, TWO sau',
    `${long}ONE${long}TWOxONE`,
  ]) {
    const stitched = new Stitched(text, places);
    const filled = text.replaceAll('ONE', fill).replaceAll('TWO', '');
    expect(stitched.plain(fill).toString()).toBe(filled);
    expect(gunzipSync(stitched.gzip(fill)).toString()).toBe(filled);
  }
  expect(() => new Stitched('ONE', places).gzip(() => 'ngắn')).toThrow('6 bytes for a place of 30');
});
