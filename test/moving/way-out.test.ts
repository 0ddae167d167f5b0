import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { writeJsonl } from '../../src/moving/out/jsonl.ts';
import { writeWxr } from '../../src/moving/out/wxr.ts';
import { sayOfArticle } from '../../src/store/articles/words.ts';
import { storeComment } from '../../src/store/comments/comments.ts';
import { withdrawComment } from '../../src/store/comments/withdrawal.ts';
import { build, type Database } from '../../src/store/database.ts';
import { eraseComment } from '../../src/store/erasure/erasure.ts';
import { actAt } from '../support/acts.ts';
import { usual } from '../support/filled.ts';
import { newFolder } from '../support/new-folder.ts';
import { at, bring, faults, listRows, type Opened, openSite, pathOf } from './importing.ts';

const texts = [
  'Một ý kiến.\n\nĐoạn hai, dòng một\ndòng hai.',
  'Nguyên văn: <b>đậm</b> & &amp; "ngoặc" \'đơn\' ]]> <!-- x --> <script>1</script>',
  'Dấu: đường sắt 👨‍👩‍👧 ế\u0323 \u200bẩn',
  '- một\n- hai\n\n> trích\n\n1 < 2 && 3 > 2',
  'https://bao.example/a?b=1&c=2 và www.bao.example',
  ' Thụt  đầu   dòng,\n    và nữa\n\n\n\ncách xa &nbsp;',
];

/** A thread with all states, an answer to an answer, and texts that markup would spoil. */
async function fillThread({ database }: Opened): Promise<void> {
  const send = (id: string, more: object) =>
    storeComment(database, {
      ...usual,
      ...{ id, site: 'bao', email: null, state: 'published', idempotency: undefined },
      ...{
        article: {
          key: '/tin/bài 1',
          title: 'Tin & <b>tức</b>',
          url: 'https://bao.example/tin/b%C3%A0i%201',
        },
      },
      ...more,
    });
  for (const [index, body] of texts.entries())
    await send(`c${index}`, {
      body,
      author: index === 1 ? 'Nguyễn <i>Thị</i> & Hòa' : 'Hòa',
      parentId: index === 0 ? null : `c${index - 1}`,
      createdAt: at - 1000 * (100 - index),
    });
  await send('waits', {
    state: 'pending',
    body: 'Đang chờ.',
    email: 'hoa@bao.example',
    createdAt: at - 5000,
  });
  await send('own', {
    article: { key: 'post-123', title: 'Khóa riêng', url: 'https://bao.example/khac' },
    createdAt: at,
  });
  await database.batch([
    sql`update comments set state = 'spam' where id = 'c4'`.compile(build),
    sql`update comments set state = 'withdrawn' where id = 'c2'`.compile(build),
  ]);
}

/** What anybody may tell of a site's comments, without the ids of this installation. */
async function tellOf(database: Database) {
  return database.query(
    sql<
      Record<string, unknown>
    >`select key, articles.title, articles.url, author, email, body, state, comments.created_at as at,
        (with recursive above (body, state, parent_id) as (
            select body, state, parent_id from comments as parents where parents.id = comments.parent_id
            union all select parents.body, parents.state, parents.parent_id
              from above join comments as parents on parents.id = above.parent_id where above.state = 'withdrawn')
          select body from above where state <> 'withdrawn') as answers
      from comments join articles on articles.id = article_id where state <> 'withdrawn'
      order by comments.created_at`.compile(build),
  );
}

async function written(parts: AsyncIterable<string>, name: string): Promise<string> {
  const path = join(newFolder(), name);
  let text = '';
  for await (const part of parts) text += part;
  writeFileSync(path, text);
  return path;
}

test('what is written as plain lines comes in elsewhere as it was, and goes out the same again', async () => {
  const from = await openSite();
  await fillThread(from);
  const before = await tellOf(from.database);
  expect(before).toHaveLength(7);
  const to = await openSite();
  const file = await written(writeJsonl(from.database, from.site), 'bao.jsonl');
  const told = await bring(to, 'jsonl', file);
  expect([told.leftOut, await tellOf(to.database)]).toEqual([[], before]);
  const again = await written(writeJsonl(to.database, to.site), 'bao.jsonl');
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
  const third = await openSite();
  await bring(third, 'jsonl', await written(writeJsonl(to.database, to.site), 'bao.jsonl'));
  expect(await tellOf(third.database)).toEqual(before);
  expect(faults(third.path)).toEqual([]);
});

test('lines that come back to where they were written, or come twice, bring nothing, and nothing erased', async () => {
  const from = await openSite();
  await fillThread(from);
  const file = await written(writeJsonl(from.database, from.site), 'bao.jsonl');
  await eraseComment(from.database, 'c1', { now: at });
  const before = await listRows(from.database);
  expect((await bring(from, 'jsonl', file)).counts.comments).toMatchObject({
    kept: 7,
    added: 0,
    alreadyHere: 7,
  });
  expect(await listRows(from.database)).toEqual(before);

  const to = await openSite();
  await bring(to, 'jsonl', file);
  const again = await written(writeJsonl(to.database, to.site), 'moi.jsonl');
  for (const opened of [from, to])
    expect((await bring(opened, 'jsonl', again)).counts.comments).toMatchObject({ added: 0, alreadyHere: 7 });
});

