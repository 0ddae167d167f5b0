import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { type Service, startService } from '../support/service.ts';

async function run<Row>(service: Service, text: string): Promise<Row[]> {
  return service.deps.database.query(sql<Row>`${sql.raw(text)}`.compile(build));
}

/** What a comment that is taken uses up, whoever sends it. */
async function usedUp(service: Service): Promise<unknown> {
  const [rates, challenges] = [await run(service, 'select * from rates'), 'select * from used_challenges'];
  return { rates, challenges: await run(service, challenges) };
}

async function storedBodies(service: Service): Promise<string[]> {
  const rows = await run<{ body: string }>(service, 'select body from comments order by body');
  return rows.map(({ body }) => body);
}

function codesOf(body: { errors?: { field: string; code: string }[] }): string[] | undefined {
  return body.errors?.map(({ field, code }) => `${field}: ${code}`);
}

test('of different comments that come at once with one captcha, one is stored', async () => {
  const service = await startService();
  for (const pace of ['on', 'off'] as const) {
    await service.setSite({ pace });
    const before = (await storedBodies(service)).length;
    const challenge = await service.solveChallenge();
    const bodies = Array.from({ length: 4 }, (_, at) => `Ý kiến thứ ${at} về nhịp gửi ${pace}, xin cảm ơn.`);
    const sent = await Promise.all(bodies.map((body) => service.send({ body, challenge })));
    expect(sent.map(({ status }) => status).sort()).toEqual([202, 422, 422, 422]);
    const refused = sent.filter(({ status }) => status === 422);
    expect(refused.map(({ body }) => codesOf(body))).toEqual(Array(3).fill(['challenge: failed']));
    expect(await storedBodies(service)).toHaveLength(before + 1);
  }
});

test('what cannot be stored has used up nothing, and its captcha is good for another comment', async () => {
  const service = await startService();
  await service.send();
  const challenge = await service.solveChallenge();
  const before = await usedUp(service);
  await run(
    service,
    `create trigger no_keys before insert on idempotency_keys begin select raise(abort, 'no room'); end`,
  );
  const headers = { 'idempotency-key': 'k' };
  expect((await service.send({ body: 'Ý kiến không ghi được.', challenge }, { headers })).status).toBe(500);
  expect(await usedUp(service)).toEqual(before);
  await run(service, 'drop trigger no_keys');
  expect((await service.send({ body: 'Ý kiến viết lại.', challenge })).status).toBe(202);
  expect(await storedBodies(service)).toEqual(['Bài viết rất hữu ích, cảm ơn tòa soạn.', 'Ý kiến viết lại.']);
});

test('what is refused by the filter has spent its captcha, and stores nothing', async () => {
  const service = await startService();
  const challenge = await service.solveChallenge();
  const body = Array.from({ length: 12 }, (_, at) => `https://vi-du-${at}.example/mua`).join(' ');
  const refused = await service.send({ body, challenge });
  const again = await service.send({ body: 'Ý kiến khác hẳn.', challenge });
  expect([refused.status, codesOf(again.body)]).toEqual([422, ['challenge: failed']]);
  expect(await storedBodies(service)).toEqual([]);
});
