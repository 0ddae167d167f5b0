import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { cutOff, smallTargets, spaceOut, tabThrough } from '../support/measures.ts';

let desk: Desk;
let readers: string[];
let moderators: string[];

/** A thread, a comment in each state, and a form that asks for all it can. */
beforeAll(async () => {
  desk = await startDesk();
  const first = await say('Tôi đồng ý với bài viết này.');
  await desk.minhDecides('publish', first.id);
  await desk.minhDecides('publish', (await say('Tôi cũng nghĩ như bạn.', first.id)).id);
  const refused = await say('Bài này dở quá đi mất.');
  await desk.minhDecides('reject', refused.id);
  const waiting = await say('Xem thêm ở đây nhé: https://bit.ly/abc');
  await desk.send(6);
  for (const [name, value] of [
    ['captcha', 'on'],
    ['consent', 'ask'],
    ['privacy-url', 'https://bao.example/rieng-tu'],
  ] as const)
    await desk.service.command(['site', 'set', 'demo', name, value]);
  readers = [
    '/embed/demo?article=/bai',
    ...[first, refused, waiting].map(({ receipt }) => `/receipts/${receipt}`),
    ...['withdraw', 'erasure'].map((question) => `/receipts/${waiting.receipt}/${question}`),
  ];
  moderators = [
    '/moderation',
    `/moderation/comments/${waiting.id}`,
    '/moderation?state=rejected',
    '/moderation/bulk?state=pending',
    ...['log', 'blocks', 'readers', 'views?asked=q%3Dbai', 'filter', 'statistics', 'account', 'keys'].map(
      (name) => `/moderation/${name}`,
    ),
    ...['sites', 'sites/demo', 'sites/demo/channels', 'moderators', 'articles'].map(
      (name) => `/moderation/${name}`,
    ),
  ];
});

afterAll(() => desk?.stop());

async function say(body: string, parentId?: string): Promise<{ id: string; receipt: string }> {
  const article = { key: '/bai', title: 'Xe buýt miễn phí' };
  const sent = await fetch(`${desk.service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article, author: 'Nguyễn Thị Hòa', body, parentId }),
  });
  return sent.json();
}

/** The other size is what is left of a window of 1280 × 1024 that is enlarged to 400 %. */
describe.each([
  [320, 256],
  [1280, 800],
] as const)('in a window of %i × %i', (width, height) => {
  const options = { viewport: { width, height } };

  test('readers reach all by Tab and see where they are, meet no small target, and lose nothing of spaced text', async () => {
    const { page } = await openPage(desk.browser, options);
    for (const path of readers) await tryOut(page, path);
  });

  test('moderators do too, on every page of the desk', async () => {
    const { page } = await desk.open('/moderation', options);
    for (const path of moderators) await tryOut(page, path);
  });
});

async function tryOut(page: Page, path: string): Promise<void> {
  await page.goto(desk.service.url + path);
  if (path.startsWith('/embed/')) await page.locator('[data-scripted] #body').focus();
  const { stops, unseen } = await tabThrough(page);
  expect(stops).toBeGreaterThan(2);
  const before = { small: await smallTargets(page), cut: await cutOff(page) };
  await spaceOut(page);
  const found = { path, unseen, ...before, cutWhenSpaced: await cutOff(page) };
  expect(found).toEqual({ path, unseen: [], small: [], cut: [], cutWhenSpaced: [] });
}
