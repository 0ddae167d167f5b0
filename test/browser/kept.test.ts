import { expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { send, startWriting } from '../support/writing.ts';

const { browser, service } = startWriting();

const own = { id: 'x', receipt: 'y', author: 'z', body: '', article: '/kho', title: '', parentId: null };

test.each([
  'null',
  '5',
  '"abc"',
  '{"length":3}',
  '[null, 5, "\\"]", {}]',
  '{"author":{},"body":[1],"replies":5}',
  'không phải JSON',
  JSON.stringify([{ ...own, state: 'constructor', createdAt: 1 }]),
  JSON.stringify([{ ...own, state: 'pending', createdAt: 1e99 }]),
  JSON.stringify([
    {
      ...own,
      id: '"]<img src=x onerror=alert(1)>',
      receipt: 'javascript:alert(1)',
      author: '<img src=x onerror=alert(1)>',
      body: '<script>alert(1)</script>',
      state: 'pending',
      createdAt: 1,
    },
  ]),
])('whatever a device has kept, the frame works and runs nothing of it: %s', async (kept) => {
  await service().command(['site', 'set', 'demo', 'captcha', 'off']);
  const { page, errors } = await openPage(browser());
  page.on('dialog', (dialog) => {
    errors.push('a dialog');
    return dialog.dismiss();
  });
  await page.addInitScript((value) => {
    for (const name of ['own', 'likes', 'who']) localStorage.setItem(`binh-luan:${name}:demo`, value);
    sessionStorage.setItem('binh-luan:draft:demo:/kho', value);
  }, kept);
  await page.goto(`${service().url}/embed/demo?article=/kho`);
  await page.waitForSelector('[data-scripted]');
  await page.locator('#body').focus();
  await page.fill('#author', 'Đỗ Văn Mù');
  await page.fill('#body', `Tôi viết khi máy giữ ${kept.length} chữ lạ.`);
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('binh-luan-status');
  await page.locator('#own > summary').click();
  await expect.poll(() => page.locator('#own li').count()).toBe(1);
  expect(errors).toEqual([]);
});

test('an answer is written too where the page has no form on top, and where it is not reached safely', async () => {
  for (const [name, value] of [
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
  ] as const)
    await service().command(['site', 'set', 'demo', name, value]);
  const [first, second] = [await say('Một con đường đẹp.'), await say('Cây cầu mới rất tiện.')];
  const { page, errors } = await openPage(browser());
  await page.addInitScript(() => Object.defineProperty(crypto, 'randomUUID', { value: undefined }));
  for (const query of ['', `&parent=${first}`]) {
    await page.goto(`${service().url}/embed/demo?article=/tra-loi${query}`);
    await page.waitForSelector('[data-scripted]');
    await page.locator(`#c-${second} [data-do=reply]`).click();
    await page.fill(`#c-${second} #r-author`, 'Lan');
    await page.fill(`#c-${second} #r-body`, `Tôi cũng nghĩ vậy ${query.length}.`);
    await page.locator('#tra-loi .main').click();
    await page.waitForSelector('#binh-luan-status');
  }
  expect(errors).toEqual([]);
});

async function say(body: string): Promise<string> {
  const sent = await fetch(`${service().url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: '/tra-loi' }, author: 'Hòa', body }),
  });
  return (await sent.json()).id;
}
