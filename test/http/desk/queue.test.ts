import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { storeReport } from '../../../src/store/comments/reports.ts';
import { build } from '../../../src/store/database.ts';
import { type Service, start, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function startDesk() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  return { service, lan: await service.addModerator('Lan'), minh: await service.addModerator('Minh') };
}

async function sendAll(service: Service, comments: Record<string, unknown>[]): Promise<string[]> {
  const ids: string[] = [];
  for (const comment of comments) {
    service.clock.now += 1000;
    ids.push((await service.send(comment)).body.id);
  }
  return ids;
}

async function ask(service: Service, who: Headers, query = '') {
  return (await service.json('GET', `/api/v1/queue?${query}`, undefined, who)).body;
}

async function found(service: Service, who: Headers, query: Record<string, string>): Promise<string[]> {
  const { comments } = await ask(service, who, new URLSearchParams(query).toString());
  return comments.map((comment: { body: string }) => comment.body);
}

const decide = (service: Service, who: Headers, body: object) =>
  service.json('POST', '/api/v1/decisions', body, who);

test('words are found with their marks as written, and without marks however they are written', async () => {
  const { service, lan } = await startDesk();
  const [má, mạ, đường] = ['Má tôi đi chợ', 'Mạ non ngoài đồng', 'Đường phố đông người'];
  await sendAll(service, [{ body: má }, { body: mạ }, { body: đường, author: 'Thu Hà' }]);
  expect(await found(service, lan, { q: 'ma' })).toEqual([má, mạ]);
  expect(await found(service, lan, { q: 'mạ' })).toEqual([mạ]);
  expect(await found(service, lan, { q: 'duong pho' })).toEqual([đường]);
  expect(await found(service, lan, { q: 'ĐƯỜNG' })).toEqual([đường]);
  expect(await found(service, lan, { q: 'đường'.normalize('NFD') })).toEqual([đường]);
  expect(await found(service, lan, { q: 'thu hà' })).toEqual([đường]);
  expect(await found(service, lan, { q: 'dong' })).toEqual([mạ, đường]);
  expect(await found(service, lan, { q: 'don' })).toEqual([]);
  expect(await found(service, lan, { q: 'chợ đông' })).toEqual([]);
  for (const strange of ['"', '*', 'AND', 'a"b OR c', '()', '-', 'written:x']) {
    expect(await found(service, lan, { q: strange })).toEqual([]);
  }
});

test('the queue is narrowed by sender, link, risk, day, likeness and article', async () => {
  const { service, lan } = await startDesk();
  const flood = 'Mua ngay hôm nay để nhận ưu đãi lớn nhất trong năm của chúng tôi';
  await sendAll(service, [{ body: 'Một ý kiến.' }, { body: 'Xem https://bao.example/a nhé.' }]);
  for (const body of [flood, `${flood} nha`]) {
    service.clock.now += 1000;
    await service.send({ body, article: { key: '/khac' } }, { headers: { 'x-test-peer': '198.51.100.7' } });
  }
  const { comments } = await ask(service, lan, 'sort=newest');
  const [last] = comments;
  expect((await found(service, lan, { sender: last.sender.id })).length).toBe(2);
  expect(await found(service, lan, { links: 'yes' })).toEqual(['Xem https://bao.example/a nhé.']);
  expect((await found(service, lan, { article: '/khac' })).length).toBe(2);
  expect(last.alike).toBe(1);
  expect((await found(service, lan, { like: last.id })).sort()).toEqual([flood, `${flood} nha`].sort());
  const risky = comments.filter((comment: { risk: number }) => comment.risk >= 0.5);
  expect((await found(service, lan, { 'risk-min': '0.5' })).length).toBe(risky.length);
  expect(await found(service, lan, { from: '2026-02-09' })).toEqual([]);
  expect((await found(service, lan, { from: '2026-02-08', to: '2026-02-09' })).length).toBe(4);
  expect((await service.json('GET', '/api/v1/queue?from=hôm-qua', undefined, lan)).status).toBe(422);
});

