import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive } from '../support/browser.ts';
import { type Desk, middleOf, settled, shown, shows, slowDown, startDesk, told } from '../support/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk?.stop());

const publish = '#pane .decide > button[value=publish]';
const pending = async () => (await desk.counts()).pending;
const undos = async () => (await desk.log()).filter(({ action }) => action === 'undo').length;
const undo = (page: Page) => page.locator('#last').getByRole('button', { name: 'Hoàn tác' });

test.each([
  [1280, 800],
  [900, 700],
  [375, 667],
] as const)(
  'at %i by %i the bar stays where it is after a decision, nothing covers it, and it is undone beside',
  async (width, height) => {
    const ids = await desk.fill(4);
    const before = await undos();
    const { page, errors } = await desk.open('/moderation', { viewport: { width, height } });
    await page.locator('#queue .row h3 a').first().click();
    const place = await middleOf(page, publish);
    await page.mouse.click(place.x, place.y);
    await shows(page, ids[1]);
    await expect.poll(() => told(page)).toContain('Đã đăng bình luận của Bạn đọc 1.');
    expect(await middleOf(page, publish)).toEqual(place);
    const covered = await page.evaluate(
      ({ x, y }) => !document.elementFromPoint(x, y)?.closest('.decide'),
      place,
    );
    expect(covered).toBe(false);
    await undo(page).click();
    await expect.poll(undos).toBe(before + 1);
    await shows(page, ids[0]);
    expect(errors).toEqual([]);
  },
);

test('a click where another comment has just come decides nothing, until the time for that has gone by', async () => {
  const ids = await desk.fill(4);
  const { page } = await desk.open();
  await page.clock.install();
  await page.reload();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  const { x, y } = await middleOf(page, publish);
  await page.mouse.click(x, y);
  await shows(page, ids[1]);
  await page.mouse.click(x, y);
  await page.mouse.click(x + 3, y);
  expect(await shown(page)).toBe(ids[1]);
  await page.clock.runFor(401);
  await page.mouse.click(x, y);
  await shows(page, ids[2]);
  await page.mouse.move(x - 60, y);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await shows(page, ids[3]);
  await expect.poll(pending).toBe(1);
});

