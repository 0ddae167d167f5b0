import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { endActs } from '../../src/acts/unended.ts';
import { enough, learnDue } from '../../src/screening/lessons.ts';
import { lookAtQueues } from '../../src/service/tell-some.ts';
import { cleanUp } from '../../src/sites/retention.ts';
import { indexAnew } from '../../src/store/comments/earlier-words.ts';
import { deleteComments } from '../../src/store/erasure/deletion.ts';
import { listings } from '../../src/store/moved/listings.ts';
import { takeLeftOver } from '../../src/store/queue/decision-steps.ts';
import { countingD1 } from '../support/counting-d1.ts';
import { startService } from '../support/service.ts';

const others = 20_000;
/** What is done reads no more rows than this, as a page of the queue does, and so not all others in any state. */
const few = 2500;

/** Those of the desk, but for the statistics and for many at once, which are about as much as there is. */
const pages = [
  ...[
    '',
    '?state=published',
    '?state=apart',
    '/acts',
    '/articles',
    '/blocks',
    '/decisions',
    '/filter',
    '/log',
  ],
  ...['/moderators', '/readers', '/sites', '/sites/demo', '/views'],
].map((page) => `/moderation${page}`);

/** Very many other comments, ten under an article and three of a sender, in each state, half of them answers. */
async function addOthers(now: number): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(
      `insert into articles (id, site_id, key, created_at)
        with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ? / 10)
        select 1000 + n, 'demo', '/bai-' || n, ? from numbers`,
    ).bind(others, now),
    env.DB.prepare(
      `insert into comments (id, number, site_id, article_id, parent_id, thread_id, author, body, state, risk, sender,
          fingerprint, created_at)
        with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ?)
        select 'other-' || n, 1000 + n, 'demo', 1000 + n / 10, iif(n % 2, 'other-' || (n - 1), null),
          iif(n % 2, 'other-' || (n - 1), null), 'Bạn đọc', 'Ý kiến số ' || n,
          '["published", "published", "published", "pending", "rejected", "spam", "withdrawn"]' ->> (n % 7),
          n % 100 / 100.0, 'sender' || (n / 3), 'f' || n, ? - 1000 * (? - n)
        from numbers`,
    ).bind(others, now, others),
  ]);
}

