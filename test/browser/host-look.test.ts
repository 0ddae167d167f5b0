import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { frameOf, type Host, startHost } from '../support/host-page.ts';

// What the page around looks like, and how it comes to look otherwise.

let host: Host;
const place = '<div data-binh-luan data-site="bao" data-article="/tin/a"></div>';
const dark = '{background:#111;color:#eee}';

beforeAll(async () => {
  host = await startHost();
  const folder = createRequire(import.meta.url).resolve('svg-captcha/package.json');
  const font = readFileSync(folder.replace('package.json', 'fonts/Comismsh.ttf'));
  host.serveFile('/chu.ttf', font, 'font/ttf', { 'cache-control': 'max-age=600' });
  host.serveFile('/chu-cham.css', '@font-face{font-family:"Chu Bao";src:url(chu.ttf)}', 'text/css');
  host.serveFile('/toi.css', `body${dark}`, 'text/css');
});

afterAll(() => host?.stop());

async function openWith(css: string, attributes = ''): Promise<{ page: Page; frame: Frame }> {
  const head = `<style>${css}</style>`;
  host.serve('/mau', place.replace('<div', `<div ${attributes}`) + host.script, { head });
  const { page } = await host.open('/mau');
  return { page, frame: await frameOf(page) };
}

const fontsOf = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.style.getPropertyValue('--host-font'));

const schemeOf = (frame: Frame) => frame.getAttribute('html', 'data-scheme');

test.each([
  ['a class on the root', `:root.dark body${dark}`, () => document.documentElement.classList.add('dark')],
  ['a class on the body', `body.toi${dark}`, () => document.body.classList.add('toi')],
  ['a class around the place', `main.toi${dark}`, () => document.querySelector('main')?.classList.add('toi')],
  [
    'Bootstrap',
    `[data-bs-theme=dark] body${dark}`,
    () => document.documentElement.setAttribute('data-bs-theme', 'dark'),
  ],
  [
    'DaisyUI',
    `[data-theme=dark] body${dark}`,
    () => document.documentElement.setAttribute('data-theme', 'dark'),
  ],
  [
    'Mantine',
    `[data-mantine-color-scheme=dark] body${dark}`,
    () => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'),
  ],
  ['an id', `#toi${dark}`, () => document.body.setAttribute('id', 'toi')],
  [
    'a color-scheme',
    'body{background:none;color:CanvasText}',
    () => document.documentElement.style.setProperty('color-scheme', 'dark'),
  ],
  [
    'variables',
    ':root{--nen:#fff}body{background:var(--nen)}',
    () => document.documentElement.style.setProperty('--nen', '#111'),
  ],
  [
    'a style element',
    '',
    () =>
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: 'body{background:#111;color:#eee}' }),
      ),
  ],
  [
    'a style sheet',
    '',
    () =>
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/toi.css' }),
      ),
  ],
  [
    'a fade',
    'body{transition:background .3s}body.toi{background:#111;color:#eee}',
    () => document.body.classList.add('toi'),
  ],
  [
    'a box that is ticked',
    `body:has(:checked)${dark}`,
    () => document.querySelector<HTMLElement>('input')?.click(),
  ],
])('a page that turns dark by %s is followed', async (_, css, turn) => {
  const head = `<style>${css}</style>`;
  host.serve('/toi', `<main><input type="checkbox">${place}</main>${host.script}`, { head });
  const { page } = await host.open('/toi');
  const frame = await frameOf(page);
  expect(await schemeOf(frame)).toBe('light');
  await page.evaluate(turn as () => void);
  await expect.poll(() => schemeOf(frame)).toBe('dark');
  const colorScheme = () =>
    page.locator('iframe').evaluate((element) => getComputedStyle(element).colorScheme);
  await expect.poll(colorScheme).toBe('dark');
});

test('a page that turns dark by a style sheet that is long in coming is followed', async () => {
  host.serveFile('/toi-cham.css', `body${dark}`, 'text/css');
  const letGo = host.hold('/toi-cham.css');
  host.serve('/toi-cham', place + host.script);
  const { page } = await host.open('/toi-cham', { clock: true });
  const frame = await frameOf(page);
  await page.evaluate(() =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/toi-cham.css' }),
    ),
  );
  await page.clock.runFor(1000);
  expect(await schemeOf(frame)).toBe('light');
  letGo();
  await page.waitForFunction(() => document.querySelector('link')?.sheet);
  await page.clock.runFor(1000);
  await expect.poll(() => schemeOf(frame)).toBe('dark');
});

test('a reader whose system turns dark is followed where the page does so', async () => {
  host.serve('/he', place + host.script, {
    head: `<style>@media (prefers-color-scheme:dark){body${dark}}</style>`,
  });
  const { page } = await openPage(host.browser);
  await page.goto(`${host.url}/he`);
  const frame = await frameOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => schemeOf(frame)).toBe('dark');
});

