import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
let token: string;
const password = 'mật khẩu rất dài';

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['pace', 'off'],
  ] as const) {
    await service.command(['site', 'set', 'demo', name, value]);
  }
  for (const name of ['Lan', 'Minh']) {
    await service.command(['moderator', 'add', name, '--role', 'owner'], `${password}\n`);
  }
  token = (await service.command(['moderator', 'token', 'Minh'])).out.trim();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function sendComments(count: number, what: string): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const answer = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        article: { key: '/bai' },
        author: `Bạn đọc ${number}`,
        body: `${what} thứ ${number} về chuyện ${'abcdefghijklmnopqrstuvwxyz'[number % 26]}${number}.`,
      }),
    });
    ids.push((await answer.json()).id);
  }
  return ids;
}

async function asMinh(method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(service.url + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

const counts = async () => (await asMinh('GET', '/api/v1/queue')).counts;

async function openDesk(path = '/moderation', options: BrowserContextOptions = {}) {
  const { page, errors } = await openPage(browser, options);
  await page.goto(`${service.url}/moderation/session/new`);
  await page.fill('[name=name]', 'Lan');
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/moderation$/);
  if (path !== '/moderation') await page.goto(service.url + path);
  return { page, errors };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('.card')?.id ?? '');

test('sixty comments are cleared by one key each, and the focus is never lost', async () => {
  await sendComments(60, 'Ý kiến');
  const before = await counts();
  const { page, errors } = await openDesk();
  await page.keyboard.press('j');
  for (let left = before.pending; left > 0; left -= 1) {
    const here = await focused(page);
    expect(here).toMatch(/^c-/);
    await page.keyboard.press(['p', 'r', 's'][left % 3] ?? 'p');
    if (left > 1)
      await page.waitForFunction((id) => {
        const card = document.activeElement?.closest('.card');
        return card && card.id !== id && !document.getElementById(id);
      }, here);
  }
  await expect.poll(counts).toMatchObject({ pending: 0 });
  expect(errors).toEqual([]);
});

test('what a key did is undone by a key, to where it was', async () => {
  const [first, second] = await sendComments(2, 'Hoàn tác');
  const { page } = await openDesk();
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect.poll(counts).toMatchObject({ pending: 1 });
  await expect.poll(() => page.textContent('#last')).toContain('Đăng: 1 bình luận.');
  await page.keyboard.press('z');
  await expect.poll(counts).toMatchObject({ pending: 2 });
  await expect.poll(() => focused(page)).toBe(`c-${first}`);
  await page.keyboard.press('r');
  await expect.poll(() => focused(page)).toBe(`c-${second}`);
  await expect.poll(counts).toMatchObject({ pending: 1 });
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(counts).toMatchObject({ pending: 2 });
  await expect.poll(() => focused(page)).toBe(`c-${first}`);
  page.once('dialog', (dialog) => dialog.accept());
  await page.keyboard.press('X');
  await page.keyboard.press('s');
  await expect.poll(counts).toMatchObject({ pending: 0 });
  await expect.poll(() => page.locator('.empty').count()).toBe(1);
});

test('no key decides while somebody types, composes, or has turned the keys off', async () => {
  await sendComments(1, 'Đang gõ');
  const { page } = await openDesk();
  await page.keyboard.press('/');
  await page.keyboard.type('psr');
  expect(await page.inputValue('#q')).toBe('psr');
  await page.locator('.card').first().focus();
  await page.evaluate(() => {
    const composing = { key: 'p', isComposing: true, bubbles: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', composing));
  });
  await page.keyboard.press('Control+p');
  await page.keyboard.press('?');
  expect(await page.locator('#help').isVisible()).toBe(true);
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  expect((await counts()).pending).toBe(1);

  await page.goto(`${service.url}/moderation/keys`);
  await page.fill('#key-publish', 'd');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.waitForURL(/\/moderation$/);
  await page.locator('.card').first().focus();
  await page.keyboard.press('p');
  await page.keyboard.press('d');
  await page.waitForSelector('.empty');
  expect((await counts()).pending).toBe(0);
  await sendComments(1, 'Tắt phím');
  await page.goto(`${service.url}/moderation/keys`);
  await page.check('[name=off]');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.waitForURL(/\/moderation$/);
  await page.locator('.card').first().focus();
  await page.keyboard.press('d');
  await page.keyboard.press('s');
  expect((await counts()).pending).toBe(1);
  await page.goto(`${service.url}/moderation/keys`);
  await page.uncheck('[name=off]');
  await page.getByRole('button', { name: 'Dùng lại phím mặc định' }).click();
});

test('a card that a colleague has decided turns grey by itself, and new ones are announced', async () => {
  const [id = ''] = await sendComments(2, 'Hai người');
  const { page, errors } = await openDesk();
  const { comments } = await asMinh('GET', '/api/v1/queue');
  const { version } = comments.find((comment: { id: string }) => comment.id === id);
  await asMinh('POST', '/api/v1/decisions', { action: 'reject', comments: [{ id, version }] });
  await sendComments(3, 'Mới đến');
  await expect
    .poll(() => page.locator(`#c-${id} [data-gone]`).textContent())
    .toContain('Minh đã xử lý: Đã từ chối');
  expect(await page.locator(`#c-${id} form`).count()).toBe(0);
  await expect.poll(() => page.locator('#newer').textContent()).toBe('3 bình luận mới');
  expect(await page.locator('.card').count()).toBeLessThan(5);
  expect(errors).toEqual([]);
});

test('all that match are decided at once after their number was told, and undone at once', async () => {
  await sendComments(7, 'Hàng loạt xyzzy');
  const { page } = await openDesk('/moderation?q=xyzzy');
  await page.getByRole('link', { name: 'Chọn tất cả bình luận khớp' }).click();
  expect(await page.textContent('main')).toContain('7 bình luận khớp');
  const before = await counts();
  await page.getByRole('button', { name: 'Spam cả 7' }).click();
  await page.waitForURL(/decided=/);
  expect(await counts()).toEqual({ ...before, pending: before.pending - 7, spam: before.spam + 7 });
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await expect.poll(counts).toEqual(before);
});

test('one at a time: each moderator gets a comment of their own, and goes on to the next', async () => {
  await sendComments(2, 'Lần lượt');
  const { page } = await openDesk();
  await page.getByRole('button', { name: 'Lấy bình luận tiếp theo' }).click();
  await page.waitForURL(/\/moderation\/comments\//);
  const mine = page.url();
  const { id } = await asMinh('POST', '/api/v1/claims', {});
  expect(mine).not.toContain(id);
  await page.getByRole('button', { name: 'Đăng', exact: true }).click();
  await page.waitForURL((url) => url.href !== mine && url.pathname.startsWith('/moderation/comments/'));
  expect(page.url()).not.toContain(id);
  expect(await page.textContent('.notice')).toContain('đã đăng');
});

test('a moderator corrects a comment, and its original stays to be seen', async () => {
  const [id = ''] = await sendComments(1, 'Gọi 0912 345 678 nhé');
  const { page } = await openDesk(`/moderation/comments/${id}`);
  await page.fill('#body', 'Gọi nhé.');
  const shown = () => page.locator('article > .body').textContent();
  await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await expect.poll(shown).toBe('Gọi nhé.');
  await page.getByText('Nguyên văn', { exact: false }).first().click();
  expect(await page.locator('details .body').textContent()).toContain('0912 345 678');
  await page.getByRole('button', { name: 'Trả lại nguyên văn' }).click();
  await expect.poll(shown).toContain('0912 345 678');
});

test('axe finds nothing serious on the queue and its pages, in both languages', async () => {
  const [id = ''] = await sendComments(1, 'ĐỒ ÓC CHÓ, XEM https://bit.ly/a');
  const paths = [
    '/moderation',
    '/moderation?state=reported',
    '/moderation?state=apart',
    `/moderation/comments/${id}`,
    '/moderation/bulk',
    '/moderation/keys',
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openDesk('/moderation', { colorScheme, viewport: { width: 375, height: 800 } });
    for (const path of paths) {
      await page.goto(service.url + path);
      expect([path, await findBarriers(page)]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    const language = await page.getAttribute('html', 'lang');
    await page.getByRole('button', { name: /English|Tiếng Việt/ }).click();
    await expect.poll(() => page.getAttribute('html', 'lang')).not.toBe(language);
  }
});

test('what is held apart is a tab of its own, by its key, decided and undone there', async () => {
  await service.command(['site', 'add', 'day', '--name', 'Báo Đầy', '--origin', 'https://day.example']);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['site-per-hour', '2'],
  ] as const) {
    await service.command(['site', 'set', 'day', name, value]);
  }
  for (const body of ['Ý kiến trong giờ.', 'Ý kiến khi đã đủ chỗ.'])
    await fetch(`${service.url}/api/v1/sites/day/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ article: { key: '/bai' }, author: 'Hòa', body }),
    });
  const { page, errors } = await openDesk('/moderation?site=day');
  const count = (tab: string) => page.textContent(`[data-count=${tab}]`);
  expect([await count('pending'), await count('apart')]).toEqual(['1', '1']);
  expect(await page.locator('.card .body').allTextContents()).toEqual(['Ý kiến trong giờ.']);
  await page.keyboard.press('6');
  await page.waitForURL(/state=apart/);
  expect(await page.locator('.card .body').allTextContents()).toEqual(['Ý kiến khi đã đủ chỗ.']);
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.waitForSelector('.empty');
  expect([await count('spam'), await count('apart')]).toEqual(['1', '0']);
  await page.keyboard.press('z');
  await page.waitForSelector('.card');
  expect([await count('pending'), await count('apart')]).toEqual(['1', '1']);
  expect(errors).toEqual([]);
});
