import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { openPostOffice } from '../support/post-office.ts';
import { startProcess } from '../support/process.ts';
import { enterDesk, password } from '../support/told.ts';

const card = (page: Page) => page.locator('#mail');

test('a moderator gives an address, confirms it by the letter, chooses, and hears of an appeal at once', async () => {
  const office = await openPostOffice();
  const [browser, service] = await Promise.all([
    launchBrowser(),
    startProcess({ SMTP_URL: office.url, MAIL_FROM: 'binh-luan@bao.example' }),
  ]);
  const post = async (path: string, sent: object, headers = {}) => {
    const answer = await fetch(service.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(sent),
    });
    return answer.headers.get('content-type')?.includes('json') ? answer.json() : undefined;
  };
  try {
    for (const name of ['captcha', 'pace']) await service.command(['site', 'set', 'demo', name, 'off']);
    await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], `${password}\n`);
    const { out } = await service.command(['moderator', 'token', 'Lan']);
    const authorization = `Bearer ${out.trim().split(/\s/).at(-1)}`;
    const { page, errors } = await openPage(browser, { viewport: { width: 375, height: 800 } });
    const seen = async () => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([wide, await findBarriers(page)]).toEqual([375, []]);
    };
    await enterDesk(page, service.url, 'vi');
    await page.goto(`${service.url}/moderation/account`);
    await seen();
    await card(page).getByLabel('Địa chỉ e-mail của bạn').fill('lan@example.com');
    await card(page).getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    await card(page).getByText('Chưa xác nhận.').waitFor();
    await expect.poll(() => office.received.length).toBe(1);
    const link = office.received[0]?.mail.text?.match(/^http\S+\/mail\/moderator\/\S+/m)?.[0] ?? '';
    await page.goto(link);
    await seen();
    await page.getByRole('button', { name: 'Xác nhận, gửi thư cho tôi' }).click();
    await page.getByRole('heading', { name: 'Bạn đang nhận thư của bàn duyệt bình luận' }).waitFor();
    await seen();
    await page.goto(`${service.url}/moderation/account`);
    await card(page).getByLabel('Mỗi ngày một thư').check();
    await card(page).getByLabel('Giờ gửi hằng ngày').fill('21:30');
    await card(page).getByLabel('Khi có khiếu nại').check();
    await card(page).getByRole('button', { name: /^Lưu/ }).click();
    await card(page).getByText('hằng ngày lúc 21:30, khiếu nại').waitFor();
    await seen();
    const comment = { article: { key: '/bai' }, author: 'Hòa', body: 'Bài viết rất hữu ích.' };
    const { id, receipt } = await post('/api/v1/sites/demo/comments', comment);
    const decision = { action: 'reject', comments: [{ id, version: 1 }] };
    await post('/api/v1/decisions', decision, { authorization });
    await post(`/api/v1/receipts/${receipt}/appeals`, { text: 'Xin xem lại giúp tôi.' });
    await expect.poll(() => office.received.length).toBe(2);
    expect(office.received[1]?.mail.subject).toMatch(/: có khiếu nại mới$/);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await service.stop();
  }
});
