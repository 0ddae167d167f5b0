import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Host, startHost } from '../support/host-page.ts';

// Pages that list articles, with the number of comments beside each.

let host: Host;

beforeAll(async () => {
  host = await startHost();
  await host.service.command(['site', 'set', 'bao', 'article-query', 'id']);
  for (const [article, comments] of Object.entries({
    '/tin/1': 2,
    '/tin/bài-2': 1,
    '/xem?id=7': 3,
    rieng: 1,
  })) {
    for (let number = 0; number < comments; number += 1)
      await host.send(article, `Ý kiến ${number} về ${article}`);
  }
});

afterAll(() => host?.stop());

const script = () => host.script.replace('async', 'async data-site="bao"');

async function openList(body: string) {
  host.serve('/danh-sach', body + script());
  const asked: string[] = [];
  const opened = await host.open('/trong');
  opened.page.on('request', (request) => {
    if (request.url().includes('/counts?')) asked.push(request.url());
  });
  await opened.page.goto(`${host.url}/danh-sach`);
  return { ...opened, asked };
}

const texts = (page: Page) => page.locator('[data-binh-luan-count]').allTextContents();

test('a list names articles by key or by where it leads, and has all its counts by one request', async () => {
  const { page, asked, errors } = await openList(`<a href="/tin/1/" data-binh-luan-count>…</a>
<a href="/tin/b%C3%A0i-2?utm_source=rss#y-kien" data-binh-luan-count>…</a>
<a href="/xem?trang=2&id=7" data-binh-luan-count>…</a>
<span data-binh-luan-count="rieng">…</span><span data-binh-luan-count="/tin/1" data-site="bao">…</span>
<a href="/tin/khong-co" data-binh-luan-count>…</a><a href="http://[" data-binh-luan-count>…</a>
<a href="mailto:hoa@bao.example" data-binh-luan-count>…</a>`);
  await expect.poll(() => texts(page)).toEqual(['2', '1', '3', '1', '2', '0', '0', '0']);
  expect(asked.length).toBe(1);
  expect(errors).toEqual([]);
});

test('more than a hundred are asked for by hundreds, and long addresses by fewer', async () => {
  const links = (count: number, word: string) =>
    Array.from({ length: count }, (_, n) => `<a href="/${word}/${n}" data-binh-luan-count>…</a>`).join('');
  const { page, asked } = await openList(links(230, 'a'));
  await expect.poll(async () => new Set(await texts(page))).toEqual(new Set(['0']));
  expect(asked.length).toBe(3);
  const long = await openList(links(90, 'rất-dài-'.repeat(8)));
  await expect.poll(async () => new Set(await texts(long.page))).toEqual(new Set(['0']));
  expect(Math.max(...long.asked.map(({ length }) => length))).toBeLessThan(8000);
});

test('those that come later or change are asked for once more, and only those', async () => {
  const { page, asked } = await openList('<b data-binh-luan-count="/tin/1"></b>');
  await expect.poll(() => texts(page)).toEqual(['2']);
  await page.evaluate(() => {
    document.querySelector('b')?.setAttribute('data-binh-luan-count', 'rieng');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<b data-binh-luan-count="/xem?id=7"></b><b data-binh-luan-count="/tin/1"></b>',
    );
  });
  await expect.poll(() => texts(page)).toEqual(['1', '3', '2']);
  expect(asked.length).toBe(2);
});

test('an element that says nothing of an article has the count of its page', async () => {
  host.serve('/tin/1', `<b data-binh-luan-count></b>${script()}`);
  const { page } = await host.open('/tin/1');
  await expect.poll(() => texts(page)).toEqual(['2']);
});

test('counts that cannot be had leave what stands there, and tell the owner why', async () => {
  host.serve('/sai', `<b data-binh-luan-count="/tin/1" data-site="sai">…</b>${script()}`);
  const { page, warnings } = await host.open('/sai');
  await expect.poll(() => warnings.join()).toContain('binh-luan: Không có trang báo "sai"');
  expect(await texts(page)).toEqual(['…']);
});
