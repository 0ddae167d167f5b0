import { expect, test } from 'vitest';
import { doWork } from '../contract/work.ts';
import { type Service, startService } from '../support/service.ts';

type Captcha = 'on' | 'auto' | 'picture' | 'work' | 'off';

async function startClean(captcha: Captcha = 'on') {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean', captcha });
  return service;
}

const openChallenge = async (service: Service, site = 'demo') =>
  (await service.json('POST', `/api/v1/sites/${site}/challenges`)).body;

async function work({ id, proofOfWork }: { id: string; proofOfWork: never }) {
  return { id, proofOfWork: await doWork(proofOfWork) };
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

  for (const changed of [{ cost: 1 }, { data: { step: 2 } }]) {
    const { id, proofOfWork } = await work(await openChallenge(service));
    const { parameters, signature } = proofOfWork.challenge;
    const data = { ...parameters.data, ...changed.data };
    const challenge = { parameters: { ...parameters, ...changed, data }, signature };
    expect(await refusal({ id, proofOfWork: { ...proofOfWork, challenge } })).toEqual(told);
  }

  const undone = await openChallenge(service);
  const guess = { counter: 1, derivedKey: '00'.repeat(32) };
  const guessed = { challenge: undone.proofOfWork, solution: guess };
  expect(await refusal({ id: undone.id, proofOfWork: guessed })).toEqual(told);
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

test.each(['on', 'auto', 'work'] as const)(
  'a site whose captcha is %s says whether what came in without the picture waits',
  async (captcha) => {
    const service = await startClean(captcha);
    const byWork = async () => work(await openChallenge(service));
    const byEar = async () => {
      const challenge = await service.solveChallenge();
      await listen(service, challenge.id);
      return challenge;
    };
    const states: string[] = [];
    for (const held of ['off', 'on'] as const) {
      await service.setSite({ 'work-held': held });
      for (const meet of [byWork, byEar]) {
        const headers = { 'x-test-peer': `203.0.113.${states.length}` };
        const body = `Cách thứ ${states.length}: ${['cầu đường', 'lúa chín', 'chợ phiên', 'trường làng'][states.length]}.`;
        states.push((await service.send({ challenge: await meet(), body }, { headers })).body.state);
      }
    }
    expect(states).toEqual(['published', 'published', 'pending', 'pending']);
  },
);
