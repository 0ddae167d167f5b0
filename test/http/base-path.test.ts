import { expect, test } from 'vitest';
import { addAccount, cookieOf, sessionOf, signIn } from '../support/accounts.ts';
import { type Service, startService } from '../support/service.ts';

// The service below a path of a newspaper's own host, behind a proxy that lets the path stand or takes it away.

const host = 'https://baomoi.example';
const base = '/binh-luan';

async function startBelow(): Promise<Service> {
  const service = await startService({ publicUrl: host + base });
  await service.setSite({ captcha: 'off', pace: 'off' });
  await addAccount(service, 'Lan', 'owner');
  return service;
}

/** Every address on this host that stands in an attribute of a page, and those of them that a browser may go to. */
function addressesIn(page: string): { all: string[]; links: string[] } {
  const found = [...page.matchAll(/\s([\w-]+)="(\/[^"]*)"/g)].filter(([, name]) => !typed.has(name ?? ''));
  const plain = (address = '') => address.replaceAll('&amp;', '&');
  return {
    all: found.map(([, , address]) => plain(address)),
    links: found
      .filter(([, name]) => name === 'href')
      .map(([, , address]) => plain(address).split('#')[0] ?? ''),
  };
}

/** Attributes that hold what somebody typed: an article's key looks like an address and is none. */
const typed = new Set(['value', 'data-article']);

test('no page that can be reached links, asks or sends outside of the path', async () => {
  const service = await startBelow();
  const { body } = await service.send({ challenge: undefined, body: 'Xem https://bit.ly/a' });
  const headers = { ...(await sessionOf(service)), accept: 'text/html' };
  const seen = new Set<string>();
  const rest = [
    '/',
    '/docs',
    '/moderation',
    '/embed/demo?article=/bai-viet',
    `/receipts/${body.receipt}`,
  ].map((path) => base + path);
  for (let path = rest.pop(); path !== undefined && seen.size < 300; path = rest.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await service.request(path, { headers });
    if (!path.includes('/assets/')) expect([path, answer.status < 400]).toEqual([path, true]);
    const { all, links } = addressesIn(await answer.text());
    const led = answer.headers.get('location') ?? [];
    expect(all.concat(led).filter((address) => !address.startsWith(`${base}/`))).toEqual([]);
    rest.push(...links.concat(led));
  }
  expect(seen.size).toBeGreaterThan(40);
});

test('a proxy may take the path away or let it stand; what only begins like it is another path', async () => {
  const service = await startBelow();
  const page = async (path: string) => (await service.request(path)).text();
  const status = async (path: string) => (await service.request(path)).status;
  expect(await page(`${base}/docs`)).toBe(await page('/docs'));
  expect([await status(base), await status(`${base}/`), await status('/')]).toEqual([200, 200, 200]);
  expect([await status(`${base}x/docs`), await status(`${base}${base}/`)]).toEqual([404, 404]);
});

test('cookies are for the path alone, and a session opens what is below it', async () => {
  const service = await startBelow();
  const answer = await signIn(service);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Secure-binh_luan_session=[^;]+; Max-Age=\d+; Path=\/binh-luan; HttpOnly; Secure; SameSite=Lax/,
  );
  const headers = { cookie: cookieOf(answer) };
  expect((await service.json('GET', `${base}/api/v1/queue`, undefined, headers)).status).toBe(200);
});

test('what is written out of pages names the path too', async () => {
  const service = await startBelow();
  const refused = await service.json('GET', `${base}/api/v1/nowhere`);
  expect([refused.status, refused.body.type]).toEqual([404, `${base}/docs#not-found`]);
  const { body: document } = await service.json('GET', `${base}/openapi.json`);
  expect(document.servers).toEqual([{ url: base }]);
  await service.setSite({ captcha: 'on' });
  const { body: challenge } = await service.json('POST', `${base}/api/v1/sites/demo/challenges`);
  expect(challenge.audio.url).toBe(`${host}${base}/api/v1/challenges/${challenge.id}/audio`);
});

test('what readers typed stays as they typed it', async () => {
  const service = await startBelow();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const body = 'Viết trong HTML: <a href="/moderation" src="/x"> rồi tính.';
  await service.send({ challenge: undefined, body });
  expect(await service.published()).toContain(body);
  const page = await (await service.request(`${base}/embed/demo?article=/bai-viet`)).text();
  expect(page).toContain('&lt;a href=&quot;/moderation&quot; src=&quot;/x&quot;&gt;');
});

test('the origin of the demo site is that of the host', async () => {
  const service = await startBelow();
  const answer = await service.request(`${base}/embed/demo?article=/a`);
  expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${host}`);
});
