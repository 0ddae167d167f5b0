import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { filesFromMemory, readHelp } from '../../src/service/files.ts';
import { addAccount, cookieOf, sessionOf, signIn } from '../support/accounts.ts';
import { hour, startMailing } from '../support/mailing.ts';
import { clientId, clientSecret, startProvider } from '../support/provider.ts';
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

/** The first parts of the paths that the service answers at. */
function ownParts({ app }: Service): string {
  const parts = app.routes.map(({ path }) => path.split('/')[1]?.split(/[.:{*]/)[0] ?? '');
  return [...new Set([...parts, 'assets', 'openapi'])].filter((part) => part !== '').join('|');
}

/** What an answer names, by the attribute or header that does: in a page all attributes, else all that is said. */
function namedIn(answer: Response, text: string): [name: string, value: string][] {
  const { headers } = answer;
  const link = /<([^>]*)>/.exec(headers.get('link') ?? '')?.[1];
  const said = [headers.get('location'), link].flatMap((value): [string, string][] =>
    value ? [['header', value]] : [],
  );
  return said.concat(valuesIn(headers.get('content-type') ?? '', text));
}

function valuesIn(type: string, text: string): [name: string, value: string][] {
  if (/html|xml/.test(type))
    return [...text.matchAll(/\s([\w-]+)="([^"]*)"/g)]
      .map(([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')])
      .filter(([name]) => !typed.has(name));
  if (/json\b/.test(type)) return stringsIn(JSON.parse(text)).map((value) => ['string', value]);
  // What a selector looks for within an address (`*=`) is none.
  const quoted = text.matchAll(/(?<!\*=)["'`(](\/[^"'`)\s]*)/g);
  return /javascript|css/.test(type) ? [...quoted].map(([, value = '']) => ['quoted', value]) : [];
}

/** Attributes that hold what somebody typed: an article's key looks like an address and is none. */
const typed = new Set(['value', 'data-article']);

/** What a browser asks for by itself, or where a click leads. */
const followed = new Set(['href', 'src', 'data-worker', 'header', 'string']);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** A newspaper's host with all that has pages here: comments in each state, who decides, what they keep, letters. */
async function fillBelow() {
  const mailing = await startMailing({ publicUrl: host + base, help: readHelp });
  const { service } = mailing;
  service.app = createApp({ ...service.deps, asset: filesFromMemory() });
  await addAccount(service, 'Mai', 'owner');
  const headers = await sessionOf(service, { name: 'Mai' });
  await service.setSite({ moderation: 'publish-clean', identity: 'offered' });
  const first = await service.send({ challenge: undefined, article: { key: '/bai-viet' } });
  const told = await mailing.confirmed({ parentId: first.body.id, body: 'Tôi cũng thấy như vậy ở xã tôi.' });
  const held = await service.send({ challenge: undefined, body: 'Xem https://bit.ly/a' });
  const own = { ...headers, origin: host };
  await service.json(
    'POST',
    `${base}/api/v1/comments/${first.body.id}/replies`,
    { body: 'Cảm ơn bạn.' },
    own,
  );
  await service.form(`${base}/moderation/account/tokens`, { name: 'Lịch', scope: 'read', days: '30' }, own);
  await service.send({ challenge: undefined, parentId: told.id, body: 'Ở chỗ tôi thì chưa được như thế.' });
  await mailing.letters(2 * hour);
  const letters = mailing.office.received;
  const receipts = [first, held].map(({ body }) => `/receipts/${body.receipt}`);
  return { service, headers, letters, receipts: [...receipts, `/receipts/${told.receipt}`], first, held };
}

test('nothing that is answered names an address of ours outside of the path, and what it names is there', async () => {
  const { service, headers, letters, receipts, first, held } = await fillBelow();
  const own = ownParts(service);
  const isAstray = (address: string) =>
    new RegExp(`^(${host})?/(${own})([/.?#]|$)`).test(address) ||
    (address.startsWith(host) && !address.startsWith(host + base) && address !== host);
  const [seen, forms] = [new Set<string>(), new Set<string>()];
  const astray: string[] = [];
  const broken: string[] = [];
  const linked = letters.flatMap(({ mail }) => mail.text?.match(/https?:\S+/g) ?? []);
  expect(letters.length).toBeGreaterThan(1);
  astray.push(...linked.filter(isAstray));
  const api = '/api/v1';
  const rest = [
    ...['/', '/docs', '/openapi.json', '/embed.js', '/moderation', '/moderation/session/new', ...receipts],
    '/embed/demo?article=/bai-viet',
    `/embed/demo/comments/${first.body.id}/report?article=/bai-viet`,
    ...['/feeds/demo.atom', '/feeds/demo/article.atom?article=/bai-viet'],
    `${api}/sites/demo/thread.html?article=/bai-viet&limit=1`,
    ...['comments', 'counts'].map((list) => `${api}/sites/demo/${list}?article=/bai-viet`),
    ...['session', 'queue', 'decisions', 'acts', 'statistics', 'views', 'sites/demo/webhooks'].map(
      (list) => `${api}/${list}`,
    ),
    ...receipts.map((path) => api + path),
    `/moderation/panes?id=${held.body.id}`,
  ].map((path) => base + path);
  rest.push(...linked.map((address) => address.slice(host.length)));
  for (let path = rest.shift(); path !== undefined && seen.size < 400; path = rest.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const accept = path.includes('/api/') ? 'application/json' : 'text/html';
    const answer = await service.app.request(path, { headers: { ...headers, accept } });
    if (answer.status >= 400) broken.push(`${answer.status} ${path}`);
    for (const [name, value] of namedIn(answer, await answer.text())) {
      const address = value.replace(host, '').replace(/#.*/, '');
      if (isAstray(value)) astray.push(`${name}="${value}" in ${path}`);
      else if (followed.has(name) && address.startsWith(`${base}/`)) rest.push(address);
      if (name === 'action' || name === 'formaction') forms.add(address);
    }
  }
  for (const path of forms) {
    // What it is about may have been erased by an earlier one.
    const answer = await service.form(path, {}, { origin: host });
    if (/Không có trang này|no such page/.test(await answer.text())) broken.push(`POST ${path}`);
  }
  expect({ astray, broken }).toEqual({ astray: [], broken: [] });
  expect(forms.size).toBeGreaterThan(40);
  expect(seen.size).toBeGreaterThan(200);
});

test('a proxy may take the path away or let it stand; what only begins like it is another path', async () => {
  const service = await startBelow();
  const page = async (path: string) => (await service.request(path)).text();
  const status = async (path: string) => (await service.request(path)).status;
  expect(await page(`${base}/docs`)).toBe(await page('/docs'));
  expect(await page('//docs')).toBe(await page('/docs'));
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

test('a path may have letters that addresses encode, written in whatever way', async () => {
  const service = await startService({ publicUrl: `${host}/b%C3%ACnh-lu%E1%BA%ADn` });
  const paths = ['/b%C3%ACnh-lu%E1%BA%ADn', '/b%c3%acnh-lu%e1%ba%adn', '/bình-luận', ''];
  for (const path of paths) {
    const answer = await service.request(`${path}/moderation`, { headers: { accept: 'text/html' } });
    const place = answer.headers.get('location');
    expect([path, place]).toEqual([path, '/b%C3%ACnh-lu%E1%BA%ADn/moderation/session/new']);
  }
});

test('who is to sign in first comes back to where they were, also where the path looks like one of ours', async () => {
  const service = await startService({ publicUrl: `${host}/moderation` });
  const referer = `${host}/moderation/moderation/log?site=demo`;
  const answer = await service.form('/moderation/moderation/keys', {}, { referer, origin: host });
  expect(await answer.text()).toContain('name="next" value="/moderation/log?site=demo"');
});

test('the provider of accounts is told where the desk is', async () => {
  const provider = await startProvider(`${host}${base}/moderation/session/callback`);
  onTestFinished(() => provider.stop());
  const service = await startBelow();
  const { issuer } = provider;
  const named = { clientId, clientSecret, scope: 'openid', claim: 'groups', owners: [], moderators: [] };
  const app = createApp({ ...service.deps, access: { passwords: true, provider: { issuer, ...named } } });
  const answer = await app.request(`${base}/moderation/session/provider`);
  const { searchParams } = new URL(answer.headers.get('location') ?? '');
  expect(searchParams.get('redirect_uri')).toBe(`${host}${base}/moderation/session/callback`);
});
