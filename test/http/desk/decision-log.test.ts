import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', 'article-per-hour': 0, 'site-per-hour': 0 });
  return { service, lan: await service.addModerator('Lan') };
}

async function send(service: Service, comment: object = {}, site = 'demo'): Promise<string> {
  return (await service.send({ ...comment, challenge: undefined }, { site })).body.id;
}

const decide = (service: Service, who: Headers, ids: string[], more: object = { action: 'publish' }) =>
  service.json(
    'POST',
    '/api/v1/decisions',
    { comments: ids.map((id) => ({ id, version: 1 })), ...more },
    who,
  );

const log = async (service: Service, who: Headers, query = '') =>
  (await service.json('GET', `/api/v1/decisions${query}`, undefined, who)).body.decisions;

async function table(service: Service, who: Headers, query = '') {
  const answer = await service.request(`/moderation/decisions.csv${query}`, { headers: who });
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const lines = async (service: Service, who: Headers, query = '') =>
  new TextDecoder().decode((await table(service, who, query)).bytes).split('\r\n');

test('a decision shows its first twenty comments and how many there are', async () => {
  const { service, lan } = await newService();
  const ids: string[] = [];
  for (let number = 0; number < 23; number += 1)
    ids.push(await send(service, { body: `Ý kiến thứ ${number}` }));
  await decide(service, lan, ids);
  const [decision] = await log(service, lan);
  expect([decision.count, decision.comments.length]).toEqual([23, 20]);
  const page = await (await service.request('/moderation/log', { headers: lan })).text();
  expect(page).toMatch(/đã đăng 23 bình luận[\s\S]*và 3 bình luận khác/);
});

test('the log is narrowed by site, moderator, action and days', async () => {
  const { service, lan } = await newService();
  await service.addSite('bao', { captcha: 'off' });
  const minh = await service.addModerator('Minh');
  const [one, two, three] = [
    await send(service),
    await send(service, { body: 'Khác' }),
    await send(service, {}, 'bao'),
  ];
  await decide(service, lan, [one]);
  service.clock.now += 24 * 60 * 60_000;
  await decide(service, minh, [two], { action: 'reject', reason: 'Lạc đề' });
  service.clock.now += 24 * 60 * 60_000;
  await decide(service, minh, [three]);
  const found = async (query: string) =>
    (await log(service, lan, query)).flatMap((decision: { comments: { id: string }[] }) =>
      decision.comments.map(({ id }) => id),
    );
  expect(await found('')).toEqual([three, two, one]);
  expect(await found('?site=bao')).toEqual([three]);
  expect(await found('?moderator=Minh')).toEqual([three, two]);
  expect(await found('?action=reject')).toEqual([two]);
  expect(await found('?from=2026-02-09&to=2026-02-10')).toEqual([two]);
  expect(await found('?from=2026-02-09&moderator=Minh&site=demo')).toEqual([two]);
  const page = await service.request('/moderation/log?from=2026-02-09&kind=publish&to=&site=', {
    headers: lan,
  });
  expect(await page.text()).toMatch(/value="2026-02-09"[\s\S]*Minh/);
  const wrong = await service.json('GET', '/api/v1/decisions?from=gestern', undefined, lan);
  expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'from']);
});

test('of a decision on several sites a moderator sees the comments of theirs, and counts only these', async () => {
  const { service, lan } = await newService();
  await service.addSite('bao', { captcha: 'off' });
  const binh = await service.addModerator('Bình', { sites: ['bao'] });
  const here = await send(service, {}, 'bao');
  await decide(service, lan, [await send(service), here]);
  const [decision] = await log(service, binh);
  expect([decision.count, decision.comments.map(({ id }: { id: string }) => id)]).toEqual([1, [here]]);
  expect((await lines(service, binh)).length).toBe(3);
});

