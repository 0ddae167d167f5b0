import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build, type Database, StorageFailure } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

interface Told {
  status: number;
  mistakes: string[];
}

async function send(service: Service, comment: object, headers = {}): Promise<Told> {
  const { status, body } = await service.send({ ...comment }, { headers });
  const errors: { field: string; code: string }[] = body.errors ?? [];
  return { status, mistakes: errors.map(({ field, code }) => `${field}: ${code}`) };
}

const taken = { status: 202, mistakes: [] };
const refused = (...mistakes: string[]) => ({ status: 422, mistakes });

test('a right answer beside another mistake is good for the next try, whatever the mistake', async () => {
  const others: [object, string][] = [
    [{ email: 'không phải' }, 'email: not-email'],
    [{ author: ' ' }, 'author: required'],
    [{ body: 'x'.repeat(2001) }, 'body: too-long'],
    [{ parentId: 'không có' }, 'parentId: unknown'],
    [{ article: { key: '' } }, 'article.key: required'],
  ];
  for (const [other, mistake] of others) {
    const service = await startService();
    const challenge = await service.solveChallenge();
    for (let turn = 0; turn < 3; turn += 1)
      expect(await send(service, { ...other, challenge })).toEqual(refused(mistake));
    expect(await send(service, { challenge })).toEqual(taken);
    expect(await send(service, { challenge })).toEqual(refused('challenge: failed'));
  }
});

test('a wrong answer is told beside the other mistakes and is spent, so that nothing is tried twice', async () => {
  for (const other of [{ email: 'không phải' }, { author: '', body: '' }, { body: 'x'.repeat(2001) }, {}]) {
    const service = await startService();
    const challenge = await service.solveChallenge();
    const told = await send(service, { ...other, challenge: { ...challenge, answer: 'SAI' } });
    expect(told.mistakes).toContain('challenge: failed');
    expect(told.mistakes).toHaveLength(1 + Object.keys(other).length);
    expect(await send(service, { ...other, challenge })).toEqual(told);
    expect(await send(service, { challenge })).toEqual(refused('challenge: failed'));
  }
});

test('an empty answer is told as missing, beside the other mistakes, and costs nothing', async () => {
  const service = await startService();
  const challenge = await service.solveChallenge();
  const empty = { ...challenge, answer: ' ' };
  expect(await send(service, { email: 'x', challenge: empty })).toEqual(
    refused('email: not-email', 'challenge.answer: required'),
  );
  expect(await send(service, { challenge: empty })).toEqual(refused('challenge.answer: required'));
  expect(await send(service, { challenge })).toEqual(taken);
});

test('of many answers that are tried at once beside a mistake, none can be used afterwards', async () => {
  const service = await startService();
  const { id, answer } = await service.solveChallenge();
  const guesses = Array.from({ length: 40 }, (_, turn) => (turn === 20 ? answer : `SAI${turn}`));
  await Promise.all(guesses.map((guess) => send(service, { email: 'x', challenge: { id, answer: guess } })));
  expect(await send(service, { challenge: { id, answer } })).toEqual(refused('challenge: failed'));
});

test('who is refused because there is no room keeps the solved captcha', async () => {
  const service = await startService();
  await service.setSite({ 'site-per-hour': 40 });
  const sendFrom = (peer: number, challenge: unknown) =>
    service.send(
      { challenge, body: `Ý kiến của người thứ ${peer}` },
      { headers: { 'x-test-peer': `203.0.113.${peer}` } },
    );
  for (let peer = 1; peer <= 51; peer += 1)
    expect((await sendFrom(peer, await service.solveChallenge())).status).toBe(202);
  const challenge = await service.solveChallenge();
  const full = await sendFrom(52, challenge);
  expect([full.status, full.headers.get('retry-after')]).toEqual([429, '240']);
  service.clock.now += 240_000;
  expect((await sendFrom(52, challenge)).status).toBe(202);
});

test('one solved captcha uses up one turn, however many send it at once, with one key or without', async () => {
  for (const headers of [{}, { 'idempotency-key': 'k' }]) {
    const service = await startService();
    await service.setSite({ 'site-per-hour': 40 });
    const challenge = await service.solveChallenge();
    const sendFrom = async (peer: number, given = challenge) =>
      (
        await service.send(
          { challenge: given, body: given === challenge ? 'Một ý kiến.' : `Ý kiến của người thứ ${peer}` },
          { headers: { ...(given === challenge && headers), 'x-test-peer': `203.0.113.${peer}` } },
        )
      ).status;
    const statuses = await Promise.all(Array.from({ length: 9 }, (_, peer) => sendFrom(peer)));
    const oneKey = 'idempotency-key' in headers;
    expect(statuses.filter((status) => status === 202)).toHaveLength(oneKey ? 9 : 1);
    for (let peer = 21; peer < 71; peer += 1)
      expect(await sendFrom(peer, await service.solveChallenge())).toBe(202);
    expect(await sendFrom(71, await service.solveChallenge())).toBe(429);
  }
});

