import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, findBarriers, launchBrowser, openFrame, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
const article = '/hoi-nghi-truc-tuyen-cai-cach-hanh-chinh-2018';
const password = 'mật khẩu rất dài';

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  await service.command(['site', 'set', 'demo', 'pace', 'off']);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function solve(frame: Frame | Page): Promise<void> {
  const id = await frame.locator('input[name=challenge]').first().inputValue();
  const { out } = await service.command(['captcha', 'answer', id]);
  await frame.fill('[name=answer]', out.trim());
}

const send = (frame: Frame | Page) => frame.locator('#gui-binh-luan .main').click();

test('a reader writes under the article, a moderator publishes, and everyone reads it', async () => {
  const { page, errors } = await openPage(browser);
  const frame = await openFrame(page, service.url);
  await frame.fill('[name=body]', 'Thủ tục ở xã tôi nay\nđã nhanh hơn nhiều.');
  await send(frame);
  await frame.waitForSelector('[name=author][aria-invalid=true]');
  expect(await frame.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('author');
  expect(await frame.inputValue('[name=body]')).toBe('Thủ tục ở xã tôi nay\nđã nhanh hơn nhiều.');

  await frame.fill('[name=author]', 'Nguyễn Thị Hòa');
  await solve(frame);
  await frame.locator('#gui-binh-luan .main').dblclick();
  await frame.waitForSelector('#binh-luan-status');
  expect(await frame.textContent('#binh-luan-status')).toContain('Bình luận của bạn đang chờ duyệt');
  expect(await frame.inputValue('[name=body]')).toBe('');
  const [receipt] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.locator('#binh-luan-status a').first().click(),
  ]);
  await receipt.waitForLoadState();
  expect(await receipt.textContent('main')).toContain('đang chờ duyệt');

  const { page: desk } = await openPage(browser);
  await desk.goto(service.setupLink);
  await desk.fill('[name=name]', 'Lan');
  await desk.fill('[name=password]', password);
  await desk.keyboard.press('Enter');
  await arrive(desk, '/moderation');
  expect(await desk.textContent('main')).toContain('Thủ tục ở xã tôi nay');
  expect(await desk.locator('article').count()).toBe(1);
  await desk.locator('.whole-one').getByRole('button', { name: 'Đăng', exact: true }).click();
  await desk.getByRole('button', { name: 'Hoàn tác' }).waitFor();

  await page.reload();
  const after = await openFrame(page, service.url);
  expect(await after.textContent('.thread')).toContain('đã nhanh hơn nhiều.');
  expect(await after.locator('.own').count()).toBe(0);
  await receipt.reload();
  expect(await receipt.textContent('main')).toContain('đã được đăng');

  const undone = desk.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await desk.getByRole('button', { name: 'Hoàn tác' }).first().click();
  expect((await undone).status()).toBe(200);
  const again = await openFrame(page, service.url);
  expect(await again.locator('.thread .comment[id]').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('without JavaScript a reader sends, errs, resets the captcha and withdraws', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${service.url}/embed/demo?article=${article}`);
  const first = await page.getAttribute('img', 'src');
  await page.fill('[name=author]', 'Trần Văn Ơn');
  await page.fill('[name=body]', 'Dòng một\n\nDòng ba');
  await page.getByRole('button', { name: 'reset captcha' }).click();
  await expect.poll(() => page.getAttribute('img', 'src')).not.toBe(first);
  expect(await page.inputValue('[name=body]')).toBe('Dòng một\n\nDòng ba');
  expect(await page.locator('[aria-invalid]').count()).toBe(0);

  await page.fill('[name=answer]', 'sai');
  await page.keyboard.press('Enter');
  expect(await page.locator('[aria-invalid]').getAttribute('name')).toBe('answer');
  expect(await page.inputValue('[name=author]')).toBe('Trần Văn Ơn');
  await solve(page);
  await send(page);
  expect(await page.textContent('#binh-luan-status')).toContain('Bình luận của bạn đang chờ duyệt');

  await page.goto(`${service.url}${await page.locator('#binh-luan-status a').first().getAttribute('href')}`);
  await page.getByRole('button', { name: /Rút/ }).click();
  await page.waitForURL(/\/withdraw/);
  expect(await page.textContent('main')).toContain('Dòng ba');
  await page.getByRole('button', { name: /Rút/ }).click();
  await expect.poll(() => page.textContent('main')).toMatch(/đã rút/i);

  await page.goto(`${service.url}/embed/demo?article=${article}`);
  await page.fill('[name=body]', 'sẽ xóa');
  await page.getByRole('button', { name: 'Nhập lại' }).click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('');
  await page.getByRole('button', { name: 'Lấy lại nội dung vừa xóa' }).click();
  await expect.poll(() => page.inputValue('[name=body]')).toBe('sẽ xóa');
});

test('what was typed survives a reload, and Nhập lại keeps nothing of it', async () => {
  const { page } = await openPage(browser);
  const frame = await openFrame(page, service.url);
  await frame.fill('[name=author]', 'Lê Khải');
  await frame.fill('[name=body]', 'Đang viết dở');
  await expect.poll(() => frame.textContent('#body-hint')).toContain('1.988');
  const reloaded = await openFrame(page, service.url);
  await expect.poll(() => reloaded.inputValue('[name=body]')).toBe('Đang viết dở');
  expect(await reloaded.inputValue('[name=author]')).toBe('Lê Khải');
  await reloaded.getByRole('button', { name: 'Nhập lại' }).click();
  await expect.poll(() => reloaded.inputValue('[name=body]')).toBe('');
  const again = await openFrame(page, service.url);
  expect(await again.inputValue('[name=author]')).toBe('');
});

test('reset captcha puts another picture in place, and the focus in its field', async () => {
  const { page } = await openPage(browser);
  const frame = await openFrame(page, service.url);
  await frame.fill('[name=body]', 'giữ nguyên');
  const before = await frame.getAttribute('#picture', 'src');
  await frame.getByRole('button', { name: 'reset captcha' }).click();
  await frame.waitForFunction(
    (old) => document.querySelector('#picture')?.getAttribute('src') !== old,
    before,
  );
  expect(await frame.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('answer');
  expect(await frame.inputValue('[name=body]')).toBe('giữ nguyên');
});

test('the frame is as high as what is in it, and takes the font and the scheme of its host', async () => {
  for (const [width, colorScheme] of [
    [375, 'light'],
    [1280, 'dark'],
  ] as const) {
    const { page, errors } = await openPage(browser, { viewport: { width, height: 800 }, colorScheme });
    const frame = await openFrame(page, service.url);
    await frame.focus('#body');
    const heights = async () => {
      const inside = await frame.evaluate(() =>
        Math.ceil(document.documentElement.getBoundingClientRect().height),
      );
      const outside = await page.locator('iframe').evaluate((element) => element.clientHeight);
      return outside - inside;
    };
    await expect.poll(heights).toBe(0);
    await send(frame);
    await frame.waitForSelector('[aria-invalid]');
    await expect.poll(heights).toBe(0);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await frame.getAttribute('html', 'data-scheme')).toBe(colorScheme);
    const fonts = await Promise.all(
      [page.locator('[data-binh-luan]'), frame.locator('h2')].map((place) =>
        place.evaluate((element) => getComputedStyle(element).fontFamily),
      ),
    );
    expect(fonts[1]).toBe(fonts[0]);
    expect(errors).toEqual([]);
  }
});

test('axe finds nothing serious on what readers and moderators see, light and dark', async () => {
  await service.command(['moderator', 'add', 'Minh', '--role', 'moderator'], `${password}\n`);
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
  await fetch(`${service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      article: { key: article },
      author: 'Minh',
      body: 'ĐỒ ÓC CHÓ, XEM https://bit.ly/a',
    }),
  });
  await service.command(['site', 'set', 'demo', 'captcha', 'on']);
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, errors } = await openPage(browser, { colorScheme, viewport: { width: 375, height: 800 } });
    const frame = await openFrame(page, service.url);
    await frame.focus('#body');
    await send(frame);
    await frame.waitForSelector('[aria-invalid]');
    const barriers = { demo: await findBarriers(page), frame: await findBarriers(frame) };
    const look = async (path: string) => {
      await page.goto(`${service.url}${path}`);
      return findBarriers(page);
    };
    const signIn = await look('/moderation/session/new');
    await page.fill('[name=name]', 'Minh');
    await page.fill('[name=password]', password);
    await page.keyboard.press('Enter');
    await arrive(page, '/moderation');
    const desk = [
      await look('/moderation'),
      await look('/moderation/decisions'),
      await look('/moderation/filter'),
      await look('/docs'),
    ];
    expect({ ...barriers, signIn, desk, errors }).toEqual({
      demo: [],
      frame: [],
      signIn: [],
      desk: [[], [], [], []],
      errors: [],
    });
  }
});
