import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers } from '../support/browser.ts';
import { challengeOf, send, startWriting, unfold, write } from '../support/writing.ts';

const { service, openForm, answerOf } = startWriting();

const status = (page: Page) => page.locator('#binh-luan-status').textContent();

test('the picture is real, large enough for a thumb, and a PNG', async () => {
  const { page } = await openForm({ viewport: { width: 375, height: 800 } });
  await unfold(page);
  const loaded = () => page.locator('#picture').evaluate((element) => (element as HTMLImageElement).complete);
  await page.locator('#picture').scrollIntoViewIfNeeded();
  await expect.poll(loaded).toBe(true);
  const picture = await page.locator('#picture').evaluate((element) => {
    const image = element as HTMLImageElement;
    const { width, height } = image.getBoundingClientRect();
    return { width, height, pixels: image.naturalWidth, source: image.src };
  });
  const type = (await fetch(picture.source)).headers.get('content-type');
  expect({ ...picture, source: type }).toEqual({ width: 220, height: 70, pixels: 330, source: 'image/png' });
});

test('a reader with a keyboard and a screen reader hears what each part is, and what happens', async () => {
  const { page, errors } = await openForm();
  await write(page, 'Viết bằng bàn phím.');
  await page.focus('[name=email]');
  const reached: string[] = [];
  for (let count = 0; count < 7; count += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const reached = document.activeElement;
        return (
          reached?.textContent?.trim() || reached?.closest('label')?.textContent?.trim() || reached?.id || ''
        );
      }),
    );
  }
  expect(reached).toEqual([
    'Nhớ họ tên và e-mail trên thiết bị này',
    'answer',
    'Đổi hình (reset captcha)',
    'Nghe các ký tự',
    'Xác nhận không cần hình',
    'Gửi bình luận',
    'Nhập lại',
  ]);
  const tree = await page.locator('#gui-binh-luan').ariaSnapshot();
  for (const line of [
    '- img "Hình có các ký tự cần nhập"',
    '- textbox "Nhập các ký tự trong hình"',
    '- button "Đổi hình (reset captcha)"',
    '- button "Nghe các ký tự"',
    '- button "Xác nhận không cần hình"',
  ]) {
    expect(tree).toContain(line);
  }
  const attributes = await page
    .locator('[name=answer]')
    .evaluate((field) =>
      ['autocomplete', 'inputmode', 'autocorrect', 'spellcheck'].map((name) => field.getAttribute(name)),
    );
  expect(attributes).toEqual(['off', 'text', 'off', 'false']);

  await page.getByRole('button', { name: 'reset captcha' }).press('Enter');
  await expect.poll(() => page.locator('#announcer').textContent()).toContain('Đã đổi hình');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
  await page.keyboard.type('sai');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[name=answer][aria-invalid=true]');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
  const described = await page.getAttribute('[name=answer]', 'aria-describedby');
  expect(await page.textContent(`#${described}`)).toContain('Vui lòng nhập các ký tự trong hình mới');
  expect(await page.locator('#announcer').textContent()).toContain('Có 1 chỗ cần sửa: các ký tự trong hình.');
  await page.keyboard.type((await answerOf(page)).toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForSelector('#binh-luan-status');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('binh-luan-status');
  expect(errors).toEqual([]);
});

test('the characters can be heard, again after a reset', async () => {
  const { page, errors } = await openForm();
  await unfold(page);
  const played = () =>
    page.locator('#gui-binh-luan audio').evaluate((player) => {
      const { currentTime, duration, error } = player as HTMLAudioElement;
      return error === null && currentTime > 0 && duration > 3;
    });
  await page.getByRole('button', { name: 'Nghe các ký tự' }).click();
  await expect.poll(played).toBe(true);
  await page.getByRole('button', { name: 'reset captcha' }).click();
  await expect.poll(() => page.locator('#announcer').textContent()).toContain('Đã đổi hình');
  await page.getByRole('button', { name: 'Nghe các ký tự' }).click();
  await expect.poll(played).toBe(true);
  await write(page, 'Tôi nghe và gõ lại.');
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(errors).toEqual([]);
});

