import { expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function send(service: Service, count: number): Promise<string[]> {
  await service.setSite({ captcha: 'off', pace: 'off' });
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    service.clock.now += 1;
    ids.push((await service.send({ body: `Ý kiến thứ ${index} của bạn đọc`, challenge: undefined })).body.id);
  }
  return ids;
}

function decide(
  service: Service,
  who: Headers,
  action: string,
  ids: string[],
  version = 1,
  more: object = {},
) {
  const comments = ids.map((id) => ({ id, version }));
  return service.json('POST', '/api/v1/decisions', { action, comments, ...more }, who);
}

const undo = (service: Service, who: Headers, id: string) =>
  service.json('DELETE', `/api/v1/decisions/${id}`, undefined, who);

const counts = async (service: Service, who: Headers) =>
  (await service.json('GET', '/api/v1/queue', undefined, who)).body.counts;

test('the first moderator to decide wins, and the other sees what was decided', async () => {
  const service = await startService();
  const [lan, minh] = [await service.addModerator('Lan'), await service.addModerator('Minh')];
  const [id = ''] = await send(service, 1);
  const both = await Promise.all([
    decide(service, lan, 'publish', [id]),
    decide(service, minh, 'reject', [id]),
  ]);
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
  const [won, lost] = both[0]?.status === 201 ? both : both.toReversed();
  expect(lost?.body.results).toEqual([{ ...won?.body.results[0], outcome: 'conflict' }]);
  expect((await service.json('GET', '/api/v1/decisions', undefined, lan)).body.decisions).toHaveLength(1);
});

test('one that someone else decided does not keep the others from being decided', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const [first = '', second = ''] = await send(service, 2);
  await decide(service, lan, 'spam', [first]);
  const mixed = await decide(service, lan, 'publish', [first, second, 'không-có']);
  expect(mixed.status).toBe(409);
  expect(mixed.body.results).toEqual([
    { id: first, outcome: 'conflict', state: 'spam', version: 2 },
    { id: second, outcome: 'done', state: 'published', version: 2 },
    { id: 'không-có', outcome: 'missing', state: null, version: null },
  ]);
  expect((await decide(service, lan, 'publish', ['không-có'])).status).toBe(404);
  expect(await counts(service, lan)).toEqual({ pending: 0, published: 1, rejected: 0, spam: 1 });
});

test('the same comment named twice is decided once', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const [id = ''] = await send(service, 1);
  const answer = await decide(service, lan, 'publish', [id, id]);
  expect(answer.status).toBe(201);
  expect(answer.body.results).toEqual([{ id, outcome: 'done', state: 'published', version: 2 }]);
});

test('every action can be undone, as a whole, to the state that was', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const ids = await send(service, 3);
  const spam = await decide(service, lan, 'spam', ids);
  const published = await decide(service, lan, 'publish', ids.slice(0, 1), 2);
  expect((await undo(service, lan, published.body.id)).body.results).toEqual([
    { id: ids[0], outcome: 'done', state: 'spam', version: 4 },
  ]);
  const late = await undo(service, lan, spam.body.id);
  expect(late.status).toBe(409);
  expect(late.body.results.map((result: { outcome: string }) => result.outcome).sort()).toEqual([
    'conflict',
    'done',
    'done',
  ]);
  expect(await counts(service, lan)).toEqual({ pending: 2, published: 0, rejected: 0, spam: 1 });
  expect((await undo(service, lan, spam.body.id)).status).toBe(409);
  expect((await undo(service, lan, 'không-có')).status).toBe(404);
});

test('an undo can be undone', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const ids = await send(service, 1);
  const published = await decide(service, lan, 'publish', ids);
  const undone = await undo(service, lan, published.body.id);
  expect((await undo(service, lan, undone.body.id)).body.results).toMatchObject([{ state: 'published' }]);
});

test('a withdrawn comment stays withdrawn, whatever is decided', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const { id, receipt } = (await service.send()).body;
  const published = await decide(service, lan, 'publish', [id]);
  await service.json('DELETE', `/api/v1/receipts/${receipt}`);
  expect((await decide(service, lan, 'publish', [id], 3)).status).toBe(409);
  expect((await undo(service, lan, published.body.id)).status).toBe(409);
  expect(await service.published()).toEqual([]);
});

