import type { BrowserContext, Frame, Page } from 'playwright-core';

export type Watched = ReturnType<typeof watch>;

/** Pages of which is noted what ran, asked another server, or was stopped only by a policy. */
export function watch(context: BrowserContext, home: string) {
  const caught: string[] = [];

  async function openPage(): Promise<Page> {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      caught.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${home}/`) && !url.startsWith('data:image/')) caught.push(`${page.url()}: ${url}`);
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text()))
        caught.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /** Opens an address; what stands there as text, with nothing that ran. */
  async function look(page: Page, address: string): Promise<string> {
    await page.goto(address.startsWith('http') ? address : home + address);
    return lookHere(page);
  }

  async function lookHere(page: Page): Promise<string> {
    for (const frame of page.frames()) {
      if (await hasRun(frame)) caught.push(`ran: ${frame.url()}`);
    }
    return page.evaluate(() => (document.body.textContent ?? '').replaceAll('\n', ''));
  }

  /** In a frame that is on its way, what it leads to tells. */
  const hasRun = (frame: Frame) => {
    const look = () => frame.evaluate(() => '__ran' in window);
    return look().catch(() => frame.waitForLoadState().then(look));
  };

  /** All pages of a list, one after the other, as one text. */
  async function lookThrough(page: Page, address: string): Promise<string> {
    let text = await look(page, address);
    for (let next = await nextOf(page); next; next = await nextOf(page)) text += await look(page, next);
    return text;
  }

  const nextOf = (page: Page) =>
    page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[rel=next]')?.href);

  return { caught, openPage, look, lookHere, lookThrough };
}

/** Line breaks are elements, so the text of a page has none. */
export const shown = (script: string) => script.normalize('NFC').trim().replaceAll('\n', '');

/** A row of the list has its text in one line, whatever white space parts its words. */
export const squeezed = (text: string) => text.replace(/\s/g, '');
