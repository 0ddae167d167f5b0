import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { startWriting } from '../support/writing.ts';

const { browser, service } = startWriting();

beforeAll(async () => {
  for (const [name, value] of [
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
  ] as const)
    await service().command(['site', 'set', 'demo', name, value]);
});

async function say(body: string): Promise<{ id: string; receipt: string }> {
  const sent = await fetch(`${service().url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: '/truc-trac' }, author: 'Hòa', body }),
  });
  return sent.json();
}

async function open() {
  const opened = await openPage(browser());
  await opened.page.goto(`${service().url}/embed/demo?article=/truc-trac`);
  await opened.page.waitForSelector('[data-scripted]');
  return opened;
}

const unloaded = 'Chưa tải được. Vui lòng thử lại.';
const underComment = (page: Page, id: string) => page.locator(`#c-${id} .acts + [data-trouble]`);

test('what is not reached is told where it was asked for, and is reached once the network is back', async () => {
  const { id } = await say('Con đường mới đẹp lắm.');
  const { page } = await open();
  await page.context().setOffline(true);
  for (const does of ['reply', 'like']) {
    await page.locator(`#c-${id} [data-do=${does}]`).click();
    await expect.poll(() => underComment(page, id).textContent()).toBe(unloaded);
    expect(await underComment(page, id).isVisible()).toBe(true);
  }
  await page.context().setOffline(false);
  await page.locator(`#c-${id} [data-do=reply]`).click();
  await page.waitForSelector('#tra-loi');
});

test('an answer that finds no parent any more costs nothing of what is written on top', async () => {
  const { id, receipt } = await say('Cây cầu này rất tiện cho bà con.');
  const { page, errors } = await open();
  await page.fill('#body', 'Đang viết ở trên');
  await page.locator(`#c-${id} [data-do=reply]`).click();
  await page.fill('#r-author', 'Lan');
  await page.fill('#r-body', 'Đang trả lời');
  await fetch(`${service().url}/api/v1/receipts/${receipt}`, { method: 'DELETE' });
  await page.locator('#tra-loi .main').click();
  await expect.poll(() => page.textContent('#tra-loi [data-trouble]')).toContain('không còn nữa');
  expect(await page.inputValue('#body')).toBe('Đang viết ở trên');
  expect(await page.inputValue('#r-body')).toBe('Đang trả lời');
  expect(errors).toEqual([]);
});

test('who writes when an article is closed is told so, and has the words still', async () => {
  const { id } = await say('Chợ phiên hôm nay đông vui.');
  const { page, errors } = await open();
  await page.locator(`#c-${id} [data-do=reply]`).click();
  await page.fill('#r-author', 'Lan');
  await page.fill('#r-body', 'Trả lời dở');
  await page.fill('#author', 'Lan');
  await page.fill('#body', 'Bình luận dở');
  await close();
  await page.locator('#tra-loi .main').click();
  await expect.poll(() => page.textContent('#tra-loi [data-trouble]')).toContain('đã đóng');
  expect(await page.inputValue('#r-body')).toBe('Trả lời dở');
  await page.locator('#gui-binh-luan .main').click();
  await page.waitForSelector('#write .notice:focus');
  expect(await page.inputValue('#write textarea')).toBe('Bình luận dở');
  expect(errors).toEqual([]);
});

async function close(): Promise<void> {
  const { command, url } = service();
  await command(['moderator', 'add', 'chu', '--role', 'owner'], 'một mật khẩu đủ dài 2026\n');
  const token = (await command(['moderator', 'token', 'chu'])).out.trim();
  const { status } = await fetch(`${url}/api/v1/sites/demo/articles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ key: '/truc-trac', open: false }),
  });
  expect(status).toBe(200);
}
