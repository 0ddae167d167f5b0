import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

/** A site whose room is taken after two comments: what others send then waits apart. */
async function startFull(settings: { moderation?: 'publish-clean' } = {}) {
  const service = await startService();
  await service.setSite({ captcha: 'off', 'site-per-hour': 8, ...settings });
  return { service, lan: await service.addModerator('Lan') };
}

/** From as many addresses; resolves with what each was answered. */
async function sendFrom(service: Service, readers: number) {
  const answers = [];
  for (let reader = 0; reader < readers; reader += 1) {
    service.clock.now += 1;
    const comment = { body: `Xin cảm ơn bài viết số ${reader} của tòa soạn.`, challenge: undefined };
    const headers = { 'x-test-peer': `172.16.0.${reader}` };
    answers.push((await service.send(comment, { headers })).body);
  }
  return answers;
}

async function idsIn(service: Service, who: Headers, state: string, more = '') {
  const { comments } = (await service.json('GET', `/api/v1/queue?state=${state}${more}`, undefined, who))
    .body;
  return comments.map(({ id }: { id: string }) => id);
}

async function countsOf(service: Service, who: Headers) {
  const { counts, apart } = (await service.json('GET', '/api/v1/queue', undefined, who)).body;
  return { ...counts, apart };
}

const decide = (service: Service, who: Headers, body: object) =>
  service.json('POST', '/api/v1/decisions', body, who);

test('what comes when the hour’s room is taken waits in a tab of its own, and among nothing else', async () => {
  const { service, lan } = await startFull();
  const [first, second, ...apart] = (await sendFrom(service, 5)).map(({ id }) => id);
  for (const sort of ['oldest', 'newest', 'risk']) {
    expect(new Set(await idsIn(service, lan, 'pending', `&sort=${sort}`))).toEqual(new Set([first, second]));
    expect(new Set(await idsIn(service, lan, 'apart', `&sort=${sort}`))).toEqual(new Set(apart));
  }
  expect(await idsIn(service, lan, 'pending', '&risk-min=0&site=demo')).toEqual([first, second]);
  expect(await countsOf(service, lan)).toMatchObject({ pending: 2, apart: 3 });
  const { comments } = (await service.json('GET', '/api/v1/queue?state=apart', undefined, lan)).body;
  expect(comments[0]).toMatchObject({ state: 'pending', apart: true, findings: [{ rule: 'room' }] });
  const page = await (await service.request('/moderation?state=apart', { headers: lan })).text();
  expect(page).toContain('đến khi trang đã nhận đủ số bình luận của giờ đó');
  expect(page).toMatch(/aria-current="page">Để riêng\s*<span class="count" data-count="apart">3</);
  expect(page).not.toContain(`c-${first}`);
  expect(await (await service.request('/metrics')).text()).toContain('binh_luan_apart_comments 3');
});

test('whoever sent something lately finds some room apart too, and is refused once that is taken', async () => {
  const { service, lan } = await startFull();
  const answers = [];
  for (let count = 0; count < 4; count += 1) {
    answers.push(await service.send({ body: `Ý kiến thứ ${count}.`, challenge: undefined }));
  }
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 429, 429]);
  expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await countsOf(service, lan)).toMatchObject({ pending: 1, apart: 1 });
});

test('who asks for the next comment is not given one that waits apart, unless they ask there', async () => {
  const { service, lan } = await startFull();
  const [first, second, third] = (await sendFrom(service, 3)).map(({ id }) => id);
  const next = async (filter: object) => (await service.json('POST', '/api/v1/claims', filter, lan)).body.id;
  for (const id of [first, second]) {
    expect(await next({})).toBe(id);
    await decide(service, lan, { action: 'publish', comments: [{ id, version: 1 }] });
  }
  expect(await next({})).toBeNull();
  expect(await next({ state: 'apart' })).toBe(third);
});

test('nothing that waits apart is public, whatever its site publishes at once', async () => {
  const { service } = await startFull({ moderation: 'publish-clean' });
  const states = (await sendFrom(service, 4)).map(({ state }) => state);
  expect(states).toEqual(['published', 'published', 'pending', 'pending']);
  expect(await service.published()).toHaveLength(2);
});

test('it is decided like any other, and where that is undone it waits apart again', async () => {
  const { service, lan } = await startFull();
  const [, , third] = (await sendFrom(service, 6)).map(({ id }) => id);
  const one = await decide(service, lan, { action: 'publish', comments: [{ id: third, version: 1 }] });
  expect(one.body.results).toEqual([{ id: third, outcome: 'done', state: 'published', version: 2 }]);
  const filter = { state: 'apart' };
  const all = await decide(service, lan, { action: 'spam', filter, expected: 3 });
  expect(all.status).toBe(201);
  expect(await countsOf(service, lan)).toEqual({ pending: 2, published: 1, rejected: 0, spam: 3, apart: 0 });
  for (const { body } of [one, all]) {
    await service.json('DELETE', `/api/v1/decisions/${body.id}`, undefined, lan);
  }
  expect(await countsOf(service, lan)).toEqual({ pending: 2, published: 0, rejected: 0, spam: 0, apart: 4 });
});

test('what a moderator puts back into the queue, or its author appeals, waits with the others', async () => {
  const { service, lan } = await startFull();
  const [, , third, fourth] = await sendFrom(service, 4);
  const comments = [third, fourth].map(({ id }) => ({ id, version: 1 }));
  await decide(service, lan, { action: 'reject', comments });
  await decide(service, lan, { action: 'restore', comments: [{ id: third.id, version: 2 }] });
  const appeal = { text: 'Xin xem lại giúp tôi.' };
  expect((await service.json('POST', `/api/v1/receipts/${fourth.receipt}/appeals`, appeal)).status).toBe(202);
  expect(await countsOf(service, lan)).toMatchObject({ pending: 4, rejected: 0, apart: 0 });
});

test('how many wait apart is what a count of the rows says, after changes in any order', async () => {
  const { service, lan } = await startFull();
  const sent = await sendFrom(service, 9);
  const actions = ['reject', 'restore', 'publish', 'restore', 'spam'];
  for (let round = 0; round < 40; round += 1) {
    const { id, receipt } = sent[(round * 7) % sent.length];
    const [row] = await service.deps.database.query(
      sql<{ version: number }>`select version from comments where id = ${id}`.compile(build),
    );
    const action = actions[round % actions.length];
    const taken = await decide(service, lan, { action, comments: [{ id, version: row?.version }] });
    if (round % 3 === 0 && taken.body.id)
      await service.json('DELETE', `/api/v1/decisions/${taken.body.id}`, undefined, lan);
    if (round % 9 === 8) await service.json('DELETE', `/api/v1/receipts/${receipt}`);
    const [real] = await service.deps.database.query(
      sql<{ apart: number; pending: number }>`select count(*) filter (where apart = 1) as apart,
        count(*) filter (where apart = 0) as pending from comments where state = 'pending'`.compile(build),
    );
    expect(await countsOf(service, lan)).toMatchObject(real ?? {});
  }
});
