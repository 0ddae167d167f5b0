import { expect, test } from 'vitest';
import { newChallengeId } from '../../src/captcha/challenge-id.ts';
import { stepUnder } from '../../src/captcha/price.ts';
import { deriveAtOnce, newKey, newWork } from '../../src/captcha/work.ts';
import { doWork } from '../contract/work.ts';
import { type Service, startService } from '../support/service.ts';

const [second, hour] = [1000, 3_600_000];
const challenges = '/api/v1/sites/demo/challenges';

test('the more was taken of a sender, and the less room there is, the dearer, up to a limit', () => {
  const steps = (fullness: number) =>
    [0, 1, 2, 9].map((lately) => stepUnder({ lately, inARow: 0, fullness }));
  expect(steps(0.75)).toEqual([0, 1, 2, 2]);
  expect(steps(0.8)).toEqual([1, 2, 3, 3]);
  expect(steps(1)).toEqual([2, 3, 3, 3]);
  expect([9, 10, 30].map((inARow) => stepUnder({ lately: 0, inARow }))).toEqual([0, 3, 3]);
});

async function ask(service: Service, peer: string) {
  return (await service.json('POST', challenges, undefined, { 'x-test-peer': peer })).body;
}

/** What a challenge of this sender says of its price. */
async function stepOf(service: Service, peer: string): Promise<number> {
  return (await ask(service, peer)).proofOfWork.parameters.data.step;
}

/** The work of a challenge at this step, with fewer tries than are asked for. */
async function bought(service: Service, step: number, id = newChallengeId(service.deps, 'demo').id) {
  const { secret, random } = service.deps;
  return {
    id,
    proofOfWork: await doWork(
      await newWork(secret, { challenge: id, step }, await newKey(3, random, deriveAtOnce)),
    ),
  };
}

let sent = 0;

function send(service: Service, peer: string, challenge?: object, site = 'demo') {
  sent += 1;
  const article = { key: `/bai-${sent % 40}` };
  const comment = { author: peer, body: `Ý kiến thứ ${sent} của ${peer}.`, article };
  return service.send(
    { ...comment, ...(challenge && { challenge }) },
    { site, headers: { 'x-test-peer': peer } },
  );
}

test('what is taken of a sender makes their work dearer, and is forgotten; what others send does not', async () => {
  const service = await startService();
  const steps = [await stepOf(service, '203.0.113.1')];
  for (let count = 0; count < 4; count += 1) {
    expect((await send(service, '203.0.113.1')).status).toBe(202);
    steps.push(await stepOf(service, '203.0.113.1'));
  }
  expect(steps).toEqual([0, 1, 2, 2, 2]);
  expect(await stepOf(service, '203.0.113.2')).toBe(0);
  const after: number[] = [];
  for (let later = 0; later < 3; later += 1) {
    service.clock.now += 8 * hour;
    after.push(await stepOf(service, '203.0.113.1'));
  }
  expect(after).toEqual([2, 1, 0]);
});

