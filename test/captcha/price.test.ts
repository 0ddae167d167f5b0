import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect, test } from 'vitest';
import { priceFor, priceUnder } from '../../src/captcha/price.ts';
import { build } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import { type Service, startService } from '../support/service.ts';

const hour = 3_600_000;

test('the more captchas a sender is given, and the less room there is, the dearer, up to a limit', () => {
  const prices = (given: number, fullness: readonly number[]) =>
    fullness.map((one) => priceUnder({ given, fullness: one }));
  expect([1, 12, 48, 1000].flatMap((given) => prices(given, [0]))).toEqual([1, 1, 4, 16]);
  expect(prices(1, [0.5, 0.75, 0.875, 1])).toEqual([1, 1, 2.5, 4]);
  expect(prices(48, [0.75, 1])).toEqual([4, 16]);
});

/** A site that takes five comments of anybody at once, and two under one article. */
async function startSmall() {
  const service = await startService();
  await service.setSite({ captcha: 'on', 'site-per-hour': 40, 'article-per-hour': 16 });
  const priceOf = async (peer: string) => {
    const site = await findSite(service.deps.database, 'demo');
    const [sent] = await service.deps.database.query(
      build
        .selectFrom('comments')
        .select('sender')
        .where('author', '=', peer)
        .where('site_id', '=', 'demo')
        .limit(1)
        .compile(),
    );
    return site && priceFor(service.deps, site, sent?.sender ?? 'somebody new', 1);
  };
  return { service, priceOf };
}

async function sendFrom(service: Service, peer: string, article: string, site = 'demo') {
  const headers = { 'x-test-peer': peer };
  const comment = { author: peer, body: `Ý kiến của ${peer} về ${article}.`, article: { key: article } };
  return (await service.send(comment, { site, headers })).status;
}

/** From as many addresses, under as many articles. */
async function fillRoom(service: Service, comments: number, articleOf: (n: number) => string) {
  for (let n = 1; n <= comments; n += 1) await sendFrom(service, `203.0.113.${n}`, articleOf(n));
}

test('where room runs low the work is dearer for whoever sent something lately, and for nobody else', async () => {
  const { service, priceOf } = await startSmall();
  await fillRoom(service, 3, (n) => `/bai-${n}`);
  expect(await priceOf('203.0.113.1')).toBe(1);
  await sendFrom(service, '203.0.113.4', '/bai-4');
  expect(await priceOf('203.0.113.1')).toBeCloseTo(1.6);
  await sendFrom(service, '203.0.113.5', '/bai-5');
  expect(await priceOf('203.0.113.1')).toBe(4);
  expect(await priceOf('192.0.2.77')).toBe(1);
  service.clock.now += hour;
  expect(await priceOf('203.0.113.1')).toBe(1);
});

test('a challenge takes as much work as its price says, and that is taken', async () => {
  const { service } = await startSmall();
  await fillRoom(service, 2, () => '/bai-nong');
  const headers = { 'x-test-peer': '203.0.113.1' };
  const issued = await service.json('POST', '/api/v1/sites/demo/challenges', undefined, headers);
  const { id, proofOfWork: challenge } = issued.body;
  const solution = await solveChallenge({ challenge, deriveKey });
  expect(solution?.counter).toBeGreaterThanOrEqual(4 * 400);
  const comment = {
    body: 'Ý kiến thứ hai của tôi.',
    challenge: { id, proofOfWork: { challenge, solution } },
  };
  expect((await service.send(comment, { headers })).status).toBe(202);
});

test('where room runs low under one article it is dearer before its end too, on that site alone', async () => {
  const { service, priceOf } = await startSmall();
  await service.addSite('demo2', { captcha: 'on', 'site-per-hour': 4, 'article-per-hour': 16 });
  for (let n = 1; n <= 2; n += 1) await sendFrom(service, `203.0.113.${n}`, '/bai-nong', 'demo2');
  await sendFrom(service, '203.0.113.1', '/bai-nong');
  expect(await priceOf('203.0.113.1')).toBe(1);
  await sendFrom(service, '203.0.113.2', '/bai-nong');
  expect(await priceOf('203.0.113.1')).toBe(4);
});

test('a site without bounds or without limits of pace asks the usual price', async () => {
  const { service, priceOf } = await startSmall();
  await fillRoom(service, 5, () => '/bai-nong');
  await service.setSite({ pace: 'off' });
  expect(await priceOf('203.0.113.1')).toBe(1);
  await service.setSite({ pace: 'on', 'site-per-hour': 0, 'article-per-hour': 0 });
  expect(await priceOf('203.0.113.1')).toBe(1);
});
