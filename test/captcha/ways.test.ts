import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect, test } from 'vitest';
import { type Service, startService } from '../support/service.ts';

type Captcha = 'on' | 'picture' | 'work' | 'off';

async function startClean(captcha: Captcha = 'on') {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean', captcha });
  return service;
}

const openChallenge = async (service: Service, site = 'demo') =>
  (await service.json('POST', `/api/v1/sites/${site}/challenges`)).body;

async function work({ id, proofOfWork: challenge }: { id: string; proofOfWork: never }) {
  const solution = await solveChallenge({ challenge, deriveKey });
  return { id, proofOfWork: { challenge, solution } };
}

const listen = (service: Service, id: string, query = '') =>
  service.request(`/api/v1/challenges/${id}/audio${query}`);

async function findingsOf(service: Service): Promise<[string, string][]> {
  const moderator = await service.addModerator();
  const { body } = await service.json('GET', '/api/v1/queue', undefined, moderator);
  return body.comments.flatMap((comment: { findings: { rule: string; verdict: string }[] }) =>
    comment.findings.map(({ rule, verdict }) => [rule, verdict]),
  );
}

test('the work of a device meets the captcha, and its comment waits for a moderator', async () => {
  const service = await startClean();
  const challenge = await work(await openChallenge(service));
  expect((await service.send({ challenge })).body.state).toBe('pending');
  expect(await findingsOf(service)).toEqual([['captcha', 'hold']]);
});

test('work is taken once', async () => {
  const service = await startClean();
  const challenge = await work(await openChallenge(service));
  const both = await Promise.all([1, 2].map((n) => service.send({ challenge, body: `Ý kiến ${n} của tôi` })));
  expect(both.map(({ status }) => status).sort()).toEqual([202, 422]);
});

test('work for another challenge, changed or undone is as wrong as a wrong answer', async () => {
  const service = await startClean();
  const wrong = await service.send({ challenge: { ...(await service.solveChallenge()), answer: 'sai' } });
  const { requestId: _, ...told } = wrong.body;
  const refusal = async (challenge: unknown) => {
    const { requestId: _, ...body } = (await service.send({ challenge })).body;
    return body;
  };
  const [one, other] = [await work(await openChallenge(service)), await openChallenge(service)];
  expect(await refusal({ ...one, id: other.id })).toEqual(told);

  const cheapened = await work(await openChallenge(service));
  const { challenge, solution } = cheapened.proofOfWork;
  const parameters = { ...(challenge as { parameters: object }).parameters, cost: 1 };
  expect(
    await refusal({
      ...cheapened,
      proofOfWork: { challenge: { ...(challenge as object), parameters }, solution },
    }),
  ).toEqual(told);

  const undone = await openChallenge(service);
  const guess = { counter: 1, derivedKey: '00'.repeat(32) };
  expect(
    await refusal({ id: undone.id, proofOfWork: { challenge: undone.proofOfWork, solution: guess } }),
  ).toEqual(told);
});

test('a challenge that was listened to is met by its answer, and its comment waits for a moderator', async () => {
  const service = await startClean();
  const challenge = await service.solveChallenge();
  const heard = await listen(service, challenge.id);
  expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect((await service.send({ challenge })).body.state).toBe('pending');
  expect(await findingsOf(service)).toEqual([['captcha', 'hold']]);
});

test('the same challenge sounds the same each time, in each language, and never tells more', async () => {
  const service = await startClean();
  const { id } = await service.solveChallenge();
  const sound = async (query = '') => Buffer.from(await (await listen(service, id, query)).arrayBuffer());
  const first = await sound();
  expect(await sound()).toEqual(first);
  expect(await sound('?language=vi')).toEqual(first);
  expect(await sound('?language=en')).not.toEqual(first);
  expect((await listen(service, id, '?language=fr')).status).toBe(422);
  for (let count = 0; count < 16; count += 1) await listen(service, id);
  expect((await listen(service, id)).status).toBe(404);
});

test('a challenge that is spent, expired or unknown is not spoken', async () => {
  const service = await startClean();
  const spent = await service.solveChallenge();
  await service.send({ challenge: spent });
  const expired = await service.solveChallenge();
  service.clock.now += 600_000;
  for (const id of [spent.id, expired.id, 'unknown']) expect((await listen(service, id)).status).toBe(404);
});

test('a site that takes the picture only offers and accepts nothing else', async () => {
  const service = await startClean();
  const challenge = await work(await openChallenge(service));
  await service.setSite({ captcha: 'picture' });
  expect((await service.send({ challenge })).status).toBe(422);
  const offered = await openChallenge(service);
  expect(Object.keys(offered)).toEqual(['id', 'expiresAt', 'image']);
  expect((await listen(service, offered.id)).status).toBe(404);
  expect((await service.send()).body.state).toBe('published');
});

test('a site that chose work trusts it', async () => {
  const service = await startClean('work');
  const challenge = await work(await openChallenge(service));
  expect((await service.send({ challenge })).body.state).toBe('published');
});

test('what is refused makes the work dearer for nobody, and what one sender is given for no other', async () => {
  const service = await startClean();
  const dearness = async (peer: string) => {
    const headers = { 'x-test-peer': peer };
    const { status, body } = await service.json('POST', '/api/v1/sites/demo/challenges', undefined, headers);
    if (status !== 201) return status;
    const worked = await work(body);
    return (worked.proofOfWork.solution?.counter ?? 0) > 800 ? 'dearer' : 'usual';
  };
  const asked = Array.from({ length: 300 }, () =>
    service
      .json('POST', '/api/v1/sites/demo/challenges', undefined, { 'x-test-peer': '203.0.113.5' })
      .then(({ status }) => status),
  );
  expect((await Promise.all(asked)).filter((status) => status === 201)).toHaveLength(120);
  expect(await dearness('203.0.113.5')).toBe(429);
  expect(await dearness('203.0.113.6')).toBe('usual');
  service.clock.now += 60_000;
  expect(await dearness('203.0.113.5')).toBe('usual');
});
