import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorOf, bodyOf, type Desk, plant, postForm, type Sent } from '../nasty/planted-scripts.ts';
import { scripts } from '../nasty/scripts.ts';
import { shown, squeezed, type Watched, watch } from '../nasty/watched-page.ts';
import { arrive, launchBrowser, openContext } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';

let browser: Browser;
let watched: Watched;
let service: ServiceProcess;
let desk: Desk;
const password = 'mật khẩu rất dài';
let received: Sent[];

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startProcess()]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['pace', 'off'],
    ['origins', `${service.url},https://bao.example`],
  ] as const) {
    await service.command(['site', 'set', 'demo', name, value]);
  }
  await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], `${password}\n`);
  const token = (await service.command(['moderator', 'token', 'Lan'])).out.trim();
  desk = { service, token };
  received = await plant(desk);
  watched = watch(await openContext(browser, { bypassCSP: true }), service.url);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function signIn(): Promise<Page> {
  const page = await watched.openPage();
  await watched.look(page, '/moderation/session/new');
  await page.fill('[name=name]', 'Lan');
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
  await arrive(page, '/moderation');
  return page;
}

test('readers see every script as text, on every page of theirs', async () => {
  const page = await watched.openPage();
  for (const sort of ['newest', 'oldest']) {
    const text = await watched.lookThrough(page, `/embed/demo?article=/chung&sort=${sort}`);
    const hidden = scripts.filter((script, index) => {
      const all = [shown(bodyOf(script, index, 'chung')), authorOf(script)];
      return index >= 20 && !all.every((one) => text.includes(one));
    });
    expect(hidden).toEqual([]);
  }
  for (const [index, script] of scripts.entries()) {
    const query = new URLSearchParams({ article: `/${index}/${script}`, title: script, url: script });
    const text = await watched.look(page, `/embed/demo?${query}`);
    const published = index >= 20;
    expect([script, published, text.split(shown(script)).length > 2]).toEqual([script, published, published]);
  }
  for (const { id, receipt } of received.slice(0, 60)) {
    await watched.look(page, `/receipts/${receipt}`);
    await watched.look(page, `/embed/demo/comments/${id}/report`);
  }
  expect(watched.caught).toEqual([]);
});

test('what was typed into a form comes back as text', async () => {
  const page = await watched.openPage();
  await watched.look(page, '/embed/demo?article=/chung');
  for (const script of scripts.filter((_, index) => index % 8 === 0)) {
    await page.fill('[name=author]', '');
    await page.fill('[name=author]', script);
    await page.fill('[name=body]', script);
    await page.evaluate(() => {
      document.querySelector('#author-mistake')?.remove();
      const form = document.querySelector<HTMLFormElement>('form[method=post]');
      const author = form?.querySelector<HTMLInputElement>('[name=author]');
      if (author) author.value += 'x'.repeat(81);
      if (form) HTMLFormElement.prototype.submit.call(form);
    });
    await page.waitForSelector('#author-mistake');
    await watched.lookHere(page);
    expect(await page.inputValue('[name=body]')).toBe(script);
  }
  expect(watched.caught).toEqual([]);
});

test('moderators see every script as text, on every page of the desk', async () => {
  const page = await signIn();
  const lists = {
    published: scripts.slice(20),
    pending: scripts.slice(50, 70),
    rejected: scripts.slice(10, 20),
  };
  for (const [state, expected] of Object.entries(lists)) {
    const text = squeezed(await watched.lookThrough(page, `/moderation?state=${state}`));
    const missing = expected.filter((script) => !text.includes(squeezed(shown(script))));
    expect([state, state === 'rejected' ? [] : missing]).toEqual([state, []]);
  }
  const reported = squeezed(await watched.lookThrough(page, '/moderation?state=reported'));
  expect(scripts.slice(20).filter((script) => !reported.includes(squeezed(shown(script))))).toEqual([]);
  for (const { id } of received.filter((_, index) => index % 3 === 0))
    await watched.look(page, `/moderation/comments/${id}`);
  const log = await watched.look(page, '/moderation/decisions');
  expect(
    scripts.filter((script, index) => index % 5 === 0 && index < 100 && !log.includes(shown(script))),
  ).toEqual([]);
  for (const script of scripts.filter((_, index) => index % 4 === 0)) {
    const query = new URLSearchParams({
      q: script.slice(0, 200),
      rule: script.slice(0, 64),
      article: script,
    });
    await watched.look(page, `/moderation?${query}`);
    await watched.look(page, `/moderation/bulk?${query}`);
    await watched.look(page, `/moderation/articles?${new URLSearchParams({ q: script.slice(0, 200) })}`);
  }
  expect(watched.caught).toEqual([]);
});

test('owners see every script as text, on every page of theirs', async () => {
  const page = await signIn();
  const reasons = scripts.filter((script) => script.length <= 200 && !/\p{Cc}/u.test(script));
  const settings = new URLSearchParams();
  await watched.look(page, '/moderation/sites/demo');
  const form = await page.evaluate(() => {
    const found = [...document.forms].find((one) => one.action.endsWith('/moderation/sites/demo'));
    return found
      ? [...new FormData(found)].map(([name, value]): [string, string] => [name, String(value)])
      : [];
  });
  for (const [name, value] of form) settings.set(name, value);
  settings.set('name', reasons[0] ?? '');
  settings.set('reject-reasons', reasons.slice(0, 20).join('\n'));
  expect(await postForm(desk, '/moderation/sites/demo', Object.fromEntries(settings))).toBe(303);
  const paths = [
    'sites',
    'sites/demo',
    'moderators',
    'articles',
    'statistics',
    'filter',
    'keys',
    'account',
    'bulk',
    'decisions',
  ];
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(path, await watched.lookThrough(page, `/moderation/${path}`));
  expect(texts.get('sites')).toContain(reasons[0]);
  expect(texts.get('moderators')).toContain(scripts[0]);
  await watched.look(page, '/moderation/filter');
  const words = await page.inputValue('[name=held]');
  expect(words).toContain(scripts[0]?.toLowerCase());
  await page.click('button[value=try]');
  await page.waitForSelector('#trial-heading');
  await page.waitForLoadState();
  await watched.lookHere(page);
  await watched.look(page, `/embed/demo?article=/chung`);
  await watched.look(page, '/docs');
  await watched.look(page, '/');
  await watched.look(page, `/moderation/session/new`);
  await watched.look(page, `/${encodeURIComponent(scripts[0] ?? '')}`);
  expect(watched.caught).toEqual([]);
});
