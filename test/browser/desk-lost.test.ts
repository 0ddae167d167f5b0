import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, holdScript } from '../support/browser.ts';
import { type Desk, shows, startDesk, told } from '../support/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk?.stop());

/** Once what comes next is there: without a session nobody is given it. */
async function endSession(page: Page): Promise<void> {
  const isAhead = () =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/moderation/panes?'));
  await expect.poll(() => page.evaluate(isAhead)).toBe(true);
  await page.context().clearCookies();
}

async function signInAgain(page: Page, password = 'mật khẩu rất dài') {
  await page.fill('#again [name=password]', password);
  await page.locator('#again').getByRole('button', { name: 'Đăng nhập lại' }).click();
}

test('a session that ended is begun again in place, and what was typed, ticked and meant goes on', async () => {
  const ids = await desk.fill(5, 'xyzzy');
  const { page } = await desk.open('/moderation?q=xyzzy');
  await page.locator(`#r-${ids[3]} .tick input`).check();
  await page.keyboard.press('r');
  await page.locator(`#o-${ids[0]}`).fill('Lạc đề');
  await endSession(page);
  await page.locator(`#o-${ids[0]}`).press('Enter');
  await page.waitForSelector('#again');
  await signInAgain(page, 'không đúng rồi');
  await expect.poll(() => page.textContent('#again .mistake')).not.toBe('');
  expect(await desk.stateOf(ids[0])).toBe('pending');
  await signInAgain(page);
  await page.waitForSelector('#again', { state: 'detached' });
  await expect.poll(() => desk.stateOf(ids[0])).toBe('rejected');
  const [last] = await desk.asMinh('GET', '/api/v1/decisions').then(({ decisions }) => decisions);
  expect([last.by ?? last.moderator, last.reason]).toEqual(['Lan', 'Lạc đề']);
  await shows(page, ids[1]);
  expect(await page.isChecked(`#r-${ids[3]} .tick input`)).toBe(true);
  expect(new URL(page.url()).searchParams.get('q')).toBe('xyzzy');
});

test('who puts the sign-in off loses nothing and is offered it again; another account decides nothing', async () => {
  const ids = await desk.fill(2);
  const { page } = await desk.open();
  await endSession(page);
  await page.keyboard.press('p');
  await page.waitForSelector('#again');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(`#r-${ids[0]} [data-mark]`).textContent()).toBe('Chưa lưu');
  expect(await desk.stateOf(ids[0])).toBe('pending');
  await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/v1/session', { method: 'POST', headers, body });
    },
    JSON.stringify({ name: 'Minh', password: 'mật khẩu rất dài' }),
  );
  await page.keyboard.press('s');
  await page.waitForSelector('#again');
  expect(await desk.stateOf(ids[1])).toBe('pending');
  await signInAgain(page);
  await expect.poll(() => desk.stateOf(ids[1])).toBe('spam');
});

