import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnyDesk, middleOf, randomFrom, settled, shows, slowDown } from '../support/desk.ts';

/** How a moderator clears a queue: by keys, by the mouse, on a phone, and where the network is slow. */
export function describeShift(start: () => Promise<AnyDesk>): void {
  let desk: AnyDesk;

  beforeAll(async () => {
    desk = await start();
  });

  afterAll(() => desk?.stop());

  const outcomes = { publish: 'published', reject: 'rejected', spam: 'spam' } as const;
  type Action = keyof typeof outcomes;
  const actions = Object.keys(outcomes) as Action[];

  /** Whatever was meant stands so, by one decision each. */
  async function expectMeant(page: Page, meant: ReadonlyMap<string, Action>, before: number) {
    await settled(page);
    await expect.poll(async () => (await desk.counts()).pending).toBe(0);
    const made = (await desk.log()).slice(0, meant.size);
    const decided = made.map(({ action, comments }) => [comments[0]?.id, action]);
    expect(decided.reverse()).toEqual([...meant]);
    expect(await countDecisions()).toBe(before + meant.size);
    const states = await Promise.all([...meant.keys()].map((id) => desk.stateOf(id)));
    expect(states).toEqual([...meant.values()].map((action) => outcomes[action]));
  }

  async function countDecisions(): Promise<number> {
    const { published, rejected, spam } = await desk.counts();
    return published + rejected + spam;
  }

  /** Works through all that wait; how one comment is decided is the hand's own. */
  async function clear(
    page: Page,
    ids: readonly string[],
    hand: (action: Action, at: number) => Promise<void>,
  ): Promise<Map<string, Action>> {
    const meant = new Map<string, Action>();
    for (const [at, id] of ids.entries()) {
      await shows(page, id);
      const action = actions[(at * 7 + (at >> 2)) % 3] ?? 'spam';
      meant.set(id, action);
      await hand(action, at);
    }
    return meant;
  }

  test('sixty comments by keys: one act each, with keys pressed twice and late answers thrown in', async () => {
    const ids = await desk.fill(60);
    const before = await countDecisions();
    const { page, errors } = await desk.open();
    const random = randomFrom(1);
    await slowDown(page, () => random() * 300);
    const press = { publish: ['p'], reject: ['r', 'r'], spam: ['s'] };
    const meant = await clear(page, ids, async (action, at) => {
      const [first = '', ...rest] = press[action];
      if (at % 5 === 0 && rest.length === 0) await pressTwice(page, first);
      else for (const key of [first, ...rest]) await page.keyboard.press(key);
    });
    await expectMeant(page, meant, before);
    expect(errors).toEqual([]);
  });

  /** As a key that trembles does: the second time comes at once. */
  const pressTwice = (page: Page, key: string) =>
    page.evaluate((key) => {
      for (let turn = 0; turn < 2; turn += 1)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }, key);

  /** Where a mouse presses for an action: one place, or the reasons and then one of them. */
  const places = {
    publish: ['#pane .decide > button[value=publish]'],
    spam: ['#pane .decide > button[value=spam]'],
    reject: ['#pane .no > summary', '#pane .no [name=reason]'],
  };

  test('sixty comments by the mouse alone: none is missed and none decided twice, however it is clicked', async () => {
    const ids = await desk.fill(60);
    const before = await countDecisions();
    const { page, errors } = await desk.open();
    const random = randomFrom(2);
    await slowDown(page, () => random() * 300);
    const meant = await clear(page, ids, async (action, at) => {
      for (const [step, place] of places[action].entries()) {
        const { x, y } = await middleOf(page, place);
        await page.mouse.move(x - 60, y - 40);
        await page.mouse.move(x, y);
        if (at % 4 === 1) await page.mouse.dblclick(x, y);
        else await page.mouse.click(x, y);
        if (at % 6 === 2 && step === places[action].length - 1) await page.mouse.click(x, y);
      }
    });
    await expectMeant(page, meant, before);
    expect(errors).toEqual([]);
  });

  test('sixty comments on a phone: one tap each, and a second tap there decides nothing unseen', async () => {
    const ids = await desk.fill(60);
    const before = await countDecisions();
    const { page, errors } = await desk.open('/moderation', {
      viewport: { width: 375, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const random = randomFrom(3);
    await slowDown(page, () => random() * 300);
    await page.clock.install();
    await page.reload();
    await page.waitForSelector('[data-scripted]');
    await page.locator('#queue .row h3 a').first().tap();
    const meant = await clear(page, ids, async (action, at) => {
      // A hand takes half a second to come back; the clock of the page alone goes on.
      await page.clock.runFor(500);
      for (const place of places[action]) {
        const { x, y } = await middleOf(page, place);
        await page.touchscreen.tap(x, y);
        if (at % 4 === 1) await page.touchscreen.tap(x + 9, y + 6);
      }
    });
    await page.clock.runFor(500);
    await expectMeant(page, meant, before);
    expect(errors).toEqual([]);
  });

  /** How long it takes from a key to the next comment on the screen, as the page itself sees it. */
  async function measure(page: Page): Promise<number[]> {
    return page.evaluate(() => window.shownAfter);
  }

  test('on a slow network the next comment is there before any answer, by key and by decision', async () => {
    const ids = await desk.fill(40);
    const { page } = await desk.open();
    await slowDown(page, () => 400, '**/{api,moderation}/**');
    await Promise.all([page.waitForResponse(/\/moderation\/panes/), page.reload()]);
    await page.evaluate(() => {
      window.shownAfter = [];
      let pressedAt = 0;
      addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true });
      const seen = () => window.shownAfter.push(performance.now() - pressedAt);
      new MutationObserver(([change]) => {
        const [shown] = change?.addedNodes ?? [];
        if (shown instanceof HTMLElement && shown.matches('article')) requestAnimationFrame(seen);
      }).observe(document.querySelector('#pane') ?? document, { childList: true });
    });
    for (const [at, id] of ids.slice(0, -1).entries()) {
      await shows(page, id);
      await page.keyboard.press(['j', 'p', 's'][at % 3] ?? 'j');
    }
    await shows(page, ids.at(-1));
    await expect.poll(async () => (await measure(page)).length).toBe(ids.length - 1);
    const sorted = (await measure(page)).toSorted((one, other) => one - other);
    console.info('from a key to the next comment, ms:', sorted[20]?.toFixed(1), sorted.at(-1)?.toFixed(1));
    expect(sorted.at(-1)).toBeLessThan(400);
  });
}

declare global {
  interface Window {
    shownAfter: number[];
  }
}
