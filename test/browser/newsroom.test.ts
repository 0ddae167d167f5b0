import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
const password = 'mật khẩu rất dài';

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['pace', 'off'],
    ['moderation', 'publish-clean'],
    ['newsroom-name', 'Báo Mới'],
  ] as const) {
    await service.command(['site', 'set', 'demo', name, value]);
  }
  const roles = ['--role', 'moderator', '--site', 'demo'];
  await service.command(['moderator', 'add', 'Lan', ...roles], `${password}\n`);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** So far from each other that none is held as a repetition. */
const texts: Record<string, string> = {
  '/co': 'Cho tôi hỏi nguồn của số liệu ở đoạn hai?',
  '/khong': 'Bài viết rất hay, cảm ơn tác giả nhiều lắm.',
  '/phim': 'Mong tòa soạn viết thêm về vùng cao phía Bắc.',
  '/chon': 'Quê tôi cũng trồng loại chè này từ lâu rồi.',
  '/go': 'Ảnh thứ ba hình như chụp ở Hà Giang.',
  '/sang': 'Xe buýt tuyến này mỗi sáng đều rất đông khách.',
  '/toi': 'Ước gì thư viện mở cửa đến chín giờ đêm.',
};

async function send(article: string): Promise<string> {
  const answer = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      article: { key: article },
      author: 'Thu Hà',
      body: texts[article],
    }),
  });
  const { id, state } = await answer.json();
  expect(state).toBe('published');
  return id;
}

async function listed(article: string) {
  const answer = await fetch(`${service.url}/api/v1/sites/demo/comments?article=${article}`);
  const { comments, picks } = await answer.json();
  return {
    texts: comments.map(({ author, body, badge }: Record<string, string>) => [author, badge, body]).slice(1),
    picks: picks.map(({ id }: { id: string }) => id),
  };
}

async function openDesk(path: string, options: BrowserContextOptions = {}) {
  const { page, errors } = await openPage(browser, options);
  await page.goto(`${service.url}/moderation/session/new`);
  await page.fill('[name=name]', 'Lan');
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/moderation$/);
  await page.goto(service.url + path);
  return { page, errors };
}

const answer = 'Chào bạn, số liệu lấy từ Tổng cục Thống kê.';
const phone = { viewport: { width: 375, height: 667 } };

test.each([
  ['with scripts', '/co', {}],
  ['without scripts, on a phone', '/khong', { javaScriptEnabled: false, ...phone }],
])('the newsroom replies from a card and takes it back, %s', async (_, article, options) => {
  const id = await send(article);
  const { page, errors } = await openDesk(`/moderation?state=published&article=${article}`, options);
  const card = page.locator(`#c-${id}`);
  await card.getByText('Trả lời bạn đọc').click();
  await card.getByLabel('Nội dung trả lời').fill(answer);
  await card.getByRole('button', { name: 'Đăng trả lời' }).dblclick();
  await page.getByText('Bạn đã trả lời').waitFor();
  expect((await listed(article)).texts).toEqual([['Báo Mới', 'newsroom', answer]]);
  expect(await page.locator('h2 .badge').allTextContents()).toEqual(['Tòa soạn']);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Bạn đã gỡ câu trả lời').waitFor();
  expect((await listed(article)).texts).toEqual([]);
  expect(errors).toEqual([]);
});

test('a key opens the reply of the card at hand, and what is typed is not taken for keys', async () => {
  const id = await send('/phim');
  const { page } = await openDesk('/moderation?state=published&article=/phim');
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await page.keyboard.type('tr ps');
  expect(await page.inputValue(`#reply-${id}`)).toBe('tr ps');
});

test('a comment is picked on its page and unpicked again', async () => {
  const id = await send('/chon');
  const { page } = await openDesk(`/moderation/comments/${id}`);
  await page.getByRole('button', { name: 'Đưa lên ý kiến nổi bật' }).click();
  await page.getByText('Bạn đã đưa').waitFor();
  expect((await listed('/chon')).picks).toEqual([id]);
  await page.getByRole('button', { name: 'Bỏ khỏi ý kiến nổi bật' }).click();
  await page.getByText('Bạn đã bỏ').waitFor();
  expect((await listed('/chon')).picks).toEqual([]);
});

test('what is typed as a reply stays while a colleague takes the comment down', async () => {
  const id = await send('/go');
  const { page } = await openDesk('/moderation?state=published&article=/go');
  const card = page.locator(`#c-${id}`);
  await card.getByText('Trả lời bạn đọc').click();
  await card.getByLabel('Nội dung trả lời').fill(answer);
  const colleague = await openDesk(`/moderation/comments/${id}`);
  await colleague.page.getByRole('button', { name: 'Spam' }).click();
  await colleague.page.waitForURL(/decided=/);
  await card.locator('.gone').filter({ hasText: 'Những gì bạn đã gõ vẫn còn' }).waitFor();
  expect(await card.getByLabel('Nội dung trả lời').inputValue()).toBe(answer);
});

test.each([
  ['light', '/sang'],
  ['dark', '/toi'],
] as const)('nothing bars anybody from replying, %s', async (colorScheme, article) => {
  const id = await send(article);
  for (const options of [{ colorScheme }, { colorScheme, ...phone }]) {
    const { page } = await openDesk(`/moderation/comments/${id}`, options);
    await page.getByLabel('Nội dung trả lời').fill('a'.repeat(2001));
    await page.getByRole('button', { name: 'Đăng trả lời' }).click();
    await page.locator('.mistake').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.goto(`${service.url}/moderation?state=published&article=${article}`);
    await page.getByText('Trả lời bạn đọc').first().click();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  }
});
