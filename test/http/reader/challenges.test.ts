import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { alphabet, normalizeAnswer } from '../../../src/captcha/alphabet.ts';
import { setSeed } from '../../../src/store/captcha-styles.ts';
import { build } from '../../../src/store/database.ts';
import { actAt } from '../../support/acts.ts';
import { publicUrl, type Service, start, startService } from '../../support/service.ts';

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
        algorithm: 'SCRYPT',
        cost: 1024,
        memoryCost: 8,
        parallelism: 1,
        data: { challenge: body.id, step: 0 },
        keyLength: 32,
      },
      signature: body.proofOfWork.signature,
    },
    pictureBesides: false,
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

async function countUsed({ deps }: Service): Promise<number | undefined> {
  const [row] = await deps.database.query(
    sql<{ used: number }>`select count(*) as used from used_challenges`.compile(build),
  );
  return row?.used;
}

test('wrong, spent, reset, changed and foreign challenges are one and the same answer', async () => {
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

  const { id, answer } = await service.solveChallenge();
  const [site, token = '', expiry = '', signed = ''] = id.split('~');
  const later = (Number.parseInt(expiry, 36) + 1000).toString(36);
  const changed = [
    ['khac', token, expiry, signed],
    [site, [...token].reverse().join(''), expiry, signed],
    [site, token, later, signed],
    [site, token, expiry, signed.slice(1)],
    [site, token, expiry, signed, 'x'],
  ];
  for (const parts of changed) expect(await refusal({ id: parts.join('~'), answer })).toEqual(told);
  expect((await service.send({ challenge: { id, answer } })).status).toBe(202);
});

test('a challenge of another secret is none', async () => {
  const [service, other] = [await startService(), await startService()];
  other.deps.secret = 'another secret, of 32 characters or more';
  const challenge = await other.solveChallenge();
  expect((await service.send({ challenge })).body.errors).toMatchObject([{ code: 'failed' }]);
});

test('that a challenge has expired is told, whether it was spent or not', async () => {
  const service = await startService();
  const [open, spent] = [await service.solveChallenge(), await service.solveChallenge()];
  await service.send({ challenge: spent });
  service.clock.now += 600_000;
  for (const challenge of [open, spent, { ...open, answer: 'sai' }]) {
    const { status, body } = await service.send({ challenge });
    expect([status, body.errors]).toMatchObject([422, [{ field: 'challenge', code: 'expired' }]]);
  }
});

test('what was drawn differently since has the same answer', async () => {
  const service = await startService();
  const challenge = await service.solveChallenge();
  await setSeed(service.deps.database, 'another', actAt(service.clock.now));
  expect((await service.send({ challenge })).status).toBe(202);
});

test('what looks like a character of the alphabet is taken for it', async () => {
  expect(normalizeAnswer('1qB gzY')).toBe('79862V');
  expect(normalizeAnswer('O-5.s,I/ａ(f)n')).toBe('C6874PM');
  expect(normalizeAnswer(alphabet)).toBe(alphabet);
  const service = await startService();
  const typed = { 7: '1', 9: 'Q', 8: 'b', 6: 'G', 2: 'Z', V: 'y' };
  for (let count = 0; count < 8; count += 1) {
    const { id, answer } = await service.solveChallenge();
    const likened = answer.replace(/[79862V]/g, (character) => Reflect.get(typed, character));
    const sent = await service.send({
      challenge: { id, answer: likened },
      body: `Ý kiến số ${count} của tôi`,
    });
    expect(sent.status).toBe(202);
  }
});

test('of two that send the same challenge at once, one passes', async () => {
  const service = await startService();
  const challenge = await service.solveChallenge();
  const both = await Promise.all(
    [1, 2].map((count) => service.send({ challenge, body: `Ý kiến ${count} của tôi` })),
  );
  expect(both.map((sent) => sent.status).sort()).toEqual([202, 422]);
});

test('however many open challenges, none makes room for another, and none is a row', async () => {
  const service = await startService();
  await service.setSite({ pace: 'off' });
  const first = await service.solveChallenge();
  for (let count = 0; count < 300; count += 1) await service.solveChallenge();
  expect(await countUsed(service)).toBe(0);
  expect((await service.send({ challenge: first })).status).toBe(202);
  expect(await countUsed(service)).toBe(1);
});

test('who asks for challenges without end is told to wait', async () => {
  const service = await startService();
  for (let count = 0; count < 120; count += 1) await service.solveChallenge();
  const refused = await service.json('POST', path, {});
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  service.clock.now += 60_000;
  expect((await service.json('POST', path, {})).status).toBe(201);
});