test('an edit that a colleague was faster with shows both texts in place, and is saved over theirs on request', async () => {
  const [id = ''] = await desk.fill(2);
  const { page } = await desk.open();
  await page.keyboard.press('e');
  await page.fill(`#body-${id}`, 'Bản của Lan.');
  await desk.asMinh('PATCH', `/api/v1/comments/${id}`, {
    version: 1,
    author: 'Bạn đọc',
    body: 'Bản của Minh.',
  });
  await page.locator('#pane .edit form .main').click();
  await expect.poll(() => page.textContent('#pane .edit [role=alert]')).toContain('Bản của Minh.');
  expect(await page.inputValue(`#body-${id}`)).toBe('Bản của Lan.');
  await page.locator('#pane .edit form .main').first().click();
  await expect.poll(() => page.textContent('#pane .body')).toBe('Bản của Lan.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect.poll(() => desk.stateOf(id)).toBe('published');
});

test.each([
  ['no connection', undefined],
  ['413', 413],
  ['415', 415],
  ['503', 503],
] as const)('an edit and a note stay as they were typed where the answer is %s', async (_, status) => {
  const [id = ''] = await desk.fill(1);
  const { page } = await desk.open();
  const problem = { status, contentType: 'application/problem+json', body: '{"detail":"Chưa được."}' };
  await page.route(`**/moderation/comments/${id}`, (route) =>
    status ? route.fulfill({ ...problem, status }) : route.abort(),
  );
  await page.fill(`#n-${id}`, 'nhớ hỏi lại');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.fill(`#body-${id}`, 'Bản sửa dở.');
  await page.locator('#pane .edit form .main').click();
  await expect.poll(() => told(page)).toMatch(status ? /Chưa được/ : /mất kết nối/);
  expect(await page.inputValue(`#body-${id}`)).toBe('Bản sửa dở.');
  await page.unroute(`**/moderation/comments/${id}`);
  await page.locator('#pane .edit form .main').click();
  await expect.poll(() => page.textContent('#pane .body')).toBe('Bản sửa dở.');
  expect(await page.inputValue(`#n-${id}`)).toBe('nhớ hỏi lại');
});

test('a server that does not answer for a while is told, and so is that it does again', async () => {
  await desk.fill(1);
  const { page } = await desk.open();
  await page.clock.install();
  await page.reload();
  await page.route('**/api/v1/queue/changes**', (route) => route.abort());
  await page.clock.runFor(45_000);
  await expect.poll(() => told(page)).toContain('danh sách có thể đã cũ');
  await page.unroute('**/api/v1/queue/changes**');
  await page.clock.runFor(9000);
  await expect.poll(() => told(page)).toBe('Đã có kết nối trở lại.');
});

test('what is typed before the script comes stays, with the cursor where it is, and is sent in place', async () => {
  const [id = ''] = await desk.fill(2);
  const { page, errors } = await desk.open();
  const letGo = await holdScript(page, 'queue');
  await page.goto(`${desk.service.url}/moderation`, { waitUntil: 'commit' });
  await page.fill(`#n-${id}`, 'nhớ hỏi lại');
  await page.locator('#pane .edit > summary').click();
  await page.fill(`#body-${id}`, 'Bản sửa sớm.');
  await page.fill('#q', 'đường');
  letGo();
  await page.waitForSelector('[data-scripted]');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  await shows(page, id);
  expect([await page.inputValue('#q'), await page.inputValue(`#n-${id}`)]).toEqual(['đường', 'nhớ hỏi lại']);
  await page.locator('#pane .edit form .main').click();
  await expect.poll(() => page.textContent('#pane .body')).toBe('Bản sửa sớm.');
  expect([await page.inputValue('#q'), await page.inputValue(`#n-${id}`)]).toEqual(['đường', 'nhớ hỏi lại']);
  expect(errors).toEqual([]);
});

test('what is on its way looks so and is sent once, and who types on meanwhile goes on in the same field', async () => {
  const [id = ''] = await desk.fill(2);
  const { page, errors } = await desk.open();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  let sent = 0;
  await page.route(`**/moderation/comments/${id}`, async (route) => {
    sent += 1;
    await held;
    await route.continue();
  });
  await page.keyboard.press('e');
  await page.fill(`#body-${id}`, 'Bản một.');
  const save = page.locator('#pane .edit form .main').first();
  await save.click();
  await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true');
  await save.dispatchEvent('click');
  await page.fill(`#body-${id}`, 'Bản hai');
  letGo();
  await expect.poll(() => page.textContent('#pane .body')).toBe('Bản một.');
  await page.keyboard.type(' psr');
  expect(await page.inputValue(`#body-${id}`)).toBe('Bản hai psr');
  expect([await desk.stateOf(id), sent]).toEqual(['pending', 1]);
  expect(errors).toEqual([]);
});

test('a decision about a comment alone looks as if it is on its way while it is', async () => {
  const [id = '', next] = await desk.fill(2);
  const { page } = await desk.open(`/moderation/comments/${id}`);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/moderation/decisions', async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('p');
  const spam = page.locator('#pane .decide > button[value=spam]');
  await expect.poll(() => spam.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('s');
  letGo();
  await arrive(page, `/moderation/comments/${next}`);
  expect(await desk.stateOf(id)).toBe('published');
});

test('a form of which nothing came can be sent again', async () => {
  const { page } = await desk.open('/moderation/keys');
  await page.clock.install();
  await page.reload();
  await page.route('**/moderation/keys', (route) => route.abort('aborted'));
  const save = page.getByRole('button', { name: 'Lưu' });
  await save.click();
  await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true');
  await page.unroute('**/moderation/keys');
  await page.clock.runFor(30_000);
  await save.click();
  await arrive(page, '/moderation');
});
