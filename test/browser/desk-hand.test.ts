import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let service: ServiceProcess;
let token: string;
const password = 'mật khẩu rất dài';
const sizes = [
  [1280, 800],
  [1440, 900],
  [1920, 1080],
  [1024, 768],
  [375, 667],
] as const;

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
interface Logged {
  action: string;
  comments: { id: string }[];
}

const log = async (): Promise<Logged[]> => (await asMinh('GET', '/api/v1/decisions?limit=50')).decisions;
const undos = async () => (await log()).filter(({ action }) => action === 'undo').length;
const stateOf = async (id: string) => {
  const { comments } = await asMinh('GET', `/api/v1/queue/changes?since=2020-01-01T00:00:00Z&ids=${id}`);
  return comments[0].state;
};

/** A queue of its own: everything that waited is gone, and so many new ones wait. */
async function fill(count: number): Promise<string[]> {
  const { comments } = await asMinh('GET', '/api/v1/queue?limit=100');
  const left = comments.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  if (left.length > 0) await asMinh('POST', '/api/v1/decisions', { action: 'spam', comments: left });
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const answer = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        article: { key: '/bai' },
        author: `Bạn đọc ${number}`,
        body: `Ý kiến ${'abcdefghijklmnop'[number]}${number} về ${crypto.randomUUID()}.`,
      }),
    });
    ids.push((await answer.json()).id);
  }
  return ids;
}

async function openDesk(options: BrowserContextOptions = {}) {
  const { page, errors } = await openPage(browser, options);
  await page.goto(`${service.url}/moderation/session/new`);
  await page.fill('[name=name]', 'Lan');
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/moderation$/);
  return { page, errors };
}

/** Answers to decisions come late, in whatever order they were asked. */
async function slowDown(page: Page, delayMs: number): Promise<void> {
  await page.route('**/api/v1/decisions**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route.continue();
  });
}

/** The buttons of cards that can be seen beside the bars of the page, and that something covers. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const top = document.querySelector('#bulk')?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector('#last')?.getBoundingClientRect().top ?? innerHeight;
    return [...document.querySelectorAll('.card .decision .button')]
      .map((button) => ({ button, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.top >= top && box.bottom <= bottom)
      .filter(({ button, box: { x, y, width, height } }) =>
        [0.05, 0.5, 0.95].some((share) => {
          const found = document.elementFromPoint(x + width * share, y + height * share);
          return !button.contains(found);
        }),
      )
      .map(({ button }) => button.textContent);
  });

async function placeOf(page: Page, selector: string) {
  const found = page.locator(selector).first();
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await found.boundingBox();
  if (!box) throw new Error(`nothing to be seen of ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const settled = (page: Page) => expect.poll(() => page.locator('[aria-busy]').count()).toBe(0);
const told = (page: Page) => page.locator('#last [role=status]').textContent();

test.each(sizes)(
  'at %i by %i, nothing covers a button after a decision, and a second click there undoes nothing',
  async (width, height) => {
    const ids = await fill(6);
    const before = await undos();
    const { page, errors } = await openDesk({ viewport: { width, height } });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const reject = await placeOf(page, `#c-${ids[1]} .button.reject`);
    await page.mouse.click(reject.x, reject.y);
    await expect.poll(() => told(page)).toContain('Từ chối: 1 bình luận.');
    await settled(page);
    expect(await covered(page)).toEqual([]);
    const bar = await page.locator('#last').boundingBox();
    expect(bar?.height).toBeLessThan(height / 8);
    const focused = await page.locator('.card:focus').boundingBox();
    expect((focused?.y ?? 0) + Math.min(focused?.height ?? 0, 1)).toBeLessThan(bar?.y ?? 0);
    await page.mouse.click(reject.x, reject.y);
    await page.mouse.click(reject.x, reject.y, { clickCount: 2 });
    await settled(page);
    expect(await undos()).toBe(before);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(undos).toBe(before + 1);
    expect(errors).toEqual([]);
  },
);

test.each([
  ['a double click', 0, 2],
  ['a triple click', 0, 3],
  ['a double click while answers are slow', 300, 2],
  ['a triple click while answers are slow', 300, 3],
] as const)('%s decides one comment, and not the next unseen', async (_, delayMs, clicks) => {
  const ids = await fill(4);
  const { page, errors } = await openDesk();
  await slowDown(page, delayMs);
  const { x, y } = await placeOf(page, `#c-${ids[0]} .button.publish`);
  await page.mouse.click(x, y, { clickCount: clicks });
  await settled(page);
  expect((await counts()).pending).toBe(3);
  expect(await stateOf(ids[0] ?? '')).toBe('published');
  expect(errors).toEqual([]);
});

test('a click where something has just moved decides nothing, until the time for that has gone by', async () => {
  const ids = await fill(4);
  const { page } = await openDesk();
  await page.clock.install();
  await page.reload();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  const { x, y } = await placeOf(page, `#c-${ids[0]} .button.publish`);
  await page.mouse.click(x, y);
  await expect.poll(async () => (await counts()).pending).toBe(3);
  await expect.poll(() => page.locator(`#c-${ids[0]}`).count()).toBe(0);
  const clickHere = () =>
    page.evaluate(
      ([x, y]) => {
        const at = { clientX: x, clientY: y, detail: 1, bubbles: true, cancelable: true };
        document.querySelector('.card .button.publish')?.dispatchEvent(new MouseEvent('click', at));
      },
      [x, y] as const,
    );
  await clickHere();
  await settled(page);
  expect((await counts()).pending).toBe(3);
  await page.clock.runFor(401);
  await clickHere();
  await expect.poll(async () => (await counts()).pending).toBe(2);
});

test('the click after the one that opened the next comment decides nothing there', async () => {
  await fill(3);
  const { page } = await openDesk();
  await page.getByRole('button', { name: 'Lấy bình luận tiếp theo' }).click();
  await page.waitForURL(/\/moderation\/comments\//);
  const first = page.url();
  const { x, y } = await placeOf(page, '.button.publish');
  await page.mouse.click(x, y);
  await page.waitForURL((url) => url.href !== first);
  await page.mouse.click(x, y);
  await page.waitForTimeout(100);
  expect((await counts()).pending).toBe(2);
});

test('a key or a button that is held decides one comment', async () => {
  await fill(4);
  const { page } = await openDesk();
  await slowDown(page, 100);
  await page.keyboard.press('j');
  for (let turn = 0; turn < 10; turn += 1) await page.keyboard.down('p');
  await page.keyboard.up('p');
  await settled(page);
  expect((await counts()).pending).toBe(3);
  await page.locator('.card .button.publish').first().focus();
  for (let turn = 0; turn < 10; turn += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await settled(page);
  expect((await counts()).pending).toBe(2);
});

test('many are decided by a key only once their number is confirmed', async () => {
  await fill(5);
  const { page } = await openDesk();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    if (asked.length === 1) dialog.dismiss();
    else dialog.accept();
  });
  await page.keyboard.press('j');
  await page.keyboard.press('X');
  await page.keyboard.press('p');
  expect((await counts()).pending).toBe(5);
  await page.keyboard.press('p');
  await expect.poll(async () => (await counts()).pending).toBe(0);
  expect(asked).toEqual(['Đăng 5 bình luận đã chọn?', 'Đăng 5 bình luận đã chọn?']);
});

test('decisions are sent in the order in which they were made, however slow the answers are', async () => {
  const ids = await fill(4);
  const { page } = await openDesk();
  let delayMs = 900;
  await page.route('**/api/v1/decisions', async (route) => {
    delayMs -= 300;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route.continue();
  });
  await page.keyboard.press('j');
  for (const key of ['p', 'r', 's']) await page.keyboard.press(key);
  await expect.poll(async () => (await counts()).pending).toBe(1);
  const made = (await log()).slice(0, 3).map(({ action, comments }) => [action, comments[0]?.id]);
  expect(made).toEqual([
    ['spam', ids[2]],
    ['reject', ids[1]],
    ['publish', ids[0]],
  ]);
});