test('the author reads the reason of a rejection, and the log keeps it with the note', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const { id, receipt } = (await service.send()).body;
  await decide(service, lan, 'reject', [id], 1, { reason: 'Không đúng chủ đề', note: 'đã nhắc' });
  const { body: standing } = await service.json('GET', `/api/v1/receipts/${receipt}`);
  expect(standing).toMatchObject({ id, state: 'rejected', reason: 'Không đúng chủ đề' });
  const { body: log } = await service.json('GET', '/api/v1/decisions', undefined, lan);
  expect(log.decisions).toMatchObject([
    {
      action: 'reject',
      moderator: 'Lan',
      reason: 'Không đúng chủ đề',
      note: 'đã nhắc',
      comments: [{ id, from: 'pending', to: 'rejected' }],
    },
  ]);
});

test('a moderator of one site neither sees nor decides what is on another', async () => {
  const service = await startService();
  await service.addSite('khac');
  const lan = await service.addModerator('Lan', { sites: ['khac'] });
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const { id } = (await service.send()).body;
  expect((await service.json('GET', '/api/v1/queue', undefined, lan)).body.comments).toEqual([]);
  expect((await service.json('GET', '/api/v1/queue?site=demo', undefined, lan)).status).toBe(404);
  expect((await decide(service, lan, 'publish', [id])).status).toBe(404);
  const taken = await decide(service, owner, 'publish', [id]);
  expect((await undo(service, lan, taken.body.id)).status).toBe(404);
  expect((await service.json('GET', '/api/v1/decisions', undefined, lan)).body.decisions).toEqual([]);
});

test('the queue is paged and filtered, oldest first unless asked', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const ids = await send(service, 5);
  const list = async (query: string) =>
    (await service.json('GET', `/api/v1/queue?${query}`, undefined, lan)).body;
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await list(`limit=2&cursor=${cursor}`);
    seen.push(...page.comments.map((comment: { id: string }) => comment.id));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual(ids);
  const found = async (query: string) =>
    (await list(query)).comments.map((comment: { id: string }) => comment.id);
  expect(await found('sort=newest&limit=1')).toEqual([ids[4]]);
  expect(await found(`q=${encodeURIComponent('Thứ 3'.normalize('NFD'))}`)).toEqual([ids[3]]);
  expect(await found('article=/bai-khac')).toEqual([]);
  expect(await found('sort=risk')).toHaveLength(5);
});

test('a decision in the log can neither be changed nor lost', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const [id = ''] = await send(service, 1);
  await decide(service, lan, 'publish', [id]);
  const { build } = await import('../../../src/store/database.ts');
  const edit = build.updateTable('decisions').set({ action: 'reject' }).compile();
  await expect(service.deps.database.query(edit)).rejects.toThrow('never edited');
  const remove = build.deleteFrom('decisions').compile();
  await expect(service.deps.database.query(remove)).rejects.toThrow();
});

test('at the desk, who comes second is shown who decided what, and nothing changes', async () => {
  const service = await startService();
  const [lan, minh] = [await service.addModerator('Lan'), await service.addModerator('Minh')];
  const [id = ''] = await send(service, 1);
  const form = (who: Headers, action: string) =>
    service.form(
      '/moderation/decisions',
      { action, comment: `${id}:1`, back: 'state=pending', reason: 'lạc đề' },
      who,
    );
  const first = await form(lan, 'reject');
  expect(first.status).toBe(303);
  const told = await service.request(first.headers.get('location') ?? '', { headers: lan });
  expect(await told.text()).toContain('Hoàn tác');
  const second = await form(minh, 'publish');
  const page = await second.text();
  expect(second.status).toBe(409);
  expect(page).toMatch(/role="alert"[\s\S]*Lan[\s\S]*từ chối/);
  expect(await counts(service, lan)).toEqual({ pending: 0, published: 0, rejected: 1, spam: 0 });

  const [taken] = (await service.json('GET', '/api/v1/decisions', undefined, lan)).body.decisions;
  expect(taken).toMatchObject({ action: 'reject', reason: 'lạc đề' });
  const undone = await service.form(
    `/moderation/decisions/${taken.id}/undo`,
    { back: 'state=rejected' },
    minh,
  );
  expect([
    undone.status,
    undone.headers.get('location')?.startsWith('/moderation?state=rejected&decided='),
  ]).toEqual([303, true]);
  expect(await counts(service, lan)).toEqual({ pending: 1, published: 0, rejected: 0, spam: 0 });
});
