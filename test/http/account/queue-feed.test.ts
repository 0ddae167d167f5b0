import { expect, test } from 'vitest';
import { accountPage, addAccount, password, sessionOf } from '../../support/accounts.ts';
import { parseAtom } from '../../support/atom.ts';
import { type Service, startService } from '../../support/service.ts';

const article = { key: '/xang', title: 'Giá <xăng> & dầu', url: 'http://comments.test/xang' };

async function withLan() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  await addAccount(service, 'Lan', 'owner');
  return { service, lan: await sessionOf(service) };
}

/** Makes an address; its path, as a feed reader asks for it. */
async function follow(service: Service, lan: Record<string, string>, scope: string): Promise<string> {
  const form = { name: 'Trình đọc tin', scope, days: '', password };
  const page = await (await service.form('/moderation/account/tokens', form, lan)).text();
  const [, path = ''] =
    /<p class="key"><code>http:\/\/comments.test(\/moderation\/feed.atom\?key=[0-9a-z]{26})</.exec(page) ??
    [];
  return path;
}

test('who follows the queue sees what waits and where, and none of its words', async () => {
  const { service, lan } = await withLan();
  const { body } = await service.send({
    author: 'Mai Anh',
    article,
    body: 'Lời bình luận bí mật về giá xăng.',
  });
  const path = await follow(service, lan, 'feed');
  const answer = await service.request(path);
  const text = await answer.text();
  const feed = parseAtom(text);
  const [entry, ...more] = feed.children.filter(({ name }) => name === 'entry');
  const child = (name: string) => entry?.children.find((one) => one.name === name);
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(more).toEqual([]);
  expect(child('title')?.text).toMatch(/^Bình luận về “Giá <xăng> & dầu”, nguy cơ \d+%$/);
  expect(child('link')?.attributes.href).toBe(`http://comments.test/moderation/comments/${body.id}`);
  expect(text).not.toMatch(/Mai Anh|bí mật|key=/);
});

test('with texts where that was asked for, in nothing that a text could end', async () => {
  const { service, lan } = await withLan();
  await service.send({
    author: ']]></entry>"<a>',
    article,
    body: '</content><script>alert(1)</script> giá xăng.',
  });
  const text = await (await service.request(await follow(service, lan, 'feed-texts'))).text();
  const entry = parseAtom(text).children.find(({ name }) => name === 'entry');
  const content = entry?.children.find(({ name }) => name === 'content');
  expect(content?.text).toContain('&lt;script&gt;alert(1)');
});

test('its key opens nothing else, and no token opens it', async () => {
  const { service, lan } = await withLan();
  const path = await follow(service, lan, 'feed-texts');
  const key = path.split('=').at(-1) ?? '';
  const { authorization = '' } = await service.addModerator('Minh', { sites: ['demo'] });
  const opens = async (asked: string, headers: Record<string, string> = {}) =>
    (await service.request(asked, { headers: { accept: 'application/json', ...headers } })).status;
  const bearers = [key, `feed:${key}`, `feed-texts:${key}`].map((token) => `Bearer ${token}`);
  for (const bearer of bearers) expect(await opens('/api/v1/queue', { authorization: bearer })).toBe(401);
  expect(await opens('/moderation/feed.atom', { authorization })).toBe(401);
  expect(await opens(`/moderation/feed.atom?key=${authorization.slice(7)}`)).toBe(401);
  expect(await opens('/moderation/feed.atom?key=x')).toBe(401);
  expect(await opens(path)).toBe(200);
});

test('it is listed at the account, known by its name, and ended there', async () => {
  const { service, lan } = await withLan();
  const path = await follow(service, lan, 'feed');
  const listed = await accountPage(service, lan);
  expect(listed).toContain('<bdi>Trình đọc tin</bdi></b> <span class="scope">theo dõi hàng chờ</span>');
  expect(listed).not.toContain(path.split('=').at(-1));
  const [, credential = ''] =
    /name="credential" value="([^"]+)" aria-label="Thu hồi Trình/.exec(listed) ?? [];
  await service.form('/moderation/account/credentials/end', { credential, kind: 'token' }, lan);
  expect((await service.request(path)).status).toBe(401);
});

test('only sites of theirs are in it, and one alone where that is asked for', async () => {
  const { service, lan } = await withLan();
  await service.addSite('khac', { captcha: 'off', pace: 'off' });
  await service.send({ body: 'Ý kiến ở trang thứ nhất về giá xăng dầu.' });
  await service.send({ body: 'Ý kiến ở trang thứ hai về chuyện học phí.' }, { site: 'khac' });
  const path = await follow(service, lan, 'feed');
  const count = async (address: string) =>
    parseAtom(await (await service.request(address)).text()).children.filter(({ name }) => name === 'entry')
      .length;
  const all = await count(path);
  expect([all, await count(`${path}&site=khac`), await count(`${path}&site=demo`)]).toEqual([2, 1, 1]);
});
