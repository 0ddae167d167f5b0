import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packed from '@sparticuz/chromium';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Not the package's own arguments: one process for all, and no web security, would test another browser. */
const args = ['--no-sandbox'];

/** The Chromium of `CHROME_PATH`; else the one from npm on Linux x64; else one that is installed. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.CHROME_PATH;
  if (!given && process.platform === 'linux' && process.arch === 'x64') {
    return chromium.launch({ executablePath: await packed.executablePath(), args });
  }
  const executablePath = given ?? installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium: set CHROME_PATH to one');
  return chromium.launch({ executablePath, args });
}

/** As long as a test waits for anything; see vitest.config.ts. */
const patienceMs = 60_000;

/** A reader's or a moderator's browser, with cookies of its own. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  context.setDefaultTimeout(patienceMs);
  return context;
}

/** A page in a context of its own, that collects what went wrong in it, and apart from that what was answered 4xx. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const page = await (await openContext(browser, options)).newPage();
  routeAtOnce(page);
  const errors: string[] = [];
  const refusals: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const kind = /status of 4\d\d/.test(message.text()) ? refusals : errors;
    kind.push(message.text());
  });
  return { page, errors, refusals };
}

/**
 * Chromium says that it routes before all of a page that is open knows of it, and a request that follows at once goes
 * past the route: what a page answers afterwards, it answers as one that knows.
 */
function routeAtOnce(page: Page): void {
  const route = page.route.bind(page);
  page.route = async (...given) => {
    const routed = await route(...given);
    // One that leaves meanwhile asks for nothing more.
    await Promise.allSettled(page.frames().map((frame) => frame.evaluate('0')));
    return routed;
  };
}

/** The page of this path is there, whatever its own script has made of the rest of its address. */
export const arrive = (page: Page, path: string) => page.waitForURL(({ pathname }) => pathname === path);

/** Keeps a script from coming to a page until it is let go. */
export async function holdScript(page: Page, name: string): Promise<() => void> {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(`**/assets/${name}.*.js`, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

/** The comment frame of the demo page, once its script runs. */
export async function openFrame(page: Page, url: string): Promise<Frame> {
  await page.goto(url);
  const element = page.locator('iframe');
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('the demo page has no comment frame');
  await frame.waitForSelector('[data-scripted] form');
  return frame;
}

/** Half as long as what the package exports, and without a value that would have to come back. */
const axeSource = `${readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')};0`;
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds in a page that is serious or worse, or anything at all, or in its colours, by rule and element. */
export async function findBarriers(
  page: Page | Frame,
  least: 'serious' | 'any' | 'colours' = 'serious',
): Promise<string[]> {
  await page.evaluate(axeSource);
  const asked: RunOptions = {
    resultTypes: ['violations'],
    ...(least === 'colours' && { runOnly: ofColours }),
  };
  const { violations } = await page.evaluate((only) => window.axe.run(document, only), asked);
  return violations
    .filter(({ impact }) => least !== 'serious' || impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
