import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { learnAll, relearn } from '../../src/screening/lessons.ts';
import { build } from '../../src/store/database.ts';
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

/** All that the site's own model has counted, but features that count nothing. */
const counted = (service: Service) =>
  service.deps.database.query(
    sql<{ feature: number; publish: number; reject: number; spam: number }>`
      select feature, publish, reject, spam from learned_features
      where publish <> 0 or reject <> 0 or spam <> 0 order by feature`.compile(build),
  );

test('each decision teaches the site, and undoing it leaves no trace of it', async () => {
  const { service, lan } = await newService();
  const first = await send(service, 'Mua hàng của shop em đi các bác');
  await decide(service, lan, 'spam', first, 1);
  const before = await counted(service);
  expect(before.every((row) => row.spam > 0 && row.publish === 0 && row.reject === 0)).toBe(true);

  const second = await send(service, 'Bài viết rất hay, mua báo đọc mỗi ngày');
  const published = await decide(service, lan, 'publish', second, 1);
  expect(await counted(service)).not.toEqual(before);
  await service.json('DELETE', `/api/v1/decisions/${published}`, undefined, lan);
  expect(await counted(service)).toEqual(before);
});

test('a comment that is decided again counts once, as it was decided last', async () => {
  const { service, lan } = await newService();
  const id = await send(service, 'Ý kiến này lúc đầu bị từ chối');
  await decide(service, lan, 'reject', id, 1);
  await decide(service, lan, 'publish', id, 2);
  const rows = await counted(service);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.publish > 0 && row.reject === 0 && row.spam === 0)).toBe(true);
  await decide(service, lan, 'restore', id, 3);
  expect(await counted(service)).toEqual([]);
});

test('of many that are decided at once some are learned with it, and the rest beside', async () => {
  const { service, lan } = await newService();
  const many = 60;
  for (let count = 0; count < many; count += 1) await send(service, `Ý kiến riêng số ${count} của bạn đọc`);
  const { database } = service.deps;
  const due = async () => {
    const query = sql<{ count: number }>`select count(*) as count from comments where lesson is not learned`;
    return (await database.query(query.compile(build)))[0]?.count ?? Number.NaN;
  };
  const asked = { action: 'spam', filter: { state: 'pending' }, expected: many };
  await service.json('POST', '/api/v1/decisions', asked, lan);
  const left = await due();
  expect([left > 0, left < many]).toEqual([true, true]);
  await learnAll(service.deps);
  expect(await due()).toBe(0);
});

test('what was published without a decision teaches nothing', async () => {
  const { service } = await newService();
  await service.setSite({ moderation: 'publish-clean' });
  await send(service, 'Cảm ơn tòa soạn đã đưa tin');
  expect(await counted(service)).toEqual([]);
});

test('learning anew from the decision log gives the same counts', async () => {
  const { service, lan } = await newService();
  for (let index = 0; index < 60; index += 1) {
    const id = await send(service, `Ý kiến thứ ${index} của bạn đọc về bài này`);
    await decide(service, lan, ['publish', 'reject', 'spam'][index % 3] ?? 'publish', id, 1);
  }
  const before = await counted(service);
  await service.deps.database.query(sql`update learned_features set publish = 999`.compile(build));
  await relearn(service.deps, 'demo');
  expect(await counted(service)).toEqual(before);
});

test('a site that does not learn counts nothing until it does', async () => {
  const { service, lan } = await newService();
  await service.setSite({ learning: 'off' });
  await decide(service, lan, 'publish', await send(service, 'Chưa học'), 1);
  expect(await counted(service)).toEqual([]);
  await service.setSite({ learning: 'on' });
  await decide(service, lan, 'publish', await send(service, 'Bắt đầu học'), 1);
  const [all] = (await counted(service)).slice(-1);
  expect(all).toMatchObject({ publish: 2 });
});

test('one site learns nothing from another', async () => {
  const { service, lan } = await newService();
  await service.addSite('khac', { captcha: 'off' });
  await decide(service, lan, 'publish', await send(service, 'Của trang demo'), 1);
  const sites = await service.deps.database.query(
    sql<{ site_id: string }>`select distinct site_id from learned_features`.compile(build),
  );
  expect(sites).toEqual([{ site_id: 'demo' }]);
});
