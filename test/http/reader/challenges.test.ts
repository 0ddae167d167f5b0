import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { publicUrl, start, startService } from '../../support/service.ts';

const path = '/api/v1/sites/demo/challenges';

test('a challenge is a picture, an id and an expiry, and its answer is in no other form', async () => {
  const service = await startService();
  const { status, body, headers } = await service.json('POST', path, {});
  expect(status).toBe(201);
  expect(body).toEqual({
    id: body.id,
    expiresAt: new Date(start + 600_000).toISOString(),
    image: { contentType: 'text/plain', data: body.image.data, width: 220, height: 70 },
    audio: { contentType: 'audio/wav', url: `${publicUrl}/api/v1/challenges/${body.id}/audio` },
    proofOfWork: {
      parameters: {
        ...body.proofOfWork.parameters,
        algorithm: 'PBKDF2/SHA-256',
        cost: 1000,
        data: { challenge: body.id },
        keyLength: 32,
      },
      signature: body.proofOfWork.signature,
    },
  });
  const answer = Buffer.from(body.image.data, 'base64').toString();
  expect(answer).toMatch(/^[CHJLMPTVX2346789]{5}$/);
  expect(JSON.stringify([...headers])).not.toContain(answer);
  expect(service.logged.join()).not.toContain(answer);
});

test('there is nothing that must be said to get one', async () => {
  const { request } = await startService();
  const statuses = async (init: RequestInit) => (await request(path, { method: 'POST', ...init })).status;
  const headers = { 'content-type': 'application/json' };
  expect(await statuses({})).toBe(201);
  expect(await statuses({ headers })).toBe(201);
  expect(await statuses({ headers, body: '{}' })).toBe(201);
  expect(await statuses({ headers, body: '{' })).toBe(400);
  expect(await statuses({ body: '{}', headers: { 'content-type': 'text/plain' } })).toBe(415);
});

test('the answer may be typed in small letters, spaced, or full-width', async () => {
  const service = await startService();
  const typed = [
    (answer: string) => answer.toLowerCase(),
    (answer: string) => ` ${[...answer].join(' ')} `,
    (answer: string) =>
      [...answer].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
  ];
  for (const [index, type] of typed.entries()) {
    const { id, answer } = await service.solveChallenge();
    const sent = await service.send({ challenge: { id, answer: type(answer) }, body: `Ý kiến số ${index}` });
    expect(sent.status).toBe(202);
  }
});

test('wrong, spent, expired, reset and foreign challenges are one and the same answer', async () => {
  const service = await startService();
  await service.addSite('khac');
  const refusal = async (challenge: unknown) => {
    const { status, body } = await service.send({ challenge });
    const { requestId: _, ...problem } = body;
    return [status, problem];
  };
  const wrong = await service.solveChallenge();
  const told = await refusal({ ...wrong, answer: 'sai' });
  expect(told[0]).toBe(422);
  expect(await refusal(wrong)).toEqual(told);

  const reset = await service.solveChallenge();
  await service.json('POST', path, { replaces: reset.id });
  expect(await refusal(reset)).toEqual(told);
  expect(await refusal(await service.solveChallenge('khac'))).toEqual(told);
  expect(await refusal({ id: 'không có', answer: 'x' })).toEqual(told);
  expect(await refusal(undefined)).toEqual(told);

  const expired = await service.solveChallenge();
  service.clock.now += 600_000;
  expect(await refusal(expired)).toEqual(told);
});

test('of two that send the same challenge at once, one passes', async () => {
  const service = await startService();
  const challenge = await service.solveChallenge();
  const both = await Promise.all(
    [1, 2].map((count) => service.send({ challenge, body: `Ý kiến ${count} của tôi` })),
  );
  expect(both.map((sent) => sent.status).sort()).toEqual([202, 422]);
});

test('open challenges are bounded per sender, the oldest going first', async () => {
  const service = await startService();
  await service.setSite({ pace: 'off' });
  const first = await service.solveChallenge();
  for (let count = 0; count < 200; count += 1) await service.solveChallenge();
  const [row] = await service.deps.database.query(
    sql<{ open: number }>`select count(*) as open from challenges`.compile(build),
  );
  expect(row?.open).toBe(200);
  expect((await service.send({ challenge: first })).status).toBe(422);
});

test('who asks for challenges without end is told to wait', async () => {
  const service = await startService();
  for (let count = 0; count < 120; count += 1) await service.solveChallenge();
  const refused = await service.json('POST', path, {});
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  service.clock.now += 60_000;
  expect((await service.json('POST', path, {})).status).toBe(201);
});
