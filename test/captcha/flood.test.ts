import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerOf, newChallengeId } from '../../src/captcha/challenge-id.ts';
import { deriveAtOnce, newKey, newWork } from '../../src/captcha/work.ts';
import { siteSettings } from '../../src/sites/site.ts';
import type { Database } from '../../src/store/database.ts';
import { isOfTurns, type Rate, takingTurns, waitsFor } from '../../src/store/limits/rates.ts';
import { doWork } from '../contract/work.ts';
import { type Service, startService } from '../support/service.ts';

const hour = 3_600_000;
const { 'site-per-hour': perSite, 'article-per-hour': perArticle } = siteSettings.parse({ name: 'x' });

/** Someone who reads every captcha and is never told to wait for one, from so many addresses. */
async function attack(
  service: Service,
  attempt: number,
  article: string,
  from = ofThousand,
): Promise<number> {
  const { id } = newChallengeId(service.deps, 'demo');
  const body = `Tin ${randomBytes(6).toString('hex')} về chuyện số ${attempt}`;
  const sent = { article: { key: article }, body, challenge: { id, answer: answerOf(service.deps, id) } };
  return (await service.send(sent, { headers: { 'x-test-peer': from(attempt) } })).status;
}

const ofThousand = (attempt: number) =>
  `10.0.${Math.floor((attempt % 1000) / 250)}.${(attempt % 1000) % 250}`;

/** A sender of their own each time, as they are counted by /64. */
const ofOneNetwork = (attempt: number) => `2001:db8:1:${(attempt * 31).toString(16)}::1`;

async function countWaiting(service: Service): Promise<{ pending: number; apart: number }> {
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const { counts, apart } = (await service.json('GET', '/api/v1/queue', undefined, owner)).body;
  return { pending: counts.pending, apart };
}

/** Whether somebody who never wrote before, from an address of their own, gets a comment in on the first try. */
async function tryHonestly(service: Service, reader: number, article: string): Promise<boolean> {
  const headers = { 'x-test-peer': `172.16.${Math.floor(reader / 200)}.${reader % 200}` };
  const issued = await service.json('POST', '/api/v1/sites/demo/challenges', undefined, headers);
  const answer = Buffer.from(issued.body.image.data, 'base64').toString();
  const body = `Tôi là bạn đọc thứ ${reader}, xin góp ý về bài này: ${randomBytes(4).toString('hex')}.`;
  const sent = { article: { key: article }, body, challenge: { id: issued.body.id, answer } };
  return (await service.send(sent, { headers })).status === 202;
}

/** Within an hour, as the site's settings are; what finds no room in the queue's number is held apart. */
const mostInAll = perSite * 3;
const readers = 100;

interface Attack {
  articleOf: (attempt: number) => string;
  /** At which share of the hour. */
  timeOf: (attempt: number) => number;
  from?: (attempt: number) => string;
  /** How many of theirs are taken at most. */
  most?: number;
}

const attempts = 1800;
/** They come together, and one reader after them. */
const together = attempts / readers;
const onTwenty = (attempt: number) => `/bai-${attempt % 20}`;
const evenly = (attempt: number) => attempt / attempts;

const attacks: [string, Attack][] = [
  ['a thousand addresses attack evenly on twenty articles', { articleOf: onTwenty, timeOf: evenly }],
  ['a thousand addresses attack evenly on one article', { articleOf: () => '/bai-0', timeOf: evenly }],
  [
    'a thousand addresses attack all at the start',
    { articleOf: onTwenty, timeOf: (attempt) => (attempt < 1100 ? 0 : evenly(attempt)) },
  ],
  [
    'as many of one IPv6 network, a /48, attack',
    { articleOf: onTwenty, timeOf: evenly, from: ofOneNetwork, most: 16 * 60 },
  ],
];

