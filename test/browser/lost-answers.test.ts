import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdScript } from '../support/browser.ts';
import { beQuiet, challengeOf, isConfirmed, send, startWriting, trouble, write } from '../support/writing.ts';

// A comment is taken in, or not, and its reader hears nothing of that.

const { answerOf, openForm, service } = startWriting();

beQuiet(service);

const failure = (page: Page) => page.locator('#gui-binh-luan [data-failure]').textContent();

async function countOf(article: string): Promise<number> {
  const read = await fetch(`${service().url}/api/v1/sites/demo/comments?article=${article}`);
  return (await read.json()).article.count;
}

/** Takes in what is sent, and loses what is answered. */
async function loseAnswer(page: Page, body: string): Promise<void> {
  await write(page, body);
  await isConfirmed(page);
  await page.route('**/embed/demo*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await send(page);
  await expect.poll(() => trouble(page)).toContain('vẫn còn nguyên');
  await page.unroute('**/embed/demo*');
}

/** Another challenge is asked for only once its answer may come. */
async function holdChallenges(page: Page): Promise<() => void> {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/challenges', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

test('a mistake that is made and corrected after a lost answer sends nothing twice', async () => {
  const { page } = await openForm({ article: '/sua-lai' });
  await loseAnswer(page, 'Tôi gửi một lần thôi.');
  await page.fill('[name=email]', 'không phải');
  await send(page);
  await page.waitForSelector('[name=email][aria-invalid=true]');
  await page.fill('[name=email]', '');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await countOf('/sua-lai')).toBe(1);
});

test('a page that is loaded again after a lost answer sends nothing twice', async () => {
  const { page } = await openForm({ article: '/tai-lai' });
  await loseAnswer(page, 'Tôi tải lại trang rồi gửi.');
  await page.reload();
  await page.focus('#body');
  await isConfirmed(page);
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await countOf('/tai-lai')).toBe(1);
});

test('who has changed their words since is told that the first ones have come, and sends these besides if they wish', async () => {
  const { page } = await openForm({ article: '/doi-y' });
  await loseAnswer(page, 'Tôi thấy cầu này đẹp.');
  await page.fill('#body', 'Tôi thấy cầu này đẹp và chắc chắn.');
  await send(page);
  await page.waitForSelector('[data-failure]');
  expect(await failure(page)).toContain('Bình luận bạn gửi lần trước đã đến nơi');
  expect(await page.inputValue('#body')).toBe('Tôi thấy cầu này đẹp và chắc chắn.');
  expect(await countOf('/doi-y')).toBe(1);
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await countOf('/doi-y')).toBe(2);
});

test('what is corrected after a refusal is sent, and no word is said of another comment', async () => {
  const { page } = await openForm({ article: '/tu-choi' });
  await write(page, 'Lúc đầu tôi gõ nhầm e-mail.');
  await page.fill('[name=email]', 'không phải');
  await send(page);
  await page.waitForSelector('[name=email][aria-invalid=true]');
  await page.fill('[name=email]', '');
  await page.fill('#body', 'Lúc sau tôi viết khác hẳn.');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await countOf('/tu-choi')).toBe(1);
});

test('without JavaScript, too, a form that is given back sends its comment once', async () => {
  const { page } = await openForm({ javaScriptEnabled: false, article: '/khong-js' });
  await write(page, 'Trang tải mãi không xong.');
  await page.fill('[name=answer]', await answerOf(page));
  await page.route('**/embed/demo*', async (route) => {
    await route.fetch({ maxRedirects: 0 });
    // The page stays as it is.
    await route.fulfill({ status: 204 });
  });
  await send(page);
  await expect.poll(() => countOf('/khong-js')).toBe(1);
  await page.unroute('**/embed/demo*');
  await page.fill('[name=email]', 'không phải');
  await send(page);
  await page.waitForSelector('[name=email][aria-invalid=true]');
  await page.fill('[name=email]', '');
  await page.fill('#body', 'Trang tải mãi không xong, tôi viết thêm.');
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('[data-failure]');
  expect(await failure(page)).toContain('Bình luận bạn gửi lần trước đã đến nơi');
  await page.fill('#body', 'Trang tải mãi không xong, tôi viết thêm hẳn.');
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await countOf('/khong-js')).toBe(2);
});

test('who clicks while the challenge is renewed, and the device still works for the old one, waits for the work on the one that comes', async () => {
  const { page, errors } = await openForm({ clock: true, article: '/dang-doi' });
  const work = await holdScript(page, 'worker');
  await write(page, 'Tôi bấm đúng lúc đang đổi mã.');
  await expect.poll(() => page.locator('[data-work]').getAttribute('data-work')).toContain('signature');
  const letGo = await holdChallenges(page);
  const renewed = page.waitForRequest('**/challenges');
  await page.clock.fastForward('09:40');
  await renewed;
  await send(page);
  letGo();
  work();
  await page.waitForSelector('#binh-luan-status');
  expect(await countOf('/dang-doi')).toBe(1);
  expect(errors).toEqual([]);
});

test('words about a send that failed stay, though the form renews its challenge after it', async () => {
  const { page } = await openForm({ clock: true, article: '/loi-con' });
  await write(page, 'Tôi cần biết là chưa gửi được.');
  await isConfirmed(page);
  const before = await challengeOf(page);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/embed/demo*', async (route) => {
    await held;
    await route.abort();
  });
  const posted = page.waitForRequest('**/embed/demo*');
  await send(page);
  await posted;
  await page.clock.fastForward('09:40');
  letGo();
  await expect.poll(() => challengeOf(page)).not.toBe(before);
  await isConfirmed(page);
  expect(await trouble(page)).toContain('vẫn còn nguyên');
});