test('a decision by filter says what was asked for, and no site that is not the reader’s', async () => {
  const { service, lan } = await newService();
  await service.addSite('bao', { captcha: 'off' });
  const binh = await service.addModerator('Bình', { sites: ['bao'] });
  await send(service, { body: 'Bán hàng giá rẻ' });
  await send(service, { body: 'Bán hàng giá rẻ' }, 'bao');
  const taken = await decide(service, lan, [], {
    comments: undefined,
    action: 'spam',
    filter: { q: 'giá rẻ' },
    expected: 2,
  });
  expect(taken.status).toBe(201);
  const [[all], [some]] = [await log(service, lan), await log(service, binh)];
  expect(all.filter).toEqual({ q: 'giá rẻ', state: 'pending', sites: ['bao', 'demo'] });
  expect([all.count, some.count, some.filter.sites]).toEqual([2, 1, ['bao']]);
  const page = await (await service.request('/moderation/log', { headers: lan })).text();
  expect(page).toContain('có chữ <code>giá rẻ</code>');
  expect(page).toContain('trạng thái <code>Chờ duyệt</code>');
  await service.json('DELETE', `/api/v1/decisions/${all.id}`, undefined, lan);
  expect((await log(service, lan)).map(({ count }: { count: number }) => count)).toEqual([2, 2]);
});

test('the table has a line for each decided comment, as a table program reads it', async () => {
  const { service, lan } = await newService();
  const id = await send(service, { article: { key: '/bai,"hai"' } });
  await decide(service, lan, [id], { action: 'reject', reason: 'Lạc đề, "dài"\nvà cũ', note: '=1+1' });
  const { answer, bytes } = await table(service, lan);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="decisions-2026-02-08.csv"');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe(
    [
      'time,moderator,action,reason,note,comment,site,article,from,to',
      `2026-02-08T07:30:00.000Z,Lan,reject,"Lạc đề, ""dài""\nvà cũ",'=1+1,${id},demo,"/bai,""hai""",pending,rejected`,
      '',
    ].join('\r\n'),
  );
});

test('what a table program would take for a formula stays text', async () => {
  const { service, lan } = await newService();
  for (const [index, reason] of ['+1', '-1', '@A', '\tA', '1+1'].entries()) {
    service.clock.now += 1000;
    await decide(service, lan, [await send(service, { body: `Ý ${index}` })], {
      action: 'reject',
      reason: `x`,
      note: reason,
    });
  }
  const notes = (await lines(service, lan)).slice(1, -1).map((line) => line.split(',')[4]);
  expect(notes).toEqual(['1+1', 'A', "'@A", "'-1", "'+1"]);
});

test('the table is narrowed as the log is, and goes on through decisions of any size', async () => {
  const { service, lan } = await newService();
  await service.deps.database.batch(bigDecisions());
  expect((await lines(service, lan)).length).toBe(2502 + 2);
  const all = (await lines(service, lan)).slice(1, -1).map((line) => line.split(',')[5]);
  expect(new Set(all).size).toBe(2502);
  expect((await lines(service, lan, '?moderator=Minh')).length).toBe(2);
  expect((await service.request('/moderation/decisions.csv')).status).toBe(303);
});

test('others get their turn between two parts of a long table', async () => {
  const { service, lan } = await newService();
  await service.deps.database.batch(bigDecisions());
  const answer = await service.request('/moderation/decisions.csv', { headers: lan });
  const order: string[] = [];
  setTimeout(() => order.push('another'));
  for await (const _ of answer.body ?? []) order.push('part');
  expect(order.slice(0, -1)).toContain('another');
});

/** A decision about 2500 comments between two about one. */
function bigDecisions() {
  const run = (text: string) => sql.raw(text).compile(build);
  return [
    run("insert into articles (id, site_id, key, created_at) values (1, 'demo', '/bai', 0)"),
    run(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2502)
      insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      select 'c' || i, 'demo', 1, 'An', 'Chào', 'published', 0, 's', 'f', i from n`),
    run(`insert into decisions (id, moderator_id, action, created_at)
      select 'd' || value, (select id from moderators), 'publish', 5 from json_each('[1,2,3]')`),
    run(`insert into decided_comments (decision_id, comment_id, from_state, to_state, version)
      select case id when 'c1' then 'd1' when 'c2502' then 'd3' else 'd2' end, id, 'pending', 'published', 2
      from comments`),
  ];
}