test('a key or a button that is held decides one comment; the keys that only walk may be held', async () => {
  const ids = await desk.fill(4);
  const { page } = await desk.open();
  await slowDown(page, () => 100);
  for (let turn = 0; turn < 10; turn += 1) await page.keyboard.down('p');
  await page.keyboard.up('p');
  await settled(page);
  expect(await pending()).toBe(3);
  await page.locator(publish).focus();
  for (let turn = 0; turn < 10; turn += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await settled(page);
  expect(await pending()).toBe(2);
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.down('k');
  await page.keyboard.up('k');
  expect(await shown(page)).toBe(ids[0]);
});

test('decisions are sent in the order in which they were made, however slow the answers are', async () => {
  const ids = await desk.fill(4);
  const { page } = await desk.open();
  let delayMs = 900;
  await slowDown(page, () => {
    delayMs -= 300;
    return delayMs;
  });
  for (const [at, key] of ['p', 'x', 's'].entries()) {
    await shows(page, ids[at === 2 ? 1 : at]);
    await page.keyboard.press(key);
  }
  await shows(page, ids[2]);
  await page.keyboard.press('r');
  await page.keyboard.press('1');
  await expect.poll(pending).toBe(1);
  const made = (await desk.log()).slice(0, 3).map(({ action, comments }) => [action, comments[0]?.id]);
  expect(made).toEqual([
    ['reject', ids[2]],
    ['spam', ids[1]],
    ['publish', ids[0]],
  ]);
});

test('undo means the last that was decided, though it is still on its way, and reaches back over a reload', async () => {
  const ids = await desk.fill(5);
  const { page } = await desk.open();
  await page.keyboard.press('p');
  await shows(page, ids[1]);
  await page.keyboard.press('s');
  await expect.poll(pending).toBe(3);
  await slowDown(page, () => 400);
  await page.keyboard.press('r');
  await page.keyboard.press('r');
  await shows(page, ids[3]);
  await page.keyboard.press('z');
  await expect.poll(() => told(page)).toContain('Đã hoàn tác: 1 bình luận.');
  await shows(page, ids[2]);
  expect(await Promise.all(ids.slice(0, 3).map(desk.stateOf))).toEqual(['published', 'spam', 'pending']);
  await page.unroute('**/api/v1/decisions**');
  await page.reload();
  await page.waitForSelector('[data-scripted]');
  await page.keyboard.press('z');
  await expect.poll(() => desk.stateOf(ids[1])).toBe('pending');
  await shows(page, ids[1]);
  await page.keyboard.press('z');
  await expect.poll(() => desk.stateOf(ids[0])).toBe('pending');
  await shows(page, ids[0]);
});

test('who decided again since is told with what and when, and the comment can be opened', async () => {
  const [id = ''] = await desk.fill(2);
  const { page } = await desk.open();
  await page.keyboard.press('p');
  await expect.poll(() => desk.stateOf(id)).toBe('published');
  await desk.minhDecides('spam', id);
  await page.keyboard.press('z');
  await expect.poll(() => told(page)).toMatch(/^Minh đã đánh dấu bình luận này là spam, .*\d+:\d\d/);
  expect(await desk.stateOf(id)).toBe('spam');
  await page.locator('#last').getByRole('link', { name: 'Xem bình luận' }).click();
  await arrive(page, `/moderation/comments/${id}`);
});

test('a reason that is being typed stays where a colleague was faster', async () => {
  const [id = ''] = await desk.fill(2);
  const { page } = await desk.open();
  await page.keyboard.press('r');
  await page.locator(`#o-${id}`).fill('Không đúng chủ đề');
  await desk.minhDecides('spam', id);
  await page.locator(`#o-${id}`).press('Enter');
  await expect.poll(() => told(page)).toContain('Minh đã đánh dấu bình luận này là spam');
  await expect.poll(() => page.locator(`#r-${id} [data-mark]`).textContent()).toBe('Minh: Spam');
  await page.keyboard.press('k');
  await shows(page, id);
  expect(await page.inputValue(`#o-${id}`)).toBe('Không đúng chủ đề');
  expect(await desk.stateOf(id)).toBe('spam');
});

test('what could not be stored stays open with its reason, says so, and is sent again on request', async () => {
  const ids = await desk.fill(3);
  const { page } = await desk.open();
  await page.route('**/api/v1/decisions', (route) => route.abort());
  await page.keyboard.press('r');
  await page.locator(`#o-${ids[0]}`).fill('Lạc đề');
  await page.locator(`#o-${ids[0]}`).press('Enter');
  await shows(page, ids[1]);
  await page.keyboard.press('p');
  await expect.poll(() => told(page)).toContain('2 quyết định còn ở đây');
  expect(await page.locator('.row.is-done').count()).toBe(0);
  expect(await page.locator(`#r-${ids[0]} [data-mark]`).textContent()).toBe('Chưa lưu');
  expect(await pending()).toBe(3);
  await page.unroute('**/api/v1/decisions');
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await expect.poll(pending).toBe(1);
  expect(await desk.stateOf(ids[0])).toBe('rejected');
  expect(await desk.stateOf(ids[1])).toBe('published');
});

test('where an answer was lost, what is sent again is no conflict, and can be undone', async () => {
  const ids = await desk.fill(2);
  const { page } = await desk.open();
  await page.route('**/api/v1/decisions', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press('s');
  await expect.poll(() => told(page)).toContain('1 quyết định còn ở đây');
  expect(await desk.stateOf(ids[0])).toBe('spam');
  await page.unroute('**/api/v1/decisions');
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await expect.poll(() => told(page)).toContain('Đã đánh dấu spam bình luận của Bạn đọc 1.');
  await page.keyboard.press('z');
  await expect.poll(() => desk.stateOf(ids[0])).toBe('pending');
});

test('a key decides what is ticked only where the comment in view is ticked too', async () => {
  const ids = await desk.fill(3);
  const { page } = await desk.open();
  await page.locator(`#r-${ids[1]} .tick input`).check();
  await page.keyboard.press('p');
  await expect.poll(pending).toBe(2);
  expect(await desk.stateOf(ids[0])).toBe('published');
  await shows(page, ids[1]);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('s');
  await expect.poll(pending).toBe(0);
});

test('more than is on the screen is decided by a key only once that is confirmed', async () => {
  await desk.fill(20);
  const { page } = await desk.open();
  await page.keyboard.press('X');
  await page.keyboard.press('p');
  await page.waitForSelector('#sure');
  expect(await page.textContent('#sure-title')).toContain('20 bình luận');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sure', { state: 'detached' });
  expect(await pending()).toBe(20);
  await page.keyboard.press('p');
  await page.locator('#sure').getByRole('button', { name: 'Đã đăng' }).click();
  await expect.poll(pending).toBe(0);
});

test('the bar for many can be used again and again', async () => {
  const ids = await desk.fill(4);
  const { page } = await desk.open();
  for (const [pair, value] of [
    [ids.slice(0, 2), 'spam'],
    [ids.slice(2), 'publish'],
  ] as const) {
    for (const id of pair) await page.locator(`#r-${id} .tick input`).check();
    await page.locator(`#bulk [value=${value}]`).click();
    await settled(page);
  }
  await expect.poll(pending).toBe(0);
  expect(await Promise.all(ids.map(desk.stateOf))).toEqual(['spam', 'spam', 'published', 'published']);
});
