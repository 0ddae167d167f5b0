import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { all, faultsOf, linkOf, parseAtom, textOf } from '../../support/atom.ts';
import { startService } from '../../support/service.ts';

const origin = 'https://bao.example';
const article = { key: '/tin/1', title: 'Tin "một" & <b>hai</b>', url: `${origin}/tin/1?a=1&b=2` };

async function newService(given: Parameters<typeof startService>[0] = {}) {
  const service = await startService(given);
  await service.setSite({ captcha: 'off', moderation: 'publish-clean', pace: 'off', origins: [origin] });
  const send = async (body: string, more: object = {}) => {
    service.clock.now += 1000;
    const comment = { article, challenge: undefined, body, email: 'hoa@mail.example', ...more };
    const { id, receipt } = (await service.send(comment)).body;
    return { id, receipt };
  };
  const read = async (path: string) => {
    const answer = await service.request(path);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, feed: () => parseAtom(text) };
  };
  return { service, send, read };
}

const ofSite = '/feeds/demo.atom';
const ofArticle = '/feeds/demo/article.atom?article=%2Ftin%2F1';

test('a feed of a site and one of an article are Atom, with where each comment stands', async () => {
  const { service, send, read } = await newService();
  const first = await send('Một ý kiến\ncó hai dòng.');
  await send('Ở một bài khác.', { article: { key: 'post-1' }, author: 'Trần Văn Nam' });
  const site = (await read(ofSite)).feed();
  expect(faultsOf(site)).toEqual([]);
  expect([textOf(site, 'title'), site.attributes['xml:lang'], linkOf(site, 'self')]).toEqual([
    'Ý kiến bạn đọc: Trang giới thiệu',
    'vi',
    `http://comments.test${ofSite}`,
  ]);
  const [latest, before] = all(site, 'entry');
  expect(
    [latest, before].map((entry) => entry && [textOf(entry, 'title'), linkOf(entry, 'alternate')]),
  ).toEqual([
    [
      'Trần Văn Nam về “post-1”',
      expect.stringMatching(/^http:\/\/comments\.test\/embed\/demo\?article=post-1&comment=\w+$/),
    ],
    ['Nguyễn Thị Hòa về “Tin "một" & <b>hai</b>”', `${article.url}#binh-luan-${first.id}`],
  ]);
  const one = (await read(ofArticle)).feed();
  expect(faultsOf(one)).toEqual([]);
  expect([textOf(one, 'title'), linkOf(one, 'self'), linkOf(one, 'alternate')]).toEqual([
    `Ý kiến bạn đọc: ${article.title}`,
    `http://comments.test${ofArticle}`,
    article.url,
  ]);
  expect(all(one, 'entry').map((entry) => textOf(entry, 'content'))).toEqual(['Một ý kiến<br>có hai dòng.']);
  expect(all(one, 'entry').map((entry) => textOf(entry, 'id'))).toEqual([before && textOf(before, 'id')]);
  await service.setSite({ language: 'en' });
  const english = (await read(ofArticle)).feed();
  expect([textOf(english, 'title'), english.attributes['xml:lang']]).toEqual([
    `Comments: ${article.title}`,
    'en',
  ]);
});

test('no text breaks the XML, or is markup to who reads it', async () => {
  const { service, send, read } = await newService();
  const { id } = await send('Câu này rất hay.');
  const body = `]]> <script>x</script> &amp; "đôi" 'đơn' \u0001\u000b\ufffe 👨‍👩‍👧 <!-- -->`;
  await service.deps.database.query(
    sql`update comments set body = ${body}, author = ${'A\u0008 <i>&'} where id = ${id}`.compile(build),
  );
  const { feed } = await read(ofArticle);
  expect(faultsOf(feed())).toEqual([]);
  const [entry] = all(feed(), 'entry');
  expect(
    entry && [textOf(entry, 'content'), all(entry, 'author').map((author) => textOf(author, 'name'))],
  ).toEqual([
    ']]&gt; &lt;script&gt;x&lt;/script&gt; &amp;amp; &quot;đôi&quot; &#39;đơn&#39;  👨‍👩‍👧 &lt;!-- --&gt;',
    ['A <i>&'],
  ]);
});

test('what waits or was taken back is in no feed, nor an e-mail address, and what is published late says when', async () => {
  const { service, send, read } = await newService();
  const back = await send('Ý kiến rút lại.');
  await service.setSite({ moderation: 'hold-all' });
  const late = await send('Ý kiến chờ duyệt.');
  await service.json('DELETE', `/api/v1/receipts/${back.receipt}`);
  for (const path of [ofSite, ofArticle]) {
    const { feed, text } = await read(path);
    expect([faultsOf(feed()), all(feed(), 'entry'), text.includes('@')]).toEqual([[], [], false]);
  }
  const lan = await service.addModerator();
  service.clock.now += 3_600_000;
  const comments = [{ id: late.id, version: 1 }];
  await service.json('POST', '/api/v1/decisions', { action: 'publish', comments }, lan);
  const feed = (await read(ofSite)).feed();
  const [entry] = all(feed, 'entry');
  expect([textOf(feed, 'updated'), entry && textOf(entry, 'updated')]).toEqual([
    new Date(service.clock.now).toISOString(),
    new Date(service.clock.now).toISOString(),
  ]);
  expect(entry && textOf(entry, 'published')).toBe(new Date(service.clock.now - 3_600_000).toISOString());
});

test('it has the latest fifty, is not sent twice to who has it, and is of a site that is there', async () => {
  const { service, send, read } = await newService();
  await send('Ý kiến số 0.');
  await service.deps.database.query(
    sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      with recursive numbers(value) as (select 1 union all select value + 1 from numbers where value < 60)
      select 'c' || value, site_id, article_id, author, 'Số ' || value, state, risk, sender, '', created_at + value
      from comments cross join numbers`.compile(build),
  );
  const known: string[] = [];
  const again = async (path: string) =>
    (await service.request(path, { headers: { 'if-none-match': known.join(', ') } })).status;
  for (const path of [ofSite, ofArticle]) {
    const { feed, headers } = await read(path);
    const bodies = all(feed(), 'entry').map((entry) => textOf(entry, 'content'));
    expect([bodies.length, bodies[0], bodies.at(-1)]).toEqual([50, 'Số 60', 'Số 11']);
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'application/atom+xml; charset=utf-8',
      'public, max-age=5, s-maxage=5',
    ]);
    known.push(headers.get('etag') ?? '');
  }
  expect([await again(ofSite), await again(ofArticle)]).toEqual([304, 304]);
  await send('Một ý kiến nữa.');
  expect([await again(ofSite), await again(ofArticle)]).toEqual([200, 200]);
  const missing = [
    '/feeds/nowhere.atom',
    '/feeds/nowhere/article.atom?article=/a',
    '/feeds/demo',
    '/feeds/.atom',
  ];
  for (const path of missing) expect([path, (await read(path)).status]).toEqual([path, 404]);
  expect((await read('/feeds/demo/article.atom')).status).toBe(422);
});

test('below a path, a feed and what it links to are there too', async () => {
  const { send, read } = await newService({ publicUrl: 'https://bao.example/binh-luan' });
  await send('Một ý kiến.', { article: { key: 'post-1' } });
  const { feed } = await read('/binh-luan/feeds/demo.atom');
  const [entry] = all(feed(), 'entry');
  expect([linkOf(feed(), 'self'), entry && linkOf(entry, 'alternate')]).toEqual([
    'https://bao.example/binh-luan/feeds/demo.atom',
    expect.stringContaining('https://bao.example/binh-luan/embed/demo?article=post-1&comment='),
  ]);
});
