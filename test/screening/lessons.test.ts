import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anything, enough, learnDue, relearn } from '../../src/screening/lessons.ts';
import { basis } from '../../src/screening/own-model.ts';
import { tuningFor } from '../../src/screening/tuning.ts';
import { build } from '../../src/store/database.ts';
import { deleteComments } from '../../src/store/erasure/deletion.ts';
import { eraseComment } from '../../src/store/erasure/erasure.ts';
import { readModel, storeModel } from '../../src/store/filter/site-models.ts';
import { findSite } from '../../src/store/sites.ts';
import { aboutFootball, teach } from '../support/lessons.ts';
import { type Service, startService } from '../support/service.ts';

type Headers = Record<string, string>;

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  return { service, lan: await service.addModerator() };
}

const send = async (service: Service, body: string): Promise<string> =>
  (await service.send({ body, challenge: undefined })).body.id;

const decide = async (service: Service, who: Headers, action: string, id: string, version: number) =>
  (await service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, who)).body.id;

interface Made {
  model: string;
  digest: string;
  lessons: number;
}

/** The site's own model, as it is kept. */
async function made(service: Service, site = 'demo'): Promise<Made | undefined> {
  const [row] = await service.deps.database.query(
    build
      .selectFrom('site_models')
      .select(['model', 'digest', 'lessons'])
      .where('site_id', '=', site)
      .compile(),
  );
  return row;
}

/** The same, once it knows of all that was decided. */
async function madeNow(service: Service): Promise<Made | undefined> {
  await learnDue(service.deps, anything);
  return made(service);
}

async function rowOf(service: Service) {
  const row = await readModel(service.deps.database, 'demo', basis());
  if (!row) throw new Error('no model was made');
  return row;
}

async function siteOf(service: Service) {
  const site = await findSite(service.deps.database, 'demo');
  if (!site) throw new Error('the demo is gone');
  return site;
}

test('a decision that is undone leaves the model as if it had not been', async () => {
  const { service, lan } = await newService();
  const [first, second] = [await send(service, 'Mua hàng của shop em'), await send(service, 'Bài này hay')];
  await decide(service, lan, 'spam', first, 1);
  const before = await madeNow(service);
  expect(before?.lessons).toBe(1);
  const published = await decide(service, lan, 'publish', second, 1);
  expect(await madeNow(service)).not.toEqual(before);
  await service.json('DELETE', `/api/v1/decisions/${published}`, undefined, lan);
  expect(await madeNow(service)).toEqual(before);
});

test('a comment that is decided again counts once, as it was decided last', async () => {
  const { service, lan } = await newService();
  const id = await send(service, 'Ý kiến này lúc đầu bị từ chối');
  await decide(service, lan, 'publish', id, 1);
  const published = await madeNow(service);
  await decide(service, lan, 'reject', id, 2);
  expect((await madeNow(service))?.model).not.toBe(published?.model);
  await decide(service, lan, 'publish', id, 3);
  expect(await madeNow(service)).toEqual(published);
  await decide(service, lan, 'restore', id, 4);
  expect((await madeNow(service))?.lessons).toBe(0);
});

test('what was erased or deleted is not in the next model', async () => {
  const { service } = await newService();
  const { database } = service.deps;
  await service.addSite('khac');
  const lessons = aboutFootball(30);
  await teach(database, 'demo', lessons.slice(0, 28));
  await teach(database, 'khac', lessons);
  await learnDue(service.deps, anything);
  expect([(await made(service))?.lessons, (await made(service, 'khac'))?.lessons]).toEqual([28, 30]);
  await eraseComment(database, 'khac-28', { now: 0 });
  await deleteComments(database, [{ id: 'khac-29', version: 1 }]);
  await learnDue(service.deps, anything);
  expect(await made(service, 'khac')).toEqual(await made(service));
});

test('a model is made anew only once enough has changed', async () => {
  const { service } = await newService();
  const { database } = service.deps;
  await teach(database, 'demo', aboutFootball(24));
  await learnDue(service.deps, enough);
  expect(await made(service)).toBeUndefined();
  await teach(database, 'demo', aboutFootball(600).slice(24), 24);
  await learnDue(service.deps, enough);
  const before = await made(service);
  expect(before?.lessons).toBe(600);
  await teach(database, 'demo', aboutFootball(629).slice(600), 600);
  await learnDue(service.deps, enough);
  expect(await made(service)).toEqual(before);
  await teach(database, 'demo', aboutFootball(630).slice(629), 629);
  await learnDue(service.deps, enough);
  expect((await made(service))?.lessons).toBe(630);
});

