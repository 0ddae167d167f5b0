import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from '../support/browser.ts';
import { type Desk, settled, shown, startDesk } from '../support/desk.ts';
import { claimsAt, signed } from '../support/identity.ts';

let desk: Desk;
let secret: string;
const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

beforeAll(async () => {
  desk = await startDesk();
  for (const [name, value] of [
    ['identity', 'offered'],
    ['moderation', 'publish-trusted'],
    ['trusted-after', '1'],
  ] as const) {
    await desk.service.command(['site', 'set', 'demo', name, value]);
  }
  secret =
    (await desk.service.command(['site', 'identity-key', 'add', 'demo'])).out.trim().split(/\s+/).at(-1) ??
    '';
  for (const name of ['Trần Minh Quân', 'Lê Thị Hồng Nhung', 'Nguyễn Văn Bình']) {
    const first = await send(name, 'Ý kiến đầu tiên');
    await desk.minhDecides('publish', first.id);
  }
});

afterAll(() => desk?.stop());

async function send(name: string, body: string): Promise<{ id: string; state: string }> {
  const token = signed(secret, claimsAt(Date.now(), { sub: name, name }));
  const answer = await fetch(`${desk.service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'binh-luan-identity': token },
    body: JSON.stringify({
      article: { key: '/bai', title: 'Con đường qua đèo' },
      body: `${body} ${crypto.randomUUID()}.`,
    }),
  });
  return answer.json();
}

test('what trust published is kept by a key, and comes back when that is taken back', async () => {
  const sent = [await send('Trần Minh Quân', 'Một'), await send('Lê Thị Hồng Nhung', 'Hai')];
  expect(sent.map(({ state }) => state)).toEqual(['published', 'published']);
  const { page, errors } = await desk.open('/moderation?state=trusted');
  expect(await shown(page)).toBe(sent[1]?.id);
  expect(await page.locator('[data-count=trusted]').textContent()).toBe('2');
  await page.keyboard.press('p');
  await page.waitForFunction(
    (id) => document.querySelector<HTMLElement>('#pane article')?.dataset.id === id,
    sent[0]?.id,
  );
  await settled(page);
  const kept = async () => (await desk.asMinh('GET', '/api/v1/queue?state=trusted')).trusted;
  expect(await kept()).toBe(1);
  await page.keyboard.press('z');
  await settled(page);
  await expect.poll(kept).toBe(2);
  expect(errors).toEqual([]);
});

test.each([
  ['a desk', { viewport: { width: 1280, height: 800 } }],
  ['a phone', phone],
] as [string, BrowserContextOptions][])(
  'tab and list of readers are seen whole on %s, in light and dark',
  async (_, size) => {
    await send('Nguyễn Văn Bình', 'Ba');
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const path of ['/moderation?state=trusted', '/moderation/readers?site=demo']) {
        const { page } = await desk.open(path, { ...size, colorScheme });
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect([path, isWide, await findBarriers(page)]).toEqual([path, false, []]);
        await page.context().close();
      }
    }
  },
);
