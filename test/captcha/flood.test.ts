import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { siteSettings } from '../../src/sites/site.ts';
import { takeTurns } from '../../src/store/limits/rates.ts';
import { type Service, startService } from '../support/service.ts';

const hour = 3_600_000;
const { 'site-per-hour': perSite, 'article-per-hour': perArticle } = siteSettings.parse({ name: 'x' });

/** Someone who reads every captcha, from one of a thousand addresses. */
async function attack(service: Service, attempt: number, article: string): Promise<number> {
  const address = attempt % 1000;
  const headers = { 'x-test-peer': `10.0.${Math.floor(address / 250)}.${address % 250}` };
  const issued = await service.json('POST', '/api/v1/sites/demo/challenges', undefined, headers);
  const answer = Buffer.from(issued.body.image.data, 'base64').toString();
  const body = `Tin ${randomBytes(6).toString('hex')} về chuyện số ${attempt}`;
  const sent = { article: { key: article }, body, challenge: { id: issued.body.id, answer } };
  return (await service.send(sent, { headers })).status;
}

async function countQueued(service: Service): Promise<number> {
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  return (await service.json('GET', '/api/v1/queue', undefined, owner)).body.counts.pending;
}

test('a thousand addresses that read every captcha add in an hour no more than a site takes', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'picture' });
  const attempts = perSite * 1.5;
  const statuses = new Set<number>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    statuses.add(await attack(service, attempt, `/bai-${attempt % 20}`));
    service.clock.now += hour / attempts;
  }
  const queued = await countQueued(service);
  expect(queued).toBeLessThanOrEqual(perSite);
  expect(queued).toBeGreaterThan(perSite * 0.9);
  expect([...statuses].sort()).toEqual([202, 429]);
});

test('a flood under one article leaves the others their share', async () => {
  const service = await startService();
  for (let attempt = 0; attempt < perArticle; attempt += 1) await attack(service, attempt, '/bai-nong');
  expect(await countQueued(service)).toBe(perArticle / 4);
  const refused = await service.send({ article: { key: '/bai-nong' }, body: 'Tôi đồng ý với tác giả.' });
  expect([refused.status, refused.body.errors]).toEqual([429, undefined]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await service.send({ article: { key: '/bai-khac' } })).status).toBe(202);
  service.clock.now += Number(refused.headers.get('retry-after')) * 1000;
  expect((await service.send({ article: { key: '/bai-nong' }, body: 'Tôi vẫn đồng ý.' })).status).toBe(202);
});

test('in any hour no more turns are had than were allowed, however they are spread', async () => {
  const { deps } = await startService();
  const taken: number[] = [];
  for (let now = 0; now < 3 * hour; now += 20_000) {
    if ((await takeTurns(deps.database, [{ subject: 'x', perHour: 40 }], now)) === 0) taken.push(now);
  }
  const inHours = taken.map((start) => taken.filter((at) => at >= start && at < start + hour).length);
  expect(Math.max(...inHours)).toBeLessThanOrEqual(40);
  expect(taken.length).toBeGreaterThan(90);
});

test('of those who come at once, as many have a turn as there are', async () => {
  const { deps } = await startService();
  const waits = await Promise.all(
    Array.from({ length: 30 }, () => takeTurns(deps.database, [{ subject: 'x', perHour: 40 }], deps.now())),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
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
  expect(await takeTurns(deps.database, [narrow], now)).toBe(0);
  for (let count = 0; count < 5; count += 1) {
    expect(await takeTurns(deps.database, [wide, narrow], now)).toBeGreaterThan(0);
  }
  expect(await takeTurns(deps.database, [wide], now)).toBe(0);
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
