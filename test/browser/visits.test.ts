import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pickFrom, rollFrom } from '../nasty/dice.ts';
import { launchBrowser, openContext } from '../support/browser.ts';
import { type ServiceProcess, startProcess } from '../support/process.ts';
import { textOf } from '../support/varied.ts';

/** `VISITS=200 VISITS_SEED=… npx vitest run test/browser/visits.test.ts` goes through more of them, or the same again. */
const visits = Number(process.env.VISITS ?? 24);
const seed = Number(process.env.VISITS_SEED ?? 2002);
const hour = 3_600_000;

let browser: Browser;
let service: ServiceProcess;
let token = '';

beforeAll(async () => {
  [browser, service] = await Promise.all([
    launchBrowser(),
    startProcess(
      { TRUSTED_PROXIES: '127.0.0.1', CLOCK_STEP_MINUTES: '60' },
      { preload: './test/support/moving-clock.ts' },
    ),
  ]);
  await service.command(['site', 'set', 'demo', 'captcha', 'auto']);
  await service.command(['site', 'set', 'demo', 'site-per-hour', '0']);
  await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], 'mật khẩu rất dài\n');
  token = (await service.command(['moderator', 'token', 'Lan'])).out.trim();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function ask(path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await fetch(service.url + path, { ...init, headers })).json();
}

let asked = 0;

/** What time it is there; each time it is somebody else who asks. */
async function nowThere(): Promise<number> {
  asked += 1;
  const headers = { 'x-forwarded-for': `203.0.${Math.floor(asked / 250)}.${(asked % 250) + 1}` };
  const path = `${service.url}/api/v1/sites/demo/challenges`;
  const { expiresAt } = await (await fetch(path, { method: 'POST', headers })).json();
  return Date.parse(expiresAt) - 600_000;
}

async function moveOn(): Promise<void> {
  const before = await nowThere();
  service.signal('SIGUSR2');
  await expect.poll(nowThere).toBeGreaterThan(before + hour / 2);
}

/** Somebody who comes to write one comment, whatever happens meanwhile. */
interface Visit {
  context: BrowserContext;
  page: Page;
  address: string;
  text: string;
  roll: () => number;
  /** The form in which they write. */
  form: 'gui-binh-luan' | 'tra-loi';
}

const body = ({ page, form }: Visit) => page.locator(`#${form} [name=body]`);
const button = ({ page, form }: Visit) => page.locator(`#${form} .main`);
const sent = ({ page }: Visit) => page.locator('#binh-luan-status');

/** What may come between a first word and the click that sends; each leaves the form as its reader would. */
const turns = {
  async 'types slowly'(visit: Visit) {
    await body(visit).fill('');
    await body(visit).pressSequentially(visit.text.slice(0, 12));
    await visit.page.clock.fastForward('08:00');
    await body(visit).fill(visit.text);
    await visit.page.clock.fastForward('01:45');
  },
  async 'reloads the page'(visit: Visit) {
    await visit.page.reload();
    await begin(visit);
    await expect.poll(() => body(visit).inputValue()).toBe(visit.text);
  },
  async 'has it open in two tabs'(visit: Visit) {
    const other = await visit.context.newPage();
    await other.goto(visit.address);
    await other.fill('#body', 'Chỉ viết thử, rồi thôi.');
    await other.close();
  },
  async 'sleeps for an hour'(visit: Visit) {
    await moveOn();
    await visit.page.clock.fastForward('01:00:00');
  },
  async 'sleeps, and the clock of the device does not notice'() {
    await moveOn();
  },
  async 'is offline as they send'(visit: Visit) {
    await visit.context.setOffline(true);
    await button(visit).click();
    await expect
      .poll(() => visit.page.locator(`#${visit.form} .rest > [data-trouble]`).textContent())
      .not.toBe('');
    await visit.context.setOffline(false);
  },
  async 'types a wrong e-mail first'(visit: Visit) {
    const email = visit.page.locator(`#${visit.form} [name=email]`);
    await email.fill('không phải');
    await sendTo(visit, visit.page.locator(`#${visit.form} [name=email][aria-invalid=true]`));
    await email.fill('');
  },
  async 'forgets the name first'(visit: Visit) {
    const author = visit.page.locator(`#${visit.form} [name=author]`);
    await author.fill('');
    await sendTo(visit, visit.page.locator(`#${visit.form} [name=author][aria-invalid=true]`));
    await author.fill('Nguyễn Thị Hòa');
  },
  async 'goes to another page and back'(visit: Visit) {
    await visit.page.goto(`${service.url}/docs`);
    await visit.page.goBack();
    await begin(visit);
    await expect.poll(() => body(visit).inputValue()).toBe(visit.text);
  },
  async 'gets slow answers'({ page, roll }: Visit) {
    const waitMs = 100 + roll() * 400;
    await page.route('**/challenges', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      await route.continue().catch(() => undefined);
    });
  },
  async 'loses the answer to what was sent'({ page }: Visit) {
    let isLost = false;
    await page.route('**/embed/demo*', async (route) => {
      if (isLost || route.request().method() !== 'POST') return route.continue();
      isLost = true;
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    });
  },
};