test('a device confirms in place of the picture, and again where something else was wrong', async () => {
  const { page, errors } = await openForm();
  await unfold(page);
  await page.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await expect.poll(() => page.locator('#gui-binh-luan [data-note]').textContent()).toContain('Đã xác nhận');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-note'))).toBe(true);
  await page.fill('[name=body]', 'Máy tôi tự xác nhận.');
  await send(page);
  await page.waitForSelector('[name=author][aria-invalid=true]');
  await page.fill('[name=author]', 'Đỗ Văn Mù');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await status(page)).toContain('đang chờ duyệt');
  expect(await findBarriers(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('where the site chose work, nothing is seen of a captcha, and one click sends', async () => {
  await service().command(['site', 'set', 'demo', 'captcha', 'work']);
  await service().command(['site', 'set', 'demo', 'work-held', 'off']);
  await service().command(['site', 'set', 'demo', 'moderation', 'publish-clean']);
  const { page, errors } = await openForm();
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  expect(await page.locator('#picture').count()).toBe(0);
  await write(page, 'Không thấy hình nào cả.');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await status(page)).toContain('đã được đăng');
  expect(new Set(workers)).toEqual(new Set([expect.stringMatching(/\/assets\/worker\.\w+\.js$/)]));
  expect(errors).toEqual([]);

  const { page: plain } = await openForm({ javaScriptEnabled: false });
  await write(plain, 'Không có JavaScript.');
  expect(await plain.locator('#picture').isVisible()).toBe(true);
  await plain.fill('[name=answer]', await answerOf(plain));
  await send(plain);
  expect(await status(plain)).toContain('đã được đăng');
  await service().command(['site', 'set', 'demo', 'captcha', 'on']);
  await service().command(['site', 'set', 'demo', 'moderation', 'hold-all']);
});

test('where a device cannot work, the picture is there after all', async () => {
  await service().command(['site', 'set', 'demo', 'captcha', 'work']);
  const { page } = await openForm();
  await page.route('**/assets/worker.*.js', (route) => route.abort());
  await write(page, 'Máy cũ của tôi.');
  await page.waitForSelector('#picture');
  await page.fill('[name=answer]', 'sai');
  await send(page);
  await page.waitForSelector('[name=answer][aria-invalid=true]');
  expect(await page.locator('#picture').isVisible()).toBe(true);
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  await service().command(['site', 'set', 'demo', 'captcha', 'on']);
});

test('without JavaScript the picture is reset and the characters are played', async () => {
  const { page } = await openForm({ javaScriptEnabled: false });
  await unfold(page);
  const player = page.locator('audio');
  const before = await player.getAttribute('src');
  await page.getByRole('button', { name: 'reset captcha' }).click();
  await expect.poll(() => player.getAttribute('src')).not.toBe(before);
  await unfold(page);
  expect([await player.isVisible(), await player.getAttribute('aria-label')]).toEqual([
    true,
    'Nghe các ký tự',
  ]);
  expect(await page.getByRole('button', { name: 'Xác nhận không cần hình' }).count()).toBe(0);
  const sound = await fetch(service().url + (await player.getAttribute('src')));
  expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav']);
});

test('who goes on writing while another picture is on its way is left where they write', async () => {
  const { page, errors } = await openForm();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/challenges', async (route) => {
    await held;
    await route.continue();
  });
  await unfold(page);
  const before = await challengeOf(page);
  await page.getByRole('button', { name: 'reset captcha' }).click();
  await page.focus('#body');
  await page.keyboard.type('Tôi đang ');
  letGo();
  await expect.poll(() => challengeOf(page)).not.toBe(before);
  await expect.poll(() => page.locator('[aria-disabled]').count()).toBe(0);
  await page.keyboard.type('viết dở.');
  expect(await page.inputValue('#body')).toBe('Tôi đang viết dở.');
  await page.getByRole('button', { name: 'reset captcha' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('answer');
  expect(errors).toEqual([]);
});
