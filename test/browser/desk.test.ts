import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { arrive, findBarriers } from '../support/browser.ts';
import { type Desk, shown, shows, startDesk, told } from '../support/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk?.stop());

const pending = async () => (await desk.counts()).pending;
const here = (page: Page) => page.evaluate(() => new URLSearchParams(location.search).get('here'));

test('a row that is chosen is shown whole beside the list, and the address follows', async () => {
  const ids = await desk.fill(4);
  const { page, errors } = await desk.open();
  await shows(page, ids[0]);
  await page.locator(`#r-${ids[2]} h3 a`).click();
  await shows(page, ids[2]);
  expect(await here(page)).toBe(ids[2]);
  expect(await page.locator('.row.is-here').getAttribute('data-id')).toBe(ids[2]);
  await page.keyboard.press('k');
  await shows(page, ids[1]);
  expect(await page.textContent('#pane [data-place]')).toBe('2/4');
  await page.locator('#pane [data-open]').evaluate((link: HTMLElement) => link.click());
  await arrive(page, `/moderation/comments/${ids[1]}`);
  await page.goBack();
  await page.waitForSelector('[data-scripted]');
  await shows(page, ids[1]);
  expect(errors).toEqual([]);
});

test('on a phone a comment covers the screen until Back, and the one after a decision takes its place', async () => {
  const ids = await desk.fill(3);
  const { page } = await desk.open('/moderation', { viewport: { width: 375, height: 740 } });
  const covers = () => page.locator('#pane').isVisible();
  expect(await covers()).toBe(false);
  await page.locator(`#r-${ids[0]} h3 a`).click();
  expect(await covers()).toBe(true);
  await page.keyboard.press('p');
  await shows(page, ids[1]);
  expect([await covers(), await here(page)]).toEqual([true, ids[1]]);
  await page.goBack();
  await expect.poll(covers).toBe(false);
  expect(await here(page)).toBe(null);
  await page.locator(`#r-${ids[2]} h3 a`).click();
  await page.locator('#pane .back').click();
  await expect.poll(covers).toBe(false);
});

test('what a colleague decides turns grey by itself, what comes is announced, and the tabs and the title count', async () => {
  const ids = await desk.fill(3);
  const { page, errors } = await desk.open();
  await desk.minhDecides('reject', ids[1]);
  await desk.send(3, 'Mới đến');
  await expect.poll(() => page.locator(`#r-${ids[1]} [data-mark]`).textContent()).toBe('Minh: Đã từ chối');
  expect(await page.locator('#queue .row').count()).toBe(3);
  await expect.poll(() => page.textContent('#newer')).toBe('3 bình luận mới');
  expect(await page.textContent('[data-count=pending]')).toBe('5');
  expect(await page.title()).toMatch(/^\(5\) /);
  await page.keyboard.press('j');
  await shows(page, ids[1]);
  expect(await page.textContent('#pane [data-told]')).toContain('Minh đã xử lý: Đã từ chối');
  await page.keyboard.press('p');
  await expect.poll(() => told(page)).toContain('đã xử lý rồi');
  expect(await desk.stateOf(ids[1])).toBe('rejected');
  await page.click('#newer');
  await expect.poll(() => page.locator('#queue .row').count()).toBe(5);
  expect(errors).toEqual([]);
});

test('a list that is worked to its end goes on asking, and offers what came', async () => {
  await desk.fill(1);
  const { page } = await desk.open();
  await page.keyboard.press('s');
  await expect.poll(() => told(page)).toContain('Đã xử lý hết');
  await page.reload();
  await page.waitForSelector('.rest');
  await desk.send(1);
  await page.waitForSelector('#newer:not([hidden])');
  await page.click('#newer');
  await page.waitForSelector('#queue .row');
});

test('the list goes on by itself where its page ends', async () => {
  await desk.fill(56);
  const { page } = await desk.open();
  expect(await page.locator('#queue .row').count()).toBe(50);
  await page.locator('.row h3 a').nth(45).click();
  await expect.poll(() => page.locator('#queue .row').count()).toBe(56);
  expect(await page.locator('.after [rel=next]').count()).toBe(0);
});

test('who looks at a comment is marked for the others, until they walk on', async () => {
  const ids = await desk.fill(3);
  const { page } = await desk.open();
  const claimant = async (id = '') => {
    const asked = `since=2020-01-01T00:00:00Z&ids=${id}`;
    return (await desk.asMinh('GET', `/api/v1/queue/changes?${asked}`)).comments[0].claimedBy;
  };
  await expect.poll(() => claimant(ids[0])).toBe('Lan');
  await page.keyboard.press('j');
  await expect.poll(() => claimant(ids[0])).toBe(null);
  await expect.poll(() => claimant(ids[1])).toBe('Lan');
  await desk.asMinh('PUT', `/api/v1/claims/${ids[2]}`);
  await expect.poll(() => page.locator(`#r-${ids[2]} .avatar`).getAttribute('title')).toBe('Minh đang xem');
  await desk.asMinh('DELETE', `/api/v1/claims/${ids[2]}`);
  await expect.poll(() => page.locator(`#r-${ids[2]} .avatar`).count()).toBe(0);
});