test.each(attacks)('readers get in while %s, though they read every captcha', async (_, given) => {
  const { articleOf, timeOf, from, most = mostInAll } = given;
  const service = await startService();
  await service.setSite({ captcha: 'picture' });
  const begun = service.clock.now;
  let [heard, taken] = [0, 0];
  for (let reader = 0; reader < readers; reader += 1) {
    service.clock.now = begun + timeOf(reader * together) * hour;
    const coming = Array.from({ length: together }, (_, one) => reader * together + one);
    const answers = await Promise.all(coming.map((one) => attack(service, one, articleOf(one), from)));
    taken += answers.filter((status) => status === 202).length;
    if (await tryHonestly(service, reader, `/bai-${reader % 20}`)) heard += 1;
  }
  expect(heard).toBeGreaterThanOrEqual(0.95 * readers);
  expect(taken).toBeLessThanOrEqual(most);
  expect(taken + heard).toBeLessThanOrEqual(mostInAll);
  const { pending, apart } = await countWaiting(service);
  expect(pending).toBeLessThanOrEqual(perSite);
  expect(pending + apart).toBe(taken + heard);
});

test('readers get in by work alone while a thousand addresses that never tire of working attack', async () => {
  const service = await startService();
  const perHour = perSite / 3;
  await service.setSite({ captcha: 'auto', 'work-held': 'off', 'site-per-hour': perHour });
  const begun = service.clock.now;
  const [ofReaders, taken]: [number[], number[]] = [[], []];
  for (let reader = 0; reader < readers; reader += 1) {
    service.clock.now = begun + (reader / readers) * hour;
    const coming = Array.from({ length: together / 3 }, (_, one) => (reader * together) / 3 + one);
    taken.push(...(await Promise.all(coming.map((one) => attackByWork(service, one)))));
    ofReaders.push(await tryByWork(service, reader));
  }
  expect(ofReaders.filter((status) => status === 202).length).toBeGreaterThanOrEqual(0.95 * readers);
  expect(taken.filter((status) => status === 202).length).toBeLessThanOrEqual(3 * perHour);
  const { pending } = await countWaiting(service);
  expect(pending).toBeLessThanOrEqual(perHour);
});

/** The work of any step, for which an attacker has machines enough: here with one try in place of thousands. */
async function attackByWork(service: Service, attempt: number): Promise<number> {
  const { secret, random } = service.deps;
  const headers = { 'x-test-peer': ofThousand(attempt) };
  const { id } = newChallengeId(service.deps, 'demo');
  const bought = { challenge: id, step: await stepOf(service, headers) };
  const challenge = {
    id,
    proofOfWork: await doWork(await newWork(secret, bought, await newKey(1, random, deriveAtOnce))),
  };
  const body = `Tin ${randomBytes(6).toString('hex')} về chuyện số ${attempt}`;
  return (await service.send({ article: { key: onTwenty(attempt) }, body, challenge }, { headers })).status;
}

/** What the service asks of them. */
async function stepOf(service: Service, headers: Record<string, string>): Promise<number> {
  const { body } = await service.json('POST', '/api/v1/sites/demo/challenges', undefined, headers);
  return body.proofOfWork.parameters.data.step;
}

/** Somebody who never wrote before, whose device does the least work there is. */
async function tryByWork(service: Service, reader: number): Promise<number> {
  const headers = { 'x-test-peer': `172.16.${Math.floor(reader / 200)}.${reader % 200}` };
  const { secret, random } = service.deps;
  const { id } = newChallengeId(service.deps, 'demo');
  expect(await stepOf(service, headers)).toBe(0);
  const challenge = {
    id,
    proofOfWork: await doWork(
      await newWork(secret, { challenge: id, step: 0 }, await newKey(1, random, deriveAtOnce)),
    ),
  };
  const body = `Tôi là bạn đọc thứ ${reader}, xin góp ý về bài này: ${randomBytes(4).toString('hex')}.`;
  return (await service.send({ article: { key: onTwenty(reader) }, body, challenge }, { headers })).status;
}

