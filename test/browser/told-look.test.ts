import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, launchBrowser, openPage } from '../support/browser.ts';
import { channels, enterDesk, password, startTold, type Told } from '../support/told.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** Where each page is, and what is done there before it is looked at. */
type Places = Record<string, [path: string, does?: (page: Page) => Promise<unknown>]>;

const owners = ({ ids }: Told): Places => ({
  alerts: ['/moderation', (page) => page.waitForSelector('.alerts li + li')],
  channels: [channels],
  mistaken: [channels, (page) => add(page, 'https://10.0.0.1/', '.mistake')],
  secret: [channels, (page) => add(page, 'https://hooks.example.com/bao', '#secret')],
  delivered: [`${channels}/${ids.works}`],
  failed: [`${channels}/${ids.fails}`],
  feed: ['/moderation/account', makeFeed],
});

const readers = ({ receipts, mailboxes }: Told): Places => ({
  ...Object.fromEntries(Object.entries(mailboxes).map(([said, path]) => [`letters, ${said}`, [path]])),
  form: ['/embed/demo?article=/bai', (page) => page.locator('#body').focus()],
  'without an address': ['/embed/demo?article=/bai', sendWithoutAddress],
  'receipt, told': [receipts.accept],
  'receipt, not told': [receipts.stop],
});

async function add(page: Page, url: string, seen: string) {
  await page.fill('[name=url]', url);
  await page.locator('section form .main').click();
  await page.waitForSelector(seen);
}

async function makeFeed(page: Page) {
  const card = page.locator('#tokens');
  await card.locator('summary').click();
  await card.locator('[value=feed]').check();
  await card.locator('[name=name]').fill('Máy đọc tin');
  await card.locator('[name=password]').fill(password);
  await card.locator('.main').click();
  await page.waitForSelector('.told .key');
}

async function sendWithoutAddress(page: Page) {
  await page.fill('#body', 'Bài viết rất hữu ích.');
  await page.fill('#author', 'Hòa');
  await page.check('#notify');
  await page.locator('#gui-binh-luan .main').click();
  await page.waitForSelector('#email[aria-invalid=true]');
}

describe.each([
  ['light', 'vi', 'none', 'any', 375],
  ['light', 'en', 'none', 'any', 1280],
  ['dark', 'en', 'none', 'colours', 375],
  ['light', 'vi', 'active', 'colours', 1280],
] as const)('%s, in %s, with forced colours %s', (colorScheme, language, forcedColors, least, width) => {
  test(`axe finds nothing on any page about being told, of ${least}, and none is wider than its window`, async () => {
    const told = await startTold();
    const { service } = told;
    const viewport = { width, height: 800 };
    const options = { colorScheme, forcedColors, viewport, locale: language };
    const { page, errors } = await openPage(browser, options);
    const lookAt = async (places: Places) => {
      for (const [name, [path, does]] of Object.entries(places)) {
        await page.goto(service.url + path);
        await does?.(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        const seen = [await page.getAttribute('html', 'lang'), wide, await findBarriers(page, least)];
        expect([name, ...seen]).toEqual([name, language, width, []]);
      }
    };
    try {
      await service.command(['site', 'set', 'demo', 'language', language]);
      await lookAt(readers(told));
      await enterDesk(page, service.url, language);
      await lookAt(owners(told));
      expect(errors).toEqual([]);
    } finally {
      await service.stop();
    }
  });
});
