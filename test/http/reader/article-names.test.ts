import { Buffer } from 'node:buffer';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { publicUrl, start, startService } from '../../support/service.ts';

const key = '/tin/2';
const dayMs = 86_400_000;
const bad = { key, title: 'VAY TIỀN NHANH', url: `${publicUrl}/vay-tien` };
const good = { key, title: 'Đường mới qua làng', url: `${publicUrl}/tin/2` };

async function newService(settings: object = {}) {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', ...settings });
  return { service, lan: await service.addModerator() };
}

type Open = Awaited<ReturnType<typeof newService>>;

let sent = 0;

async function send({ service }: Open, article: object, more: object = {}) {
  sent += 1;
  const comment = { article, body: `Ý kiến số ${sent} của tôi.`, challenge: undefined, ...more };
  return (await service.send(comment)).body;
}

const decide = async ({ service, lan }: Open, { id }: { id: string }, action: string, version = 1) =>
  (await service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, lan)).body;

const named = async ({ service }: Open, article = key) => {
  const { body } = await service.json(
    'GET',
    `/api/v1/sites/demo/comments?article=${encodeURIComponent(article)}`,
  );
  return [body.article.title, body.article.url];
};

/** Every byte that a stranger gets about the article, but for what is new each time. */
async function publicAnswers({ service }: Open): Promise<string[]> {
  const list = `/api/v1/sites/demo/comments?article=${encodeURIComponent(key)}`;
  const frame = `/embed/demo?article=${encodeURIComponent(key)}`;
  return Promise.all(
    [list, `${list}&sort=newest&limit=1`, frame, `${frame}&sort=oldest`].map(async (path) => {
      const answer = await service.request(path);
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
      const text = Buffer.from(await answer.arrayBuffer()).toString();
      const same = text
        .replace(/name="key" value="[^"]+"/g, '')
        .replace(/demo~[a-z0-9]{16}~[a-z0-9]+~[\w-]{22}/g, '');
      return JSON.stringify([answer.status, headers, same]);
    }),
  );
}

interface Given extends Open {
  id: string;
  receipt: string;
}

/** How a comment may be there that is not published. */
const hidden: [string, (given: Given) => unknown][] = [
  ['waits', () => undefined],
  ['was rejected', (given) => decide(given, given, 'reject')],
  ['is spam', (given) => decide(given, given, 'spam')],
  ['was withdrawn', ({ service, receipt }) => service.json('DELETE', `/api/v1/receipts/${receipt}`)],
  ['was erased', ({ service, receipt }) => service.json('POST', `/api/v1/receipts/${receipt}/erasure`)],
  [
    'was published and then rejected',
    async (given) => {
      await decide(given, given, 'publish');
      await decide(given, given, 'reject', 2);
    },
  ],
  [
    'was published and then erased',
    async (given) => {
      await decide(given, given, 'publish');
      await given.service.json('POST', `/api/v1/receipts/${given.receipt}/erasure`);
    },
  ],
  [
    'was published, which was undone',
    async (given) => {
      const { id } = await decide(given, given, 'publish');
      await given.service.json('DELETE', `/api/v1/decisions/${id}`, undefined, given.lan);
    },
  ],
];

test.each(hidden)('a comment that %s changes no byte of what is public', async (_, happens) => {
  for (const before of ['nothing', 'a named comment']) {
    const open = await newService({ 'close-after-days': 2 });
    if (before === 'a named comment') await decide(open, await send(open, good), 'publish');
    const answers = await publicAnswers(open);
    open.service.clock.now += 1000;
    const given = await send(open, bad, { author: 'Người lạ' });
    await happens({ ...open, ...given });
    expect(await publicAnswers(open)).toEqual(answers);
  }
});

test.each(hidden)('nor does one of an article of its own that %s', async (_, happens) => {
  const open = await newService({ 'close-after-days': 2 });
  const given = await send(open, bad);
  await happens({ ...open, ...given });
  open.service.clock.now += 3 * dayMs;
  const answer = await open.service.json('GET', `/api/v1/sites/demo/comments?article=${key}`);
  expect(answer.body.article).toEqual({ key, title: null, url: null, open: true, count: 0 });
  expect((await open.service.send({ article: good, challenge: undefined })).status).toBe(202);
});

