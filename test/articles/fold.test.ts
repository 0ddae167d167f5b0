import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { foldKeys } from '../../src/articles/fold.ts';
import { shapes } from '../../src/commands/moving/shapes.ts';
import { areKeysFolded } from '../../src/store/articles/folding.ts';
import { keepSaying } from '../../src/store/articles/sayings.ts';
import { build, type Database } from '../../src/store/database.ts';
import { dyingAfter } from '../support/dying.ts';
import { type Service, startService } from '../support/service.ts';

// Keys as they were stored before a key had one form.

async function startOld(threads: readonly (readonly [key: string, comments: number, open?: 0 | 1])[]) {
  const service = await startService();
  const { database } = service.deps;
  for (const [index, [key, comments, open = 1]] of threads.entries()) {
    await database.batch([
      sql`insert into articles (site_id, key, open, created_at) values ('demo', ${key}, ${open}, ${index + 1})`.compile(
        build,
      ),
      keepSaying({ site: 'demo', key, title: `Bài ${index}`, url: '' }),
      sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at,
          saying)
        select ${`${index}-`} || value, 'demo', articles.id, 'Hòa', 'Một ý kiến.',
          iif(value % 3, 'published', 'pending'), 0, '', '', ${index} + value * 10, said.number
        from articles join article_sayings as said on said.article_id = articles.id and articles.key = ${key} join json_each(${JSON.stringify(Array.from({ length: comments }, (_, at) => at))})`.compile(
        build,
      ),
    ]);
  }
  return service;
}

async function standing({ deps: { database } }: Service) {
  const articles = await database.query(
    sql<{ key: string; open: number; title: string }>`select key, open, title, published_count as published,
        (select count(*) from comments where article_id = articles.id) as comments
      from articles order by key`.compile(build),
  );
  const wrong = await database.query(
    sql`select id from articles join article_names using (id)
      where published_count <> (select count(*) from comments where article_id = articles.id and state = 'published')
        or (articles.title, articles.url) <> (article_names.title, article_names.url)`.compile(build),
  );
  expect(wrong).toEqual([]);
  return articles;
}

const threads = [
  ['/tin/bai-1', 5],
  ['/tin/bai-1/', 4],
  ['//tin/bai-1', 3, 0],
  ['/tin/b%C3%A0i', 2],
  ['/tin/bài', 0],
  ['/tin/ba\u0300i/', 7],
  ['/khac', 1],
  ['post-123', 2],
  ['/lon/', 1300],
  ['/lon', 900],
] as const;

const folded = [
  { key: '/khac', open: 1, title: '', published: 0, comments: 1 },
  { key: '/lon', open: 1, title: 'Bài 8', published: 1466, comments: 2200 },
  { key: '/tin/bai-1', open: 0, title: 'Bài 0', published: 7, comments: 12 },
  { key: '/tin/bài', open: 1, title: 'Bài 5', published: 5, comments: 9 },
  { key: 'post-123', open: 1, title: 'Bài 7', published: 1, comments: 2 },
];

test('keys that were stored get their one form, and threads that become one are merged with all that is counted', async () => {
  const service = await startOld(threads);
  await foldKeys(service.deps);
  expect(await standing(service)).toEqual(folded);
  expect(await areKeysFolded(service.deps.database)).toBe(true);
});

test('what is cut off at any write is whole once it is run again', async () => {
  let cuts = 0;
  for (let allowed = 0; ; allowed += 1) {
    const service = await startOld(threads);
    const whole = await foldKeys({
      ...service.deps,
      database: dyingAfter(service.deps.database, allowed),
    }).then(
      () => true,
      () => false,
    );
    await foldKeys(service.deps);
    expect(await standing(service)).toEqual(folded);
    if (whole) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(2);
});

test('once it is done, nothing is looked at again', async () => {
  const service = await startOld([]);
  await foldKeys(service.deps);
  let queries = 0;
  const counted: Database = {
    ...service.deps.database,
    rowsAtOnce: 10,
    query: (query) => {
      queries += 1;
      return service.deps.database.query(query);
    },
  };
  await foldKeys({ ...service.deps, database: counted });
  expect(queries).toBe(1);
});

test('what an export of before holds has its keys in their one form once it is read', () => {
  const line = { site: 'demo', key: '/tin/b%C3%A0i/', title: '', url: '', open: true, count: 0, version: 1 };
  const article = shapes.article.parse({ ...line, createdAt: '2026-02-08T07:30:00.000Z' });
  expect(article.key).toBe('/tin/bài');
});
