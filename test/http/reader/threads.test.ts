import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

const path = '/api/v1/sites/demo/comments';
const article = { key: '/hoi-thoai' };

interface Shown {
  id: string;
  author: string;
  replyCount: number;
  replies?: { comments: Shown[]; nextCursor: string | null };
  [field: string]: unknown;
}

/** A site that publishes at once; `say` sends a comment or an answer a second after the last one. */
async function startConversation() {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean', captcha: 'off', pace: 'off' });
  const receipts: Record<string, string> = {};
  const say = async (author: string, parentId?: string): Promise<string> => {
    service.clock.now += 1000;
    const body = `Ý kiến của ${author} về bài viết này.`;
    const sent = await service.json('POST', path, { article, author, body, parentId });
    expect(sent.body).toMatchObject({ state: 'published' });
    receipts[sent.body.id] = sent.body.receipt;
    return sent.body.id;
  };
  const takeBack = (id: string) => service.json('DELETE', `/api/v1/receipts/${receipts[id]}`);
  return { service, say, takeBack };
}

async function threads(
  service: Service,
  query = '',
): Promise<{ comments: Shown[]; nextCursor: string | null }> {
  return (await service.json('GET', `${path}?article=/hoi-thoai&view=threads${query}`)).body;
}

/** Authors, with those of the replies that are shown, and whether there are more. */
function drawn(comments: readonly Shown[]): unknown[] {
  return comments.map(({ author, replyCount, replies }) => [
    author,
    replyCount,
    replies?.comments.map((reply) => reply.author),
    replies?.nextCursor !== null,
  ]);
}

async function like(service: Service, id: string, times: number): Promise<void> {
  await service.deps.database.query(
    sql`insert into likes (comment_id, site_id, sender, created_at)
      select ${id}, 'demo', 's' || key, 1 from json_each(${JSON.stringify(Array(times).fill(0))})`.compile(
      build,
    ),
  );
}

test('answers stand under what they answer, the oldest first, however deep, and the first three are shown', async () => {
  const { service, say } = await startConversation();
  const an = await say('An');
  const binh = await say('Bình');
  const chi = await say('Chi', an);
  await say('Dũng', chi);
  await say('Giang', an);
  await say('Hà', binh);
  expect(drawn((await threads(service)).comments)).toEqual([
    ['An', 3, ['Chi', 'Dũng', 'Giang'], false],
    ['Bình', 1, ['Hà'], false],
  ]);
  await say('Khánh', chi);
  const { comments } = await threads(service, '&sort=newest');
  expect(drawn(comments)).toEqual([
    ['Bình', 1, ['Hà'], false],
    ['An', 4, ['Chi', 'Dũng', 'Giang'], true],
  ]);
  const [first, second] = comments[1]?.replies?.comments ?? [];
  expect([first, second]).toMatchObject([
    { parentId: an, parent: { id: an, author: 'An' }, replyCount: 2 },
    { parentId: chi, parent: { id: chi, author: 'Chi' }, replyCount: 0 },
  ]);
  const more = await service.json('GET', `${path}/${an}/replies?cursor=${comments[1]?.replies?.nextCursor}`);
  expect([drawn(more.body.comments), more.body.nextCursor]).toEqual([[['Khánh', 0, undefined, true]], null]);
  const toChi = await service.json('GET', `${path}/${chi}/replies`);
  expect(toChi.body.comments.map((reply: Shown) => reply.author)).toEqual(['Dũng', 'Khánh']);
});

test('what was answered and is gone is told to be gone, and its answers stay together', async () => {
  const { service, say, takeBack } = await startConversation();
  const an = await say('An');
  const binh = await say('Bình', an);
  const chi = await say('Chi', binh);
  for (const author of ['Dũng', 'Giang', 'Hà', 'Khánh']) await say(author, an);
  await takeBack(an);
  const { comments } = await threads(service);
  expect(drawn(comments)).toEqual([['Bình', 5, ['Chi', 'Dũng', 'Giang'], true]]);
  expect(comments[0]).toMatchObject({ id: binh, parentId: null, parent: { gone: true } });
  const rest = `${path}/${binh}/replies?cursor=${comments[0]?.replies?.nextCursor}`;
  const more = (await service.json('GET', rest)).body;
  expect(drawn(more.comments)).toEqual([
    ['Hà', 0, undefined, true],
    ['Khánh', 0, undefined, true],
  ]);
  expect(more.comments[0]).toMatchObject({ parentId: null, parent: { gone: true } });
  const whole = (await service.json('GET', `${path}/${binh}/replies`)).body.comments;
  expect(whole.map((reply: Shown) => reply.author)).toEqual(['Chi', 'Dũng', 'Giang', 'Hà', 'Khánh']);
  await takeBack(binh);
  expect((await threads(service)).comments[0]).toMatchObject({
    id: chi,
    parent: { gone: true },
    replyCount: 4,
  });
  expect((await service.json('GET', `${path}/${an}`)).status).toBe(404);
  expect((await service.json('GET', `${path}/${an}/replies`)).status).toBe(404);
  expect((await service.json('GET', `${path}/${binh}/replies`)).status).toBe(404);
});

