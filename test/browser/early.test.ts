import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { holdScript, openPage } from '../support/browser.ts';
import { textOf } from '../support/varied.ts';
import { startWriting } from '../support/writing.ts';

// What a reader does before a script is there, or while another thing is under way.

const { browser, service } = startWriting();
/** Beside a comment with five answers. */
let alone = '';

beforeAll(async () => {
  await set('captcha', 'off');
  await set('moderation', 'publish-clean');
  const answered = await say(0);
  for (let n = 1; n <= 5; n += 1) await say(n, answered);
  alone = await say(6);
});

const set = (name: string, value: string) => service().command(['site', 'set', 'demo', name, value]);

async function say(n: number, parentId?: string): Promise<string> {
  const sent = await fetch(`${service().url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: '/som' }, author: `Bạn đọc ${n}`, body: textOf(n), parentId }),
  });
  return (await sent.json()).id;
}

const address = (more = '') => `${service().url}/embed/demo?article=/som${more}`;

/** The page as it is before one of its scripts comes. */
async function openWithout(name: string, more = '') {
  const opened = await openPage(browser());
  const letGo = await holdScript(opened.page, name);
  await opened.page.goto(address(more), { waitUntil: 'commit' });
  return { ...opened, letGo };
}

const started = (page: Page) => page.waitForSelector('[data-scripted]', { state: 'attached' });

/** As a reader comes back: what the browser itself gives back on a reload is not what is asked for here. */
async function comeBack(page: Page, more = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address(more));
}

test('what was typed before the script came is counted, kept and unfolded as if it had been there', async () => {
  const { page, letGo, errors } = await openWithout('frame');
  await page.fill('#author', 'Lan Anh');
  await page.fill('#body', 'Viết sớm');
  letGo();
  await started(page);
  await expect.poll(() => page.textContent('#body-hint')).toMatch(/^Còn/);
  expect(await page.getAttribute('#gui-binh-luan', 'data-open')).toBe('');
  expect(await page.inputValue('#body')).toBe('Viết sớm');
  await comeBack(page);
  await expect.poll(() => page.inputValue('#body')).toBe('Viết sớm');
  expect(await page.inputValue('#author')).toBe('Lan Anh');
  expect(errors).toEqual([]);
});

test('an answer that was typed before the script came is kept, and opened again under what it answers', async () => {
  const { page, letGo, errors } = await openWithout('frame', `&parent=${alone}`);
  await page.fill('#r-body', 'Trả lời sớm');
  letGo();
  await started(page);
  await expect.poll(() => page.textContent('#r-body-hint')).toMatch(/^Còn/);
  await comeBack(page, `&parent=${alone}`);
  await expect.poll(() => page.inputValue('#r-body')).toBe('Trả lời sớm');
  await comeBack(page);
  await expect.poll(() => page.inputValue(`#c-${alone} #r-body`)).toBe('Trả lời sớm');
  expect(errors).toEqual([]);
});

test('what is typed is kept though the page is left before all of its scripts have come', async () => {
  const { page } = await openWithout('writing');
  await started(page);
  await page.fill('#body', 'Viết rồi đi ngay');
  await page.unroute('**/assets/writing.*.js');
  await comeBack(page);
  await expect.poll(() => page.inputValue('#body')).toBe('Viết rồi đi ngay');
});

test('a device that confirms by itself begins where the form was entered before the script came', async () => {
  await set('captcha', 'work');
  const { page, letGo } = await openWithout('frame');
  await page.fill('#body', 'Máy tôi tự xác nhận');
  letGo();
  await expect.poll(() => page.locator('[data-work]').inputValue()).not.toBe('');
  await set('captcha', 'off');
});

test('a comment that is sent before the script comes is remembered, and no draft any more', async () => {
  const { page } = await openPage(browser());
  await page.goto(address());
  await page.fill('#author', 'Lan Anh');
  await page.fill('#body', 'Gửi  trước\nkhi có gì khác');
  const letGo = await holdScript(page, 'frame');
  await page.goto(address('&sort=newest'), { waitUntil: 'commit' });
  await page.fill('#author', 'Lan Anh');
  await page.fill('#body', 'Gửi  trước\nkhi có gì khác');
  await page.locator('#gui-binh-luan .main').click();
  await page.waitForSelector('#binh-luan-status');
  letGo();
  await page.waitForSelector('#own:not([hidden])');
  await expect.poll(() => page.inputValue('#author')).toBe('Lan Anh');
  expect(await page.inputValue('#body')).toBe('');
});

test('what is asked for while another thing is under way is done after it, and looks so', async () => {
  const { page, errors } = await openPage(browser());
  await page.goto(address());
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/branch=/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Xem 2 trả lời khác' }).click();
  const reply = page.locator(`#c-${alone} [data-do=reply]`);
  await reply.click();
  expect(await reply.getAttribute('aria-busy')).toBe('true');
  expect(await page.locator('#tra-loi').count()).toBe(0);
  letGo();
  await page.waitForSelector(`#c-${alone} #tra-loi`);
  expect(await page.locator('.branch > ol > li').count()).toBe(5);
  await expect.poll(() => page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('what is asked for in a list is done in the one that takes its place meanwhile', async () => {
  const { page, errors } = await openPage(browser());
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/sort=newest/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address());
  await page.getByRole('link', { name: 'Mới nhất' }).click();
  await page.getByRole('link', { name: 'Cũ nhất' }).click();
  await page.getByRole('link', { name: 'Xem 2 trả lời khác' }).click();
  await page.locator(`#c-${alone} [data-do=reply]`).click();
  letGo();
  await page.waitForSelector(`#c-${alone} #tra-loi`);
  expect(await page.locator('.tabs [aria-current]').textContent()).toBe('Cũ nhất');
  expect(await page.locator('.branch > ol > li').count()).toBe(5);
  await expect.poll(() => page.locator('[aria-busy], [aria-disabled]').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('of taps that follow each other the last one holds, however late the first is answered', async () => {
  const { page } = await openPage(browser());
  await page.goto(address());
  const asked: string[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/like', async (route) => {
    asked.push(route.request().method());
    if (asked.length === 1) await held;
    await route.continue();
  });
  const button = page.locator(`#c-${alone} [data-do=like]`);
  await button.click();
  await expect.poll(() => asked).toEqual(['PUT']);
  await button.click();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
  await button.click();
  await button.click();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
  letGo();
  await expect.poll(() => asked).toEqual(['PUT', 'DELETE', 'PUT', 'DELETE']);
  const standing = async () =>
    (await fetch(`${service().url}/api/v1/sites/demo/comments/${alone}`)).json().then(({ likes }) => likes);
  await expect.poll(standing).toBe(0);
  expect([await button.getAttribute('aria-pressed'), await button.locator('.n').textContent()]).toEqual([
    'false',
    '',
  ]);
});
