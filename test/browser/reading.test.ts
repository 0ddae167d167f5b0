import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { textOf } from '../support/varied.ts';
import { startWriting } from '../support/writing.ts';

const { browser, service } = startWriting();
const answers: string[] = [];
let other = '';

beforeAll(async () => {
  for (const [name, value] of [
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
    ['article-per-hour', '1000'],
  ] as const)
    await service().command(['site', 'set', 'demo', name, value]);
  other = await say(0);
  const beginning = await say(1);
  for (let n = 2; n < 107; n += 1) answers.push(await say(n, beginning));
});

async function say(n: number, parentId?: string): Promise<string> {
  const sent = await fetch(`${service().url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: '/doc' }, author: `Người thứ ${n}`, body: textOf(n), parentId }),
  });
  const { id, state } = await sent.json();
  expect(state).toBe('published');
  return id;
}

async function open(query = '') {
  const opened = await openPage(browser());
  await opened.page.goto(`${service().url}/embed/demo?article=/doc${query}`);
  await opened.page.waitForSelector('[data-scripted]');
  return opened;
}

const order = (page: Page) =>
  page.$$eval('.branch > ol > li > .comment', (shown) => shown.map(({ id }) => id.slice('c-'.length)));

test('earlier answers come before those that a link led to', async () => {
  const { page, errors } = await open(`&comment=${answers[103]}`);
  await expect.poll(() => order(page)).toEqual(answers.slice(103));
  await page.getByRole('link', { name: 'Xem các trả lời trước đó' }).click();
  await expect.poll(() => order(page)).toEqual(answers.slice(0, 100));
  await page.getByRole('link', { name: 'Xem các trả lời sau đó' }).click();
  await expect.poll(() => order(page)).toEqual(answers);
  expect(errors).toEqual([]);
});

test('a like counts from what was there, at once, and leaves that where it is refused', async () => {
  const { page } = await open();
  const button = page.locator(`#c-${other} [data-do=like]`);
  await button.click();
  await expect.poll(() => button.locator('.n').textContent()).toBe('1');
  const again = (await open()).page;
  const count = again.locator(`#c-${other} [data-do=like] .n`);
  const { promise: held, resolve: refuse } = Promise.withResolvers<void>();
  await again.route('**/like', async (route) => {
    await held;
    await route.fulfill({ status: 429, json: { detail: 'Vui lòng đợi.' } });
  });
  await again.locator(`#c-${other} [data-do=like]`).click();
  await expect.poll(() => count.textContent()).toBe('2');
  refuse();
  await expect.poll(() => count.textContent()).toBe('1');
});

test('a form that is open stays open in another order, with what was typed', async () => {
  const { page, errors } = await open();
  await page.locator(`#c-${other} [data-do=reply]`).click();
  await page.fill('#r-body', 'Đang viết dở');
  await page.getByRole('link', { name: 'Cũ nhất' }).click();
  await page.waitForSelector('.tabs [aria-current]:has-text("Cũ nhất")');
  expect(await page.locator(`#c-${other} #r-body`).inputValue()).toBe('Đang viết dở');
  expect(errors).toEqual([]);
});

test('an answer is sent in place too where its form was opened by the address', async () => {
  const { page, errors } = await open(`&parent=${other}#tra-loi`);
  await page.fill('#r-author', 'Lan');
  await page.fill('#r-body', 'Tôi trả lời bạn rằng tôi đồng ý.');
  await page.locator('#tra-loi .main').click();
  await page.waitForSelector('#binh-luan-status');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('binh-luan-status');
  expect(errors).toEqual([]);
});
