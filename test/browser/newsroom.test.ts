import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, findBarriers, launchBrowser, openPage } from '../support/browser.ts';
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
  '/dau': 'Đường vào bản dạo này dễ đi hơn trước nhiều.',
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
  await arrive(page, '/moderation');
  await page.goto(service.url + path);
  return { page, errors };
}

async function reply(shown: Locator, text = answer): Promise<void> {
  await shown.locator('.reply > summary').click();
  await shown.getByLabel('Nội dung trả lời').fill(text);
}

const answer = 'Chào bạn, số liệu lấy từ Tổng cục Thống kê.';
const phone = { viewport: { width: 375, height: 667 } };

test.each<[string, string, BrowserContextOptions, [string, string]]>([
  ['with scripts', '/co', {}, ['Đã lưu.', 'Đã hoàn tác.']],
  [
    'without scripts, on a phone',
    '/khong',
    { javaScriptEnabled: false, ...phone },
    ['Bạn đã trả lời', 'Bạn đã gỡ câu trả lời'],
  ],
])(
  'the newsroom replies beside the list and takes it back, %s',
  async (_, article, options, [done, undone]) => {
    const id = await send(article);
    const { page, errors } = await openDesk(`/moderation?state=published&article=${article}`, options);
    await page.locator(`#r-${id} h3 a`).click();
    const shown = page.locator(`#c-${id}`);
    await reply(shown);
    await shown.getByRole('button', { name: 'Đăng trả lời' }).dblclick();
    const status = page.locator('#last [role=status]');
    await status.filter({ hasText: done }).waitFor();
    expect((await listed(article)).texts).toEqual([['Báo Mới', 'newsroom', answer]]);
    await page.locator('#last').getByRole('button', { name: 'Hoàn tác' }).click();
    await status.filter({ hasText: undone }).waitFor();
    expect((await listed(article)).texts).toEqual([]);
    expect(errors).toEqual([]);
  },
);

test('a reply has the badge of the newsroom on its page, and a way there right after it was published', async () => {
  const id = await send('/dau');
  const { page } = await openDesk(`/moderation/comments/${id}`, { javaScriptEnabled: false });
  const shown = page.locator(`#c-${id}`);
  await reply(shown);
  await shown.getByRole('button', { name: 'Đăng trả lời' }).click();
  await page.locator('#last').getByRole('link', { name: 'Xem câu trả lời' }).click();
  expect(await page.locator('.whole-one .body').textContent()).toBe(answer);
  expect(await page.locator('.top .badge').allTextContents()).toEqual(['Tòa soạn']);
});

test('a key opens the reply of the comment at hand, and what is typed is not taken for keys', async () => {
  const id = await send('/phim');
  const { page } = await openDesk('/moderation?state=published&article=/phim');
  await page.waitForSelector('[data-scripted]');
  await page.keyboard.press('t');
  await page.keyboard.type('tr ps');
  expect(await page.inputValue(`#reply-${id}`)).toBe('tr ps');
});

test('a comment is picked on its page and unpicked again', async () => {
  const id = await send('/chon');
  const { page } = await openDesk(`/moderation/comments/${id}`);
  const more = page.locator('.more > summary');
  await more.click();
  await page.getByRole('button', { name: 'Đưa lên ý kiến nổi bật' }).click();
  await page.locator('.top .badge').filter({ hasText: 'Ý kiến nổi bật' }).waitFor();
  expect((await listed('/chon')).picks).toEqual([id]);
  await more.click();
  await page.getByRole('button', { name: 'Bỏ khỏi ý kiến nổi bật' }).click();
  await expect.poll(() => page.locator('.top .badge').count()).toBe(0);
  expect((await listed('/chon')).picks).toEqual([]);
});

test('what is typed as a reply stays while a colleague takes the comment down', async () => {
  const id = await send('/go');
  const { page } = await openDesk('/moderation?state=published&article=/go');
  await page.waitForSelector('[data-scripted]');
  const shown = page.locator(`#c-${id}`);
  await reply(shown);
  const colleague = await openDesk(`/moderation/comments/${id}`);
  await colleague.page.getByRole('button', { name: 'Spam' }).click();
  await shown.locator('[data-told]').filter({ hasText: 'Những gì bạn đã gõ vẫn còn' }).waitFor();
  expect(await shown.getByLabel('Nội dung trả lời').inputValue()).toBe(answer);
});

test.each([
  ['light', '/sang'],
  ['dark', '/toi'],
] as const)('nothing bars anybody from replying, %s', async (colorScheme, article) => {
  const id = await send(article);
  for (const options of [{ colorScheme }, { colorScheme, ...phone }]) {
    const { page } = await openDesk(`/moderation/comments/${id}`, options);
    await reply(page.locator('.whole-one'), 'a'.repeat(2001));
    await page.getByRole('button', { name: 'Đăng trả lời' }).click();
    await page.locator('.mistake').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.goto(`${service.url}/moderation?state=published&article=${article}`);
    await page.locator(`#r-${id} h3 a`).click();
    await page.locator('.reply > summary').click();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  }
});
