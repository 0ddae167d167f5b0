import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, launchBrowser, openContext, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
/** Ids by author: a comment with five answers, one of them to an answer; and another. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const [setting, value] of [
    ['pace', 'off'],
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
  ])
    await service.command(['site', 'set', 'demo', setting ?? '', value ?? '']);
  await say('An');
  await say('Bình', 'An');
  await say('Chi', 'Bình');
  for (const author of ['Dũng', 'Giang', 'Hà']) await say(author, 'An');
  await say('Khánh');
  await service.command(['site', 'set', 'demo', 'moderation', 'hold-all']);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function say(author: string, parent?: string): Promise<void> {
  const answer = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      article: { key: '/bai' },
      author,
      body: `${author} nghĩ thế này về bài viết.`,
      parentId: ids[parent ?? ''],
    }),
  });
  ids[author] = (await answer.json()).id;
}

const frame = (more = '') => `${service.url}/embed/demo?article=/bai${more}`;
const comment = (page: Page, author: string) => page.locator(`#c-${ids[author]}`);
const authors = (page: Page) => page.locator('.thread .comment[id] .who').allTextContents();

async function answer(page: Page, author: string, text: string): Promise<void> {
  await comment(page, author).locator('[data-do=reply]').click();
  await page.fill('#r-body', text);
  await page.fill('#r-author', 'Lan Anh');
  await page.locator('#tra-loi .main').click();
}

test.each([true, false])('an answer is written under what it answers (scripts: %s)', async (scripted) => {
  const { page, errors } = await openPage(browser, { javaScriptEnabled: scripted });
  await page.goto(frame());
  expect(await authors(page)).toEqual(['An', 'Bình', 'Chi', 'Dũng', 'Khánh']);
  const top = () =>
    comment(page, 'Bình').evaluate((element) => element.getBoundingClientRect().top + scrollY);
  const before = await top();
  await answer(page, 'Bình', `Tôi trả lời Bình, ${scripted}.`);
  const own = page.locator('.branch .own');
  await own.waitFor();
  expect(await own.textContent()).toContain('chỉ bạn thấy');
  expect(await page.locator('#binh-luan-status').textContent()).toContain('đang chờ duyệt');
  if (scripted) expect(await top()).toBe(before);
  expect(await page.locator('#tra-loi').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('the field of an answer is right under its link, and has the focus', async () => {
  const { page } = await openPage(browser, { viewport: { width: 375, height: 800 } });
  await page.goto(frame());
  const link = comment(page, 'An').locator('[data-do=reply]');
  await link.click();
  await page.waitForSelector('#tra-loi');
  // At one moment, since the page scrolls to the field.
  const away = await page.evaluate(() => {
    const form = document.querySelector('#tra-loi');
    const link = form?.parentElement?.querySelector('[data-do=reply]');
    return (form?.getBoundingClientRect().top ?? 0) - (link?.getBoundingClientRect().bottom ?? 0);
  });
  expect([away >= 0, away < 10]).toEqual([true, true]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('r-body');
  expect(await page.locator('#tra-loi h5').textContent()).toBe('Trả lời An');
  await page.getByRole('link', { name: 'Hủy' }).click();
  await expect.poll(() => page.locator('#tra-loi').count()).toBe(0);
});

test('an answer that was being written stays one after a reload', async () => {
  const { page } = await openPage(browser);
  await page.goto(frame());
  await comment(page, 'Chi').locator('[data-do=reply]').click();
  await page.fill('#r-body', 'Viết dở');
  await page.reload();
  await page.waitForSelector('#tra-loi');
  expect(await page.inputValue('#r-body')).toBe('Viết dở');
  expect(await page.inputValue('#tra-loi [name=parent]')).toBe(ids.Chi);
  expect(await page.inputValue('#body')).toBe('');
});

test.each([true, false])('the rest of a branch is read where it is (scripts: %s)', async (scripted) => {
  const { page } = await openPage(browser, { javaScriptEnabled: scripted });
  await page.goto(frame());
  await page.getByRole('link', { name: 'Xem 2 trả lời khác' }).click();
  await comment(page, 'Hà').waitFor();
  expect((await authors(page)).filter((name) => name !== 'Khánh')).toEqual([
    'An',
    'Bình',
    'Chi',
    'Dũng',
    'Giang',
    'Hà',
  ]);
  expect(await comment(page, 'Chi').locator('.to').textContent()).toBe('@Bình');
});

test('a tap likes, another takes it back, and a reload shows it', async () => {
  const { page, errors } = await openPage(browser);
  await page.goto(frame());
  const button = comment(page, 'Khánh').locator('[data-do=like]');
  const count = button.locator('.n');
  await button.click();
  await expect.poll(() => count.textContent()).toBe('1');
  await expect
    .poll(
      async () =>
        (await (await fetch(`${service.url}/api/v1/sites/demo/comments/${ids.Khánh}`)).json()).likes,
    )
    .toBe(1);
  await page.reload();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  expect(await count.textContent()).toBe('1');
  await button.click();
  await expect.poll(() => count.textContent()).toBe('');
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  expect(errors).toEqual([]);
});

test('a like is its reader’s though they leave before it is answered', async () => {
  const { page, errors } = await openPage(browser);
  const { promise: taken, resolve: take } = Promise.withResolvers<void>();
  await page.route('**/like', async (route) => {
    await route.fetch();
    take();
  });
  await page.goto(frame());
  const button = comment(page, 'Bình').locator('[data-do=like]');
  await button.click();
  await taken;
  await page.reload();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  expect(await button.locator('.n').textContent()).toBe('1');
  expect(errors).toEqual([]);
});

