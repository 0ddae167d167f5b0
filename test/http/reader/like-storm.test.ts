import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { build, type Database } from '../../../src/store/database.ts';
import { gatherer } from '../../../src/world/together.ts';
import { startService } from '../../support/service.ts';

/** A service that gathers likes by the second, and counts what it writes; time stands until it is moved. */
async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean', pace: 'off' });
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1)
    ids.push((await service.send({ challenge: undefined, body: `Ý kiến số ${count}.` })).body.id);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const writes: number[] = [];
  service.deps.together = gatherer(1000);
  service.deps.database = countBatches(service.deps.database, writes);
  const like = async (peer: string, id = ids[0], method = 'PUT') =>
    (await service.json(method, `/api/v1/sites/demo/comments/${id}/like`, undefined, { 'x-test-peer': peer }))
      .status;
  // Who asks first of all reads the keys of the site's senders.
  await like('10.9.9.9', ids[0], 'DELETE');
  await vi.advanceTimersByTimeAsync(1000);
  writes.length = 0;
  return { service, ids, like, writes };
}

function countBatches(database: Database, writes: number[]): Database {
  return {
    rowsAtOnce: database.rowsAtOnce,
    query: (query) => database.query(query),
    batch: (queries) => {
      writes.push(queries.length);
      return database.batch(queries);
    },
  };
}

/** Until all that was asked has come as far as it does without the clock. */
async function rest() {
  for (let turn = 0; turn < 2000; turn += 1) await nextTurn();
}

const peerOf = (at: number) => `10.0.${at >> 8}.${at & 255}`;

const counts = async ({ deps }: Awaited<ReturnType<typeof startService>>) => {
  const [row] = await deps.database.query(
    sql<{ rows: number; likes: number }>`select (select count(*) from likes) as rows,
      (select sum(likes) from comments) as likes`.compile(build),
  );
  return row;
};

test('a storm of likes under an article costs one write at once and one after a second, and lists are made as often', async () => {
  const { service, ids, like, writes } = await newService();
  const list = async () =>
    (await service.request('/api/v1/sites/demo/comments?article=/bai-viet')).headers.get('etag');
  const before = await list();
  const all = Array.from({ length: 400 }, (_, at) => like(peerOf(at), ids[at % 3]));
  await rest();
  expect([writes.length, await counts(service)]).toEqual([1, { rows: 1, likes: 1 }]);
  const lists = [await list(), await list()];
  await vi.advanceTimersByTimeAsync(1000);
  expect(new Set(await Promise.all(all))).toEqual(new Set([200]));
  expect([writes.length, await counts(service)]).toEqual([2, { rows: 400, likes: 400 }]);
  expect(new Set([before, ...lists, await list()]).size).toBe(3);
});

test('what one reader says several times meanwhile is what they said last, in one row of the write', async () => {
  const { service, like } = await newService();
  await like('10.1.1.1');
  const said = ['PUT', 'DELETE', 'PUT', 'PUT', 'DELETE'];
  const all = said.flatMap((method) => [
    like('10.1.1.1', undefined, method),
    like('10.1.1.2', undefined, method),
  ]);
  all.push(like('10.1.1.2'));
  await rest();
  await vi.advanceTimersByTimeAsync(1000);
  expect(new Set(await Promise.all(all))).toEqual(new Set([200]));
  expect(await counts(service)).toEqual({ rows: 1, likes: 1 });
});

test('within one write limits hold too, of a /56 four times those of an address, and nobody else is refused with it', async () => {
  const { service, ids, like } = await newService();
  await service.setSite({ pace: 'on' });
  await like('10.1.1.1');
  const shared = (at: number) => `2001:db8:0:${at.toString(16)}::1`;
  const several = Array.from({ length: 256 }, (_, at) => like(shared(at), ids[1]));
  const honest = like('10.1.1.2', ids[2]);
  await rest();
  await vi.advanceTimersByTimeAsync(1000);
  const told = await Promise.all(several);
  expect([told.filter((status) => status === 200).length, await honest]).toEqual([240, 200]);
  expect(await counts(service)).toEqual({ rows: 242, likes: 242 });
});

test('where nothing can be stored, each hears so, and nobody is counted', async () => {
  const { service, like } = await newService();
  await like('10.1.1.1');
  const { database } = service.deps;
  const all = [like('10.1.1.2'), like('10.1.1.3')];
  await rest();
  await database.query(
    sql`create trigger no_room before insert on likes begin select raise(abort, 'no room'); end`.compile(
      build,
    ),
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(await Promise.all(all)).toEqual([500, 500]);
  expect(await counts(service)).toEqual({ rows: 1, likes: 1 });
});
