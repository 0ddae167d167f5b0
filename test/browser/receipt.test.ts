import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
let headers: Record<string, string>;

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
  await service.command(['site', 'set', 'demo', 'pace', 'off']);
  await service.command(['moderator', 'add', 'Lan', '--role', 'moderator'], 'mật khẩu rất dài của Lan\n');
  const token = (await service.command(['moderator', 'token', 'Lan'])).out.trim();
  headers = { authorization: `Bearer ${token}` };
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function post(path: string, body: object) {
  const answer = await fetch(service.url + path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.status === 204 ? null : answer.json();
}

let sent = 0;
async function send(action?: 'publish' | 'reject' | 'spam') {
  sent += 1;
  const body = `Tôi ủng hộ việc này, và xin nói thêm điều thứ ${sent}.`;
  const article = { key: '/bai', title: 'Xe buýt miễn phí', url: `${service.url}/` };
  const comment = await post('/api/v1/sites/demo/comments', { article, author: 'Lan Anh', body });
  if (action) await post('/api/v1/decisions', { action, comments: [{ id: comment.id, version: 1 }] });
  return {
    id: comment.id as string,
    path: `/receipts/${comment.receipt}`,
    address: `${service.url}/receipts/${comment.receipt}`,
  };
}

const open = async (address: string, options: BrowserContextOptions = {}) => {
  const opened = await openPage(browser, options);
  await opened.page.goto(address);
  return opened;
};

test('the address is copied with a click, and that is said', async () => {
  const { address } = await send();
  const { page, errors } = await open(address, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Sao chép' }).click();
  await page.getByText('Đã sao chép địa chỉ.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  expect(errors).toEqual([]);
});

test('where the browser does not let it be copied, the address is selected', async () => {
  const { address } = await send();
  const { page } = await open(address);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await page.getByRole('button', { name: 'Sao chép' }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(address);
  expect(await page.textContent('[role=status]')).toBe('');
});

test('without scripts there is no button that copies, and all else is there', async () => {
  const { address, path } = await send('publish');
  const { page } = await open(address, { javaScriptEnabled: false });
  expect(await page.getByRole('button', { name: 'Sao chép' }).count()).toBe(0);
  expect(await page.getByLabel('Địa chỉ theo dõi').inputValue()).toBe(address);
  await page.getByRole('button', { name: 'Rút lại bình luận' }).click();
  await page.getByRole('button', { name: 'Rút lại bình luận' }).click();
  await page.getByRole('heading', { name: 'Bạn đã rút lại bình luận này' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(path);
});

test('a reader has the copy of their data as a file', async () => {
  const { address, id } = await send();
  const { page } = await open(address);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải bản sao dữ liệu' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`binh-luan-${id}.json`);
  const copy = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(copy).toMatchObject({ id, author: 'Lan Anh', state: 'pending' });
});

test('from a receipt a reader comes to the article and to the comment, which learn no address of it', async () => {
  const { address, id } = await send('publish');
  const { page } = await open(address);
  await page.getByRole('link', { name: 'Xem bình luận dưới bài viết' }).click();
  await page.waitForURL(`${service.url}/#binh-luan-${id}`);
  expect(await page.evaluate(() => document.referrer)).toBe('');
});

test('no state of a receipt shuts anybody out, narrow or wide, light or dark, in either language', async () => {
  const [waiting, refused, withdrawn, erased] = [
    await send(),
    await send('reject'),
    await send(),
    await send(),
  ];
  await post(`/api/v1${erased.path}/erasure`, {});
  await fetch(`${service.url}/api/v1${withdrawn.path}`, { method: 'DELETE' });
  const pages = [
    ...[waiting, await send('publish'), refused, await send('spam'), withdrawn, erased],
    { address: `${waiting.address}/withdraw` },
    { address: `${waiting.address}/erasure` },
  ];
  for (const [language, colorScheme, width] of [
    ['vi', 'light', 280],
    ['en', 'dark', 1280],
  ] as const) {
    await service.command(['site', 'set', 'demo', 'language', language]);
    const { page, errors } = await openPage(browser, { colorScheme, viewport: { width, height: 800 } });
    for (const { address } of pages) {
      await page.goto(address);
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(errors).toEqual([]);
  }
  await service.command(['site', 'set', 'demo', 'language', 'vi']);
});
