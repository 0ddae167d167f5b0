import { createServer } from 'node:http';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
import { freePort, startProcess } from './process.ts';

interface Given {
  head?: string;
  headers?: Record<string, string>;
  type?: string;
}

export type Host = Awaited<ReturnType<typeof startHost>>;

/** A newspaper's own server, on an origin of its own that the site `bao` lists, beside the service, and a browser. */
export async function startHost() {
  const [browser, service, port] = await Promise.all([launchBrowser(), startProcess(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const files = new Map<string, { content: string | Uint8Array; headers: Record<string, string> }>();
  const held = new Map<string, Promise<void>>();
  const server = createServer(async (asked, answer) => {
    const path = asked.url?.split('?', 1)[0] ?? '';
    await held.get(path);
    const { content, headers } = files.get(path) ?? { content: '', headers: {} };
    answer.writeHead(content ? 200 : 404, headers).end(content);
  }).listen(port, '127.0.0.1');
  await service.command(['site', 'add', 'bao', '--name', 'Báo', '--origin', url]);
  for (const [name, value] of Object.entries({ captcha: 'off', pace: 'off', moderation: 'publish-clean' })) {
    await service.command(['site', 'set', 'bao', name, value]);
  }
  const script = `<script src="${service.url}/embed.js" async></script>`;
  const serveFile = (path: string, content: string | Uint8Array, type: string, headers = {}) =>
    files.set(path, { content, headers: { 'content-type': type, ...headers } });
  return {
    browser,
    service,
    url,
    /** The line that sites paste beside their places. */
    script,
    serveFile,
    /** Serves a page with this in its body. */
    serve: (path: string, body: string, { head = '', headers = {} }: Given = {}) =>
      serveFile(path, document(head, body), 'text/html; charset=utf-8', headers),
    /** Keeps a file from coming until it is let go. */
    hold(path: string): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(path, promise);
      return resolve;
    },
    /** With `clock`, the time of the page stands until it is moved. */
    async open(path: string, { clock = false }: { clock?: boolean } = {}) {
      const opened = await openPage(browser);
      if (clock) await opened.page.clock.install();
      const warnings: string[] = [];
      opened.page.on('console', (message) => {
        if (message.type() === 'warning') warnings.push(message.text());
      });
      await opened.page.goto(url + path);
      return { ...opened, warnings };
    },
    send: (article: string, body: string) =>
      fetch(`${service.url}/api/v1/sites/bao/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ article: { key: article }, author: 'Hòa', body }),
      }),
    async stop() {
      await browser.close();
      server.close();
      await service.stop();
    },
  };
}

function document(head: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tin của báo</title>
<style>body{font:17px Georgia,serif;color:#222;background:#fff}</style>${head}</head><body>${body}</body></html>`;
}

/** The page in a frame, once its script runs; a frame loads once it is near. */
export async function frameOf(page: Page, selector = 'iframe'): Promise<Frame> {
  const place = page.locator(selector).first();
  // Again and again, since the page may put another frame in its place meanwhile.
  const running = place.contentFrame().locator('[data-scripted] .frame');
  let frame: Frame | null = null;
  await expect
    .poll(async () => {
      await place.evaluate((element) => element.scrollIntoView());
      const element = (await running.count()) === 1 ? await page.$(selector) : null;
      frame = (await element?.contentFrame()) ?? null;
      await element?.dispose();
      return frame !== null;
    })
    .toBe(true);
  if (!frame) throw new Error('no frame');
  return frame;
}

/** The articles whose comments a page frames, in its order. */
export function articlesIn(page: Page): Promise<string[]> {
  return page.locator('iframe').evaluateAll((frames) =>
    frames.map((frame) => {
      const { searchParams } = new URL((frame as HTMLIFrameElement).src);
      return searchParams.get('article') ?? new URL(searchParams.get('url') ?? '').pathname;
    }),
  );
}
