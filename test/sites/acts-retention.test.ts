import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { purgeAged } from '../../src/comments/purge.ts';
import { relearn } from '../../src/screening/lessons.ts';
import { cleanUp } from '../../src/sites/retention.ts';
import { build } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import { startService } from '../support/service.ts';

const dayMs = 24 * 60 * 60_000;

async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', 'acts-retention-days': 30 });
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const kinds = async () => {
    const { body } = await service.json('GET', '/api/v1/acts?limit=100', undefined, owner);
    return body.acts.map(({ kind }: { kind: string }) => kind);
  };
  const send = async () => (await service.send({ challenge: undefined })).body.id as string;
  const decide = async (id: string, action: string, version = 1) =>
    (
      await service.json(
        'POST',
        '/api/v1/decisions',
        { action, comments: [{ id, version }], reason: 'Quảng cáo' },
        owner,
      )
    ).body.id as string;
  const pass = async (ms: number) => {
    service.clock.now += ms;
    await cleanUp(service.deps);
  };
  return { service, owner, kinds, send, decide, pass };
}

test('acts go from the log after as many days as the site says, and not a moment before', async () => {
  const { service, owner, kinds, send, decide, pass } = await open();
  await service.addSite('bao', { 'acts-retention-days': 60 });
  const id = await send();
  await decide(id, 'publish');
  await service.json('PUT', `/api/v1/comments/${id}/pick`, undefined, owner);
  const taken = (await service.json('GET', '/api/v1/acts?kind=pick', undefined, owner)).body.acts[0].id;
  await pass(10 * dayMs);
  await service.json('DELETE', `/api/v1/acts/${taken}`, undefined, owner);
  await pass(20 * dayMs - 1);
  expect(await kinds()).toEqual(expect.arrayContaining(['undo', 'pick', 'publish']));
  await pass(10 * dayMs + 1);
  expect(await kinds()).not.toContain('pick');
  expect(await kinds()).toContain('site-add');
  await pass(20 * dayMs);
  expect(await kinds()).toEqual(['publish']);
});

test('a decision stays as long as its comment, is taken back and learned from, and goes after it', async () => {
  const { service, owner, kinds, send, decide, pass } = await open();
  const [one, two] = [await send(), await send()];
  const [kept, gone] = [await decide(one, 'publish'), await decide(two, 'spam')];
  await service.json('DELETE', `/api/v1/decisions/${gone}`, undefined, owner);
  await decide(two, 'spam', 3);
  await pass(4000 * dayMs);
  expect((await kinds()).toSorted()).toEqual(['publish', 'spam', 'spam', 'undo']);
  const before = service.clock.now;
  await purgeAged(service.deps, { site: 'demo', state: 'spam', before });
  await pass(0);
  expect((await kinds()).toSorted()).toEqual(['publish', 'purge']);
  const site = await findSite(service.deps.database, 'demo');
  if (site) await relearn(service.deps, site);
  const lessons = sql<{ lesson: string }>`select lesson from comments`.compile(build);
  expect(await service.deps.database.query(lessons)).toEqual([{ lesson: 'publish' }]);
  const undone = await service.json('DELETE', `/api/v1/decisions/${kept}`, undefined, owner);
  expect([undone.status, undone.body.results?.[0]?.state]).toEqual([200, 'pending']);
});

test('a decision about what was purged before its time stays until it is old', async () => {
  const { service, kinds, send, decide, pass } = await open();
  await decide(await send(), 'spam');
  await purgeAged(service.deps, { site: 'demo', state: 'spam', before: service.clock.now + 1 });
  await pass(30 * dayMs - 1);
  expect(await service.deps.database.query(sql`select action from decisions`.compile(build))).toEqual([
    { action: 'spam' },
  ]);
  await pass(1);
  expect(await service.deps.database.query(sql`select action from decisions`.compile(build))).toEqual([]);
  expect(await kinds()).toEqual([]);
});