test('what is asked for or refused makes nothing dearer', async () => {
  const service = await startService();
  const asked = Array.from({ length: 300 }, () =>
    service.json('POST', challenges, undefined, { 'x-test-peer': '203.0.113.1' }),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(120);
  service.clock.now += 60 * second;
  for (let count = 0; count < 5; count += 1) await send(service, '203.0.113.1', { id: 'x', answer: 'sai' });
  await service.send({ body: '' }, { headers: { 'x-test-peer': '203.0.113.1' } });
  expect(await stepOf(service, '203.0.113.1')).toBe(0);
});

test('a network is not as many senders as there are in it', async () => {
  const service = await startService();
  for (let count = 0; count < 4; count += 1) await send(service, `2001:db8:1:110${count}::1`);
  expect(await stepOf(service, '2001:db8:1:1199::1')).toBe(1);
  expect(await stepOf(service, '2001:db8:1:9900::1')).toBe(0);
  for (let count = 0; count < 12; count += 1) await send(service, `2001:db8:1:${20 + count}00::1`);
  expect(await stepOf(service, '2001:db8:1:9900::1')).toBe(1);
  expect(await stepOf(service, '2001:db8:2:9900::1')).toBe(0);
});

test('the work takes as many tries in the middle as its price says, from none on to twice as many', async () => {
  const { deps } = await startService();
  const [tries, times] = [4, 400];
  const counters: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const { solution } = await doWork(
      await newWork(deps.secret, { challenge: 'x', step: 0 }, await newKey(tries, deps.random, deriveAtOnce)),
    );
    counters.push(solution?.counter ?? Number.NaN);
  }
  expect(new Set(counters)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  const spent = counters.reduce((sum, counter) => sum + counter, 0) / times;
  expect(Math.abs(spent + 0.5 - tries)).toBeLessThan(0.6);
});

test('both of two tabs are taken, though the second has become dearer by then', async () => {
  const service = await startService();
  const tabs = [await ask(service, '203.0.113.1'), await ask(service, '203.0.113.1')];
  for (const { id, proofOfWork } of tabs) {
    const challenge = { id, proofOfWork: await doWork(proofOfWork) };
    expect((await send(service, '203.0.113.1', challenge)).status).toBe(202);
  }
});

test('cheap work in store buys two comments and no more, one after the other or at once', async () => {
  for (const step of [0, 1]) {
    for (const together of [false, true]) {
      const service = await startService();
      if (step === 1) await send(service, '203.0.113.1');
      const hoard = [];
      for (let count = 0; count < 8; count += 1) hoard.push(await bought(service, step));
      const answers = [];
      if (together)
        answers.push(...(await Promise.all(hoard.map((one) => send(service, '203.0.113.1', one)))));
      else for (const one of hoard) answers.push(await send(service, '203.0.113.1', one));
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(2);
      const refused = answers.filter(({ status }) => status !== 202);
      expect(new Set(refused.map(({ body }) => JSON.stringify(body.errors?.map(codeOf))))).toEqual(
        new Set(['["challenge: expired"]']),
      );
      const due = await bought(service, 2);
      expect((await send(service, '203.0.113.1', due)).status).toBe(202);
    }
  }
});

function codeOf({ field, code }: { field: string; code: string }): string {
  return `${field}: ${code}`;
}

test('a retry at the same time counts once where it is answered from the first', async () => {
  const service = await startService();
  const challenge = await bought(service, 0);
  const headers = { 'x-test-peer': '203.0.113.1', 'idempotency-key': 'mot-lan' };
  const comment = { body: 'Ý kiến gửi lại.', challenge };
  const first = await service.send(comment, { headers });
  const again = await service.send(comment, { headers });
  expect([first.status, again.body.id]).toEqual([202, first.body.id]);
  expect(await stepOf(service, '203.0.113.1')).toBe(1);
});

/** As many of one sender, as quickly as the filter lets them in. */
async function sendInARow(service: Service, peer: string, comments: number) {
  for (let count = 0; count < comments; count += 1) {
    expect((await send(service, peer)).status).toBe(202);
    service.clock.now += 15 * second;
  }
}

test('who sends many in a row is asked for the picture besides, and told what is missing', async () => {
  const service = await startService();
  await sendInARow(service, '203.0.113.1', 10);
  const { id, image, pictureBesides } = await ask(service, '203.0.113.1');
  expect(pictureBesides).toBe(true);
  const work = await bought(service, 3, id);
  const answer = Buffer.from(image.data, 'base64').toString();
  for (const missing of [{}, { answer: ' ' }]) {
    const refused = await send(service, '203.0.113.1', { ...work, ...missing });
    expect([refused.status, refused.body.errors.map(codeOf)]).toEqual([422, ['challenge.answer: required']]);
  }
  expect((await send(service, '203.0.113.1', { ...work, answer })).status).toBe(202);
  const wrong = { ...(await bought(service, 3)), answer: 'sai' };
  expect((await send(service, '203.0.113.1', wrong)).body.errors.map(codeOf)).toEqual(['challenge: failed']);
  expect((await ask(service, '203.0.113.2')).pictureBesides).toBe(false);
  service.clock.now += hour;
  expect((await ask(service, '203.0.113.1')).pictureBesides).toBe(false);
});

test('what comes beyond that is held apart, with a reason, and takes no room of anybody’s', async () => {
  const service = await startService();
  await sendInARow(service, '203.0.113.1', 21);
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const queue = async (more = '') =>
    (await service.json('GET', `/api/v1/queue?limit=100${more}`, undefined, owner)).body;
  expect(await queue()).toMatchObject({ counts: { pending: 20 }, apart: 1 });
  const { comments } = await queue('&state=apart');
  const reasons = comments[0].findings.map(({ rule }: { rule: string }) => rule);
  expect(reasons).toContain('pace');
});

test('where thirty addresses attack, readers pay the least price as long as there is room', async () => {
  const service = await startService();
  const attackers = Array.from({ length: 30 }, (_, at) => `203.0.113.${at + 1}`);
  const [readers, attacker]: number[][] = [[], []];
  for (let round = 0; round < 4; round += 1) {
    for (const peer of attackers) await send(service, peer);
    service.clock.now += 15 * 60 * second;
    readers?.push(await stepOf(service, `192.0.2.${round + 1}`));
    attacker?.push(await stepOf(service, '203.0.113.1'));
  }
  expect([readers, attacker]).toEqual([
    [0, 0, 0, 0],
    [1, 2, 2, 2],
  ]);
});

/** A site that takes five comments of anybody at once, and two under one article. */
async function startSmall() {
  const service = await startService();
  await service.setSite({ captcha: 'on', 'site-per-hour': 40, 'article-per-hour': 16 });
  return service;
}

test('where room runs low the work is dearer for whoever sent something lately, and for nobody else', async () => {
  const service = await startSmall();
  const steps = [];
  for (let count = 1; count <= 5; count += 1) {
    await send(service, `203.0.113.${count}`);
    steps.push(await stepOf(service, '203.0.113.1'));
  }
  expect(steps).toEqual([1, 1, 1, 2, 3]);
  expect(await stepOf(service, '192.0.2.77')).toBe(0);
  service.clock.now += hour;
  expect(await stepOf(service, '203.0.113.1')).toBe(1);
});

test('a site without bounds knows no scarcity, and one without limits of pace asks the least price', async () => {
  const service = await startSmall();
  for (let count = 1; count <= 5; count += 1) await send(service, `203.0.113.${count}`);
  await service.setSite({ 'site-per-hour': 0, 'article-per-hour': 0 });
  expect(await stepOf(service, '203.0.113.1')).toBe(1);
  await service.setSite({ pace: 'off' });
  expect(await stepOf(service, '203.0.113.1')).toBe(0);
  for (let count = 0; count < 4; count += 1) {
    expect((await send(service, '203.0.113.1', await bought(service, 0))).status).toBe(202);
  }
});