test('what the filter refuses for its words has spent the captcha, and for its pace has not', async () => {
  const service = await startService();
  for (let count = 0; count < 10; count += 1)
    expect(await send(service, { body: `Bình luận số ${count} của tôi` })).toEqual(taken);
  const challenge = await service.solveChallenge();
  expect((await send(service, { challenge, body: 'Thêm một ý nữa.' })).status).toBe(429);
  service.clock.now += 90_000;
  expect(await send(service, { challenge, body: 'Thêm một ý nữa.' })).toEqual(taken);
  service.clock.now += 90_000;
  const spent = await service.solveChallenge();
  const links = Array.from({ length: 12 }, (_, at) => `https://quang-cao-${at}.example/mua`).join(' ');
  expect(await send(service, { challenge: spent, body: links })).toEqual(refused('body: refused'));
  expect(await send(service, { challenge: spent })).toEqual(refused('challenge: failed'));
});

test('a sender who fails without end is not looked at for a while, and leaves few rows', async () => {
  const service = await startService();
  const wrong = async () =>
    send(service, { challenge: { ...(await service.solveChallenge()), answer: 'SAI' } });
  const statuses: number[] = [];
  for (let count = 0; count < 70; count += 1) statuses.push((await wrong()).status);
  expect([statuses[59], statuses[60], statuses[69]]).toEqual([422, 429, 429]);
  const rows = sql<{ used: number }>`select count(*) as used from used_challenges`.compile(build);
  expect(await service.deps.database.query(rows)).toEqual([{ used: 60 }]);
  const challenge = await service.solveChallenge();
  expect((await send(service, { challenge })).status).toBe(429);
  expect(await send(service, { challenge }, { 'x-test-peer': '203.0.113.8' })).toEqual(taken);
});

/** What was asked of the database meanwhile, in order. */
async function statementsOf({ deps }: Service, work: () => Promise<unknown>): Promise<string[]> {
  const { database } = deps;
  const asked: string[] = [];
  deps.database = {
    rowsAtOnce: database.rowsAtOnce,
    query: (query) => {
      asked.push(query.sql);
      return database.query(query);
    },
    batch: (queries) => {
      asked.push(...queries.map(({ sql }) => sql));
      return database.batch(queries);
    },
  };
  await work();
  deps.database = database;
  return asked;
}

test('wrong, spent, reset, expired and unknown answers are refused by the same work, with a key or without', async () => {
  const service = await startService();
  await service.send();
  const path = '/api/v1/sites/demo/challenges';
  const [spent, reset, expired] = [
    await service.solveChallenge(),
    await service.solveChallenge(),
    await service.solveChallenge(),
  ];
  service.clock.now += 600_000;
  const wrong = { ...(await service.solveChallenge()), answer: 'SAI' };
  for (const challenge of [spent, reset]) Object.assign(challenge, await service.solveChallenge());
  await service.send({ challenge: spent, body: 'Một ý kiến khác.' });
  await service.json('POST', path, { replaces: reset.id });
  const unknown = { id: 'x', answer: 'x' };
  for (const headers of [{}, { 'idempotency-key': 'k' }]) {
    const works = new Map<string, number>();
    for (const challenge of [wrong, spent, reset, expired, unknown]) {
      const asked = await statementsOf(service, () => service.send({ challenge }, { headers }));
      works.set(asked.join('\n'), asked.length);
    }
    expect([...works.values()]).toEqual([expect.any(Number)]);
  }
});

/** Fails once where a comment would be stored. */
function failOnce(database: Database): Database {
  let failed = false;
  return {
    rowsAtOnce: database.rowsAtOnce,
    query: (query) => database.query(query),
    batch: async (queries) => {
      const stores = queries.some(({ sql }) => sql.includes('insert into "comments"'));
      if (failed || !stores) return database.batch(queries);
      failed = true;
      throw new StorageFailure('the disk is full');
    },
  };
}

test('who comes again after the comment could not be stored need not solve another, and nobody has two by one', async () => {
  const key = { 'idempotency-key': 'lan-nua' };
  const again: [object, object][] = [
    [{}, key],
    [{}, { 'idempotency-key': 'khac' }],
    [{ body: 'Lời khác.' }, {}],
  ];
  for (const [comment, headers] of again) {
    const service = await startService();
    const challenge = await service.solveChallenge();
    service.deps.database = failOnce(service.deps.database);
    expect((await send(service, { challenge }, key)).status).toBe(503);
    expect(await send(service, { challenge, ...comment }, headers)).toEqual(taken);
    const another = await send(service, { challenge, body: 'Lời thứ hai.' });
    expect(another).toEqual(refused('challenge: failed'));
  }
});