test('an answer that is new in the lines stands under what was written here', async () => {
  const from = await openSite();
  await fillThread(from);
  const line = {
    id: 'new',
    article: '/tin/bài 1',
    parent: 'c0',
    body: 'Thêm.',
    createdAt: '2026-01-01T00:00:00Z',
  };
  const file = readFileSync(await written(writeJsonl(from.database, from.site), 'bao.jsonl'), 'utf8');
  const path = join(newFolder(), 'longer.jsonl');
  writeFileSync(path, `${file}${JSON.stringify(line)}\n`);
  expect((await bring(from, 'jsonl', path)).counts.comments).toMatchObject({ added: 1, alreadyHere: 7 });
  expect(await tellOf(from.database)).toContainEqual(
    expect.objectContaining({ body: 'Thêm.', answers: texts[0] }),
  );
  expect(faults(from.path)).toEqual([]);
});

test('where somebody writes meanwhile and the database cannot hold still, the lines are of no use', async () => {
  const from = await openSite();
  await fillThread(from);
  const lines = writeJsonl(from.database, from.site);
  await lines.next();
  await withdrawComment(from.database, { site: 'bao', id: 'c0' }, actAt(at));
  await expect(Array.fromAsync(lines)).rejects.toThrow('somebody wrote to the database meanwhile');
});

test('no text breaks the XML, or comes out of it as another', async () => {
  const nasty =
    'a\u0000\u0001\u000b\u001f b\ufffe\uffff ]]> ]]>]]> &#0; &lt; &amp;amp; <![CDATA[ x ]]> --> </wp:comment>';
  const from = await openSite();
  const send = { ...usual, site: 'bao', state: 'published' as const, email: null, createdAt: at };
  const article = { key: '/a', title: nasty, url: '' };
  await storeComment(from.database, { ...send, id: 'a', article, author: nasty, body: nasty });
  const to = await openSite();
  await bring(to, 'wordpress', await written(writeWxr(from.database, from.site), 'bao.xml'));
  const [came] = await tellOf(to.database);
  const plain = nasty.replace(/[^\u0020-\ufffd]/g, '');
  expect(came).toMatchObject({ key: '/a', title: plain, author: plain.slice(0, 80).trim(), body: plain });
});

test('what is written for WordPress is read by its importer’s rules, and comes in here as it was', async () => {
  const from = await openSite();
  await fillThread(from);
  await sayOfArticle(
    from.database,
    { site: 'bao', key: '/tin/bài 1' },
    { open: false },
    { by: null, now: at, announces: false },
    [],
  );
  const to = await openSite();
  const path = await written(writeWxr(from.database, from.site), 'bao.xml');
  const told = await bring(to, 'wordpress', path);
  const spelt = (rows: object[]) => rows.map((row) => ({ ...row, key: '', url: '' }));
  expect([told.leftOut, spelt(await tellOf(to.database))]).toEqual([[], spelt(await tellOf(from.database))]);
  const [article] = await to.database.query(
    sql`select key, url, open from articles where key like '/tin/%'`.compile(build),
  );
  expect(article).toEqual({ key: '/tin/bài 1', url: 'https://bao.example/tin/b%C3%A0i%201', open: 0 });
});

test('every sample that came in goes out in both ways and comes in again', async () => {
  const from = await openSite();
  await bring(from, 'disqus', pathOf('disqus.xml'));
  const before = await tellOf(from.database);
  for (const [format, writer] of [
    ['jsonl', writeJsonl],
    ['wordpress', writeWxr],
  ] as const) {
    const to = await openSite();
    await bring(to, format, await written(writer(from.database, from.site), `bao.${format}`));
    expect([format, await tellOf(to.database)]).toEqual([format, before]);
  }
});

test('a line that somebody wrote by hand needs an article, an id, a text and a time', async () => {
  const to = await openSite();
  const path = join(newFolder(), 'own.jsonl');
  const lines = [
    { id: 1, url: 'https://bao.example/tin/2/', body: 'Có địa chỉ.', createdAt: '2020-01-02T03:04:05+07:00' },
    {
      id: 2,
      article: '/tin/2',
      parent: 1,
      author: 'Hòa',
      body: 'Trả lời.',
      createdAt: '2020-01-02T03:04:05Z',
    },
    { id: 3, article: '/tin/2', body: '  ', createdAt: '2020-01-02T03:04:05Z' },
    { id: 4, article: '/tin/2', body: 'Không rõ lúc nào.' },
    { id: 5, body: 'Không ở đâu.', createdAt: '2020-01-02T03:04:05Z' },
    { id: 6, article: '/tin/2', state: 'withdrawn', body: 'Đã rút.', createdAt: '2020-01-02T03:04:05Z' },
    { article: '/tin/2', body: 'Không số.', createdAt: '2020-01-02T03:04:05Z' },
  ];
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { leftOut } = await bring(to, 'jsonl', path);
  const rows = await to.database.query(
    sql`select body, (select key from articles where id = article_id) as key
    from comments order by created_at`.compile(build),
  );
  expect(rows).toEqual([
    { body: 'Có địa chỉ.', key: '/tin/2' },
    { body: 'Trả lời.', key: '/tin/2' },
  ]);
  expect(leftOut).toMatchObject([
    { id: '3', reason: 'no text' },
    { id: '4', reason: 'no time' },
    { id: '5', reason: 'no address' },
    { id: '6', reason: 'deleted' },
    { place: 'line 7', reason: 'not understood' },
  ]);
});