test('the latest published comment names its article, and a blank title none', async () => {
  const open = await newService({ moderation: 'publish-clean' });
  const names: unknown[] = [];
  for (const article of [good, { key, title: ' \u200b' }, { key }, { key, title: 'Đường mới thông xe' }]) {
    open.service.clock.now += 1000;
    await send(open, article);
    names.push(await named(open));
  }
  expect(names).toEqual([
    [good.title, good.url],
    [good.title, good.url],
    [good.title, good.url],
    ['Đường mới thông xe', good.url],
  ]);
});

test('an article is called as the comments say that are left, and the kept pages follow', async () => {
  const open = await newService({ moderation: 'publish-clean' });
  await send(open, good);
  open.service.clock.now += 1000;
  const false1 = await send(open, bad);
  const heading = async () =>
    /<h1[^>]*>([^<]*)/.exec(await (await open.service.request(`/embed/demo?article=${key}`)).text())?.[1];
  expect([await named(open), await heading()]).toEqual([[bad.title, bad.url], bad.title]);
  await decide(open, false1, 'spam');
  expect([await named(open), await heading()]).toEqual([[good.title, good.url], good.title]);
});

test('an address that is not of the site takes the place of none that is', async () => {
  const open = await newService({ moderation: 'publish-clean' });
  await send(open, good);
  open.service.clock.now += 1000;
  await send(open, { key, title: good.title, url: 'https://news.example/other' });
  expect(await named(open)).toEqual([good.title, good.url]);
});

test('one author reads on their receipt what they wrote, and nobody else’s word for the article', async () => {
  const open = await newService();
  const mine = await send(open, { key, title: 'Tên tôi thấy' });
  const other = await send(open, bad);
  const page = async (receipt: string) => (await open.service.request(`/receipts/${receipt}`)).text();
  expect([
    (await page(mine.receipt)).includes('Tên tôi thấy'),
    (await page(mine.receipt)).includes(bad.title),
  ]).toEqual([true, false]);
  const { body } = await open.service.json('GET', `/api/v1/receipts/${other.receipt}/copy`);
  expect(body.article).toEqual(bad);
});

test('moderators see a title that only its sender gave for what it is', async () => {
  const open = await newService();
  await decide(open, await send(open, good), 'publish');
  open.service.clock.now += 1000;
  const second = await send(open, bad);
  const { body } = await open.service.json('GET', '/api/v1/queue', undefined, open.lan);
  expect(
    body.comments.map(({ article, articleAsSent }: Record<string, unknown>) => [article, articleAsSent]),
  ).toEqual([
    [
      { ...good, open: true, moderation: null },
      { title: bad.title, url: bad.url },
    ],
  ]);
  const desk = async (path: string) => (await open.service.request(path, { headers: open.lan })).text();
  expect(await desk('/moderation')).toContain(`người gửi ghi tiêu đề khác: <q>${bad.title}</q>`);
  expect(await desk('/moderation/articles')).not.toContain(bad.title);
  await open.service.json('POST', `/api/v1/receipts/${second.receipt}/erasure`);
  const kept = await open.service.deps.database.query(
    sql`select 1 from article_sayings where title = ${bad.title}`.compile(build),
  );
  expect(kept).toEqual([]);
});

test('comments are taken for some days after the first that was published, not the first that came', async () => {
  const open = await newService({ 'close-after-days': 2 });
  await send(open, bad);
  open.service.clock.now = start + 5 * dayMs;
  await decide(open, await send(open, good), 'publish');
  open.service.clock.now += 2 * dayMs - 1;
  expect((await open.service.send({ article: good, challenge: undefined })).status).toBe(202);
  open.service.clock.now += 1;
  expect((await open.service.send({ article: good, challenge: undefined })).status).toBe(409);
});
