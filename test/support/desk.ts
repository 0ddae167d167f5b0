import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readForm } from '../contract/page.ts';
import { arrive, launchBrowser, openPage } from './browser.ts';
import { startProcess } from './process.ts';
import { startWorker } from './worker-process.ts';

const password = 'mật khẩu rất dài';

interface Logged {
  action: string;
  comments: { id: string }[];
}

/** A service with two moderators, and a browser in which one of them works: Lan, while Minh is a program. */
export async function startDesk() {
  const [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['pace', 'off'],
  ] as const) {
    await service.command(['site', 'set', 'demo', name, value]);
  }
  for (const name of ['Lan', 'Minh']) {
    await service.command(['moderator', 'add', name, '--role', 'owner'], `${password}\n`);
  }
  const token = (await service.command(['moderator', 'token', 'Minh'])).out.trim();
  const minh = { authorization: `Bearer ${token}` };
  return { service, ...deskAt(browser, service, minh) };
}

/** The same on Workers: Lan is its first owner, and Minh works in a session of hers. */
export async function startDeskOnWorkers() {
  const [browser, worker] = await Promise.all([launchBrowser(), startWorker()]);
  const { url } = worker;
  const form = async (address: string, fields: Record<string, string>, cookie = '') => {
    const body = new URLSearchParams(fields);
    return fetch(address, { method: 'POST', body, headers: { origin: url, cookie }, redirect: 'manual' });
  };
  const signedUp = await form(worker.setupLink, { name: 'Lan', password });
  const cookie = signedUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const site = `${url}/moderation/sites/demo`;
  const page = await (await fetch(site, { headers: { cookie } })).text();
  const { fields } = readForm(page, new URL(site).pathname);
  await form(site, { ...fields, captcha: 'off', pace: 'off' }, cookie);
  return deskAt(browser, worker, { cookie });
}

interface Served {
  url: string;
  stop: () => Promise<void>;
}

function deskAt(browser: Browser, served: Served, minh: Readonly<Record<string, string>>) {
  const { url } = served;

  async function asMinh(method: string, path: string, body?: object) {
    const headers = { ...minh, 'content-type': 'application/json' };
    const given = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(url + path, given);
    return answer.status === 204 ? undefined : answer.json();
  }

  const versionOf = async (id: string): Promise<{ state: string; version: number }> => {
    const asked = `since=2020-01-01T00:00:00Z&ids=${id}`;
    return (await asMinh('GET', `/api/v1/queue/changes?${asked}`)).comments[0];
  };

  return {
    ...{ browser, asMinh, versionOf },
    counts: async () => (await asMinh('GET', '/api/v1/queue')).counts,
    log: async (): Promise<Logged[]> => (await asMinh('GET', '/api/v1/decisions?limit=100')).decisions,
    stateOf: async (id = '') => (await versionOf(id)).state,
    /** Decides as a colleague does. */
    async minhDecides(action: string, id = '') {
      const { version } = await versionOf(id);
      return asMinh('POST', '/api/v1/decisions', { action, comments: [{ id, version }] });
    },
    send: (count: number, what?: string) => sendComments(url, count, what),
    /** A queue of its own: everything that waited is gone, and so many new ones wait. */
    async fill(count: number, what?: string): Promise<string[]> {
      const { comments } = await asMinh('GET', '/api/v1/queue?limit=100');
      const left = comments.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
      if (left.length > 0) await asMinh('POST', '/api/v1/decisions', { action: 'spam', comments: left });
      return sendComments(url, count, what);
    },
    open: (path?: string, options?: BrowserContextOptions) => signIn(browser, url, path, options),
    async stop() {
      await browser.close();
      await served.stop();
    },
  };
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;
export type AnyDesk = Omit<Desk, 'service'>;

async function sendComments(url: string, count: number, what = 'Ý kiến'): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const answer = await fetch(`${url}/api/v1/sites/demo/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        article: { key: '/bai' },
        author: `Bạn đọc ${number}`,
        body: `${what} về ${crypto.randomUUID()}.`,
      }),
    });
    ids.push((await answer.json()).id);
  }
  return ids;
}

async function signIn(
  browser: Browser,
  url: string,
  path = '/moderation',
  options: BrowserContextOptions = {},
) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 800 }, ...options });
  await opened.page.goto(`${url}/moderation/session/new`);
  await opened.page.fill('[name=name]', 'Lan');
  await opened.page.fill('[name=password]', password);
  await opened.page.keyboard.press('Enter');
  await arrive(opened.page, '/moderation');
  if (path !== '/moderation') await opened.page.goto(url + path);
  await opened.page.waitForSelector('[data-scripted]');
  return opened;
}

/** The comment that the pane shows. */
export const shown = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('#pane article')?.dataset.id ?? '');

export const told = (page: Page) => page.locator('#last [role=status]').textContent();

/** Nothing is on its way any more. */
export const settled = (page: Page) => expect.poll(() => page.locator('[aria-busy]').count()).toBe(0);

/** The pane shows this comment. */
export const shows = (page: Page, id: string | undefined) =>
  page.waitForFunction((id) => document.querySelector<HTMLElement>('#pane article')?.dataset.id === id, id);

/** Answers to what is decided come late: so late, each. */
export async function slowDown(page: Page, delayMs: () => number, what = '**/api/v1/decisions**') {
  await page.route(what, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs()));
    await route.continue().catch(() => undefined);
  });
}

/** Numbers from 0 to 1 that are the same each time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The middle of something that can be seen. */
export async function middleOf(page: Page, selector: string) {
  const box = await page.locator(selector).filter({ visible: true }).first().boundingBox();
  if (!box) throw new Error(`nothing to be seen of ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
