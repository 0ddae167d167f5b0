import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, openPage } from '../support/browser.ts';
import { frameOf } from '../support/host-page.ts';
import {
  focused,
  known,
  place,
  sendIn,
  signIn,
  startVouching,
  unknown,
  written,
} from '../support/vouching.ts';

// A newspaper that says who its signed-in readers are.

const { host, open, set, token } = startVouching();

test('a known reader sends by writing and one click, and stands there by the name of the site', async () => {
  const { frame, errors, refusals } = await open('gui', token());
  await known(frame);
  for (const field of ['author', 'email', 'answer', 'challenge'])
    expect(await frame.locator(`#gui-binh-luan [name=${field}]`).count()).toBe(0);
  await frame.fill('#body', 'Con đường này rất cần cho xã tôi.');
  expect(await frame.locator('#gui-binh-luan').innerText()).toContain('Lê Thị Thu');
  expect([await findBarriers(frame), await findBarriers(frame, 'colours')]).toEqual([[], []]);
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status[data-state=published]');
  const sent = frame.locator('.thread .comment', { hasText: 'Con đường này' });
  expect(await sent.innerText()).toMatch(/Lê Thị Thu\s+Đã xác thực/);
  expect([errors, refusals]).toEqual([[], []]);
});

test('the token is in no storage, no address and no log', async () => {
  const identity = token();
  const { frame, page } = await open('dau', identity);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await known(frame);
  await frame.fill('#body', 'Nơi nào cũng không giữ mã của tôi.');
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status');
  const kept = await frame.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  const signature = identity.split('.')[2] ?? '';
  const seen = [
    ...addresses,
    kept,
    host().service.output.out,
    host().service.output.err,
    ...page.frames().map((one) => one.url()),
  ];
  expect(seen.filter((one) => one.includes(signature))).toEqual([]);
  expect(kept).not.toContain('binh-luan:own');
});

test('a token that comes late, or for somebody else, changes the name and nothing that is written', async () => {
  const { frame, page } = await open('tre');
  await frame.fill('#author', 'Khách');
  await frame.fill('#body', 'Tôi đang viết dở');
  const composed = () => frame.locator('#body').evaluate((text) => text.dataset.same ?? '');
  await frame.locator('#body').evaluate((text) => {
    text.dataset.same = 'yes';
  });
  await signIn(page, 'tre', token());
  await known(frame);
  await expect.poll(() => frame.locator('#gui-binh-luan').innerText()).toContain('Lê Thị Thu');
  await signIn(page, 'tre', token({ sub: '31', name: 'Vũ Đình Phúc' }));
  await expect.poll(() => frame.locator('#gui-binh-luan').innerText()).toContain('Vũ Đình Phúc');
  expect([await written(frame), await composed(), await focused(frame)]).toEqual([
    'Tôi đang viết dở',
    'yes',
    'body',
  ]);
  await signIn(page, 'tre', '');
  await unknown(frame);
  expect(await frame.inputValue('#author')).toBe('Khách');
});

test('nothing more is loaded for who is not signed in', async () => {
  const { frame } = await open('khong');
  await frame.waitForSelector('[data-identity=offered]');
  const scripts = () =>
    frame.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''),
    );
  await frame.focus('#body');
  await expect.poll(scripts).toContainEqual(expect.stringMatching(/^writing\./));
  expect((await scripts()).filter((name) => name.startsWith('identity'))).toEqual([]);
});

test('what was agreed to stays agreed to by who signs in, and is asked anew of somebody else', async () => {
  await set('consent', 'ask');
  const { frame, page } = await open('dong-y');
  await frame.fill('#body', 'Tôi đồng ý trước khi đăng nhập.');
  await frame.check('#consent');
  await signIn(page, 'dong-y', token());
  await known(frame);
  expect(await frame.isChecked('#consent')).toBe(true);
  await signIn(page, 'dong-y', token({ sub: '32', name: 'Vũ Đình Phúc' }));
  await expect.poll(() => frame.locator('#gui-binh-luan').innerText()).toContain('Vũ Đình Phúc');
  expect(await frame.isChecked('#consent')).toBe(false);
  await set('consent', 'off');
});

test('an answer that is being written goes on being one', async () => {
  await set('captcha', 'off');
  await host().send('/dap', 'Cây cầu mới rất tiện cho bà con.');
  await set('captcha', 'on');
  const { frame, page } = await open('dap');
  await frame.locator('[data-do=reply]').first().click();
  await frame.fill('#r-body', 'Tôi cũng thấy vậy.');
  await signIn(page, 'dap', token());
  await known(frame);
  expect(await frame.locator('#tra-loi [name=author]').count()).toBe(0);
  await frame.locator('#tra-loi .main').click();
  await frame.waitForSelector('#binh-luan-status[data-state=published]');
  expect(await frame.locator('.branch .comment').innerText()).toContain('Tôi cũng thấy vậy.');
});

/** Keeps the list of all that a reader has sent from coming; it has come, and is shown, once what this gives has run. */
async function holdList(page: Page) {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/own?*', async (route) => {
    await held;
    await route.continue();
  });
  const answered = page.waitForResponse('**/own?*');
  return async () => {
    letGo();
    await (await answered).finished();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  };
}

