import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameOf, type Host, startHost } from '../support/host-page.ts';

// Pages that make it hard: by their styles, by their policies, and by how the script comes into them.

let host: Host;
const place = '<div data-binh-luan data-site="bao" data-article="/tin/a"></div>';

beforeAll(async () => {
  host = await startHost();
});

afterAll(() => host?.stop());

/** How much higher the frame's page is than the frame, in CSS pixels. */
async function cutOff(page: Page): Promise<number> {
  const frame = await frameOf(page);
  const shown = await page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  return (await frame.evaluate(() => document.documentElement.scrollHeight)) - shown;
}

test.each([
  ['a height', 'iframe{height:100%!important;aspect-ratio:16/9!important}'],
  ['a lesser height', 'iframe{max-height:200px!important;min-height:0!important;height:10px!important}'],
  ['that frames are gone', 'iframe{display:none!important}div>*{display:none!important}'],
  [
    'that frames are unseen',
    'iframe{visibility:hidden!important;opacity:0!important;position:absolute!important;left:-9999px!important}',
  ],
  [
    'that frames are small',
    'iframe{transform:scale(.5)!important;zoom:.5!important;max-width:300px!important;border:9px solid red!important}',
  ],
  ['a flex box', '[data-binh-luan]{display:flex!important;align-items:start;justify-content:center}'],
])('styles that say of frames %s leave the comments whole', async (_, css) => {
  host.serve('/kieu', `${place}${host.script}`, { head: `<style>${css}</style>` });
  const { page } = await host.open('/kieu');
  await expect.poll(() => cutOff(page)).toBeLessThanOrEqual(0);
  const { width, opacity, transform } = await page.locator('iframe').evaluate((element) => {
    const { opacity, transform } = getComputedStyle(element);
    return { width: element.getBoundingClientRect().width, opacity, transform };
  });
  const around = await page.locator('[data-binh-luan]').evaluate((element) => element.clientWidth);
  expect({ width, opacity, transform }).toEqual({ width: around, opacity: '1', transform: 'none' });
});

test('a policy with Trusted Types and no inline styles lets it work, and is not broken once', async () => {
  const { origin } = new URL(host.service.url);
  const headers = {
    'content-security-policy': `default-src 'none'; img-src data:; script-src ${origin}; frame-src ${origin}; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`,
  };
  const count = '<b data-binh-luan-count="/tin/a" data-site="bao"></b>';
  const path = '/chat-che';
  host.serveFile(
    path,
    `<!doctype html><title>Tin</title><link rel="icon" href="data:,"><body>${place}${count}${host.script}`,
    'text/html',
    headers,
  );
  const { page, errors } = await host.open(path);
  await frameOf(page);
  await expect.poll(() => page.textContent('b')).toBe('0');
  expect(errors).toEqual([]);
});

const digest = async () => {
  const script = await (await fetch(`${host.service.url}/embed.js`)).arrayBuffer();
  return `sha384-${createHash('sha384').update(new Uint8Array(script)).digest('base64')}`;
};

test.each([
  ['as a module', () => 'type="module"'],
  ['as a module with its digest', async () => `type="module" crossorigin integrity="${await digest()}"`],
  ['with its digest', async () => `async crossorigin="anonymous" integrity="${await digest()}"`],
  ['when all is there', () => 'defer'],
  ['at once', () => ''],
])('the script comes %s', async (_, attributes) => {
  const script = `<script src="${host.service.url}/embed.js" ${await attributes()}></script>`;
  host.serve('/cach', place, { head: script });
  const { page, errors } = await host.open('/cach');
  await frameOf(page);
  expect(errors).toEqual([]);
});

test('the script comes by a tag manager, with a number of its own, and names the site for all', async () => {
  const injecting = `<script>setTimeout(() => {
    const script = document.createElement('script');
    script.src = '${host.service.url}/embed.js?v=12';
    script.dataset.site = 'bao';
    document.head.append(script);
  });</script>`;
  host.serve('/the', `<div data-binh-luan data-article="/tin/a"></div>${injecting}`);
  const { page, errors } = await host.open('/the');
  await frameOf(page);
  expect(errors).toEqual([]);
});

test('the frame is named as the site speaks, and may copy and share', async () => {
  host.serve('/ten', `${place}${host.script}`);
  const { page } = await host.open('/ten');
  await frameOf(page);
  await expect.poll(() => page.getAttribute('iframe', 'title')).toBe('Ý kiến bạn đọc');
  expect(await page.getAttribute('iframe', 'allow')).toBe('clipboard-write; web-share');
});
