import { request as ask, createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrive, launchBrowser, openPage } from '../support/browser.ts';
import { freePort, type ServiceProcess, startProcess } from '../support/process.ts';
import { bases, startBehind, type Where, whyNot } from '../support/proxy.ts';

// A newspaper's host that hands `/binh-luan/` to the service, and serves its own pages beside it; and nginx, as `deploy/`
// has it, before a service below a path and one with a host of its own.

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

const articleWith = (
  script: string,
) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tin của báo</title>
<h1>Tin của báo</h1><div data-binh-luan data-site="demo"></div><script src="${script}" async></script>`;

/** Where the newspaper's article is, and the service. */
interface There {
  article: string;
  origin: string;
  base: string;
  service: Pick<ServiceProcess, 'setupLink'>;
}

/** A comment is sent from the article, with the captcha, followed by its receipt, decided, undone and taken back. */
async function live({ article, origin, base, service }: There): Promise<void> {
  const { page, errors, refusals } = await openPage(browser, { ignoreHTTPSErrors: true });
  const outside: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, pathname, href } = new URL(request.url());
    const isOurs = href.startsWith(`${origin}${base}/`);
    if (/^http/.test(protocol) && !isOurs && href !== article && pathname !== '/favicon.ico')
      outside.push(href);
  });
  await page.goto(article);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('no frame');
  await frame.waitForSelector('[data-scripted] form');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await frame.focus('#body');
  await frame.getByRole('button', { name: 'reset captcha' }).click();
  const drawn = () => frame.locator('#picture').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(330);
  await frame.fill('[name=author]', 'Nguyễn Thị Hòa');
  await frame.fill('[name=body]', 'Thủ tục ở xã tôi nay đã nhanh hơn nhiều.');
  await frame.getByRole('button', { name: 'Xác nhận không cần hình' }).click();
  await expect.poll(() => frame.locator('#gui-binh-luan [data-note]').textContent()).toContain('Đã xác nhận');
  await frame.locator('#gui-binh-luan .main').click();
  await frame.waitForSelector('#binh-luan-status');
  const [receipt] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.locator('#binh-luan-status a').first().click(),
  ]);
  await receipt.waitForLoadState();
  const standing = async () => {
    await receipt.reload();
    return receipt.textContent('main');
  };
  expect(await standing()).toContain('đang chờ duyệt');

  const desk = await page.context().newPage();
  await desk.goto(service.setupLink);
  await desk.fill('[name=name]', 'Lan');
  await desk.fill('[name=password]', 'mật khẩu rất dài');
  await desk.keyboard.press('Enter');
  await arrive(desk, `${base}/moderation`);
  await desk.locator('#queue a').first().focus();
  await desk.keyboard.press('p');
  await expect.poll(() => standing()).toContain('đã được đăng');
  await desk.getByRole('button', { name: 'Hoàn tác' }).first().waitFor();
  await desk.keyboard.press('z');
  await expect.poll(() => standing()).toContain('đang chờ duyệt');
  await receipt.getByRole('button', { name: /Rút/ }).click();
  await receipt.waitForURL(/\/withdraw/);
  await receipt.getByRole('button', { name: /Rút/ }).click();
  await expect.poll(() => receipt.textContent('main')).toMatch(/đã rút/i);
  await desk.locator('.me summary').click();
  await desk.getByRole('button', { name: 'Đăng xuất' }).click();
  await desk.waitForURL(`${origin}${base}/moderation/session/new`);
  expect({ outside, errors, refusals }).toEqual({ outside: [], errors: [], refusals: [] });
}

/** The demo page has its comments, too. */
async function readDemo(url: string): Promise<void> {
  const { page, errors, refusals } = await openPage(browser, { ignoreHTTPSErrors: true });
  await page.goto(url);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await frame?.waitForSelector('[data-scripted] form');
  expect([errors, refusals]).toEqual([[], []]);
}

const told = 'a reader writes, a moderator decides by keyboard and undoes, and nothing is asked for outside';

describe('below a path', () => {
  let service: ServiceProcess;
  let host: Server;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    service = await startProcess({ PUBLIC_URL: `${origin}/binh-luan`, TRUSTED_PROXIES: '127.0.0.1' });
    host = createServer((asked, answer) => {
      if (!asked.url?.startsWith('/binh-luan/')) {
        answer.setHeader('content-type', 'text/html; charset=utf-8');
        return answer
          .writeHead(asked.url === '/tin/bai-1' ? 200 : 404)
          .end(articleWith('/binh-luan/embed.js'));
      }
      const { method, headers } = asked;
      const options = { method, headers: { ...headers, 'x-forwarded-for': '192.0.2.7' } };
      const onward = ask(service.url + asked.url, options, (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      });
      return asked.pipe(onward);
    }).listen(port, '127.0.0.1');
  });

  afterAll(async () => {
    host?.close();
    await service?.stop();
  });

  test(told, () => live({ article: `${origin}/tin/bai-1`, origin, base: '/binh-luan', service }));

  test('the demo page shows its comments too', () => readDemo(`${origin}/binh-luan/`));
});

const missing = whyNot('nginx');
if (missing) console.log(`nginx is not tried: ${missing}`);

describe.skipIf(missing).each(['root', 'path'] as const)('behind nginx, at its %s', (where: Where) => {
  const base = bases[where];

  test(told, async () => {
    const [behind, port] = [await startBehind('nginx', where), await freePort()];
    // Another host than the service's own, where that has one.
    const newspaper = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      answer.end(articleWith(`${behind.url}/embed.js`));
    }).listen(port, '127.0.0.1');
    try {
      const pages = `http://127.0.0.1:${port}`;
      await behind.service.command(['site', 'set', 'demo', 'origins', `${pages},${behind.origin}`]);
      await live({ ...behind, base, article: `${pages}/tin/bai-1` });
      await readDemo(`${behind.url}/`);
    } finally {
      newspaper.close();
      await behind.stop();
    }
  });
});
