import { expect, test } from 'vitest';
import { findBarriers } from '../support/browser.ts';
import {
  focused,
  known,
  sendIn,
  signIn,
  startVouching,
  unknown,
  vouch,
  written,
} from '../support/vouching.ts';

// A newspaper whose readers’ sign-ins end, are renewed, and are asked for.

const { answerIn, open, replaceKey, set, token } = startVouching();

test('a token is renewed before it ends, without a change in the page', async () => {
  const { frame, page } = await open('moi', '', { clock: true });
  await page.evaluate((next) => window.next.push(next), token({ exp: Math.floor(Date.now() / 1000) + 900 }));
  await signIn(page, 'moi', token());
  await page.clock.runFor(200);
  await known(frame);
  await frame.fill('#body', 'Tôi viết rất lâu.');
  const pages: string[] = [];
  page.on('request', (request) => request.url().includes('/embed/') && pages.push(request.url()));
  await page.clock.fastForward('03:30');
  expect(await page.evaluate(() => window.asked)).toEqual([]);
  await page.clock.fastForward('00:45');
  await expect.poll(() => page.evaluate(() => window.asked)).toEqual(['moi']);
  await page.clock.runFor(200);
  await page.clock.fastForward('02:00');
  expect([await written(frame), await focused(frame), pages]).toEqual(['Tôi viết rất lâu.', 'body', []]);
  await known(frame);
});

test('who is refused while sending is asked for once more, and what they wrote goes out', async () => {
  const { frame, page } = await open('lai', token());
  await known(frame);
  await frame.fill('#body', 'Tôi gửi khi mã đã cũ.');
  await replaceKey();
  await page.evaluate((next) => window.next.push(next), token());
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status[data-state=published]');
  expect(await page.evaluate(() => window.asked)).toEqual(['lai']);
});

test('where the page says nobody any more, the reader is told kindly and goes on without', async () => {
  const { frame, page } = await open('het', token());
  await known(frame);
  await frame.fill('#body', 'Tôi viết khi phiên sắp hết.');
  await replaceKey();
  await page.evaluate(() => window.next.push(''));
  await sendIn(frame);
  await unknown(frame);
  await expect
    .poll(() => frame.locator('#gui-binh-luan [data-trouble]').innerText())
    .toContain('Phiên đăng nhập của bạn đã hết');
  expect(await written(frame)).toBe('Tôi viết khi phiên sắp hết.');
  expect(await frame.locator('#gui-binh-luan [name=answer]').count()).toBe(1);
  await frame.fill('#author', 'Thu');
  await frame.fill('#answer', await answerIn(frame));
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status');
});

test('where no other token comes within seconds, it is the same', async () => {
  const { frame, page } = await open('cho', '', { clock: true });
  await signIn(page, 'cho', token());
  await page.clock.runFor(200);
  await known(frame);
  await frame.fill('#body', 'Tôi chờ trang báo.');
  await replaceKey();
  await sendIn(frame);
  await expect.poll(() => page.evaluate(() => window.asked)).toEqual(['cho']);
  await page.clock.fastForward('00:09');
  await unknown(frame);
  expect(await written(frame)).toBe('Tôi chờ trang báo.');
  await signIn(page, 'cho', token());
  await page.clock.runFor(200);
  await known(frame);
  expect(await written(frame)).toBe('Tôi chờ trang báo.');
});

test('a sign-in that nobody renews ends while its reader writes, and they are told', async () => {
  const { frame, page } = await open('viet', '', { clock: true });
  await signIn(page, 'viet', token());
  await page.clock.runFor(200);
  await known(frame);
  await frame.fill('#body', 'Tôi viết lâu hơn phiên đăng nhập.');
  await page.clock.fastForward('04:10');
  await expect.poll(() => page.evaluate(() => window.asked)).toEqual(['viet']);
  await page.clock.fastForward('01:00');
  await unknown(frame);
  const told = frame.locator('#gui-binh-luan [data-trouble]');
  await expect.poll(() => told.textContent()).toContain('Phiên đăng nhập của bạn đã hết');
  expect([await written(frame), await focused(frame)]).toEqual(['Tôi viết lâu hơn phiên đăng nhập.', 'body']);
});

test('a wrong token is told kindly, and the form is as for anybody', async () => {
  const { frame, page, errors } = await open('sai', vouch('khóa của ai khác'), {
    also: '<script>next.push("abc")</script>',
  });
  await expect.poll(() => page.evaluate(() => window.asked.length)).toBeGreaterThan(0);
  await expect
    .poll(() => frame.locator('#gui-binh-luan [data-trouble]').textContent())
    .toContain('đăng nhập');
  await unknown(frame);
  expect(await frame.locator('#gui-binh-luan [name=author]').count()).toBe(1);
  expect(errors).toEqual([]);
});

test('a page that says at the second time who it is has its reader', async () => {
  const { frame, page } = await open('hai-lan', vouch('khóa của ai khác', { sub: '70', name: 'Ai Đó' }), {
    also: `<script>next.push('${token()}')</script>`,
  });
  await known(frame);
  await frame.focus('#body');
  expect(await frame.locator('#gui-binh-luan').innerText()).toContain('Lê Thị Thu');
  expect(await page.evaluate(() => window.asked)).toEqual(['hai-lan']);
});

test('signing out brings the form for strangers, with the text and the place in it', async () => {
  const { frame, page } = await open('ra', token());
  await known(frame);
  await frame.fill('#body', 'Tôi vừa đăng xuất.');
  await page.locator('#ra').evaluate((element) => element.removeAttribute('data-identity'));
  await unknown(frame);
  expect(await frame.locator('#gui-binh-luan [name=author]').count()).toBe(1);
  expect([await written(frame), await focused(frame)]).toEqual(['Tôi vừa đăng xuất.', 'body']);
});

test('a site of signed-in readers alone shows its words and its link, and keeps what was written', async () => {
  await set('identity', 'required');
  await set('identity-url', 'https://bao.example/dang-nhap');
  await set('identity-words', 'Mời bạn đăng nhập bằng tài khoản Báo.');
  const { frame, page } = await open('chi');
  const write = frame.locator('#write');
  expect(await write.innerText()).toContain('Mời bạn đăng nhập bằng tài khoản Báo.');
  expect(await write.locator('a').getAttribute('href')).toBe('https://bao.example/dang-nhap');
  expect(await write.locator('form').count()).toBe(0);
  await signIn(page, 'chi', token());
  await known(frame);
  await frame.fill('#body', 'Tôi đã đăng nhập.');
  await signIn(page, 'chi', '');
  await unknown(frame);
  expect(await write.innerText()).toContain('Mời bạn đăng nhập');
  expect(await write.locator('textarea').inputValue()).toBe('Tôi đã đăng nhập.');
  await signIn(page, 'chi', token());
  await known(frame);
  expect(await written(frame)).toBe('Tôi đã đăng nhập.');
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status[data-state=published]');
  await frame.locator('[data-do=reply]').first().click();
  await frame.fill('#r-body', 'Tôi nói thêm một điều.');
  await signIn(page, 'chi', '');
  await unknown(frame);
  expect(await write.locator('textarea').inputValue()).toBe('Tôi nói thêm một điều.');
  expect([await findBarriers(frame), await findBarriers(frame, 'colours')]).toEqual([[], []]);
  await signIn(page, 'chi', token());
  await known(frame);
  await expect.poll(() => frame.locator('#r-body').inputValue()).toBe('Tôi nói thêm một điều.');
});
