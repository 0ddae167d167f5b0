import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { frameOf, type Host, startHost } from './host-page.ts';
import { claimsAt, type Parts, signed } from './identity.ts';

/** Answers what it is asked for from a list, and notes who asked. */
const listen = `<script>window.asked = []; window.next = [];
addEventListener('binh-luan:identity', ({ target }) => {
  asked.push(target.id);
  if (next.length > 0) target.dataset.identity = next.shift();
});</script>`;

declare global {
  interface Window {
    asked: string[];
    next: string[];
  }
}

/** A newspaper that says who its signed-in readers are, for the tests of a file. */
export function startVouching() {
  let host: Host;
  let secret: string;

  const set = (name: string, value: string) => host.service.command(['site', 'set', 'bao', name, value]);

  beforeAll(async () => {
    host = await startHost();
    secret = await addKey(host);
  });

  beforeEach(async () => {
    await set('identity', 'offered');
    await set('captcha', 'on');
    await set('moderation', 'publish-clean');
  });

  afterAll(() => host?.stop());

  return {
    host: () => host,
    set,
    token: (more: Parts = {}) => vouch(secret, more),

    /** A page about an article, for who is named by a token. */
    async open(article: string, identity = '', more: { clock?: boolean; also?: string } = {}) {
      host.serve(`/${article}`, place(article, identity) + (more.also ?? '') + host.script, { head: listen });
      const opened = await host.open(`/${article}`, more);
      return { ...opened, frame: await frameOf(opened.page, `#${article} iframe`) };
    },

    /** The answer of the captcha in a form. */
    async answerIn(frame: Frame): Promise<string> {
      const id = await frame.locator('#gui-binh-luan [name=challenge]').inputValue();
      return (await host.service.command(['captcha', 'answer', id])).out.trim();
    },

    /** What was signed before is good for nothing then. */
    async replaceKey(): Promise<void> {
      const { out } = await host.service.command(['site', 'identity-key', 'list', 'bao']);
      for (const [, id = ''] of out.matchAll(/"id":"([^"]+)"/g))
        await host.service.command(['site', 'identity-key', 'remove', 'bao', id]);
      secret = await addKey(host);
    },
  };
}

async function addKey({ service }: Host): Promise<string> {
  const { out, err, code } = await service.command(['site', 'identity-key', 'add', 'bao']);
  if (code !== 0) throw new Error(err);
  return out.trim();
}

/** What a newspaper's own server makes just now for who is signed in there. */
export function vouch(secret: string, more: Parts = {}): string {
  return signed(secret, claimsAt(Date.now(), { name: 'Lê Thị Thu', aud: 'bao', ...more }));
}

/** Where a page has comments for who is named by a token. */
export function place(id: string, identity = ''): string {
  return `<div id="${id}" data-binh-luan data-site="bao" data-article="/${id}" data-identity="${identity}"></div>`;
}

export const signIn = (page: Page, article: string, identity: string) =>
  page
    .locator(`#${article}`)
    .evaluate((element, given) => element.setAttribute('data-identity', given), identity);

export const known = (frame: Frame) => frame.waitForSelector('.frame[data-identified]');
export const unknown = (frame: Frame) => frame.waitForSelector('.frame:not([data-identified])');
export const sendIn = (frame: Frame) => frame.locator('#gui-binh-luan .main').click();
export const written = (frame: Frame) => frame.inputValue('#body');
export const focused = (frame: Frame) => frame.evaluate(() => document.activeElement?.id);
