import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  await service.command(['site', 'set', 'demo', 'pace', 'off']);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function openForm({ clock = false, article = '/bai' } = {}) {
  const opened = await openPage(browser);
  if (clock) await opened.page.clock.install();
  await opened.page.goto(`${service.url}/embed/demo?article=${article}`);
  return opened;
}

const challengeOf = (page: Page) => page.locator('input[name=challenge]').first().inputValue();
const send = (page: Page) => page.getByRole('button', { name: 'Gửi bình luận' }).last().click();
const announced = (page: Page) => page.locator('#announcer').textContent();

async function answerOf(page: Page): Promise<string> {
  return (await service.command(['captcha', 'answer', await challengeOf(page)])).out.trim();
}

/** As if its time were over, or somebody had used it. */
async function spend(id: string): Promise<void> {
  const { status } = await fetch(`${service.url}/api/v1/sites/demo/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ replaces: id }),
  });
  expect(status).toBe(201);
}

async function write(page: Page, body: string): Promise<void> {
  await page.fill('[name=author]', 'Đỗ Văn Mù');
  await page.fill('[name=body]', body);
}

test('a picture that would run out while a long text is typed is renewed before, once', async () => {
  const { page, errors } = await openForm({ clock: true });
  await write(page, 'Một bài thật dài');
  await expect.poll(() => page.textContent('#body-hint')).toContain('Còn');
  const first = await challengeOf(page);
  await page.clock.fastForward('09:00');
  expect(await challengeOf(page)).toBe(first);
  await page.clock.fastForward('00:45');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  const second = await challengeOf(page);
  await page.clock.fastForward('05:00');
  expect(await challengeOf(page)).toBe(second);
  expect(await page.inputValue('[name=body]')).toBe('Một bài thật dài');
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(errors).toEqual([]);
});

test('a clock that is ahead of the service renews once and not for ever', async () => {
  const { page } = await openPage(browser);
  await page.clock.install({ time: Date.now() + 9.75 * 60_000 });
  await page.goto(`${service.url}/embed/demo?article=/bai`);
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  const first = await challengeOf(page);
  await page.focus('[name=author]');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  await page.focus('[name=body]');
  await page.clock.fastForward('01:00');
  expect(asked).toHaveLength(1);
});

test('an answer that was typed stays until its picture is over, and that is said', async () => {
  const { page, errors } = await openForm({ clock: true });
  await write(page, 'Tôi gõ mã trước.');
  await page.fill('[name=answer]', 'ABC');
  await expect.poll(() => page.textContent('#body-hint')).toContain('Còn');
  const first = await challengeOf(page);
  await page.clock.fastForward('09:45');
  expect([await challengeOf(page), await page.inputValue('[name=answer]')]).toEqual([first, 'ABC']);
  await page.clock.fastForward('00:30');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  await expect.poll(() => page.inputValue('[name=answer]')).toBe('');
  expect(await page.textContent('#captcha-note')).toContain('đã hết hạn');
  expect(await announced(page)).toContain('đã hết hạn');
  expect(errors).toEqual([]);
});

test('a page that lies idle asks for nothing, and has a fresh picture once somebody writes', async () => {
  const { page } = await openForm({ clock: true });
  const first = await challengeOf(page);
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  await page.clock.fastForward('30:00');
  expect(asked).toEqual([]);
  await page.focus('[name=author]');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
});

test('work that ran out is done again by itself, with nothing to correct', async () => {
  for (const captcha of ['work', 'on']) {
    await service.command(['site', 'set', 'demo', 'captcha', captcha]);
    const { page, errors } = await openForm({ article: `/viec-${captcha}` });
    await write(page, `Máy tôi làm lại (${captcha}).`);
    if (captcha === 'on') await page.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
    await expect.poll(() => page.locator('[data-work]').inputValue()).not.toBe('');
    await spend(await challengeOf(page));
    const said: string[] = [];
    await page.exposeFunction('hear', (sentence: string) => said.push(sentence));
    await page.evaluate(() => {
      const place = document.querySelector('#announcer');
      if (place)
        new MutationObserver(() => hear(place.textContent ?? '')).observe(place, { childList: true });
    });
    await send(page);
    await page.waitForSelector('#binh-luan-status');
    expect(said.filter((sentence) => sentence.includes('cần sửa'))).toEqual([]);
    expect(errors).toEqual([]);
  }
});

test('work that is right stays done where something else was wrong', async () => {
  const { page } = await openForm();
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.fill('[name=body]', 'Tôi quên tên.');
  await page.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await page.waitForSelector('#worked');
  const first = await challengeOf(page);
  await send(page);
  await page.waitForSelector('[name=author][aria-invalid=true]');
  await page.waitForSelector('#worked');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('author');
  expect([await challengeOf(page), workers.length]).toEqual([first, 1]);
  await page.fill('[name=author]', 'Đỗ Văn Mù');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
});

test('while a device works, that is seen and announced', async () => {
  const { page } = await openForm();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/assets/worker.*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await expect.poll(() => page.locator('#captcha-note').isVisible()).toBe(true);
  expect(await page.textContent('#captcha-note')).toContain('đang tự xác nhận');
  expect(await announced(page)).toContain('đang tự xác nhận');
  letGo();
  await page.waitForSelector('#worked');
  await expect.poll(() => page.locator('#captcha-note').isVisible()).toBe(false);
});

test.each([429, 503])('a picture that is refused (%i) is a sentence with another try', async (status) => {
  const { page, errors } = await openPage(browser, { viewport: { width: 1000, height: 800 } });
  let refuses = true;
  const refused: string[] = [];
  await page.route(/\/challenges/, (route) => {
    if (!refuses) return route.continue();
    refused.push(route.request().method());
    return route.fulfill({
      status,
      contentType: 'application/problem+json',
      json: { detail: 'Vui lòng đợi.' },
    });
  });
  await page.goto(`${service.url}/embed/demo?article=/bai`);
  await page.locator('#write').scrollIntoViewIfNeeded();
  await page.locator('[name=answer]').scrollIntoViewIfNeeded();
  await page.waitForSelector('#unpictured');
  expect(await page.textContent('#unpictured')).toBe('Vui lòng đợi. Thử lại');
  expect(await page.locator('#picture').isVisible()).toBe(false);
  expect((await page.locator('[name=answer]').boundingBox())?.width).toBeGreaterThan(200);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => refused).toEqual(['GET', 'POST', 'POST']);
  refuses = false;
  await expect.poll(() => page.locator('button[aria-disabled]').count()).toBe(0);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => page.locator('#picture').isVisible()).toBe(true);
  expect(await page.locator('#unpictured').count()).toBe(0);
  await write(page, `Rồi cũng thấy hình ${status}.`);
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(errors.filter((line) => !line.includes('503'))).toEqual([]);
});

test('what Nhập lại has cleared can be had back, whatever was typed since', async () => {
  const { page, errors } = await openForm();
  const text = '  Một bài dài\n    nhiều dòng\n'.repeat(20);
  await write(page, text);
  await page.getByRole('button', { name: 'Nhập lại' }).click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('author');
  await page.fill('[name=body]', 'viết lại');
  expect(await findBarriers(page)).toEqual([]);
  const back = page.getByRole('button', { name: 'Lấy lại nội dung vừa xóa' });
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe(text);
  expect(await page.inputValue('[name=author]')).toBe('Đỗ Văn Mù');
  await page.reload();
  await expect.poll(() => page.inputValue('[name=body]')).toBe(text);

  await page.getByRole('button', { name: 'Nhập lại' }).click();
  await back.waitFor();
  await page.fill('[name=body]', 'viết lại');
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe(text);
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('viết lại');
  await page.getByRole('button', { name: 'Nhập lại' }).dblclick();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('');
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('viết lại');
  expect(errors).toEqual([]);
});

test('it is said how the characters are spoken, to who sees and who hears the page', async () => {
  for (const [language, example] of [
    ['vi', 'chỉ nhập chữ cái P'],
    ['en', 'type the letter P only'],
  ] as const) {
    await service.command(['site', 'set', 'demo', 'language', language]);
    const { page } = await openForm();
    const how = page.locator('#spoken-how');
    expect([await how.isVisible(), await how.textContent()]).toEqual([
      true,
      expect.stringContaining(example),
    ]);
    expect(await page.locator('[data-way=audio]').getAttribute('aria-describedby')).toBe('spoken-how');
    expect(await page.locator('#spoken').getAttribute('aria-describedby')).toBe('spoken-how');
  }
  await service.command(['site', 'set', 'demo', 'language', 'vi']);
});

declare global {
  function hear(sentence: string): void;
}