type Turn = keyof typeof turns;
const names = Object.keys(turns) as [Turn, ...Turn[]];

/** The form that holds what they write, opened again where it was an answer. */
async function begin(visit: Visit): Promise<void> {
  const { page, form } = visit;
  await page.waitForSelector('[data-scripted]');
  if (form === 'tra-loi' && !(await page.locator('#tra-loi').isVisible()))
    await page.locator('[data-do=reply]').first().click();
  await body(visit).focus();
}

async function open(n: number, roll: () => number, answers: string): Promise<Visit> {
  const headers = { 'x-forwarded-for': `198.18.${Math.floor(n / 250)}.${(n % 250) + 1}` };
  const context = await openContext(browser, { extraHTTPHeaders: headers });
  const page = await context.newPage();
  const isAnswer = roll() < 0.25;
  const address = `${service.url}/embed/demo?article=${isAnswer ? answers : `/bai-${n}`}`;
  await page.clock.install({ time: await nowThere() });
  await page.goto(address);
  const form = isAnswer ? 'tra-loi' : 'gui-binh-luan';
  return { context, page, address, text: textOf(n), roll, form };
}

async function write(visit: Visit): Promise<void> {
  await begin(visit);
  await body(visit).fill(visit.text);
  await visit.page.fill(`#${visit.form} [name=author]`, 'Nguyễn Thị Hòa');
}

/** By a click or two at once, and again where words say that the connection was lost, until this is there. */
async function sendTo(visit: Visit, there: Locator): Promise<void> {
  const { page, form, roll } = visit;
  const trouble = page.locator(`#${form} .rest > [data-trouble]:not(:empty)`);
  for (let tries = 0; tries < 3; tries += 1) {
    if (roll() < 0.3) await button(visit).dblclick();
    else await button(visit).click();
    await there.or(trouble).first().waitFor();
    if ((await there.count()) > 0) return;
  }
}

/** A comment to be answered. */
async function publishOne(key: string): Promise<void> {
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
  const said = JSON.stringify({ article: { key }, author: 'Minh', body: 'Chợ phiên hôm nay đông vui.' });
  const { id } = await ask('/api/v1/sites/demo/comments', { method: 'POST', body: said });
  const decided = JSON.stringify({ action: 'publish', comments: [{ id, version: 1 }] });
  await ask('/api/v1/decisions', { method: 'POST', body: decided });
  await service.command(['site', 'set', 'demo', 'captcha', 'auto']);
}

/** What went wrong in a visit; nothing where a reader sent one comment and was asked for nothing. */
async function visit(n: number, answers: string): Promise<string[]> {
  const roll = rollFrom(seed + n * 7919);
  const going = await open(n, roll, answers);
  const chosen = [...new Set([pickFrom(roll, names), pickFrom(roll, names), pickFrom(roll, names)])];
  const told = (wrong: string) => `visit ${n} of ${seed} (${[going.form, ...chosen].join(', ')}): ${wrong}`;
  try {
    await write(going);
    for (const turn of chosen) await turns[turn](going);
    await sendTo(going, sent(going));
    const wrongs: string[] = [];
    if ((await sent(going).count()) === 0) wrongs.push('not sent');
    if (await going.page.locator('[data-picture]').first().isVisible()) wrongs.push('asked for the picture');
    const { comments } = await ask(`/api/v1/queue?q=${encodeURIComponent(`Ý kiến số ${n}:`)}`);
    const stored = comments.filter(({ body }: { body: string }) => body === going.text).length;
    if (stored !== 1) wrongs.push(`stored ${stored} times`);
    return wrongs.map(told);
  } catch (error) {
    return [told(String(error).slice(0, 300))];
  } finally {
    await going.context.close();
  }
}

test(
  `in ${visits} visits of honest readers no text is lost, and nobody meets a captcha`,
  async () => {
    await publishOne('/tra-loi');
    const wrongs: string[] = [];
    for (let n = 1; n <= visits; n += 1) wrongs.push(...(await visit(n, '/tra-loi')));
    expect(wrongs).toEqual([]);
  },
  Math.max(300_000, visits * 10_000),
);
