import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdScript, launchBrowser, openPage } from '../support/browser.ts';
import { frameOf } from '../support/host-page.ts';
import { freePort, type ServiceProcess, startProcess } from '../support/process.ts';

// A newspaper's own page, on an origin of its own, that pastes our lines.

let browser: Browser;
let service: ServiceProcess;
let host: Server;
let hostUrl: string;

const page = (embed: string) => `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>Tin của báo</title><link rel="canonical" href="/tin/bai-1?nguon=trang-chu">
<style>body{font:17px Georgia,serif;color:#222;background:#fff}body.dark{color:#eee;background:#111}
iframe{border:9px solid red;height:10px}p{color:red}</style></head><body><h1>Tin của báo</h1>${embed}</body></html>`;

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  const port = await freePort();
  hostUrl = `http://127.0.0.1:${port}`;
  const lines = `<div data-binh-luan data-site="bao"></div><script src="${service.url}/embed.js" async></script>`;
  host = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const twice = request.url?.startsWith('/twice') ? `<script src="${service.url}/embed.js"></script>` : '';
    response.end(page(request.url === '/plain' ? '' : lines + twice));
  }).listen(port, '127.0.0.1');
  await service.command(['site', 'add', 'bao', '--name', 'Báo', '--origin', hostUrl]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['pace', 'off'],
    ['moderation', 'publish-clean'],
  ] as const) {
    await service.command(['site', 'set', 'bao', name, value]);
  }
});

afterAll(async () => {
  await browser?.close();
  host?.close();
  await service?.stop();
});

async function openHost(path = '/') {
  const opened = await openPage(browser);
  const { page } = opened;
  await page.goto(hostUrl + path);
  const frame = await (await page.waitForSelector('iframe', { state: 'attached' })).contentFrame();
  if (!frame) throw new Error('no frame');
  return { ...opened, frame };
}

const send = (article: string, body: string) =>
  fetch(`${service.url}/api/v1/sites/bao/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: article }, author: 'Hòa', body }),
  });

test('on a page of the site the comments come up, named by its canonical path, as high as they are', async () => {
  await send('/tin/bai-1', 'Ý kiến đã đăng');
  const { page, frame, errors, refusals } = await openHost();
  await frame.waitForSelector('text=Ý kiến đã đăng');
  const difference = async () =>
    (await page.locator('iframe').evaluate((element) => element.clientHeight)) -
    (await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)));
  await expect.poll(difference).toBe(0);
  const look = await frame.locator('h2').evaluate((element) => {
    const { fontFamily, color } = getComputedStyle(element);
    return { fontFamily, color, paragraph: getComputedStyle(document.body).backgroundColor };
  });
  expect(look).toEqual({
    fontFamily: expect.stringMatching(/^Georgia, serif/),
    color: 'rgb(34, 34, 34)',
    paragraph: 'rgba(0, 0, 0, 0)',
  });
  expect([errors, refusals]).toEqual([[], []]);
});

test('when the host turns dark the comments follow', async () => {
  const { page, frame } = await openHost();
  await frame.waitForSelector('h2');
  expect(await frame.getAttribute('html', 'data-scheme')).toBe('light');
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect.poll(() => frame.getAttribute('html', 'data-scheme')).toBe('dark');
  await expect
    .poll(() => page.locator('iframe').evaluate((element) => element.style.colorScheme))
    .toBe('dark');
});

test('the script leaves nothing behind in the page, and makes one frame though it is loaded twice', async () => {
  const { page } = await openHost('/twice');
  await page.waitForLoadState('networkidle');
  expect(await page.locator('iframe').count()).toBe(1);
  const { page: clean } = await openPage(browser);
  await clean.goto(`${hostUrl}/plain`);
  const known = new Set(await clean.evaluate(() => Object.getOwnPropertyNames(window)));
  const added = await page.evaluate(() => Object.getOwnPropertyNames(window));
  expect(added.filter((name) => !known.has(name) && !/^\d+$/.test(name))).toEqual([]);
});

test('a page that is not of the site shows no comments', async () => {
  await service.command(['site', 'set', 'bao', 'origins', 'https://bao.example']);
  const { frame, errors } = await openHost();
  await expect.poll(() => errors.join()).toContain('frame-ancestors');
  expect(await frame.locator('form').count()).toBe(0);
  await service.command(['site', 'set', 'bao', 'origins', hostUrl]);
});

test('more comments are appended in place, in either order, with the focus on the first new one', async () => {
  for (let index = 1; index <= 25; index += 1) await send('/tin/bai-1', `Ý kiến thứ ${index} về bài này`);
  const frame = await frameOf((await openHost()).page);
  await frame.getByRole('link', { name: 'Mới nhất' }).click();
  const first = () => frame.locator('.thread > li').first().textContent();
  await expect.poll(first).toContain('Ý kiến thứ 25 về');
  expect(await frame.locator('.thread > li').count()).toBe(20);
  await frame.getByRole('link', { name: 'Xem thêm bình luận' }).click();
  await expect.poll(() => frame.locator('.thread > li').count()).toBe(26);
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toContain('Ý kiến thứ 5 về');
  await frame.getByRole('link', { name: 'Cũ nhất' }).click();
  await expect.poll(first).toContain('Ý kiến đã đăng');
});

test('a reader answers another, and stands below, though a script comes late', async () => {
  const { page } = await openHost();
  const letGo = await holdScript(page, 'writing');
  const frame = await frameOf(page);
  const link = frame.locator('[data-do=reply]').first();
  await link.click();
  await expect.poll(() => link.getAttribute('aria-busy')).toBe('true');
  letGo();
  const form = frame.locator('form.within');
  await form.locator('[name=author]').fill('Minh');
  await form.locator('[name=body]').fill('Tôi cũng nghĩ vậy.');
  await form.getByRole('button', { name: 'Gửi bình luận' }).click();
  await frame.waitForSelector('#binh-luan-status');
  await expect
    .poll(() => frame.locator('.thread > li').first().textContent())
    .toContain('Tôi cũng nghĩ vậy.');
});