test('undo means the last that was decided, though it is still on its way, and reaches back step by step', async () => {
  const ids = await fill(5);
  const { page } = await openDesk();
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect.poll(async () => (await counts()).pending).toBe(4);
  await page.keyboard.press('s');
  await expect.poll(async () => (await counts()).pending).toBe(3);
  await slowDown(page, 400);
  await page.keyboard.press('r');
  await page.keyboard.press('z');
  await expect.poll(() => told(page)).toContain('Đã hoàn tác: 1 bình luận.');
  expect(await Promise.all(ids.slice(0, 3).map(stateOf))).toEqual(['published', 'spam', 'pending']);
  await page.unroute('**/api/v1/decisions**');
  await page.reload();
  await page.keyboard.press('z');
  await expect.poll(() => stateOf(ids[1] ?? '')).toBe('pending');
  await page.waitForURL(/decided=/);
  await page.waitForSelector(`#c-${ids[1]}`);
  await page.keyboard.press('z');
  await expect.poll(() => stateOf(ids[0] ?? '')).toBe('pending');
});

test('who decided again since is told with what and when, and the comment can be opened', async () => {
  const [id = ''] = await fill(2);
  const { page } = await openDesk();
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect.poll(() => stateOf(id)).toBe('published');
  await asMinh('POST', '/api/v1/decisions', { action: 'spam', comments: [{ id, version: 2 }] });
  await page.keyboard.press('z');
  await expect.poll(() => told(page)).toMatch(/^Minh đã đánh dấu bình luận này là spam, .*\d+:\d\d/);
  expect(await stateOf(id)).toBe('spam');
  await page.locator('#last').getByRole('link', { name: 'Xem bình luận' }).click();
  await page.waitForURL((url) => url.pathname === `/moderation/comments/${id}`);
});

test('a reason that is being typed stays where a colleague was faster', async () => {
  const [id = ''] = await fill(2);
  const { page } = await openDesk();
  await page.locator(`#reason-${id}`).fill('Không đúng chủ đề');
  await asMinh('POST', '/api/v1/decisions', { action: 'spam', comments: [{ id, version: 1 }] });
  await page.locator(`#c-${id} .button.reject`).nth(0).click();
  await expect.poll(() => told(page)).toContain('Minh đã đánh dấu bình luận này là spam');
  await page.waitForSelector(`#c-${id}.is-gone`);
  expect(await page.inputValue(`#reason-${id}`)).toBe('Không đúng chủ đề');
  await page.locator(`#reason-${id}`).press('Enter');
  expect(await stateOf(id)).toBe('spam');
});
