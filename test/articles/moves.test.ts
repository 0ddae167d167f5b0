import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readsAll } from '../../src/acts/reader.ts';
import { endActs } from '../../src/acts/unended.ts';
import { type Move, moveArticles } from '../../src/articles/move.ts';
import { undoMove } from '../../src/articles/undo-move.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { findAct } from '../../src/store/acts.ts';
import { build } from '../../src/store/database.ts';
import { dyingAfter } from '../support/dying.ts';
import { type Service, startService } from '../support/service.ts';

const mover = { site: 'demo', by: byCommand };
const move = (from: string, to: string, alias = false): Move => ({ from, to, alias });

async function startWith(threads: Record<string, readonly string[]>): Promise<Service> {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  for (const [key, bodies] of Object.entries(threads))
    for (const body of bodies) await send(service, key, body);
  return service;
}

async function send(service: Service, key: string, body: string, parentId?: string) {
  service.clock.now += 1000;
  const article = { key, title: `Bài ${key}` };
  return (await service.send({ challenge: undefined, article, body, parentId })).body;
}

async function undo(service: Service, act: string | null) {
  const found = await findAct(service.deps.database, readsAll, act ?? '');
  if (!found) throw new Error('no such act');
  return undoMove(service.deps, found, byCommand);
}

/** Everything that is public of these keys, and whether the counts that are kept are those that are there. */
async function standing(service: Service, keys: readonly string[]) {
  const threads: Record<string, unknown> = {};
  for (const key of keys) {
    const { body } = await service.json(
      'GET',
      `/api/v1/sites/demo/comments?article=${encodeURIComponent(key)}`,
    );
    const bodies = body.comments.map((comment: { body: string }) => comment.body);
    threads[key] = [body.article.key, body.article.title, body.article.count, bodies];
  }
  const wrong = await service.deps.database.query(
    sql`select id from articles join article_names using (id)
      where published_count <> (select count(*) from comments where article_id = articles.id and state = 'published')
        or (articles.title, articles.url) <> (article_names.title, article_names.url)`.compile(build),
  );
  expect(wrong).toEqual([]);
  return threads;
}

test('an article moves with its comments, receipts and answers; the old key is as if it had never been', async () => {
  const service = await startWith({ '/cu': ['Một ý kiến hay.'] });
  const first = await send(service, '/cu', 'Ý kiến thứ hai.');
  await send(service, '/cu', 'Xin trả lời bạn.', first.id);
  const before = await standing(service, ['/cu', '/moi']);
  const { act, moved, missing } = await moveArticles(service.deps, mover, [
    move('/cu', '/moi'),
    move('/khong-co', '/x'),
  ]);
  expect({ moved, missing }).toEqual({
    moved: [{ from: '/cu', to: '/moi', comments: 3, merged: false }],
    missing: ['/khong-co'],
  });
  expect(await standing(service, ['/cu', '/moi'])).toEqual({
    '/cu': ['/cu', null, 0, []],
    '/moi': ['/moi', 'Bài /cu', 3, ['Một ý kiến hay.', 'Ý kiến thứ hai.', 'Xin trả lời bạn.']],
  });
  const { body } = await service.json('GET', `/api/v1/receipts/${first.receipt}`);
  expect(body.state).toBe('published');
  await undo(service, act);
  expect(await standing(service, ['/cu', '/moi'])).toEqual(before);
});

test('where there is an article already the two become one, in the order of time, and part again', async () => {
  const service = await startWith({ '/a': ['A một.'], '/b': ['B một.'] });
  await send(service, '/a', 'A hai.');
  await send(service, '/b', 'B hai.');
  const before = await standing(service, ['/a', '/b']);
  const { act, moved } = await moveArticles(service.deps, mover, [move('/a', '/b')]);
  expect(moved).toEqual([{ from: '/a', to: '/b', comments: 2, merged: true }]);
  expect(await standing(service, ['/a', '/b'])).toEqual({
    '/a': ['/a', null, 0, []],
    '/b': ['/b', 'Bài /b', 4, ['A một.', 'B một.', 'A hai.', 'B hai.']],
  });
  await send(service, '/b', 'Viết sau khi gộp.');
  await undo(service, act);
  const after = await standing(service, ['/a', '/b']);
  expect(after['/a']).toEqual(before['/a']);
  expect(after['/b']).toEqual(['/b', 'Bài /b', 3, ['B một.', 'B hai.', 'Viết sau khi gộp.']]);
});

test.each([
  ['a new key', {}],
  ['another article', { '/b': ['B một.'] }],
])('an alias leads whoever comes by the old key on to %s, to read and to write', async (_, others) => {
  const service = await startWith({ '/a': ['A một.'], ...others });
  const before = await standing(service, ['/a', '/b']);
  const { act } = await moveArticles(service.deps, mover, [move('/a', '/b', true)]);
  await send(service, '/a', 'Viết ở địa chỉ cũ.');
  const { '/a': old, '/b': now } = await standing(service, ['/a', '/b']);
  expect(old).toEqual(now);
  expect(now).toEqual([
    '/b',
    expect.any(String),
    expect.any(Number),
    expect.arrayContaining(['A một.', 'Viết ở địa chỉ cũ.']),
  ]);
  const again = await moveArticles(service.deps, mover, [move('/b', '/c', true)]);
  const { '/a': oldest, '/c': newest } = await standing(service, ['/a', '/c']);
  expect(oldest).toEqual(newest);
  await undo(service, again.act);
  await undo(service, act);
  const after = await standing(service, ['/a', '/b']);
  expect(after['/a']).toEqual(
    Object.keys(others).length > 0 ? before['/a'] : ['/a', 'Bài /a', 2, ['A một.', 'Viết ở địa chỉ cũ.']],
  );
});

