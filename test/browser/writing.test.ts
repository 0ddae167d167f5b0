import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, openPage } from '../support/browser.ts';
import { announced, challengeOf, send, startWriting, unfold, write } from '../support/writing.ts';

const { answerOf, browser, openForm, service, spend } = startWriting();

test('work that ran out is done again by itself, with nothing to correct', async () => {
  for (const captcha of ['work', 'on']) {
    await service().command(['site', 'set', 'demo', 'captcha', captcha]);
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
  await expect.poll(() => noted(page)).toContain('Đã xác nhận');
  const first = [await challengeOf(page), workers.length];
  await send(page);
  await page.waitForSelector('[name=author][aria-invalid=true]');
  await expect.poll(() => noted(page)).toContain('Đã xác nhận');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('author');
  expect([await challengeOf(page), workers.length]).toEqual(first);
  await page.fill('[name=author]', 'Đỗ Văn Mù');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
});

test('while a device works, that is seen and announced', async () => {
  const { page } = await openForm();
  await unfold(page);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/assets/worker.*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await expect.poll(() => noted(page)).toContain('đang tự xác nhận');
  expect(await page.locator('[data-note]').isVisible()).toBe(true);
  expect(await announced(page)).toContain('đang tự xác nhận');
  letGo();
  await expect.poll(() => noted(page)).toContain('Đã xác nhận, bạn không cần nhập ký tự');
});

test.each([429, 503])('a picture that is refused (%i) is a sentence with another try', async (status) => {
  const { page, errors } = await openPage(browser(), { viewport: { width: 1000, height: 800 } });
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
  await page.goto(`${service().url}/embed/demo?article=/bai`);
  await unfold(page);
  await page.locator('[name=answer]').scrollIntoViewIfNeeded();
  await page.waitForSelector('[data-unpictured]');
  expect(await page.textContent('[data-unpictured]')).toBe('Vui lòng đợi. Thử lại');
  expect(await page.locator('#picture').isVisible()).toBe(false);
  expect((await page.locator('[name=answer]').boundingBox())?.width).toBeGreaterThan(100);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => refused).toEqual(['GET', 'POST', 'POST']);
  refuses = false;
  await expect.poll(() => page.locator('button[aria-disabled]').count()).toBe(0);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => page.locator('#picture').isVisible()).toBe(true);
  expect(await page.locator('[data-unpictured]').count()).toBe(0);
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
  await clear(page);
  await expect.poll(() => page.inputValue('[name=body]')).toBe('');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('body');
  await page.fill('[name=body]', 'viết lại');
  expect(await findBarriers(page)).toEqual([]);
  const back = page.getByRole('button', { name: 'Lấy lại nội dung vừa xóa' });
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe(text);
  expect(await page.inputValue('[name=author]')).toBe('Đỗ Văn Mù');
  await page.reload();
  await expect.poll(() => page.inputValue('[name=body]')).toBe(text);

  await clear(page);
  await back.waitFor();
  await page.fill('[name=body]', 'viết lại');
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe(text);
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('viết lại');
  await page.getByRole('button', { name: 'Nhập lại' }).dblclick();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('');
  await page.getByRole('button', { name: 'Nhập lại' }).click();
  await expect.poll(() => page.locator('button[aria-disabled]').count()).toBe(0);
  await back.click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('viết lại');
  expect(errors).toEqual([]);
});

test('more than a line is cleared only by who says so again', async () => {
  const { page } = await openForm();
  await write(page, 'Dòng một\nDòng hai');
  await page.getByRole('button', { name: 'Nhập lại' }).click();
  await page.getByRole('button', { name: 'Giữ lại' }).click();
  expect(await page.inputValue('[name=body]')).toBe('Dòng một\nDòng hai');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('body');
  await clear(page);
  await expect.poll(() => page.inputValue('[name=body]')).toBe('');
});

test('it is said how the characters are spoken, to who sees and who hears the page', async () => {
  for (const [language, example] of [
    ['vi', 'chỉ nhập chữ cái P'],
    ['en', 'type the letter P only'],
  ] as const) {
    await service().command(['site', 'set', 'demo', 'language', language]);
    const { page } = await openForm();
    await unfold(page);
    await page.locator('[data-way=audio]').click();
    const how = page.locator('#spoken-how');
    await how.waitFor();
    expect([await how.isVisible(), await how.textContent()]).toEqual([
      true,
      expect.stringContaining(example),
    ]);
    expect(await page.locator('[data-way=audio]').getAttribute('aria-describedby')).toBe('spoken-how');
    expect(await page.locator('#gui-binh-luan audio').getAttribute('aria-describedby')).toBe('spoken-how');
  }
  await service().command(['site', 'set', 'demo', 'language', 'vi']);
});

const noted = (page: Page) => page.locator('#gui-binh-luan [data-note]').textContent();

async function clear(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhập lại' }).click();
  await page.getByRole('button', { name: 'Xóa hết' }).click();
}

declare global {
  function hear(sentence: string): void;
}