test('what readers and moderators do reads few rows, however many comments there are', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan', { role: 'owner' });
  await service.send({ body: 'Bài trước rất hay và đầy đủ, mong tòa soạn viết tiếp về chủ đề này.' });
  await addOthers(service.clock.now);
  const { counted, database } = countingD1();
  Object.assign(service.deps, { database });

  const reads: Record<string, number> = {};
  const refused: string[] = [];
  /** Does it, and notes how many rows that reads at most. */
  async function does(what: string, act: () => Promise<{ status: number; body?: unknown }>) {
    const before = counted.read;
    const answer = await act();
    reads[what] = Math.max(reads[what] ?? 0, counted.read - before);
    if (answer.status >= 400) refused.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    // biome-ignore lint/suspicious/noExplicitAny: what it is differs by what was asked for.
    return answer.body as any;
  }
  const get = (path: string, headers = {}) => service.json('GET', path, undefined, headers);
  const site = '/api/v1/sites/demo';

  const texts = ['Tôi đồng ý với bài viết.', 'Đường này cần sửa sớm.', 'Mong tòa soạn theo dõi tiếp.'];
  const sent: { id: string; receipt: string }[] = [];
  for (const [at, body] of texts.entries()) {
    const headers = { 'x-test-peer': `198.51.100.${at}` };
    sent.push(await does(`send ${at}`, () => service.send({ body }, { headers })));
  }
  const [first, second, third] = sent as [(typeof sent)[0], (typeof sent)[0], (typeof sent)[0]];
  const decide = (action: string, id: string, version: number) =>
    does(action, () =>
      service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, lan),
    );
  await decide('publish', first.id, 1);
  const decision = await decide('reject', second.id, 1);
  await does('undo', () => service.json('DELETE', `/api/v1/decisions/${decision.id}`, undefined, lan));
  await decide('reject', second.id, 3);
  await decide('publish', third.id, 1);

  const peer = { 'x-test-peer': '198.51.100.77' };
  const answer = await does('send an answer', () =>
    service.send({ body: 'Tôi cũng nghĩ vậy.', parentId: first.id }, { headers: peer }),
  );
  await decide('publish', answer.id, 1);
  for (const sort of ['oldest', 'newest', 'liked'])
    await does(`list ${sort}`, () => get(`${site}/comments?article=/bai-viet&sort=${sort}`));
  await does('replies of a branch', () => get(`${site}/comments/other-1/replies`));
  await does('replies of an answer', () => get(`${site}/comments/${answer.id}/replies`));
  await does('a comment', () => get(`${site}/comments/${first.id}`));
  await does('counts', () => get(`${site}/counts?article=/bai-viet`));
  await does('thread', () => service.request(`${site}/thread.html?article=/bai-viet`));
  await does('feed', () => service.request('/feeds/demo.atom'));
  await does('receipt', () => get(`/api/v1/receipts/${first.receipt}`));
  await does('receipts', () =>
    service.json('POST', `${site}/receipts`, { receipts: [first.receipt, second.receipt] }),
  );
  await does('copy', () => get(`/api/v1/receipts/${first.receipt}/copy`));
  await does('like', () => service.json('PUT', `${site}/comments/${first.id}/like`, undefined, peer));
  await does('report', () =>
    service.json('POST', `${site}/comments/${first.id}/reports`, { reason: 'spam' }, peer),
  );
  await does('appeal', () =>
    service.json('POST', `/api/v1/receipts/${second.receipt}/appeals`, { text: 'Xin xem lại.' }),
  );

  for (const state of ['pending', 'published', 'rejected', 'spam', 'reported', 'appeals', 'apart', 'trusted'])
    for (const sort of ['oldest', 'newest'])
      await does(`queue ${state} ${sort}`, () =>
        get(`/api/v1/queue?site=demo&state=${state}&sort=${sort}`, lan),
      );
  await does('riskiest', () => get('/api/v1/queue?site=demo&sort=risk', lan));
  await does('claim', () => service.json('POST', '/api/v1/claims', { site: 'demo' }, lan));
  await does('claim an appeal', () => service.json('POST', '/api/v1/claims', { state: 'appeals' }, lan));
  const since = new Date(service.clock.now).toISOString();
  await does('changes', () => get(`/api/v1/queue/changes?since=${since}&ids=${first.id}`, lan));
  await does('comment at the desk', () =>
    service.request(`/moderation/comments/${first.id}`, { headers: lan }),
  );
  const { body: queued } = await get('/api/v1/queue?site=demo&state=published&sort=newest&limit=1', lan);
  const { id: sender } = queued.comments[0].sender;
  await does('sender', () => get(`/api/v1/senders/${sender}?site=demo`, lan));
  await does('page of a sender', () =>
    service.request(`/moderation/senders/${sender}?site=demo`, { headers: lan }),
  );
  for (const page of pages) await does(page, () => service.request(page, { headers: lan }));
  await does('queue of a sender', () => get(`/api/v1/queue?site=demo&sender=${sender}&state=published`, lan));
  await does('block', () => service.json('POST', '/api/v1/blocks', { comment: first.id, hours: 1 }, lan));
  await does('blocks', () => get('/api/v1/blocks', lan));
  await does('log', () => get('/api/v1/decisions', lan));
  await does('acts', () => get('/api/v1/acts', lan));
  await does('articles', () => get(`${site}/articles`, lan));
  await does('pick', () => service.json('PUT', `/api/v1/comments/${first.id}/pick`, undefined, lan));
  await does('newsroom reply', () =>
    service.json('POST', `/api/v1/comments/${first.id}/replies`, { body: 'Cảm ơn bạn.' }, lan),
  );
  await does('withdraw', () => service.json('DELETE', `/api/v1/receipts/${first.receipt}`));
  await does('erase', () => service.json('POST', `/api/v1/receipts/${third.receipt}/erasure`));
  await does('take one out', async () => {
    const gone = await deleteComments(database, [{ id: 'other-7', version: 1 }]);
    return { status: gone.length === 1 ? 200 : 404 };
  });

  const world = { database, now: service.deps.now };
  const done = { status: 200 };
  await does('what is done each minute', async () => {
    await lookAtQueues(world, undefined);
    await learnDue(world, enough);
    return done;
  });
  await does('what is done each hour', async () => {
    await takeLeftOver(database, world.now());
    await endActs(service.deps, world.now());
    await cleanUp(world);
    await indexAnew(database, 50);
    return done;
  });

  expect(refused).toEqual([]);
  expect(Object.fromEntries(Object.entries(reads).filter(([, rows]) => rows > few))).toEqual({});
});

test('what a site has is exported by reading it once, and not anew for each page', async () => {
  const service = await startService();
  await service.send();
  await addOthers(service.clock.now);
  const { counted, database } = countingD1();
  let rows = 0;
  for (const list of Object.values(listings)) for await (const _ of list(database, 'demo')) rows += 1;
  expect(rows).toBeGreaterThan(others);
  expect(counted.read / rows).toBeLessThan(15);
});
