import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, openFrame } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const setting of ['captcha', 'pace']) await service.command(['site', 'set', 'demo', setting, 'off']);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** The owner of the installation, by a token. */
async function openDesk() {
  await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], 'mật khẩu rất dài\n');
  const { out } = await service.command(['moderator', 'token', 'Lan']);
  const token = /\S+\s*$/.exec(out.trim())?.[0] ?? '';
  return async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(service.url + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.json();
  };
}

test('who comes back next day finds the own comment published, answered by the newsroom, liked and picked', async () => {
  const ask = await openDesk();
  const writer = await openContext(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await writer.newPage();
  const frame = await openFrame(page, service.url);
  await frame.fill('[name=body]', 'Xã tôi bao giờ có dịch vụ này?');
  await frame.fill('[name=author]', 'Nguyễn Thị Hòa');
  await frame.locator('#gui-binh-luan .main').click();
  await frame.waitForSelector('.own');

  const { comments } = await ask('GET', '/api/v1/queue');
  const [{ id, version }] = comments;
  await ask('POST', '/api/v1/decisions', { action: 'publish', comments: [{ id, version }] });
  await ask('POST', `/api/v1/comments/${id}/replies`, { body: 'Từ quý sau, thưa bạn.' });
  await ask('PUT', `/api/v1/comments/${id}/pick`);

  const stranger = await (await openContext(browser)).newPage();
  const theirs = await openFrame(stranger, service.url);
  await theirs.locator(`#c-${id} [data-do=like]`).click();
  await expect.poll(() => theirs.locator(`#c-${id} .n`).first().textContent()).toBe('1');

  const next = await writer.newPage();
  const again = await openFrame(next, service.url);
  await expect.poll(() => again.locator('.own').count()).toBe(0);
  expect(await again.locator(`#c-${id}`).textContent()).toContain('Nổi bật');
  expect(await again.locator('.pinned').textContent()).toContain('Xã tôi bao giờ có dịch vụ này?');
  expect(await again.locator('.branch .staff').textContent()).toMatch(
    /Tòa soạn[\s\S]*Từ quý sau, thưa bạn\./,
  );
  await again.locator('#own summary').click();
  await expect.poll(() => again.locator('#own li a').textContent()).toBe('Đã đăng');

  await again.locator('.staff .acts > .share').click();
  await expect.poll(() => again.locator('.staff .acts > .share').textContent()).toBe('Đã chép liên kết');
  const link = await next.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#binh-luan-\w{29}$/);
  const led = await (await openContext(browser, { viewport: { width: 375, height: 700 } })).newPage();
  await led.goto(link);
  const shown = led.frameLocator('iframe').locator('.staff[data-shown]');
  await shown.waitFor();
  await expect.poll(async () => (await shown.boundingBox())?.y ?? -1).toBeGreaterThan(0);
  expect((await shown.boundingBox())?.y).toBeLessThan(700);
});
