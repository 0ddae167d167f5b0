import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Item, readMicrodata } from '../../support/microdata.ts';
import { startService } from '../../support/service.ts';

const origin = 'https://bao.example';
const article = { key: '/tin/1', title: 'Tin "một" & hai', url: `${origin}/tin/1?id=5` };
const path = '/api/v1/sites/demo/thread.html?article=%2Ftin%2F1';

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean', pace: 'off', origins: [origin] });
  const send = async (body: string, parentId?: string, author = 'Nguyễn Thị Hòa'): Promise<string> => {
    service.clock.now += 1000;
    return (await service.send({ article, challenge: undefined, body, parentId, author })).body.id;
  };
  const read = async (address = path, headers = {}) => {
    const answer = await service.request(address, { headers });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, micro: () => readMicrodata(text) };
  };
  const change = (id: string, set: string) =>
    service.deps.database.query(sql`update comments set ${sql.raw(set)} where id = ${id}`.compile(build));
  return { service, send, read, change };
}

const items = (item: Item | undefined, name: string) =>
  (item?.said[name] ?? []).filter((one): one is Item => typeof one === 'object');
const comments = (item: Item | undefined) => items(item, 'comment');
const bodies = (item: Item | undefined) => comments(item).map(({ said }) => said.text?.[0]);

test('search engines read of each comment who wrote it, when, what, where, how many like it, and what answers it', async () => {
  const { service, send, read, change } = await newService();
  const first = await send('Ý kiến thứ nhất\ncó hai dòng.');
  const answer = await send('Tôi đồng ý.', first, 'Trần Văn Nam');
  await send('Tôi cũng vậy.', answer, 'Lê Thị Mai');
  await service.json('PUT', `/api/v1/sites/demo/comments/${first}/like`);
  await change(first, 'picked_at = 1');
  await change(answer, "badge = 'newsroom', author = 'Tòa soạn'");
  const { text, headers, micro } = await read();
  const { item } = micro();
  expect([item.type, item.said.url, item.said.name, item.said.commentCount]).toEqual([
    'https://schema.org/CreativeWork',
    [article.url],
    [article.title],
    ['3'],
  ]);
  const person = (name: string, type = 'Person') => ({
    type: `https://schema.org/${type}`,
    said: { name: [name] },
  });
  const comment = (id: unknown, at: number, said: object) => ({
    type: 'https://schema.org/Comment',
    said: {
      url: [typeof id === 'string' ? `${article.url}#binh-luan-${id}` : id],
      dateCreated: [new Date(service.clock.now - at).toISOString()],
      upvoteCount: ['0'],
      ...said,
    },
  });
  expect(comments(item)).toEqual([
    comment(first, 2000, {
      author: [person('Nguyễn Thị Hòa')],
      text: ['Ý kiến thứ nhất\ncó hai dòng.'],
      upvoteCount: ['1'],
      comment: [
        comment(answer, 1000, { author: [person('Tòa soạn', 'Organization')], text: ['Tôi đồng ý.'] }),
        comment(expect.any(String), 0, {
          url: [expect.stringContaining('#binh-luan-')],
          author: [person('Lê Thị Mai')],
          text: ['Tôi cũng vậy.'],
        }),
      ],
    }),
  ]);
  for (const told of [
    'Ý kiến nổi bật',
    '<span class="binh-luan-badge">Tòa soạn',
    'Trả lời Tòa soạn',
    '1 lượt thích',
  ])
    expect(text).toContain(told);
  expect([headers.get('content-type'), headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
    'text/html; charset=UTF-8',
    'public, max-age=5, s-maxage=5',
    'noindex',
  ]);
});

test('it acts on nothing, styles nothing, and its names and addresses are its own', async () => {
  const { service, send, read, change } = await newService();
  const nasty = '<script>x</script><style>*{}</style> </section> "x" https://bao.example/a?b=1&c=2';
  const first = await send('Câu này rất hay.');
  await change(first, `body = '${nasty}', author = 'A <b onclick=x>'`);
  await send('Trả lời.', first);
  for (const language of ['vi', 'en'] as const) {
    await service.setSite({ language });
    const { micro, text } = await read();
    const { elements, attributes, classes, item } = micro();
    expect(
      [...elements].filter((name) => /^(script|style|form|input|button|img|iframe|body)/.test(name)),
    ).toEqual([]);
    expect([...attributes].filter((name) => /^(on|style|src)/.test(name))).toEqual([]);
    expect([...classes].filter((name) => name !== 'binh-luan' && !name.startsWith('binh-luan-'))).toEqual([]);
    expect([...text.matchAll(/(?:href|src)="(?!https?:)/g)]).toEqual([]);
    expect(bodies(item)).toEqual([nasty]);
  }
});

test('a hundred threads at a time, each with ten replies, and a header leads on to the rest', async () => {
  const { service, send, read } = await newService();
  const first = await send('Ý kiến thứ nhất.');
  await service.deps.database.query(
    sql`insert into comments (id, site_id, article_id, parent_id, author, body, state, risk, sender, fingerprint, created_at)
      with recursive numbers(value) as (select 1 union all select value + 1 from numbers where value < 120)
      select 'c' || value, site_id, article_id, iif(value <= 12, ${first}, null), author, 'Số ' || value, state, risk,
        sender, '', created_at + value
      from comments cross join numbers`.compile(build),
  );
  const page = await read();
  const [answered, ...others] = comments(page.micro().item);
  expect([bodies(answered).length, bodies(answered).at(-1), others.length]).toEqual([10, 'Số 10', 99]);
  expect(page.text).toContain(`<a href="${article.url}#binh-luan-${first}">Xem thêm 2 trả lời</a>`);
  const [, next = ''] =
    /^<http:\/\/comments\.test(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '') ?? [];
  const rest = await read(next);
  expect([bodies(rest.micro().item).length, rest.headers.get('link')]).toEqual([9, null]);
});

test('it is made anew by what changes the thread, and is otherwise known by its tag, also to pages of the site', async () => {
  const { service, send, read } = await newService();
  const id = await send('Ý kiến thứ nhất.');
  const { headers } = await read(path, { origin });
  expect(headers.get('access-control-allow-origin')).toBe(origin);
  const known = { 'if-none-match': headers.get('etag') ?? '' };
  expect((await read(path, known)).status).toBe(304);
  await service.json('PUT', `/api/v1/sites/demo/comments/${id}/like`);
  expect((await read(path, known)).text).toContain('1 lượt thích');
  await service.setSite({ likes: 'off' });
  expect((await read(path, known)).text).not.toContain('lượt thích');
});

test('what waits is in none, an article without comments has an empty one, and a parent that is gone is told so', async () => {
  const { service, send, read, change } = await newService();
  expect(comments((await read()).micro().item)).toEqual([]);
  const first = await send('Ý kiến thứ nhất.');
  await send('Tôi đồng ý.', first);
  await change(first, "state = 'withdrawn'");
  await service.setSite({ moderation: 'hold-all' });
  await send('Đang chờ duyệt.');
  const { micro, text } = await read();
  expect([bodies(micro().item), text.includes('Trả lời một bình luận không còn hiển thị')]).toEqual([
    ['Tôi đồng ý.'],
    true,
  ]);
  expect((await read('/api/v1/sites/nowhere/thread.html?article=/a')).status).toBe(404);
});