test('every branch is on exactly one page, in any order', async () => {
  const { service, say, takeBack } = await startConversation();
  const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh'];
  const ids: string[] = [];
  for (const name of names) ids.push(await say(name));
  await say('Lan', ids[2]);
  await takeBack(ids[2] ?? '');
  await like(service, ids[5] ?? '', 3);
  const all = ['An', 'Bình', 'Lan', 'Dũng', 'Giang', 'Hà', 'Khánh'];
  const walk = async (sort: string) => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await threads(service, `&limit=2&sort=${sort}&cursor=${cursor}`);
      seen.push(...page.comments.map((comment) => comment.author));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    return seen;
  };
  expect(await walk('oldest')).toEqual(all);
  expect(await walk('newest')).toEqual(all.toReversed());
  expect(await walk('liked')).toEqual([
    'Hà',
    'Lan',
    ...all.toReversed().filter((name) => !/Hà|Lan/.test(name)),
  ]);
});

test('each doubling of likes and answers is worth a day, no more', async () => {
  const { service, say } = await startConversation();
  const hour = 3_600_000;
  const old = await say('Cũ');
  await like(service, old, 7);
  service.clock.now += 71 * hour;
  await say('Mới');
  const authors = async (view: string) => {
    const list = `${path}?article=/hoi-thoai&sort=liked&view=${view}`;
    return (await service.json('GET', list)).body.comments.map((comment: Shown) => comment.author);
  };
  expect([await authors('threads'), await authors('flat')]).toEqual([
    ['Cũ', 'Mới'],
    ['Cũ', 'Mới'],
  ]);
  service.clock.now += 2 * hour;
  await say('Mới nhất');
  expect(await authors('threads')).toEqual(['Mới nhất', 'Cũ', 'Mới']);
});

test('a comment is found by its id, with its article, as long as it is public', async () => {
  const { service, say, takeBack } = await startConversation();
  const an = await say('An');
  const found = await service.json('GET', `${path}/${an}`);
  expect(found.body).toEqual({
    id: an,
    parentId: null,
    author: 'An',
    body: 'Ý kiến của An về bài viết này.',
    createdAt: new Date(service.clock.now).toISOString(),
    badge: null,
    likes: 0,
    pick: false,
    replyCount: 0,
    parent: null,
    article: { key: '/hoi-thoai', title: null, url: null, open: true, count: 1 },
  });
  await service.addSite('khac', { captcha: 'off' });
  expect((await service.json('GET', `/api/v1/sites/khac/comments/${an}`)).status).toBe(404);
  await takeBack(an);
  expect((await service.json('GET', `${path}/${an}`)).status).toBe(404);
});

test('picks stand beside the first page alone, the latest first, five at most', async () => {
  const { service, say, takeBack } = await startConversation();
  const ids: string[] = [];
  for (const name of ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh']) ids.push(await say(name));
  for (const [at, id] of ids.entries()) {
    await service.deps.database.query(
      build
        .updateTable('comments')
        .set({ picked_at: at + 1 })
        .where('id', '=', id)
        .compile(),
    );
  }
  await takeBack(ids[6] ?? '');
  const first = (await service.json('GET', `${path}?article=/hoi-thoai&view=threads&limit=3`)).body;
  expect(first.picks.map((pick: Shown) => [pick.author, pick.pick])).toEqual(
    ['Hà', 'Giang', 'Dũng', 'Chi', 'Bình'].map((name) => [name, true]),
  );
  const second = await service.json('GET', `${path}?article=/hoi-thoai&limit=3&cursor=${first.nextCursor}`);
  expect(second.body).not.toHaveProperty('picks');
});

test('a site without replies takes none, and goes on showing those that it has', async () => {
  const { service, say } = await startConversation();
  const an = await say('An');
  await say('Bình', an);
  await service.setSite({ 'reply-depth': 0 });
  const sent = await service.json('POST', path, {
    article,
    author: 'Chi',
    body: 'Tôi trả lời.',
    parentId: an,
  });
  expect(sent.body.errors).toMatchObject([{ field: 'parentId', code: 'unknown' }]);
  expect(drawn((await threads(service)).comments)).toEqual([['An', 1, ['Bình'], false]]);
});
