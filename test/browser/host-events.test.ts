import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameOf, type Host, startHost } from '../support/host-page.ts';

// What the frame and the page around it tell each other.

let host: Host;

const listen = `<script>window.told = [];
for (const name of ['ready', 'sent', 'count', 'error'])
  addEventListener('binh-luan:' + name, ({ type, target, detail }) => told.push([type, target.id, detail]));</script>`;
const place = (id: string) => `<div id="${id}" data-binh-luan data-site="bao" data-article="/${id}"></div>`;

beforeAll(async () => {
  host = await startHost();
  host.serve('/hai', place('mot') + place('hai') + host.script, { head: listen });
  host.serve(
    '/cao',
    `<div style="height:6000px"></div>${place('mot')}<div style="height:900px"></div>${host.script}`,
  );
});

afterAll(() => host?.stop());

declare global {
  interface Window {
    told: [type: string, id: string, detail: unknown][];
  }
}

/** What each frame says once it is there. */
const atFirst = ['count hai', 'count mot', 'ready hai', 'ready mot'].map((what) => `binh-luan:${what}`);

const toldTo = (page: Page) => page.evaluate(() => window.told);

/** As a frame of ours says it. */
const say = (page: Page, id: string, message: object) =>
  page
    .locator(`#${id} iframe`)
    .contentFrame()
    .locator('html')
    .evaluate((_, said) => parent.postMessage(said, '*'), message);

test('what happens in a frame is an event of the element it is in', async () => {
  const { page } = await host.open('/hai');
  await frameOf(page, '#hai iframe');
  const begun = async () => (await toldTo(page)).map(([type, id]) => `${type} ${id}`).sort();
  await expect.poll(begun).toEqual(atFirst);
  await say(page, 'hai', { type: 'binh-luan:sent', id: 'abc', state: 'pending' });
  await say(page, 'mot', { type: 'binh-luan:count', count: 3 });
  await expect
    .poll(async () => (await toldTo(page)).slice(atFirst.length))
    .toEqual([
      ['binh-luan:sent', 'hai', { id: 'abc', state: 'pending' }],
      ['binh-luan:count', 'mot', { count: 3 }],
    ]);
});

test('nobody else is heard: neither the page itself nor a frame of another origin', async () => {
  const { page } = await host.open('/hai');
  await frameOf(page, '#hai iframe');
  await expect.poll(async () => (await toldTo(page)).length).toBe(atFirst.length);
  const height = await page.locator('#mot iframe').evaluate((element) => element.clientHeight);
  await page.evaluate(() => {
    postMessage({ type: 'binh-luan:height', height: 9 }, '*');
    const stranger = document.createElement('iframe');
    stranger.srcdoc = '<script>parent.postMessage({ type: "binh-luan:count", count: 9 }, "*")</script>';
    stranger.onload = () => document.body.setAttribute('data-spoken', '');
    document.body.append(stranger);
  });
  await page.waitForSelector('[data-spoken]');
  await say(page, 'mot', { type: 'binh-luan:count', count: 1 });
  await expect.poll(async () => (await toldTo(page)).at(-1)?.[2]).toEqual({ count: 1 });
  expect((await toldTo(page)).length).toBe(atFirst.length + 1);
  expect(await page.locator('#mot iframe').evaluate((element) => element.clientHeight)).toBe(height);
});

test('a comment that the page’s address names is asked for at once, however far down, and later by message', async () => {
  const { page } = await host.open('/cao#binh-luan-abc');
  const address = () => page.locator('iframe').evaluate((element) => (element as HTMLIFrameElement).src);
  expect(new URL(await address()).searchParams.get('comment')).toBe('abc');
  const inside = page.locator('iframe').contentFrame();
  await inside.locator('[data-scripted]').waitFor({ state: 'attached' });
  await inside.locator('html').evaluate((root) => {
    addEventListener('message', ({ data }) => {
      if (data.type === 'binh-luan:show') root.setAttribute('data-shown', data.id);
    });
  });
  await page.evaluate(() => {
    location.hash = '#binh-luan-khac';
  });
  await expect.poll(() => inside.locator('html').getAttribute('data-shown')).toBe('khac');
});

test('a frame too far down to be there yet comes with the comment that is asked for', async () => {
  const { page } = await host.open('/cao');
  await page.waitForSelector('iframe', { state: 'attached' });
  await page.evaluate(() => {
    location.hash = '#binh-luan-abc';
  });
  const asked = () =>
    page.locator('iframe').evaluate((element) => {
      const { searchParams } = new URL((element as HTMLIFrameElement).src);
      return searchParams.get('comment');
    });
  await expect.poll(asked).toBe('abc');
  await page.locator('iframe').contentFrame().locator('[data-scripted]').waitFor({ state: 'attached' });
});

test('the page scrolls to the part of a frame that is to be seen, below what stands fixed', async () => {
  const head = '<style>html{scroll-padding-top:50px;scroll-behavior:smooth}</style>';
  const header = '<header style="position:fixed;top:0;height:50px;width:100%;background:red"></header>';
  host.serve(
    '/cuon',
    `${header}<div style="height:3000px"></div>${place('mot')}<div style="height:3000px"></div>${host.script}`,
    { head },
  );
  const { page } = await host.open('/cuon');
  await frameOf(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await say(page, 'mot', { type: 'binh-luan:height', height: 2400 });
  await say(page, 'mot', { type: 'binh-luan:show', top: 1800, height: 120 });
  const shownAt = () =>
    page.locator('iframe').evaluate((element) => Math.round(element.getBoundingClientRect().top + 1800));
  await expect.poll(shownAt).toBeGreaterThan(50);
  expect(await shownAt()).toBeLessThan(300);
});