test('what a reader has sent is theirs on every device, and is taken back there after a question', async () => {
  await set('moderation', 'hold-all');
  const who = { sub: '44', name: 'Phan Thị Lý' };
  const first = await open('ban', token(who));
  await known(first.frame);
  await first.frame.fill('#body', 'Tôi viết trên máy bàn.');
  await sendIn(first.frame);
  await first.frame.waitForSelector('#binh-luan-status[data-state=pending]');

  const { frame, page } = await open('ban', token(who));
  await known(frame);
  const waiting = frame.locator('.thread .own');
  await expect.poll(() => waiting.count()).toBe(1);
  expect(await waiting.innerText()).toContain('Tôi viết trên máy bàn.');
  const letListCome = await holdList(page);
  await frame.locator('#own summary').click();
  await expect.poll(() => frame.locator('#own li').innerText()).toContain('Chờ duyệt');
  await frame.locator('#own li [data-do=ask-withdraw]').click();
  await frame.waitForSelector('#own .asking');
  await letListCome();
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe('Rút lại');
  await frame.locator('#own .asking button', { hasText: 'Giữ lại' }).click();
  await expect.poll(() => frame.locator('#own .asking').count()).toBe(0);
  await frame.locator('#own li [data-do=ask-withdraw]').click();
  await frame.locator('#own .asking button', { hasText: 'Rút lại' }).click();
  await expect.poll(() => frame.locator('#own li').innerText()).toContain('Đã rút lại');
  expect(await waiting.count()).toBe(0);

  const other = await open('ban', token({ sub: '45' }));
  await known(other.frame);
  expect(await other.frame.locator('#own').isVisible()).toBe(false);
});

test('a reader likes a comment once, on however many devices', async () => {
  await set('captcha', 'off');
  await host().send('/thich', 'Nên trồng thêm cây ở đây.');
  const who = { sub: '52', name: 'Bùi Văn An' };
  const first = await open('thich', token(who));
  await known(first.frame);
  const likeIn = (frame: Frame) => frame.locator('button[data-do=like]').first();
  await likeIn(first.frame).click();
  await expect.poll(() => likeIn(first.frame).getAttribute('aria-pressed')).toBe('true');
  const { frame, page } = await open('thich', token(who));
  await known(frame);
  await expect.poll(() => likeIn(frame).getAttribute('aria-pressed')).toBe('true');
  expect(await likeIn(frame).locator('.n').textContent()).toBe('1');
  await signIn(page, 'thich', '');
  await unknown(frame);
  expect(await likeIn(frame).getAttribute('aria-pressed')).toBe('false');
});

test('two frames of a page each have their reader, and a page in place of another too', async () => {
  const { frame, page } = await open('hai', token(), {
    also: place('ba', token({ sub: '60', name: 'Hồ Văn Ba' })),
  });
  await known(frame);
  const other = await frameOf(page, '#ba iframe');
  await known(other);
  await other.focus('#body');
  expect(await other.locator('#gui-binh-luan').innerText()).toContain('Hồ Văn Ba');
  await page.evaluate(
    (html) => {
      document.body.innerHTML = html;
    },
    place('bon', token()),
  );
  await known(await frameOf(page, '#bon iframe'));
});

test('nobody else hears the token: neither another frame that asks, nor who is in our frame’s place', async () => {
  const listener = `<!doctype html><script>document.title = 'nghe:';
addEventListener('message', ({ data }) => { document.title += JSON.stringify(data); });
parent.postMessage({ type: 'binh-luan:identity', expired: false }, '*');</script>`;
  host().serveFile('/nghe', listener, 'text/html');
  const also = `<iframe id="la" src="/nghe"></iframe>${place('nam', token())}`;
  const { frame, page } = await open('kin', token(), { also });
  const beside = await frameOf(page, '#nam iframe');
  await Promise.all([known(frame), known(beside)]);
  await frame.evaluate((address) => location.replace(address), `${host().url}/nghe`);
  const strangers = () => page.frames().filter((one) => one.url().endsWith('/nghe'));
  await expect.poll(() => Promise.all(strangers().map((one) => one.title()))).toHaveLength(2);
  const others = token({ sub: '99', name: 'Người Khác' });
  await signIn(page, 'kin', others);
  await signIn(page, 'nam', others);
  // Told in the same look at the page.
  await expect.poll(() => beside.locator('#gui-binh-luan').textContent()).toContain('Người Khác');
  const heard = await Promise.all(strangers().map((one) => one.title()));
  expect(heard).toEqual(['nghe:', 'nghe:']);
});

test('the first-run page signs its own reader, and again when it is asked', async () => {
  const { page, errors } = await openPage(host().browser);
  await page.goto(host().service.url);
  await page.getByRole('link', { name: 'Xem như bạn đọc đã đăng nhập' }).click();
  const frame = await frameOf(page);
  await known(frame);
  const given = () => page.locator('[data-binh-luan]').getAttribute('data-identity');
  const first = await given();
  await frame.evaluate(() => parent.postMessage({ type: 'binh-luan:identity', expired: true }, '*'));
  await expect.poll(given).not.toBe(first);
  await frame.fill('#body', 'Tôi thử gửi như bạn đọc đã đăng nhập.');
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status');
  await page.getByRole('link', { name: 'Xem như khách' }).click();
  const stranger = await frameOf(page);
  expect(await stranger.locator('#gui-binh-luan [name=author]').count()).toBe(1);
  expect(errors).toEqual([]);
});