test('an article goes back to the key that is its alias: the two keys change places', async () => {
  const service = await startWith({ '/a': ['A một.'] });
  await moveArticles(service.deps, mover, [move('/a', '/b', true)]);
  const { act } = await moveArticles(service.deps, mover, [move('/b', '/a')]);
  const thread = ['/a', 'Bài /a', 1, ['A một.']];
  expect(await standing(service, ['/a', '/b'])).toEqual({ '/a': thread, '/b': thread });
  await undo(service, act);
  const back = ['/b', 'Bài /a', 1, ['A một.']];
  expect(await standing(service, ['/a', '/b'])).toEqual({ '/a': back, '/b': back });
});

test('a list of moves is one act in its order, and is undone in the other', async () => {
  const service = await startWith({ '/a': ['A một.'], '/b': ['B một.'], '/c': ['C một.'], '/d': ['D một.'] });
  const keys = ['/a', '/b', '/c', '/d', '/e'];
  const before = await standing(service, keys);
  const list = [
    move('/d', '/e'),
    move('/c', '/d'),
    move('/b', '/d'),
    move('/a', '/b', true),
    move('/e', '/a'),
  ];
  const { act, moved } = await moveArticles(service.deps, mover, list);
  expect(moved.map(({ merged }) => merged)).toEqual([false, false, true, false, true]);
  expect(await standing(service, keys)).toMatchObject({ '/d': ['/d', 'Bài /c', 2, ['B một.', 'C một.']] });
  await undo(service, act);
  expect(await standing(service, keys)).toEqual(before);
});

test('what was written at the old key since comes along when a move is undone', async () => {
  const service = await startWith({ '/a': ['A một.'] });
  const { act } = await moveArticles(service.deps, mover, [move('/a', '/b')]);
  await send(service, '/a', 'Viết ở địa chỉ cũ.');
  await send(service, '/b', 'Viết ở địa chỉ mới.');
  await undo(service, act);
  const all = ['/a', 'Bài /b', 3, ['A một.', 'Viết ở địa chỉ cũ.', 'Viết ở địa chỉ mới.']];
  expect(await standing(service, ['/a', '/b'])).toEqual({ '/a': all, '/b': all });
});

test('what was moved on since is not undone, and nothing is changed', async () => {
  const service = await startWith({ '/a': ['A một.'], '/b': ['B một.'] });
  const { act } = await moveArticles(service.deps, mover, [move('/a', '/c')]);
  await moveArticles(service.deps, mover, [move('/c', '/b')]);
  const before = await standing(service, ['/a', '/b', '/c']);
  await expect(undo(service, act)).rejects.toMatchObject({ kind: 'conflict' });
  expect(await standing(service, ['/a', '/b', '/c'])).toEqual(before);
});

test('many comments are moved in steps, and what is cut off at any of them is gone on with', async () => {
  const service = await startWith({ '/b': ['B một.'] });
  await fill(service, '/a', 950);
  const { database } = service.deps;
  const reads = ['/a', '/b'];
  const before = await standing(service, reads);
  let cuts = 0;
  for (let allowed = 1; ; allowed += 1) {
    const act = await cutAfter(service, allowed, (world) =>
      moveArticles(world, mover, [move('/a', '/b', true)]),
    );
    if (act === 'whole') break;
    cuts += 1;
    await endActs(service.deps, service.clock.now);
    const { '/a': old, '/b': now } = (await standing(service, reads)) as Record<string, unknown[]>;
    const moved = JSON.stringify(old) === JSON.stringify(now);
    expect([allowed, moved || JSON.stringify({ '/a': old, '/b': now }) === JSON.stringify(before)]).toEqual([
      allowed,
      true,
    ]);
    const [latest] = await database.query(
      sql<{
        id: string;
      }>`select id from acts where kind = 'move' and ended_at is not null order by rowid desc`.compile(build),
    );
    if (!moved) continue;
    const undone = await findAct(database, readsAll, latest?.id ?? '');
    if (!undone) throw new Error('no act');
    const back = await cutAfter(service, allowed % 5, (world) => undoMove(world, undone, byCommand));
    if (back !== 'whole') await endActs(service.deps, service.clock.now);
    if (JSON.stringify(await standing(service, reads)) !== JSON.stringify(before))
      await undoMove(service.deps, undone, byCommand);
    expect(await standing(service, reads)).toEqual(before);
  }
  expect(cuts).toBeGreaterThan(5);
});

/** Comments that were published before, written at once. */
async function fill(service: Service, key: string, count: number): Promise<void> {
  const { database } = service.deps;
  await database.batch([
    sql`insert into articles (site_id, key, created_at) values ('demo', ${key}, 1)`.compile(build),
    sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      select 'many-' || value, 'demo', (select id from articles where key = ${key}), 'Hòa', 'Một ý kiến.',
        iif(value % 3, 'published', 'spam'), 0, '', '', value
      from json_each(${JSON.stringify(Array.from({ length: count }, (_, index) => index))})`.compile(build),
  ]);
}

/** Does something with a database that fails for good after so many writes, as it does where the process is killed. */
async function cutAfter(
  { deps }: Service,
  allowed: number,
  work: (world: Pick<Service['deps'], 'database' | 'now' | 'random'>) => Promise<unknown>,
): Promise<'whole' | 'cut'> {
  try {
    await work({ ...deps, database: dyingAfter(deps.database, allowed) });
    return 'whole';
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'killed') throw error;
    return 'cut';
  }
}
