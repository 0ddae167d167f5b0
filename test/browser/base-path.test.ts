import { request as ask, createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, launchBrowser, openPage } from '../support/browser.ts';
import { freePort, type ServiceProcess, startProcess } from '../support/process.ts';

// A newspaper's host that hands `/binh-luan/` to the service, and serves its own pages beside it.

let browser: Browser;
let service: ServiceProcess;
let host: Server;
let hostUrl: string;

const article = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tin của báo</title><h1>Tin của báo</h1>
<div data-binh-luan data-site="demo"></div><script src="/binh-luan/embed.js" async></script>`;

beforeAll(async () => {
  const port = await freePort();
  hostUrl = `http://127.0.0.1:${port}`;
  const env = { PUBLIC_URL: `${hostUrl}/binh-luan`, TRUSTED_PROXIES: '127.0.0.1' };
  [browser, service] = await Promise.all([launchBrowser(), startProcess(env)]);
  host = createServer((asked, answer) => {
    if (!asked.url?.startsWith('/binh-luan/')) {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      return answer.writeHead(asked.url === '/tin/bai-1' ? 200 : 404).end(article);
    }
    const { method, headers } = asked;
    const options = { method, headers: { ...headers, 'x-forwarded-for': '192.0.2.7' } };
    const onward = ask(service.url + asked.url, options, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    return asked.pipe(onward);
  }).listen(port, '127.0.0.1');
});

afterAll(async () => {
  await browser?.close();
  host?.close();
  await service?.stop();
});

test('below a path a reader writes, a moderator decides by keyboard and undoes, and nothing is asked for outside', async () => {
  const { page, errors, refusals } = await openPage(browser);
  const outside: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol === 'http:' && !/^\/(binh-luan\/|tin\/bai-1$|favicon)/.test(pathname))
      outside.push(pathname);
  });
  await page.goto(`${hostUrl}/tin/bai-1`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('no frame');
  await frame.waitForSelector('[data-scripted] form');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await frame.focus('#body');
  await frame.getByRole('button', { name: 'reset captcha' }).click();
  const drawn = () => frame.locator('#picture').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(330);
  await frame.fill('[name=author]', 'Nguyễn Thị Hòa');
  await frame.fill('[name=body]', 'Thủ tục ở xã tôi nay đã nhanh hơn nhiều.');
  await frame.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await expect.poll(() => frame.locator('#gui-binh-luan [data-note]').textContent()).toContain('Đã xác nhận');
  await frame.locator('#gui-binh-luan .main').click();
  await frame.waitForSelector('#binh-luan-status');
  const [receipt] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.locator('#binh-luan-status a').first().click(),
  ]);
  await receipt.waitForLoadState();
  const standing = async () => {
    await receipt.reload();
    return receipt.textContent('main');
  };
  expect(await standing()).toContain('đang chờ duyệt');

  const desk = await page.context().newPage();
  await desk.goto(service.setupLink);
  await desk.fill('[name=name]', 'Lan');
  await desk.fill('[name=password]', 'mật khẩu rất dài');
  await desk.keyboard.press('Enter');
  await arrive(desk, '/binh-luan/moderation');
  await desk.locator('#queue a').first().focus();
  await desk.keyboard.press('p');
  await expect.poll(() => standing()).toContain('đã được đăng');
  await desk.getByRole('button', { name: 'Hoàn tác' }).first().waitFor();
  await desk.keyboard.press('z');
  await expect.poll(() => standing()).toContain('đang chờ duyệt');
  await receipt.getByRole('button', { name: /Rút/ }).click();
  await receipt.waitForURL(/\/withdraw/);
  await receipt.getByRole('button', { name: /Rút/ }).click();
  await expect.poll(() => receipt.textContent('main')).toMatch(/đã rút/i);
  await desk.locator('.me summary').click();
  await desk.getByRole('button', { name: 'Đăng xuất' }).click();
  await desk.waitForURL(`${hostUrl}/binh-luan/moderation/session/new`);
  expect({ outside, errors, refusals }).toEqual({ outside: [], errors: [], refusals: [] });
});

test('the demo page under the path shows its comments too', async () => {
  const { page, errors, refusals } = await openPage(browser);
  await page.goto(`${hostUrl}/binh-luan/`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await frame?.waitForSelector('[data-scripted] form');
  expect([errors, refusals]).toEqual([[], []]);
});