test('a site may ask for a scheme and an accent, whatever its page shows', async () => {
  const { page, frame } = await openWith('', 'data-theme="dark" data-accent="#ffcc00"');
  const look = () =>
    frame.evaluate(() => {
      const { style, dataset } = document.documentElement;
      const [ground, accent, text] = ['background', 'accent', 'color'].map((name) =>
        style.getPropertyValue(`--host-${name}`),
      );
      return { scheme: dataset.scheme, ground, accent, text };
    });
  expect(await look()).toEqual({ scheme: 'dark', ground: '#161513', accent: '#ffcc00', text: '' });
  await page.evaluate(() => document.querySelector('[data-binh-luan]')?.setAttribute('data-theme', 'auto'));
  await expect.poll(async () => (await look()).scheme).toBe('light');
});

const picture = "url('data:image/gif;base64,R0lGODlhAQABAAAAACw=')";

test.each([
  ['its own ground', 'body{background:#fed}', ['rgb(255,238,221)', 'light']],
  ['one that lets another through', '[data-binh-luan]{background:#0008}', ['rgb(119,119,119)', 'dark']],
  ['a picture', `body{background:#111 ${picture}}`, ['', 'dark']],
  [
    'a picture that is wholly covered',
    `body{background:#111 ${picture}}[data-binh-luan]{background:#fff}`,
    ['rgb(255,255,255)', 'light'],
  ],
])('where a page has %s behind the comments, so have they', async (_, css, expected) => {
  const { frame } = await openWith(css);
  const ground = await frame.evaluate(() =>
    document.documentElement.style.getPropertyValue('--host-background'),
  );
  expect([ground, await schemeOf(frame)]).toEqual(expected);
});

test.each([
  ['in the page', '<style>@font-face{font-family:"Chu Bao";src:url("/chu.ttf")}</style>'],
  ['in a style sheet', '<link rel="stylesheet" href="/chu-cham.css">'],
])('the page’s own font, declared %s, is the comments’ font', async (_, declared) => {
  const head = `${declared}<style>body{font-family:"Chu Bao"}</style>`;
  host.serve('/chu', `<p>Chữ của báo</p>${place}${host.script}`, { head });
  const { page, errors } = await host.open('/chu');
  const frame = await frameOf(page);
  const loaded = () =>
    frame.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status]));
  await expect.poll(loaded).toEqual([['Chu Bao', 'loaded']]);
  const widths = await frame.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    const { fontFamily } = getComputedStyle(document.querySelector('.frame') ?? document.body);
    return [fontFamily, 'sans-serif'].map((font) => {
      if (pen) pen.font = `40px ${font}`;
      return pen?.measureText('Comments of readers').width;
    });
  });
  expect(widths[0]).not.toBe(widths[1]);
  expect(errors).toEqual([]);
});

test('a font that the page turns to later is handed on too', async () => {
  const css = '@font-face{font-family:"Chu Bao";src:url("/chu.ttf")}body.toi{font-family:"Chu Bao"}';
  host.serve('/chu-sau', `<p>Chữ của báo</p>${place}${host.script}`, { head: `<style>${css}</style>` });
  const { page } = await host.open('/chu-sau');
  const frame = await frameOf(page);
  await page.evaluate(() => document.body.classList.add('toi'));
  const families = () => frame.evaluate(() => [...document.fonts].map(({ family }) => family));
  await expect.poll(families).toEqual(['Chu Bao']);
});

test('what a page gives as a font and is none changes nothing', async () => {
  host.serve('/chu-sai', place + host.script);
  const { page, errors } = await host.open('/chu-sai');
  const frame = await frameOf(page);
  const face = '@font-face{font-family:"Chu Bao";src:url(/chu.ttf)}';
  const fonts = () => frame.evaluate(() => [...document.fonts].map(({ family }) => family));
  await page.evaluate(
    async ([face, font]) => {
      const good = await (await fetch(font ?? '')).arrayBuffer();
      const { contentWindow } = document.querySelector('iframe') ?? {};
      for (const given of [
        { face, bytes: new ArrayBuffer(9) },
        { face: 'body{display:none}', bytes: good },
        { face: 7, bytes: good },
        { face: `${face} `, bytes: 'chữ' },
        { face: face?.replace('Chu Bao', 'Chu That'), bytes: good },
      ])
        contentWindow?.postMessage({ type: 'binh-luan:font', ...given }, '*');
    },
    [face, '/chu.ttf'],
  );
  await expect.poll(fonts).toEqual(['Chu That']);
  expect(errors.filter((line) => !/decode|OTS/.test(line))).toEqual([]);
});

test.each([
  ['Merriweather', 'serif'],
  ['"PT Sans"', 'sans-serif'],
  ['"Noto Sans Serif Display"', 'sans-serif'],
  ['"JetBrains Mono"', 'monospace'],
  ['Inter', 'sans-serif'],
])('where the font %s cannot be had, the system’s %s is nearest', async (font, generic) => {
  const { frame } = await openWith(`body{font-family:${font}}`);
  expect(await fontsOf(frame)).toContain(`${font}, ${generic}`);
});

test('a list of fonts that ends with one of every system stays as it is', async () => {
  const { frame } = await openWith('body{font-family:"Chu La",Georgia,serif}');
  expect(await fontsOf(frame)).toBe('"Chu La", Georgia, serif');
});
