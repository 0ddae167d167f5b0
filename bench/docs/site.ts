import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../test/support/browser.ts';
import { pages, root, twinOf } from './blocks.ts';
import { listenHere } from './ports.ts';

const site = join(root, 'built/docs');
const pictures = join(root, 'built/docs-pictures');
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.txt': 'text/plain; charset=utf-8',
};

/** What is to be found, by the page that comes first. */
const searches = [
  { at: '/vi/', words: 'sao lưu', finds: '/vi/backups' },
  { at: '/vi/', words: 'sao luu', finds: '/vi/backups' },
  { at: '/vi/', words: 'nâng cấp', finds: '/vi/upgrading' },
  { at: '/vi/', words: 'kiểm duyệt', finds: '/vi/moderating' },
  { at: '/vi/', words: 'captcha', finds: '/vi/captcha' },
  { at: '/', words: 'captcha', finds: '/captcha' },
  { at: '/', words: 'metrics', finds: '/metrics' },
];

/** What the theme says in English where nobody said otherwise. */
const inEnglish =
  /\b(Menu|On this page|Return to top|Search|Appearance|Next page|Previous page|Skip to content)\b/;

/** Builds the site, looks at all of its pages on a phone and on a desk, light and dark, and says what is wrong. */
export async function lookAtSite(): Promise<string[]> {
  // A link that leads nowhere ends it.
  await promisify(execFile)('npm', ['run', '-s', 'docs'], { cwd: root });
  const server = createServer(({ url = '/' }, answer) => {
    const path = decodeURIComponent(url.replace(/[?#].*/, ''));
    const found = [path, `${path}.html`, `${path}index.html`].find(
      (one) => extname(one) && existsSync(site + one),
    );
    answer.writeHead(found ? 200 : 404, { 'content-type': types[extname(found ?? '.html')] ?? '' });
    answer.end(readFileSync(join(site, found ?? '404.html')));
  });
  const base = await listenHere(server);
  const browser = await launchBrowser();
  try {
    const all = [searchAll, followAll, lookAtAll];
    const wrong: string[] = [];
    for (const look of all) wrong.push(...(await look(browser, base)));
    return wrong;
  } finally {
    await browser.close();
    server.close();
  }
}

async function searchAll(browser: Browser, base: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { at, words, finds } of searches) {
    const page = await browser.newPage();
    // A key that is pressed before the theme has begun is lost.
    await page.goto(base + at, { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    await page.fill('.VPLocalSearchBox input', words);
    const first = await page.locator('.results .result').first().getAttribute('href');
    if (!first?.startsWith(finds)) wrong.push(`${words} finds ${first} first, not ${finds}`);
    await page.close();
  }
  return wrong;
}

async function followAll(browser: Browser, base: string): Promise<string[]> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  for (const path of paths()) {
    await page.goto(base + path);
    wrong.push(...(await astray(page)).map((link) => `${path} leads to ${link}, which is not there`));
  }
  await page.close();
  return wrong;
}

/** Where the pages of both languages are in the site. */
const paths = () =>
  pages()
    .slice(1)
    .flatMap((name) => [name, twinOf(name)])
    .filter((name) => existsSync(join(root, name)))
    .map((name) => name.replace(/^docs/, '').replace(/(README|index)\.md$|\.md$/, ''));

async function lookAtAll(browser: Browser, base: string): Promise<string[]> {
  mkdirSync(pictures, { recursive: true });
  const wrong: string[] = [];
  for (const [width, colorScheme] of [
    [375, 'light'],
    [375, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error}`));
    for (const path of [...paths(), '/vi/khong-co']) {
      await page.goto(base + path);
      wrong.push(...(await faultsOf(page)).map((fault) => `${path} at ${width}: ${fault}`));
      const name = path.replaceAll('/', '_');
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
  return wrong;
}

async function faultsOf(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const words = new URL(page.url()).pathname.startsWith('/vi/') ? await wordsOfTheme(page) : '';
  const [, english] = inEnglish.exec(words) ?? [];
  return [...(wider > 0 ? [`${wider} px too wide`] : []), ...(english ? [`says “${english}”`] : [])];
}

/** Links within the site whose place is not there. */
function astray(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.vp-doc a[href]')];
    const inside = links.map(({ href }) => new URL(href)).filter(({ origin }) => origin === location.origin);
    const lost: string[] = [];
    for (const { href, hash } of inside) {
      const answer = await fetch(href, { cache: 'force-cache' });
      const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const isThere = !hash || there.getElementById(decodeURIComponent(hash.slice(1))) !== null;
      if (!answer.ok || !isThere) lost.push(href);
    }
    return lost;
  });
}

/** What stands around the text of the page, and what is only read aloud. */
function wordsOfTheme(page: Page): Promise<string> {
  return page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const other of body.querySelectorAll('.vp-doc, script')) other.remove();
    const labels = [...body.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
      element.getAttribute('aria-label'),
      element.getAttribute('title'),
    ]);
    return [body.textContent, ...labels].join('\n');
  });
}
