import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readVersion } from '../../../src/store/comments/versions.ts';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  return { service, lan, id: await publish(service, lan) };
}

/** A published comment. */
async function publish(service: Service, who: Headers, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = (await service.send(more)).body;
  const decision = { action: 'publish', comments: [{ id, version: 1 }] };
  await service.json('POST', '/api/v1/decisions', decision, who);
  return id;
}

function pick(service: Service, who: Headers, id: string, method = 'PUT') {
  return service.json(method, `/api/v1/comments/${id}/pick`, undefined, who);
}

async function actsOf(service: Service, who: Headers) {
  const { acts } = (await service.json('GET', '/api/v1/acts', undefined, who)).body;
  return acts
    .filter(({ kind }: { kind: string }) => ['pick', 'unpick', 'undo'].includes(kind))
    .map(({ kind, details }: { kind: string; details: object }) => ({ kind, ...details }));
}

async function pickedAt(service: Service, id: string) {
  const query = sql<{ at: number | null }>`select picked_at as at from comments where id = ${id}`;
  return (await service.deps.database.query(query.compile(build)))[0]?.at;
}

const undo = (service: Service, who: Headers, act: string) =>
  service.json('DELETE', `/api/v1/acts/${act}`, undefined, who);

test('a comment is picked once and unpicked once, however often it is asked, by an act each', async () => {
  const { service, lan, id } = await open();
  const [first, second] = [await pick(service, lan, id), await pick(service, lan, id)];
  const act = expect.any(String);
  expect([first.status, first.body]).toEqual([200, { id, pick: true, act, picks: 1, mostShown: 5 }]);
  expect(second.body).toEqual({ id, pick: true, act: null, picks: 1, mostShown: 5 });
  const at = service.clock.now;
  expect(await pickedAt(service, id)).toBe(at);
  service.clock.now += 1000;
  const gone = [await pick(service, lan, id, 'DELETE'), await pick(service, lan, id, 'DELETE')];
  expect(gone.map(({ body }) => body)).toEqual([
    { id, pick: false, act, picks: 0, mostShown: 5 },
    { id, pick: false, act: null, picks: 0, mostShown: 5 },
  ]);
  expect(await actsOf(service, lan)).toEqual([
    { kind: 'unpick', comment: id, pickedAt: at },
    { kind: 'pick', comment: id, pickedAt: null },
  ]);
});

test('of two who pick at once, one does', async () => {
  const { service, lan, id } = await open();
  const minh = await service.addModerator('Minh', { sites: ['demo'] });
  const answers = await Promise.all([pick(service, lan, id), pick(service, minh, id)]);
  expect(answers.filter(({ body }) => body.act !== null)).toHaveLength(1);
  expect(await actsOf(service, lan)).toHaveLength(1);
});

test('a reply to a reply is picked as well, and how many are picked is told beyond those that are shown', async () => {
  const { service, lan, id } = await open();
  let parentId = id;
  for (let number = 2; number <= 7; number += 1) {
    parentId = await publish(service, lan, { parentId, body: `Ý kiến thứ ${number}, về đoạn ${number}.` });
    expect((await pick(service, lan, parentId)).body.picks).toBe(number - 1);
  }
  const page = await service.form(`/moderation/comments/${id}/pick`, { pick: 'yes' }, lan);
  const told = await (await service.request(page.headers.get('location') ?? '', { headers: lan })).text();
  expect(told).toContain('Bài này có 7 ý kiến nổi bật; bạn đọc chỉ thấy 5 ý kiến được chọn gần đây nhất.');
});

test('only what is published is picked, by who moderates its site', async () => {
  const { service, lan } = await open();
  const waiting: string = (await service.send()).body.id;
  const refused = await pick(service, lan, waiting);
  expect([refused.status, await pickedAt(service, waiting)]).toEqual([409, null]);
  await service.addSite('khac');
  const other = await service.addModerator('Minh', { sites: ['khac'] });
  expect((await pick(service, other, waiting)).status).toBe(404);
  expect((await pick(service, {}, waiting)).status).toBe(401);
  expect((await pick(service, lan, 'khong-co')).status).toBe(404);
  expect(await actsOf(service, lan)).toEqual([]);
});

test('a pick that is taken down counts no more, and may be unpicked', async () => {
  const { service, lan, id } = await open();
  await pick(service, lan, id);
  const reject = { action: 'reject', comments: [{ id, version: 2 }] };
  await service.json('POST', '/api/v1/decisions', reject, lan);
  expect((await pick(service, lan, id)).status).toBe(409);
  expect((await pick(service, lan, id, 'DELETE')).body).toMatchObject({ pick: false, picks: 0 });
});

test('picking and unpicking are undone by a moderator of the site, but not over what somebody did since', async () => {
  const { service, lan, id } = await open();
  const minh = await service.addModerator('Minh', { sites: ['demo'] });
  const at = service.clock.now;
  const picked = (await pick(service, lan, id)).body.act;
  service.clock.now += 1000;
  const unpicked = (await pick(service, lan, id, 'DELETE')).body.act;
  expect((await undo(service, minh, picked)).status).toBe(409);
  expect((await undo(service, minh, unpicked)).status).toBe(200);
  expect(await pickedAt(service, id)).toBe(at);
  expect((await undo(service, minh, unpicked)).status).toBe(409);
  expect((await undo(service, minh, picked)).status).toBe(200);
  expect(await pickedAt(service, id)).toBe(null);
});

test('what is kept ready of an article is another version once something is picked', async () => {
  const { service, lan, id } = await open();
  const version = () => readVersion(service.deps.database, 'demo', '/bai-viet');
  const before = await version();
  await pick(service, lan, id);
  const after = await version();
  await pick(service, lan, id);
  expect([after === before, await version()]).toEqual([false, after]);
});
