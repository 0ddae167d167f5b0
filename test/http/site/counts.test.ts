import { beforeEach, expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';

let service: Service;

beforeEach(async () => {
  service = await startService();
  await service.setSite({
    moderation: 'publish-clean',
    captcha: 'off',
    pace: 'off',
    'article-query': ['id'],
  });
  for (const key of ['/tin/bài-1', '/tin/bài-1', '/xem?id=7', '/xem'])
    await service.send({ article: { key }, body: `Ý kiến về ${key}, ${crypto.randomUUID().slice(0, 4)}.` });
});

async function count(asked: [name: string, value: string][]) {
  const { status, body } = await service.json(
    'GET',
    `/api/v1/sites/demo/counts?${new URLSearchParams(asked)}`,
  );
  return status === 200 ? body.counts : status;
}

test('a path is counted as a frame on its page has it, a key as it is', async () => {
  const paths = [
    '/tin/b%C3%A0i-1/?utm_source=rss',
    '/xem?trang=2&id=7',
    '/xem?trang=2',
    '//',
    '',
    'hoa@bao.example',
    '/tin/khong-co',
  ];
  const keys = ['/tin/bài-1', '/xem?id=7&trang=2'];
  const asked = [
    ...paths.map((path) => ['path', path] as const),
    ...keys.map((key) => ['article', key] as const),
  ];
  expect(await count(asked.map(([name, value]) => [name, value]))).toEqual({
    '/tin/b%C3%A0i-1/?utm_source=rss': 2,
    '/xem?trang=2&id=7': 1,
    '/xem?trang=2': 1,
    '//': 0,
    '': 0,
    'hoa@bao.example': 0,
    '/tin/khong-co': 0,
    '/tin/bài-1': 2,
    '/xem?id=7&trang=2': 0,
  });
});

test('a hundred are counted at once, of both together, and none is no question', async () => {
  const many = (name: string, length: number) =>
    Array.from({ length }, (_, at): [string, string] => [name, `/${name}/${at}`]);
  expect(Object.keys(await count([...many('article', 40), ...many('path', 60)])).length).toBe(100);
  expect(await count([...many('article', 41), ...many('path', 60)])).toBe(422);
  expect(await count([])).toBe(422);
});