test('ten senders who fill an article keep no reader out, there or elsewhere', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'picture', pace: 'on' });
  let heard = 0;
  for (let attempt = 0; attempt < 750; attempt += 1) await attack(service, attempt % 10, '/bai-nong');
  for (let reader = 0; reader < readers; reader += 1) {
    await attack(service, reader % 10, '/bai-nong');
    if (await tryHonestly(service, reader, reader % 2 ? '/bai-nong' : '/bai-khac')) heard += 1;
    service.clock.now += 1000;
  }
  expect(heard).toBeGreaterThanOrEqual(0.95 * readers);
});

test('who was refused for lack of room has their solved captcha still', async () => {
  const service = await startService();
  await service.setSite({ 'site-per-hour': 2 });
  const address = { 'x-test-peer': '192.0.2.9' };
  const challenge = await service.solveChallenge();
  for (const body of ['Ý kiến thứ nhất của tôi.', 'Ý kiến thứ hai của tôi.']) {
    expect((await service.send({ body }, { headers: address })).status).toBe(202);
  }
  const again = () => service.send({ body: 'Ý kiến thứ ba của tôi.', challenge }, { headers: address });
  const refused = await again();
  expect([refused.status, refused.body.errors]).toEqual([429, undefined]);
  service.clock.now += Math.min(9 * 60, Number(refused.headers.get('retry-after'))) * 1000;
  expect((await again()).body.errors).toBeUndefined();
});

/** Whether there was a turn of each. */
async function takeTurns(database: Database, rates: Rate[], now: number): Promise<boolean> {
  try {
    await database.batch(takingTurns(rates, now));
    return true;
  } catch (error) {
    if (!isOfTurns(error)) throw error;
    return false;
  }
}

test('in any hour no more turns are had than were allowed, however they are spread', async () => {
  const { deps } = await startService();
  const taken: number[] = [];
  for (let now = 0; now < 3 * hour; now += 20_000) {
    if (await takeTurns(deps.database, [{ subject: 'x', perHour: 40 }], now)) taken.push(now);
  }
  const inHours = taken.map((start) => taken.filter((at) => at >= start && at < start + hour).length);
  expect(Math.max(...inHours)).toBeLessThanOrEqual(40);
  expect(taken.length).toBeGreaterThan(90);
});

test('of those who come at once, as many have a turn as there are', async () => {
  const { deps } = await startService();
  const taken = await Promise.all(
    Array.from({ length: 30 }, () => takeTurns(deps.database, [{ subject: 'x', perHour: 40 }], deps.now())),
  );
  expect(taken.filter(Boolean)).toHaveLength(10);
});

test('a site may lift the bounds', async () => {
  const service = await startService();
  await service.setSite({ 'article-per-hour': 0, 'site-per-hour': 0 });
  for (let attempt = 0; attempt < perArticle / 4 + 1; attempt += 1) {
    expect(await attack(service, attempt, '/bai')).toBe(202);
  }
});

test('who is refused one turn has taken none of the others', async () => {
  const { deps } = await startService();
  const now = deps.now();
  const [narrow, wide] = [
    { subject: 'narrow', perHour: 1 },
    { subject: 'wide', perHour: 8 },
  ];
  expect(await takeTurns(deps.database, [narrow], now)).toBe(true);
  for (let count = 0; count < 5; count += 1) {
    expect(await takeTurns(deps.database, [wide, narrow], now)).toBe(false);
    expect(await waitsFor(deps.database, [[wide], [wide, narrow]], now)).toEqual([0, hour]);
  }
  expect(await takeTurns(deps.database, [wide], now)).toBe(true);
});

test('a sender whose comments all come at once gets no more than an hour allows', async () => {
  const service = await startService();
  const challenges = [];
  for (let count = 0; count < 30; count += 1) challenges.push(await service.solveChallenge());
  const sent = await Promise.all(
    challenges.map((challenge, count) =>
      service.send({ challenge, body: `Ý kiến thứ ${count} của một người.` }),
    ),
  );
  expect(sent.filter(({ status }) => status === 202).length).toBeLessThanOrEqual(20);
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([202, 429]));
});
