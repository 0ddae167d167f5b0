import { expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { openPostOffice } from '../support/post-office.ts';
import { startProcess } from '../support/process.ts';

test('the box is there for each form, unticked, with scripts; what it asks for comes by mail, and its page confirms', async () => {
  const office = await openPostOffice();
  const [browser, service] = await Promise.all([
    launchBrowser(),
    startProcess({ SMTP_URL: office.url, MAIL_FROM: 'binh-luan@bao.example' }),
  ]);
  try {
    for (const [name, value] of [
      ['captcha', 'off'],
      ['pace', 'off'],
      ['moderation', 'publish-clean'],
    ])
      await service.command(['site', 'set', 'demo', String(name), String(value)]);
    const { page, errors } = await openPage(browser, { viewport: { width: 390, height: 800 } });
    await page.goto(`${service.url}/embed/demo?article=/bai`);
    await page.fill('#body', 'Bài viết rất hữu ích.');
    await page.fill('#author', 'Hòa');
    const box = page.getByLabel('Báo cho tôi khi bình luận được duyệt hoặc có người trả lời');
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await page.locator('#gui-binh-luan .main').click();
    await page.waitForSelector('#email[aria-invalid=true]');
    expect(await page.locator('#notify').isChecked()).toBe(true);
    await page.fill('#email', 'hoa@example.com');
    await page.locator('#gui-binh-luan .main').click();
    await page.waitForSelector('#binh-luan-status');
    await expect.poll(() => office.received.length).toBe(1);
    await page
      .getByRole('link', { name: /^Trả lời/ })
      .or(page.getByRole('button', { name: /^Trả lời/ }))
      .first()
      .click();
    await page.waitForSelector('#r-notify');
    expect(await page.locator('#r-notify').isChecked()).toBe(false);
    const link = office.received[0]?.mail.text?.match(/^http\S+\/mail\/\S+/m)?.[0] ?? '';
    await page.goto(link);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Xác nhận, gửi thư cho tôi' }).click();
    await page.getByRole('heading', { name: /^Bạn đang nhận thư báo tin/ }).waitFor();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await service.stop();
  }
});