test('every order and every filter is paged without losing or doubling a comment', async () => {
  const { service, lan } = await startDesk();
  await sendAll(
    service,
    Array.from({ length: 23 }, (_, n) => ({ body: `Chuyện xã ${n} ${'abcdefgh'[n % 8]}` })),
  );
  for (const query of [
    'sort=oldest',
    'sort=newest',
    'sort=risk',
    'q=chuyen',
    'q=chuyện&sort=newest',
    'risk-min=0',
  ]) {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await ask(service, lan, `${query}&limit=5&cursor=${cursor}`);
      seen.push(...page.comments.map((comment: { id: string }) => comment.id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect([query, seen.length, new Set(seen).size]).toEqual([query, 23, 23]);
  }
});

test('a card knows the sender’s past, what it answers, and what readers reported', async () => {
  const { service, lan } = await startDesk();
  const [first = ''] = await sendAll(service, [{ body: 'Bài đầu của tôi.' }]);
  await decide(service, lan, { action: 'publish', comments: [{ id: first, version: 1 }] });
  await service.send({ body: 'Tôi trả lời chính mình.', parentId: first });
  const { comments } = await ask(service, lan);
  expect(comments[0]).toMatchObject({
    parent: { id: first, author: 'Nguyễn Thị Hòa', body: 'Bài đầu của tôi.' },
    sender: { published: 1, rejected: 0, spam: 0, blockedUntil: null },
    reports: [],
    appeal: null,
    edited: null,
    claimedBy: null,
  });
  const report = {
    commentId: first,
    sender: 'someone',
    reason: 'false',
    details: 'Sai rồi',
    createdAt: start,
  } as const;
  await storeReport(service.deps.database, 'demo', report, 20);
  const reported = await ask(service, lan, 'state=reported');
  expect([reported.reported, reported.counts.published]).toEqual([1, 1]);
  expect(reported.comments[0].reports).toEqual([
    { reason: 'false', details: 'Sai rồi', at: new Date(start).toISOString() },
  ]);
});

test('keeping a reported comment settles the reports, and undoing that brings them back', async () => {
  const { service, lan } = await startDesk();
  const [id = ''] = await sendAll(service, [{ body: 'Bị báo cáo oan.' }]);
  await decide(service, lan, { action: 'publish', comments: [{ id, version: 1 }] });
  const report = {
    commentId: id,
    sender: 'someone',
    reason: 'insult',
    details: '',
    createdAt: start,
  } as const;
  await storeReport(service.deps.database, 'demo', report, 20);
  const kept = await decide(service, lan, { action: 'publish', comments: [{ id, version: 2 }] });
  expect(kept.body.results).toEqual([{ id, outcome: 'done', state: 'published', version: 3 }]);
  expect((await ask(service, lan)).reported).toBe(0);
  await service.json('DELETE', `/api/v1/decisions/${kept.body.id}`, undefined, lan);
  const { reported, counts } = await ask(service, lan, 'state=reported');
  expect([reported, counts.published]).toEqual([1, 1]);
});

test('all that match are decided where they are as many as expected, and not one where they are not', async () => {
  const { service, lan } = await startDesk();
  await sendAll(service, [{ body: 'Quảng cáo một' }, { body: 'Quảng cáo hai' }, { body: 'Ý kiến thật' }]);
  const filter = { state: 'pending', q: 'quang cao' };
  const wrong = await decide(service, lan, { action: 'spam', filter, expected: 3 });
  expect([wrong.status, wrong.body.title === undefined, wrong.body.results]).toEqual([409, false, undefined]);
  expect((await ask(service, lan)).counts).toEqual({ pending: 3, published: 0, rejected: 0, spam: 0 });
  const taken = await decide(service, lan, { action: 'spam', filter, expected: 2 });
  expect([taken.status, taken.body.results.length]).toEqual([201, 2]);
  expect((await ask(service, lan)).counts).toEqual({ pending: 1, published: 0, rejected: 0, spam: 2 });
  const undone = await service.json('DELETE', `/api/v1/decisions/${taken.body.id}`, undefined, lan);
  expect([undone.status, undone.body.results.length]).toEqual([200, 2]);
  expect((await ask(service, lan)).counts).toEqual({ pending: 3, published: 0, rejected: 0, spam: 0 });
  const log = await service.json('GET', '/api/v1/decisions', undefined, lan);
  const logged = log.body.decisions.find(({ action }: { action: string }) => action === 'spam');
  expect(logged.filter).toMatchObject({ state: 'pending', q: 'quang cao' });
});

test('a decision names comments or a filter, and with a filter how many', async () => {
  const { service, lan } = await startDesk();
  for (const wrong of [
    { action: 'spam' },
    { action: 'spam', filter: {} },
    { action: 'spam', comments: [{ id: 'x', version: 1 }], filter: {}, expected: 0 },
    { action: 'spam', filter: { state: 'withdrawn' }, expected: 0 },
    { action: 'spam', filter: {}, expected: 30_000 },
  ]) {
    expect((await decide(service, lan, wrong)).status).toBe(422);
  }
});

test('of two who decide by the same filter at once, one does', async () => {
  const { service, lan, minh } = await startDesk();
  await sendAll(
    service,
    Array.from({ length: 20 }, (_, n) => ({ body: `Ý kiến riêng ${n}` })),
  );
  const both = await Promise.all([
    decide(service, lan, { action: 'publish', filter: {}, expected: 20 }),
    decide(service, minh, { action: 'reject', filter: {}, expected: 20 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const { published, rejected } = (await ask(service, lan)).counts;
  expect([published, rejected].sort()).toEqual([0, 20]);
});

test('two moderators who work on what is next never get the same, until two minutes have passed', async () => {
  const { service, lan, minh } = await startDesk();
  const ids = await sendAll(service, [{ body: 'Một' }, { body: 'Hai' }]);
  const next = async (who: Headers) => (await service.json('POST', '/api/v1/claims', {}, who)).body.id;
  expect(await Promise.all([next(lan), next(minh)])).toEqual(ids);
  expect(await next(lan)).toBe(ids[0]);
  expect((await ask(service, lan)).comments.map((one: { claimedBy: string }) => one.claimedBy)).toEqual([
    'Lan',
    'Minh',
  ]);
  const held = await service.json('PUT', `/api/v1/claims/${ids[1]}`, undefined, lan);
  expect(held.body).toEqual({ claimed: false });
  await decide(service, lan, { action: 'publish', comments: [{ id: ids[0], version: 1 }] });
  expect(await next(lan)).toBe(null);
  service.clock.now += 2 * 60_000;
  expect(await next(lan)).toBe(ids[1]);
});

test('who walks on lets go of a comment, and who skips one gets one after it', async () => {
  const { service, lan, minh } = await startDesk();
  const ids = await sendAll(service, [{ body: 'Một' }, { body: 'Hai' }, { body: 'Ba' }]);
  const next = async (who: Headers, body = {}) =>
    (await service.json('POST', '/api/v1/claims', body, who)).body.id;
  const leave = (who: Headers, id = '') => service.json('DELETE', `/api/v1/claims/${id}`, undefined, who);
  expect(await next(lan)).toBe(ids[0]);
  expect(await leave(minh, ids[0])).toMatchObject({ status: 204 });
  expect(await next(minh)).toBe(ids[1]);
  await leave(lan, ids[0]);
  await leave(minh, ids[1]);
  expect(await next(minh)).toBe(ids[0]);
  expect(await next(minh, { skip: ids[0] })).toBe(ids[1]);
  expect(await next(lan)).toBe(ids[0]);
  expect(await next(lan, { skip: ids[0] })).toBe(ids[2]);
  expect(await next(lan, { skip: ids[2] })).toBe(null);
  const form = new URLSearchParams({ skip: ids[1] ?? '', back: 'sort=oldest' });
  const headers = { ...minh, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await service.request('/moderation/next', { method: 'POST', headers, body: form });
  expect(answer.headers.get('location')).toBe(`/moderation/comments/${ids[2]}?sort=oldest`);
});

test('a page learns what came, what was decided by whom, and who looks at what', async () => {
  const { service, lan, minh } = await startDesk();
  const [first = '', second = ''] = await sendAll(service, [{ body: 'Một' }, { body: 'Hai' }]);
  const since = new Date(service.clock.now).toISOString();
  const path = `/api/v1/queue/changes?since=${since}&ids=${first},${second}`;
  const before = await service.json('GET', path, undefined, lan);
  const again = await service.request(path, {
    headers: { ...lan, 'if-none-match': before.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  await decide(service, minh, { action: 'reject', comments: [{ id: first, version: 1 }] });
  await service.json('PUT', `/api/v1/claims/${second}`, undefined, minh);
  await sendAll(service, [{ body: 'Ba' }]);
  const { body } = await service.json('GET', path, undefined, lan);
  expect(body.newer).toBe(1);
  expect(body.counts).toMatchObject({ pending: 2, rejected: 1 });
  expect(
    body.comments.toSorted((a: { state: string }, b: { state: string }) => a.state.localeCompare(b.state)),
  ).toEqual([
    { id: second, state: 'pending', version: 1, decidedBy: null, action: null, claimedBy: 'Minh' },
    { id: first, state: 'rejected', version: 2, decidedBy: 'Minh', action: 'reject', claimedBy: null },
  ]);
});

test('an edit keeps the original, is found by its new words, and loses to who was first', async () => {
  const { service, lan, minh } = await startDesk();
  const [id = ''] = await sendAll(service, [{ body: 'Gọi cho tôi số 0912345678' }]);
  const edit = (who: Headers, version: number, body: string) =>
    service.json('PATCH', `/api/v1/comments/${id}`, { version, author: 'Hòa', body }, who);
  expect((await edit(lan, 1, 'Gọi cho tôi nhé')).status).toBe(204);
  expect((await edit(minh, 1, 'Khác')).status).toBe(409);
  expect((await edit(minh, 2, ' ')).status).toBe(422);
  const [comment] = (await ask(service, lan)).comments;
  expect(comment).toMatchObject({
    version: 2,
    author: 'Hòa',
    body: 'Gọi cho tôi nhé',
    edited: { author: 'Nguyễn Thị Hòa', body: 'Gọi cho tôi số 0912345678', by: 'Lan' },
  });
  expect(await found(service, lan, { q: 'nhé' })).toEqual(['Gọi cho tôi nhé']);
  expect(await found(service, lan, { q: '0912345678' })).toEqual([]);
  await decide(service, lan, { action: 'publish', comments: [{ id, version: 2 }] });
  expect(await service.published()).toEqual(['Gọi cho tôi nhé']);
  expect((await edit(lan, 3, 'Sau khi đăng')).status).toBe(409);
});

test('a sender is blocked for a time, and let in again', async () => {
  const { service, lan } = await startDesk();
  const [id = ''] = await sendAll(service, [{ body: 'Phá rối' }]);
  const block = (hours: string) => service.form(`/moderation/comments/${id}/block`, { hours }, lan);
  expect((await block('1')).status).toBe(303);
  expect((await service.send({ body: 'Lại phá' })).status).toBe(429);
  const page = await service.request(`/moderation/comments/${id}`, { headers: lan });
  expect(await page.text()).toContain('Đang bị chặn đến');
  await block('0');
  expect((await service.send({ body: 'Đã hiền' })).status).toBe(202);
});

test('a moderator of one site sees, claims, edits and blocks nothing of another', async () => {
  const { service } = await startDesk();
  await service.addSite('khac', { captcha: 'off' });
  const stranger = await service.addModerator('Lạ', { sites: ['khac'] });
  const [id = ''] = await sendAll(service, [{ body: 'Của trang này' }]);
  expect((await ask(service, stranger)).comments).toEqual([]);
  expect((await service.json('POST', '/api/v1/claims', {}, stranger)).body).toEqual({ id: null });
  expect((await service.json('PUT', `/api/v1/claims/${id}`, undefined, stranger)).body).toEqual({
    claimed: false,
  });
  const edit = { version: 1, author: 'x', body: 'y' };
  expect((await service.json('PATCH', `/api/v1/comments/${id}`, edit, stranger)).status).toBe(409);
  expect((await service.request(`/moderation/comments/${id}`, { headers: stranger })).status).toBe(404);
  expect((await service.form(`/moderation/comments/${id}/block`, { hours: '1' }, stranger)).status).toBe(404);
  const since = new Date(start).toISOString();
  const changes = await service.json(
    'GET',
    `/api/v1/queue/changes?since=${since}&ids=${id}`,
    undefined,
    stranger,
  );
  expect(changes.body).toMatchObject({ newer: 0, comments: [] });
});

test('the counters are what a count of the rows says, after decisions, reports and undos in any order', async () => {
  const { service, lan } = await startDesk();
  const ids = await sendAll(
    service,
    Array.from({ length: 12 }, (_, n) => ({ body: `Số ${n}` })),
  );
  const actions = ['publish', 'reject', 'spam', 'restore'] as const;
  for (let round = 0; round < 40; round += 1) {
    const id = ids[(round * 7) % ids.length] ?? '';
    const [row] = await service.deps.database.query(
      sql<{ version: number }>`select version from comments where id = ${id}`.compile(build),
    );
    const action = actions[round % 4];
    const taken = await decide(service, lan, { action, comments: [{ id, version: row?.version }] });
    const report = {
      commentId: id,
      sender: `s${round}`,
      reason: 'spam',
      details: '',
      createdAt: start,
    } as const;
    await storeReport(service.deps.database, 'demo', report, 20);
    if (round % 3 === 0 && taken.body.id) {
      await service.json('DELETE', `/api/v1/decisions/${taken.body.id}`, undefined, lan);
    }
  }
  const [drift] = await service.deps.database.query(
    sql<{ states: number; hours: number; reports: number; rules: number }>`select
      (select count(*) from (select state, count(*) as n from comments group by state
        except select state, count from state_counts)) as states,
      (select count(*) from (select hour, pending, published, rejected, spam from hourly_counts where arrived > 0
        except select created_at / 3600000, sum(state = 'pending'), sum(state = 'published'), sum(state = 'rejected'),
          sum(state = 'spam') from comments group by 1)) as hours,
      (select count(*) from comments where reports <>
        (select count(*) from reports where comment_id = comments.id and settled_by is null)) as reports,
      (select count(*) from comments where state = 'published' and reports > 0)
        - coalesce((select count from state_counts where state = 'reported'), 0) as rules`.compile(build),
  );
  expect(drift).toEqual({ states: 0, hours: 0, reports: 0, rules: 0 });
});