test('no key decides while somebody types or composes; Escape leaves the field, and Enter there rejects', async () => {
  const ids = await desk.fill(2);
  const { page } = await desk.open();
  await page.keyboard.press('/');
  await page.keyboard.type('psr');
  expect(await page.inputValue('#q')).toBe('psr');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const composing = { key: 'p', isComposing: true, bubbles: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', composing));
  });
  await page.keyboard.press('Control+p');
  await page.keyboard.press('?');
  expect(await page.locator('#help').isVisible()).toBe(true);
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  expect(await pending()).toBe(2);
  await page.keyboard.press('r');
  await page.locator(`#o-${ids[0]}`).fill('Lạc đề');
  await page.keyboard.press('Escape');
  expect(await page.locator('#pane .no[open]').count()).toBe(0);
  expect(await page.inputValue(`#o-${ids[0]}`)).toBe('Lạc đề');
  await page.keyboard.press('r');
  await page.locator(`#o-${ids[0]}`).press('Enter');
  await shows(page, ids[1]);
  await expect.poll(() => desk.stateOf(ids[0])).toBe('rejected');
});

test('keys are changed and turned off', async () => {
  const ids = await desk.fill(2);
  const { page } = await desk.open('/moderation/keys');
  // Whatever becomes of this test, the others have the usual ones.
  onTestFinished(async () => {
    const headers = { origin: desk.service.url };
    await page.request.post(`${desk.service.url}/moderation/keys`, { headers, form: { do: 'usual' } });
  });
  await page.fill('#key-publish', 'd');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await arrive(page, '/moderation');
  await page.keyboard.press('p');
  await page.keyboard.press('d');
  await shows(page, ids[1]);
  await expect.poll(pending).toBe(1);
  await page.goto(`${desk.service.url}/moderation/keys`);
  await page.check('[name=off]');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await arrive(page, '/moderation');
  await page.keyboard.press('d');
  await page.keyboard.press('s');
  expect([await shown(page), await pending()]).toEqual([ids[1], 1]);
  await page.goto(`${desk.service.url}/moderation/keys`);
  await page.uncheck('[name=off]');
  await page.getByRole('button', { name: 'Dùng lại phím mặc định' }).click();
  await arrive(page, '/moderation');
});

test('the same keys lead through the log and the page for many, where they press no button', async () => {
  await desk.fill(2, 'hàng loạt');
  await desk.minhDecides('spam', (await desk.send(1))[0]);
  const { page } = await desk.open('/moderation/bulk');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value'));
  await expect
    .poll(async () => {
      await page.keyboard.press('p');
      return focused();
    })
    .toBe('publish');
  expect(await pending()).toBe(2);
  await page.goto(`${desk.service.url}/moderation/decisions`);
  await expect
    .poll(async () => {
      await page.keyboard.press('j');
      return page.evaluate(() => document.activeElement?.matches('#main ol > li'));
    })
    .toBe(true);
  await page.keyboard.press('u');
  await arrive(page, '/moderation');
});

test('one at a time: each moderator gets a comment of their own, may skip it, and goes on by keys', async () => {
  const ids = await desk.fill(4);
  const { page } = await desk.open();
  await page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/moderation/next' });
    document.body.append(form);
    form.requestSubmit();
  });
  await page.waitForURL(/\/moderation\/comments\//);
  const at = () => new URL(page.url()).pathname.split('/').at(-1);
  expect(at()).toBe(ids[0]);
  expect((await desk.asMinh('POST', '/api/v1/claims', {})).id).toBe(ids[1]);
  await page.waitForSelector('[data-scripted]');
  await page.keyboard.press('n');
  await page.waitForURL(new RegExp(`comments/${ids[2]}`));
  await page.waitForSelector('[data-scripted]');
  await page.keyboard.press('p');
  await page.waitForURL(new RegExp(`comments/${ids[3]}`));
  await expect.poll(() => desk.stateOf(ids[2])).toBe('published');
  await expect.poll(() => told(page)).toContain('đã đăng');
  await page.waitForSelector('[data-scripted]');
  await page.keyboard.press('u');
  await arrive(page, '/moderation');
});

test('axe finds nothing serious on the queue and its pages, in both languages', async () => {
  const [id = ''] = await desk.send(1, 'ĐỒ ÓC CHÓ, XEM https://bit.ly/a');
  const paths = [
    '/moderation',
    '/moderation?state=reported',
    `/moderation/comments/${id}`,
    '/moderation/bulk',
    '/moderation/keys',
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    const viewport = { width: colorScheme === 'light' ? 375 : 1280, height: 800 };
    const { page } = await desk.open('/moderation', { colorScheme, viewport });
    for (const path of paths) {
      await page.goto(desk.service.url + path);
      expect([path, await findBarriers(page)]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    await page.locator('.me summary').click();
    await page.getByRole('button', { name: /English|Tiếng Việt/ }).click();
    await page.waitForURL(/\/moderation/);
  }
});