test('a like that is not taken is taken back, and that is said', async () => {
  const { page } = await openPage(browser);
  await page.goto(frame());
  await page.route('**/like', (route) => route.fulfill({ status: 429, json: { detail: 'Vui lòng đợi.' } }));
  const button = comment(page, 'Dũng').locator('[data-do=like]');
  await button.click();
  await expect
    .poll(() => comment(page, 'Dũng').locator('[data-trouble]').textContent())
    .toBe('Vui lòng đợi.');
  expect([await button.getAttribute('aria-pressed'), await button.locator('.n').textContent()]).toEqual([
    'false',
    '',
  ]);
});

test('without JavaScript a comment is liked, and no more', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(frame());
  const button = comment(page, 'An').locator('button');
  await button.click();
  expect([await button.getAttribute('aria-pressed'), await button.locator('.n').textContent()]).toEqual([
    'true',
    '1',
  ]);
  await button.click();
  expect([await button.getAttribute('aria-pressed'), await button.locator('.n').textContent()]).toEqual([
    'false',
    '',
  ]);
});

test.each([true, false])(
  'a report is written under its comment, and thanked for there (scripts: %s)',
  async (scripted) => {
    const { page, errors } = await openPage(browser, { javaScriptEnabled: scripted });
    await page.goto(frame());
    const place = comment(page, 'Dũng');
    await place.locator('summary').click();
    await place.getByRole('link', { name: 'Báo cáo vi phạm' }).click();
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.waitForSelector('fieldset[aria-invalid]');
    expect(await page.locator('#bao-cao .mistake').first().textContent()).toContain(
      'Vui lòng chọn một lý do.',
    );
    if (scripted) expect(await findBarriers(page)).toEqual([]);
    await page.check('[value=spam]');
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await place.locator('#da-bao').waitFor();
    expect(errors).toEqual([]);
  },
);

test('a link to a comment is copied, and leads to it wherever it is', async () => {
  const context = await openContext(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(frame());
  const share = comment(page, 'Khánh').locator('.acts > .share');
  const before = await share.innerHTML();
  await share.click();
  await expect
    .poll(() => comment(page, 'Khánh').locator('.acts > .share').textContent())
    .toBe('Đã chép liên kết');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`comment=${ids.Khánh}#c-${ids.Khánh}`);
  await expect.poll(() => share.innerHTML()).toBe(before);
  await page.goto(frame(`&comment=${ids.Hà}`));
  await expect.poll(() => comment(page, 'Hà').getAttribute('data-shown')).toBe('');
  expect(await comment(page, 'Hà').boundingBox()).toMatchObject({ x: expect.any(Number) });
  expect((await authors(page)).filter((name) => name === 'An')).toHaveLength(1);
});

test('another order is shown in place, also to what is sent from then on', async () => {
  const { page, errors } = await openPage(browser);
  await page.goto(frame());
  await page.getByRole('link', { name: 'Mới nhất' }).click();
  await expect.poll(async () => (await authors(page))[0]).toBe('Khánh');
  expect(await page.locator('.tabs [aria-current]').textContent()).toBe('Mới nhất');
  expect(await page.inputValue('#gui-binh-luan [name=sort]')).toBe('newest');
  expect(errors).toEqual([]);
});
