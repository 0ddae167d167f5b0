import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, launchBrowser, openFrame, openPage } from '../support/browser.ts';
import { startWorker } from '../support/worker-process.ts';

let browser: Browser;
let worker: Awaited<ReturnType<typeof startWorker>>;
const password = 'mật khẩu rất dài';
const body = 'Thủ tục ở xã tôi nay đã nhanh hơn nhiều.';

beforeAll(async () => {
  [browser, worker] = await Promise.all([launchBrowser(), startWorker()]);
});

afterAll(async () => {
  await browser?.close();
  await worker?.stop();
});

test('on Workers, too, a reader writes, a moderator publishes, and everyone reads it', async () => {
  const { page, errors } = await openPage(browser);
  const frame = await openFrame(page, worker.url);
  await frame.locator('#body').focus();
  const drawn = () => frame.locator('#picture').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(330);
  await frame.fill('[name=author]', 'Nguyễn Thị Hòa');
  await frame.fill('[name=body]', body);
  await frame.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await expect.poll(() => frame.locator('[data-note]').first().textContent()).toContain('Đã xác nhận');
  await frame.locator('#gui-binh-luan .main').click();
  await frame.waitForSelector('#binh-luan-status');
  expect(await frame.textContent('#binh-luan-status')).toContain('Bình luận của bạn đang chờ duyệt');

  const { page: desk, errors: deskErrors } = await openPage(browser);
  await desk.goto(worker.setupLink);
  await desk.fill('[name=name]', 'Lan');
  await desk.fill('[name=password]', password);
  await desk.press('[name=password]', 'Enter');
  await arrive(desk, '/moderation');
  const card = desk.locator('article').filter({ hasText: body });
  await card.getByRole('button', { name: 'Đăng' }).click();

  const { page: reader } = await openPage(browser);
  const thread = async () => (await openFrame(reader, worker.url)).locator('#thread').textContent();
  await expect.poll(thread, { interval: 1000 }).toContain(body);
  expect([errors, deskErrors]).toEqual([[], []]);
});
