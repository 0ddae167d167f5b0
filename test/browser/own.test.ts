import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, openContext } from '../support/browser.ts';
import { send, startWriting, write } from '../support/writing.ts';

const { browser, service } = startWriting();

/** A reader's device, on an article. */
async function openDevice() {
  await service().command(['site', 'set', 'demo', 'captcha', 'off']);
  const context = await openContext(browser());
  const read = async (article: string) => {
    const page = await context.newPage();
    await page.goto(`${service().url}/embed/demo?article=${article}&title=B%C3%A0i`);
    return page;
  };
  return { read };
}

const stateOf = (page: Page) => page.locator('#own li a').first();

test('what waits stands in its place for its author, after a reload too, and is found from another article', async () => {
  const { read } = await openDevice();
  const page = await read('/mot');
  await write(page, 'Tôi sẽ quay lại xem.');
  await send(page);
  await page.waitForSelector('.own');
  await page.reload();
  await page.waitForSelector('.own');
  expect(await page.locator('.own').count()).toBe(1);
  expect(await page.locator('.own').textContent()).toContain('Tôi sẽ quay lại xem.');
  expect(await page.locator('.own a').first().getAttribute('href')).toMatch(/\/receipts\/\w+\.[\w-]/);
  expect(await findBarriers(page)).toEqual([]);

  const other = await read('/hai');
  await other.locator('#own summary').click();
  await expect.poll(() => stateOf(other).textContent()).toBe('Chờ duyệt');
  expect(await other.locator('.own').count()).toBe(0);
  expect(await other.locator('#own li').textContent()).toContain('Tôi sẽ quay lại xem.');
  expect(await findBarriers(other)).toEqual([]);
});

test('what became of it is told to its author alone, and the list can be forgotten', async () => {
  const { read } = await openDevice();
  const page = await read('/ba');
  await write(page, 'Tôi rút lại ngay đây.');
  await send(page);
  await page.waitForSelector('.own');
  const receipt = (await page.locator('.own a').first().getAttribute('href')) ?? '';
  await fetch(`${service().url}/api/v1${new URL(receipt, service().url).pathname}`, { method: 'DELETE' });
  await page.reload();
  await page.locator('#own summary').click();
  await expect.poll(() => stateOf(page).textContent()).toBe('Đã rút lại');
  await expect.poll(() => page.locator('.own').count()).toBe(0);
  const stranger = await (await openContext(browser())).newPage();
  await stranger.goto(`${service().url}/embed/demo?article=/ba`);
  expect(await stranger.locator('#own').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Quên danh sách này trên thiết bị' }).click();
  await expect.poll(() => page.locator('#own').isVisible()).toBe(false);
  await page.reload();
  expect(await page.locator('#own').isVisible()).toBe(false);
});

test('name and e-mail are remembered by a device whose reader says so, and by no other', async () => {
  const { read } = await openDevice();
  const page = await read('/bon');
  await page.fill('[name=author]', 'Lan Anh');
  await page.fill('[name=email]', 'lan@bao.example');
  const again = await read('/nam');
  await again.focus('#body');
  expect(await again.inputValue('[name=author]')).toBe('');
  await page.locator('#gui-binh-luan [data-remember]').check();
  const third = await read('/sau');
  await third.focus('#body');
  await expect.poll(() => third.inputValue('[name=author]')).toBe('Lan Anh');
  expect(await third.inputValue('[name=email]')).toBe('lan@bao.example');
  await third.locator('#gui-binh-luan [data-remember]').uncheck();
  const last = await read('/bay');
  await last.focus('#body');
  expect(await last.inputValue('[name=author]')).toBe('');
});
