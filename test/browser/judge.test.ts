import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { says, startReceiver } from '../support/receiver.ts';

let desk: Desk;
const site = '/moderation/sites/demo';
const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk?.stop());

test('an owner gives a judge, makes its secret, tries it, and finds its reasons and its figures at the desk', async () => {
  const judge = await startReceiver();
  judge.answer = says({
    verdict: 'hold',
    risk: 0.82,
    findings: [{ message: 'Giễu cợt người viết.', start: 0, end: 6 }],
  });
  const { page, errors } = await desk.open();
  await page.goto(desk.service.url + site);
  await page.fill('#judge-url', `${judge.url}/judge`);
  await page.click('form.stack > p > button.main');
  await page.click(`a[href="${site}/judge"]`);
  await page.click('button[value=secret]');
  expect(await page.inputValue('#secret')).toMatch(/^whsec_/);
  await page.dblclick('button[value=try]');
  const told = page.locator('.notice[role=status]', { hasText: 'Đề nghị duyệt' });
  await expect.poll(() => told.innerText()).toContain('rủi ro 82%');
  expect(await told.innerText()).toContain('Giễu cợt người viết. Bài vi');
  const pages = [`${site}/judge`];
  const [id] = await desk.fill(1, 'Con đường');
  pages.push(`/moderation/comments/${id}`);
  await page.goto(`${desk.service.url}${pages[1]}`);
  await expect.poll(() => page.locator('.why').innerText()).toContain('Giễu cợt người viết.');
  expect(await page.locator('.why .chip.warn').innerText()).toBe('Bộ lọc ngoài');
  await desk.minhDecides('reject', id);
  pages.push('/moderation/filter');
  await page.goto(`${desk.service.url}/moderation/filter`);
  expect(await page.locator('section[aria-labelledby=judge-heading] tbody tr').first().innerText()).toBe(
    'Đề nghị duyệt\t0\t1\t100%',
  );
  expect(errors).toEqual([]);
  for (const options of [{}, { colorScheme: 'dark' } as const, phone]) {
    const seen = (await desk.open('/moderation', options)).page;
    for (const path of pages) {
      await seen.goto(desk.service.url + path);
      expect([path, await findBarriers(seen, 'any')]).toEqual([path, []]);
      expect(await seen.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  }
});
