import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrive, findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
const password = 'mật khẩu rất dài';
const desk = { width: 1280, height: 800 };
const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['pace', 'off'],
  ] as const) {
    await service.command(['site', 'set', 'demo', name, value]);
  }
  await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], `${password}\n`);
  for (let number = 1; number <= 50; number += 1) await send(number);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function send(number: number) {
  const words = ['ngu như bò', 'xem http://mua.example ngay', 'đường xấu quá', 'cảm ơn tòa soạn'][number % 4];
  await fetch(`${service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      article: { key: `/bai-${number % 3}`, title: `Con đường qua đèo, bài ${number % 3}` },
      author: `Bạn đọc ${number}`,
      body: `Ý kiến thứ ${number}: ${words}. ${'Tôi đi qua đây mỗi ngày và thấy rõ. '.repeat(number % 15)}`,
    }),
  });
}

async function openDesk(options: BrowserContextOptions) {
  const { page, errors } = await openPage(browser, options);
  await page.goto(`${service.url}/moderation/session/new`);
  await page.fill('[name=name]', 'Lan');
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
  await arrive(page, '/moderation');
  return { page, errors };
}

/** How many rows are whole in the list's window, and whether the page itself scrolls, down or aside. */
const sight = (page: Page) =>
  page.evaluate(() => {
    const end = document.querySelector('.rows')?.getBoundingClientRect().bottom ?? 0;
    const rows = [...document.querySelectorAll('.rows > .row')];
    const { scrollHeight, scrollWidth } = document.documentElement;
    return {
      rows: rows.filter((row) => row.getBoundingClientRect().bottom <= end).length,
      scrolls: scrollHeight > innerHeight || scrollWidth > innerWidth,
    };
  });

const boxOf = (page: Page, selector: string) => page.locator(selector).first().boundingBox();

describe.each(['with', 'without'])('%s a script', (how) => {
  const javaScriptEnabled = how === 'with';

  test('eight rows and a whole comment are in sight, the decision bar stands still, the page never scrolls', async () => {
    const { page, errors } = await openDesk({ viewport: desk, javaScriptEnabled });
    const places: unknown[] = [];
    for (const at of [0, 1, 12]) {
      const id = await page.locator('#queue .row').nth(at).getAttribute('data-id');
      await page.goto(`${service.url}/moderation?here=${id}`);
      const { rows, scrolls } = await sight(page);
      expect([rows >= 8, scrolls]).toEqual([true, false]);
      expect(await page.locator(`#c-${id} .body`).isVisible()).toBe(true);
      places.push(await boxOf(page, '#pane button.publish'));
    }
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1);
    expect(errors).toEqual([]);
  });

  test('a phone shows five rows, and a comment with its bar under the thumb', async () => {
    const { page } = await openDesk({ ...phone, javaScriptEnabled });
    const { rows, scrolls } = await sight(page);
    expect([rows >= 5, scrolls]).toEqual([true, false]);
    await page.goto(
      `${service.url}/moderation/comments/${await page.getAttribute('#queue .row', 'data-id')}`,
    );
    const boxes = await Promise.all(
      ['.decide .publish', '.decide summary.reject', '.decide .spam'].map((name) => boxOf(page, name)),
    );
    for (const box of boxes) {
      expect(box?.height).toBeGreaterThanOrEqual(48);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(740 - 24);
    }
    expect((await sight(page)).scrolls).toBe(false);
  });
});

const paths = [
  '/moderation',
  '/moderation?state=rejected&q=khong+co',
  '/moderation/bulk?state=pending',
  '/moderation/log',
  '/moderation/blocks',
  '/moderation/views?asked=q%3Dbai',
  '/moderation/filter',
  '/moderation/statistics',
  '/moderation/sites',
  '/moderation/moderators',
  '/moderation/articles',
  '/moderation/account',
  '/moderation/keys',
];

/** A view, and a sender who is blocked, held and noted, so that their pages have something to show. */
async function leaveTraces(page: Page, id: string) {
  await page.evaluate(
    async ([path, view]) => {
      const send = (to: string, fields: Record<string, string>) =>
        fetch(to, { method: 'POST', body: new URLSearchParams({ from: 'comment', ...fields }) });
      await send(`${path}/block`, { hours: '24' });
      await send(`${path}/hold`, { do: 'hold', reason: 'Hay dán liên kết' });
      await send(`${path}/notes`, { note: 'Đã gọi hỏi' });
      await send('/moderation/views', { name: view ?? '', asked: 'rule=links' });
    },
    [`/moderation/comments/${id}`, `Có liên kết ${Math.random()}`],
  );
}

describe.each([
  ['light', 'vi', 'none', 'any'],
  ['light', 'en', 'none', 'any'],
  ['dark', 'en', 'none', 'colours'],
  ['light', 'vi', 'active', 'colours'],
] as const)('%s, in %s, with forced colours %s', (colorScheme, language, forcedColors, what) => {
  test(`axe finds nothing on any page of the desk, of ${what}`, async () => {
    const options = { viewport: desk, colorScheme, forcedColors, locale: language };
    const stranger = (await openPage(browser, options)).page;
    await stranger.goto(`${service.url}/moderation/session/new`);
    expect(await stranger.getAttribute('html', 'lang')).toBe(language);
    expect(await findBarriers(stranger, what)).toEqual([]);
    const { page } = await openDesk(options);
    await page.evaluate(
      (chosen) =>
        fetch('/moderation/language', { method: 'POST', body: new URLSearchParams({ language: chosen }) }),
      language,
    );
    const id = await page.getAttribute('#queue .row', 'data-id');
    await leaveTraces(page, id ?? '');
    const comment = `/moderation/comments/${id}`;
    await page.goto(service.url + comment);
    const sender = (await page.getAttribute('a[data-history]', 'href')) ?? '';
    for (const path of [...paths, comment, sender]) {
      await page.goto(service.url + path);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect([path, await findBarriers(page, what)]).toEqual([path, []]);
    }
  });
});

test('the first view of a full page of the queue, with all that it needs, is below 45 kB once compressed', async () => {
  const { page } = await openDesk({ viewport: desk });
  const loaded: Promise<Buffer>[] = [];
  const needed = ['document', 'stylesheet', 'script', 'image', 'font'];
  page.on('response', (answer) => {
    if (needed.includes(answer.request().resourceType())) loaded.push(answer.body());
  });
  await page.goto(`${service.url}/moderation`, { waitUntil: 'load' });
  expect(await page.locator('#queue .row').count()).toBe(50);
  const sizes = (await Promise.all(loaded)).map((body) => gzipSync(body).length);
  expect(sizes.length).toBeGreaterThanOrEqual(4);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(45_000);
});
