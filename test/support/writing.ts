import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
import { type ServiceProcess, startProcess } from './process.ts';

interface FormOptions extends BrowserContextOptions {
  /** Whether the page's time stands until it is moved. */
  clock?: boolean;
  article?: string;
}

/** The service and a browser for the tests of a file, in which readers write. */
export function startWriting() {
  let browser: Browser;
  let service: ServiceProcess;

  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
    await service.command(['site', 'set', 'demo', 'pace', 'off']);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  return {
    browser: () => browser,
    service: () => service,

    async openForm({ clock = false, article = '/bai', ...options }: FormOptions = {}) {
      const opened = await openPage(browser, options);
      if (clock) await opened.page.clock.install();
      await opened.page.goto(`${service.url}/embed/demo?article=${article}`);
      return opened;
    },

    async answerOf(page: Page): Promise<string> {
      return (await service.command(['captcha', 'answer', await challengeOf(page)])).out.trim();
    },

    /** As if its time were over, or somebody had used it. */
    async spend(id: string): Promise<void> {
      const { status } = await fetch(`${service.url}/api/v1/sites/demo/challenges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ replaces: id }),
      });
      expect(status).toBe(201);
    },
  };
}

/** A site where readers have nothing to do for the captcha, and what it lets in is published; for the tests of a file. */
export function beQuiet(service: () => ServiceProcess): void {
  beforeAll(async () => {
    for (const [name, value] of [
      ['captcha', 'auto'],
      ['work-held', 'off'],
      ['moderation', 'publish-clean'],
    ] as const)
      await service().command(['site', 'set', 'demo', name, value]);
  });
}

/** What the form on top says of the captcha. */
export const note = (page: Page) => page.locator('#gui-binh-luan [data-note]').textContent();

export const isConfirmed = (page: Page) => expect.poll(() => note(page)).toBe('Đã xác nhận');

export const trouble = (page: Page) => page.locator('#gui-binh-luan > .rest > [data-trouble]').textContent();

export const challengeOf = (page: Page) => page.locator('input[name=challenge]').first().inputValue();

export const send = (page: Page) => page.locator('#gui-binh-luan .main').click();

export const announced = (page: Page) => page.locator('#announcer').textContent();

export async function write(page: Page, body: string): Promise<void> {
  await page.fill('[name=author]', 'Đỗ Văn Mù');
  await page.fill('[name=body]', body);
}

/** The form on top unfolds for whoever enters it. */
export const unfold = (page: Page) => page.locator('#body').focus();
