import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, holdScript, openPage } from '../support/browser.ts';
import {
  beQuiet,
  challengeOf,
  isConfirmed,
  note,
  send,
  startWriting,
  trouble,
  unfold,
  write,
} from '../support/writing.ts';

const { answerOf, browser, openForm, service, spend } = startWriting();

beQuiet(service);

const status = (page: Page) => page.locator('#binh-luan-status').textContent();
const link = (page: Page) => page.getByRole('button', { name: 'Dùng hình thay thế' });

/** Keeps a challenge from coming until it is let go. */
async function holdChallenges(page: Page): Promise<() => void> {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/challenges', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

test('a reader has nothing to do: the device begins with them, and what it let in is published as any other', async () => {
  const { page, errors } = await openPage(browser());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${service().url}/embed/demo?article=/lang`);
  await page.waitForSelector('[data-scripted]');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /challenges|writing|worker/.test(path))).toEqual([]);
  await unfold(page);
  await isConfirmed(page);
  expect(asked.filter((path) => /picture|audio/.test(path))).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
  await write(page, 'Tôi không phải làm gì cả.');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await status(page)).toContain('đã được đăng');
  expect(errors).toEqual([]);
});

test('on a calm site all work is done three seconds after it began, and a send waits for none', async () => {
  const { page } = await openForm({ article: '/nhanh' });
  await page.waitForSelector('[data-scripted]');
  const begun = Date.now();
  await page.focus('#body');
  await isConfirmed(page);
  expect(Date.now() - begun).toBeLessThan(3000);
  await write(page, 'Tôi viết xong rồi gửi.');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(asked.filter((path) => /challenges|worker/.test(path))).toEqual([]);
});

test('a send while the device still works waits for it, and that is seen', async () => {
  const { page } = await openForm({ article: '/doi' });
  const letGo = await holdScript(page, 'worker');
  await write(page, 'Tôi gửi ngay lập tức.');
  await expect.poll(() => note(page)).toBe('Đang xác nhận…');
  await send(page);
  await expect.poll(() => note(page)).toBe('Đang xác nhận, xong là gửi ngay…');
  letGo();
  await page.waitForSelector('#binh-luan-status');
});

test.each([
  ['lay idle for an hour', '01:00:00'],
  ['was written in until its time was nearly over', '09:40'],
])('a form that %s is sent at the first click', async (_, slept) => {
  const { page, errors } = await openForm({ clock: true, article: `/ngu-${slept.length}` });
  await write(page, `Một bài viết dở ${slept}.`);
  await isConfirmed(page);
  const first = await challengeOf(page);
  await page.clock.fastForward(slept);
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(errors).toEqual([]);
});

test('work that somebody used, or that ran out by another clock than the device has, is done again unseen', async () => {
  const { page } = await openForm({ article: '/het' });
  await write(page, 'Máy tôi tự làm lại.');
  await isConfirmed(page);
  await spend(await challengeOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(await page.locator('#picture').isVisible()).toBe(false);
});

test('the picture with its sound is there for who wants it, and goes again for who does not', async () => {
  const { page, errors } = await openForm({ article: '/hinh' });
  await unfold(page);
  await isConfirmed(page);
  await link(page).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('answer');
  expect(await link(page).isVisible()).toBe(false);
  const drawn = () => page.locator('#picture').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(330);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nghe các ký tự' }).click();
  expect(await page.locator('#spoken-how').textContent()).toContain('chỉ nhập chữ cái P');
  const before = await challengeOf(page);
  await page.getByRole('button', { name: 'reset captcha' }).click();
  await expect.poll(() => challengeOf(page)).not.toBe(before);
  await page.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await isConfirmed(page);
  expect(await page.locator('#picture').isVisible()).toBe(false);
  await link(page).click();
  await write(page, 'Tôi thích gõ mã hơn.');
  await page.fill('[name=answer]', 'sai');
  await send(page);
  await page.waitForSelector('[name=answer][aria-invalid=true]');
  expect(await page.locator('#picture').isVisible()).toBe(true);
  await page.fill('[name=answer]', await answerOf(page));
  await page.fill('[name=email]', 'không phải');
  await send(page);
  await page.waitForSelector('[name=email][aria-invalid=true]');
  expect(await page.inputValue('[name=answer]')).toHaveLength(5);
  await page.fill('[name=email]', '');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(errors).toEqual([]);
});

test('without JavaScript the picture is asked for, and nothing is said of devices', async () => {
  const { page } = await openForm({ javaScriptEnabled: false, article: '/khong-js' });
  await write(page, 'Không có JavaScript.');
  expect(await link(page).isVisible()).toBe(false);
  await send(page);
  expect(await page.locator('.unasked > .mistake').isVisible()).toBe(false);
  expect(await page.locator('#answer-mistake').textContent()).toContain('nhập các ký tự trong hình');
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  expect(await status(page)).toContain('đã được đăng');
});

const inabilities: [string, (page: Page) => Promise<unknown>, said: string][] = [
  ['has no workers', (page) => page.addInitScript('delete window.Worker'), 'không tự xác nhận được'],
  [
    'may not start one',
    (page) => page.route('**/worker.*.js', (route) => route.abort()),
    'không tự xác nhận được',
  ],
  [
    'fails at it',
    (page) =>
      page.route('**/worker.*.js', (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: 'throw new Error("x")',
        }),
      ),
    'không tự xác nhận được',
  ],
];

test.each(inabilities)('a device that %s is told so beside the picture', async (name, spoil, said) => {
  const { page } = await openPage(browser());
  await spoil(page);
  await page.goto(`${service().url}/embed/demo?article=/may`);
  await write(page, `Máy cũ của tôi: ${name}.`);
  await page.locator('#picture').waitFor();
  expect(await note(page)).toContain(said);
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
});

test.each(['reader', 'device'])(
  'of a device that is too slow and its reader, the %s is first',
  async (first) => {
    const { page } = await openForm({ clock: true, article: '/cham' });
    const letGo = await holdScript(page, 'worker');
    await write(page, `Máy tôi chậm lắm (${first}).`);
    await expect.poll(() => page.locator('[data-work]').getAttribute('data-work')).toContain('signature');
    await page.clock.runFor('00:25');
    expect(await page.locator('#picture').count()).toBe(0);
    await page.clock.runFor('00:06');
    await page.locator('#picture').waitFor();
    expect(await note(page)).toContain('xác nhận chậm');
    if (first === 'reader') await page.fill('[name=answer]', await answerOf(page));
    letGo();
    if (first === 'device') await expect.poll(() => page.locator('[data-work]').inputValue()).not.toBe('');
    await send(page);
    await page.waitForSelector('#binh-luan-status');
  },
);

test('where the picture is asked for besides the work, it is there as the work begins, and both are sent', async () => {
  const { page, errors } = await openForm({ article: '/ca-hai' });
  await page.route('**/challenges', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), pictureBesides: true } });
  });
  const sent: URLSearchParams[] = [];
  page.on('request', (request) => {
    const posted = new URLSearchParams(request.postData() ?? '');
    if (posted.get('do') === 'send') sent.push(posted);
  });
  await write(page, 'Lần này cần cả hai.');
  await page.locator('#picture').waitFor();
  await expect.poll(() => note(page)).toBe('Đã xác nhận. Lần này xin nhập thêm các ký tự trong hình.');
  expect(await link(page).isVisible()).toBe(false);
  expect(await findBarriers(page)).toEqual([]);
  const answer = await answerOf(page);
  await page.fill('[name=answer]', answer);
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(sent.map((one) => [one.get('answer'), one.get('proofOfWork') !== ''])).toEqual([[answer, true]]);
  expect(errors).toEqual([]);
});

test('a connection that is lost is said, and the device tries again by itself', async () => {
  const { page } = await openForm({ article: '/mat-mang' });
  await page.waitForSelector('[data-scripted]');
  await unfold(page);
  await isConfirmed(page);
  await spend(await challengeOf(page));
  await write(page, 'Mạng nhà tôi chập chờn.');
  await page.context().setOffline(true);
  await send(page);
  await expect.poll(() => trouble(page)).toContain('Nội dung bạn viết vẫn còn nguyên');
  await page.context().setOffline(false);
  await send(page);
  await page.waitForSelector('#binh-luan-status');
});

test.each([429, 503])(
  'a service that gives no challenge (%i) is a sentence, and another try',
  async (status) => {
    const { page } = await openForm({ clock: true, article: `/tu-choi-${status}` });
    let refuses = true;
    await page.route('**/challenges', (route) =>
      refuses
        ? route.fulfill({
            status,
            contentType: 'application/problem+json',
            json: { detail: 'Vui lòng đợi.' },
          })
        : route.continue(),
    );
    await write(page, `Rồi cũng gửi được ${status}.`);
    await expect.poll(() => note(page)).toBe('Vui lòng đợi.');
    await send(page);
    await expect.poll(() => trouble(page)).toBe('Vui lòng đợi.');
    expect(await page.locator('#picture').count()).toBe(0);
    refuses = false;
    await page.clock.fastForward('00:31');
    await isConfirmed(page);
    await send(page);
    await page.waitForSelector('#binh-luan-status');
  },
);

test('an answer has a challenge of its own, and takes none from what is written on top', async () => {
  const { page, errors } = await openForm({ article: '/lang' });
  await write(page, 'Viết ở trên trước.');
  await isConfirmed(page);
  const first = await challengeOf(page);
  await page.locator('[data-do=reply]').first().click();
  await page.fill('#r-author', 'Lan');
  await page.fill('#r-body', 'Tôi trả lời bạn.');
  await page.locator('#tra-loi .main').click();
  await page.waitForSelector('#binh-luan-status');
  expect(await challengeOf(page)).toBe(first);
  const letGo = await holdChallenges(page);
  await send(page);
  await expect.poll(() => page.locator('#binh-luan-status').textContent()).toContain('đã được đăng');
  letGo();
  expect(errors).toEqual([]);
});

test('what is sent before the scripts come is sent again by itself, once the device has worked', async () => {
  const { page } = await openForm({ article: '/som' });
  const letGo = await holdScript(page, 'frame');
  await page.reload({ waitUntil: 'commit' });
  await write(page, 'Tôi gửi trước khi có gì khác.');
  await send(page);
  await page.waitForSelector('[data-failure]');
  letGo();
  await page.waitForSelector('#binh-luan-status');
  expect(await status(page)).toContain('đã được đăng');
});

test('a comment whose answer was lost is sent once, even where the device has worked again meanwhile', async () => {
  const { page } = await openForm({ clock: true, article: '/mot-lan' });
  await write(page, 'Câu trả lời bị mất.');
  await isConfirmed(page);
  await page.route('**/embed/demo*', async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await send(page);
  await expect.poll(() => trouble(page)).toContain('vẫn còn nguyên');
  await page.unroute('**/embed/demo*');
  await page.clock.fastForward('01:00:00');
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  const read = await fetch(`${service().url}/api/v1/sites/demo/comments?article=/mot-lan`);
  expect((await read.json()).article.count).toBe(1);
});
