import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameOf, type Host, startHost } from '../support/host-page.ts';

// What is wrong with a page or with the service, told to whom it concerns.

let host: Host;

beforeAll(async () => {
  host = await startHost();
});

afterAll(() => host?.stop());

const listen = `<script>window.reasons = [];
addEventListener('binh-luan:error', ({ detail }) => reasons.push(detail.reason));</script>`;

declare global {
  interface Window {
    reasons: string[];
  }
}

async function openWith(
  attributes: string,
  before: (page: Page) => Promise<unknown> = async () => undefined,
) {
  host.serve('/loi', `<div data-binh-luan ${attributes}></div>${host.script}`, { head: listen });
  const opened = await host.open('/trong');
  await before(opened.page);
  await opened.page.goto(`${host.url}/loi`);
  return { ...opened, ours: () => opened.warnings.filter((line) => line.startsWith('binh-luan:')) };
}

const reasons = (page: Page) => page.evaluate(() => window.reasons);
const hole = (page: Page) => page.locator('[data-binh-luan]').evaluate((element) => element.clientHeight);

test.each([
  ['is missing', '', 'Thiếu data-site'],
  ['is misspelt', 'data-site="boa"', 'Không có trang báo "boa"'],
])(
  'where the name of the site %s, its owner is told what to do, and readers see no hole',
  async (_, attributes, line) => {
    const { page, ours, errors } = await openWith(attributes);
    await expect.poll(() => reasons(page)).toEqual(['site']);
    expect(ours()).toEqual([expect.stringContaining(line)]);
    expect(errors).toEqual([]);
    await expect.poll(() => hole(page)).toBe(0);
  },
);

test('where the page’s origin is not listed, the owner is told which to list, and readers see no hole', async () => {
  await host.service.command(['site', 'set', 'bao', 'origins', 'https://bao.example']);
  const { page, ours } = await openWith('data-site="bao"');
  await expect.poll(() => reasons(page)).toEqual(['origin']);
  expect(ours()).toEqual([expect.stringContaining(`chưa cho ${host.url} hiện bình luận`)]);
  await expect.poll(() => hole(page)).toBe(0);
  await host.service.command(['site', 'set', 'bao', 'origins', host.url]);
});

test('a name that is set right later is followed', async () => {
  const { page } = await openWith('');
  await expect.poll(() => reasons(page)).toEqual(['site']);
  await page.evaluate(() => document.querySelector('[data-binh-luan]')?.setAttribute('data-site', 'bao'));
  await frameOf(page);
});

test.each([
  ['is down', (page: Page) => page.route(/\/(embed\/|api\/)/, (route) => route.abort('connectionrefused'))],
  [
    'answers through a gateway that finds nobody',
    (page: Page) =>
      page.route(/\/(embed\/|api\/)/, (route) => route.fulfill({ status: 502, body: 'Bad gateway' })),
  ],
])('while the service %s, readers are told, and may try again', async (_, turnOff) => {
  const { page, ours } = await openWith('data-site="bao"', turnOff);
  await expect.poll(() => reasons(page)).toEqual(['unreachable']);
  expect(ours().length).toBe(1);
  const again = page.getByRole('button', { name: 'Thử lại' });
  expect(await again.textContent()).toContain('Chưa tải được bình luận.');
  await page.unrouteAll();
  await again.click();
  await frameOf(page);
  expect(await again.count()).toBe(0);
});

test('in a page in English readers are told in English', async () => {
  host.serve(
    '/english',
    `<div data-binh-luan data-site="bao"></div>${host.script}<script>document.documentElement.lang = 'en-GB'</script>`,
  );
  const { page } = await host.open('/trong');
  await page.route(/\/(embed\/|api\/)/, (route) => route.abort());
  await page.goto(`${host.url}/english`);
  await page.getByRole('button', { name: 'The comments did not load. Try again' }).waitFor();
});