test('two processes that make it at once make the same, and one that began earlier takes nothing back', async () => {
  const { service } = await newService();
  await teach(service.deps.database, 'demo', aboutFootball(40));
  await Promise.all([learnDue(service.deps, enough), learnDue(service.deps, enough)]);
  const both = await made(service);
  expect([both?.lessons, await madeNow(service)]).toEqual([40, both]);
  const late = { ...(await rowOf(service)), changes: 1, digest: 'late' };
  await storeModel(service.deps.database, late);
  expect(await made(service)).toEqual(both);
});

test('a model that leans on other shipped models is made anew, and says nothing before', async () => {
  const { service } = await newService();
  const { database } = service.deps;
  await teach(database, 'demo', aboutFootball(300));
  const before = await madeNow(service);
  const match = 'Trận bóng đá tối nay, lần thứ 7';
  expect((await tuningFor(service.deps, await siteOf(service))).own).not.toBeNull();
  await database.query(sql`update site_models set basis = 'earlier', digest = 'earlier'`.compile(build));
  expect((await tuningFor(service.deps, await siteOf(service))).own).toBeNull();
  expect((await service.send({ body: match, challenge: undefined })).status).toBe(202);
  await learnDue(service.deps, enough);
  expect(await made(service)).toEqual(before);
});

test('what was published without a decision teaches nothing', async () => {
  const { service } = await newService();
  await service.setSite({ moderation: 'publish-clean' });
  await send(service, 'Cảm ơn tòa soạn đã đưa tin');
  expect(await madeNow(service)).toBeUndefined();
});

test('learning anew takes from the decision log what each comment teaches', async () => {
  const { service, lan } = await newService();
  for (let index = 0; index < 30; index += 1) {
    const id = await send(service, `Ý kiến thứ ${index} của bạn đọc về bài này`);
    await decide(service, lan, ['publish', 'reject', 'spam'][index % 3] ?? 'publish', id, 1);
  }
  const before = await madeNow(service);
  const { database } = service.deps;
  // Numbered as among so many others that all are looked at in several writes.
  await database.query(sql`update comments set lesson = 'spam', number = number * 100`.compile(build));
  await database.query(sql`update site_models set model = '{}', digest = 'spoilt'`.compile(build));
  await relearn(service.deps, await siteOf(service));
  expect(await made(service)).toEqual(before);
});

test('a site that does not learn is neither taught nor judged by what it was taught', async () => {
  const { service } = await newService();
  await teach(service.deps.database, 'demo', aboutFootball(300));
  await service.setSite({ learning: 'off' });
  expect(await madeNow(service)).toBeUndefined();
  await service.setSite({ learning: 'on' });
  expect((await madeNow(service))?.lessons).toBe(300);
  expect((await tuningFor(service.deps, await siteOf(service))).own).not.toBeNull();
  await service.setSite({ learning: 'off' });
  expect((await tuningFor(service.deps, await siteOf(service))).own).toBeNull();
});

test('one site learns nothing from another', async () => {
  const { service } = await newService();
  await service.addSite('khac', { captcha: 'off' });
  await teach(service.deps.database, 'demo', aboutFootball(30));
  await learnDue(service.deps, anything);
  expect([await made(service, 'khac'), (await made(service))?.lessons]).toEqual([undefined, 30]);
});

test('comments are held and passed by the own model once that is better, and the desk says so in both languages', async () => {
  const { service, lan } = await newService();
  await service.setSite({ moderation: 'publish-clean' });
  const match = { body: 'Xem bóng đá ở đâu, lần thứ 900', challenge: undefined };
  expect((await service.send(match)).body.state).toBe('published');
  const page = async () => (await service.request('/moderation/filter', { headers: lan })).text();
  expect(await page()).toContain('Bộ lọc đang theo mô hình có sẵn: cần ít nhất 200 quyết định');
  await teach(service.deps.database, 'demo', aboutFootball(400));
  await learnDue(service.deps, enough);
  const again = { body: 'Xem bóng đá ở đâu, lần thứ 901', challenge: undefined };
  const { body } = await service.send(again);
  expect(body.state).toBe('pending');
  const queue = await service.json('GET', `/api/v1/queue?sort=risk&limit=1`, undefined, lan);
  const [{ id, risk, findings }] = queue.body.comments;
  expect([id, findings[0].rule]).toEqual([body.id, 'learned']);
  expect(risk).toBeGreaterThan(0.5);
  expect(await page()).toMatch(
    /400 quyết định gần nhất[\s\S]*đang theo mô hình riêng của trang, vì mô hình này tốt hơn/,
  );
  await service.deps.database.query(sql`update moderators set language = 'en'`.compile(build));
  expect(await page()).toMatch(
    /latest 400 decisions[\s\S]*goes by this site’s own model, since it is better/,
  );
});
