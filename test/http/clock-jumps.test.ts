import { expect, test } from 'vitest';
import { codeOf } from '../../src/moderators/one-time-code.ts';
import { invite, readPasswordLink } from '../../src/moderators/password-link.ts';
import { unseal } from '../../src/moderators/seal.ts';
import { checkSetup, offerSetup } from '../../src/moderators/setup.ts';
import { cleanUp } from '../../src/sites/retention.ts';
import { build } from '../../src/store/database.ts';
import { blockSender, meetSender } from '../../src/store/limits/blocks.ts';
import { findSecondFactor } from '../../src/store/moderators/second-factors.ts';
import { steadyClock } from '../../src/world/clock.ts';
import { addAccount, opens, password, sessionOf, signIn } from '../support/accounts.ts';
import { actAt } from '../support/acts.ts';
import { type Service, startService } from '../support/service.ts';

const hour = 60 * 60_000;
const tenYears = 3650 * 24 * hour;
const peer = { 'x-test-peer': '203.0.113.9' };

/** What work makes while the clock is ten years ahead. */
async function ahead<Made>({ clock }: Service, work: () => Promise<Made>): Promise<Made> {
  clock.now += tenYears;
  const made = await work();
  clock.now -= tenYears;
  return made;
}

async function withLan(): Promise<Service> {
  const service = await startService();
  await addAccount(service);
  return service;
}

const sendFromPeer = async (service: Service, body: string) =>
  (await service.send({ body, challenge: undefined }, { headers: peer })).status;

test('a session from the future opens nothing, and one that expired there stays gone', async () => {
  const service = await withLan();
  const [made, looked, other] = [
    await sessionOf(service),
    await sessionOf(service),
    await sessionOf(service),
  ];
  const future = await ahead(service, async () => {
    expect(await opens(service, looked)).toBe(false);
    return sessionOf(service, {});
  });
  expect(await Promise.all([future, looked].map((who) => opens(service, who)))).toEqual([false, false]);
  expect(await Promise.all([made, other].map((who) => opens(service, who)))).toEqual([false, false]);
  expect(await opens(service, await sessionOf(service))).toBe(true);
});

test('a session that nobody looked at while the clock was ahead lives on', async () => {
  const service = await withLan();
  const lan = await sessionOf(service);
  await ahead(service, async () => undefined);
  expect(await opens(service, lan)).toBe(true);
});

test('a challenge from the future is over, and a present one works', async () => {
  const service = await startService();
  const challenge = await ahead(service, () => service.solveChallenge());
  expect((await service.send({ challenge })).status).toBe(422);
  expect((await service.send()).status).toBe(202);
});

test('what was spent in the future is not kept for years, and a present one spent then is over', async () => {
  const service = await startService();
  const [spentThere, lookedAt] = [
    await ahead(service, () => service.solveChallenge()),
    await service.solveChallenge(),
  ];
  await ahead(service, async () => {
    expect((await service.send({ challenge: spentThere })).status).toBe(202);
    expect((await service.send({ challenge: lookedAt })).body.errors).toMatchObject([{ code: 'expired' }]);
  });
  expect((await service.send({ challenge: spentThere })).status).toBe(422);
  await cleanUp(service.deps);
  const rows = build.selectFrom('used_challenges').select('id').where('id', '=', spentThere.id).compile();
  expect(await service.deps.database.query(rows)).toEqual([]);
});

test('a link from the future is over, and one that was looked at there is too', async () => {
  const service = await startService();
  const { deps } = service;
  const present = (await offerSetup(deps)) ?? '';
  const looked = (await offerSetup(deps)) ?? '';
  const future = await ahead(service, async () => {
    await expect(checkSetup(deps, looked)).rejects.toThrow();
    return (await offerSetup(deps)) ?? '';
  });
  for (const secret of [future, looked, present]) await expect(checkSetup(deps, secret)).rejects.toThrow();
  expect(await checkSetup(deps, (await offerSetup(deps)) ?? '')).toBeUndefined();

  const { secret } = await ahead(service, () =>
    invite(deps, { name: 'Minh', role: 'moderator', sites: [] }, actAt(0).by),
  );
  await expect(readPasswordLink(deps, secret)).rejects.toThrow();
});

test('who was locked out in the future is not now', async () => {
  const service = await withLan();
  const statuses = await ahead(service, async () => {
    const told: number[] = [];
    for (let count = 0; count < 11; count += 1)
      told.push((await signIn(service, { password: 'sai' })).status);
    return told;
  });
  expect(statuses.slice(-2)).toEqual([401, 429]);
  expect((await signIn(service)).status).toBe(204);
});

test('what was sent in the future uses up no allowance, of the sender nor of the site', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', 'site-per-hour': 40 });
  const sent = await ahead(service, async () => {
    const told: number[] = [];
    for (let count = 0; count < 12; count += 1)
      told.push(await sendFromPeer(service, `Góp ý thứ ${count} về đoạn ${count * 7} của bài.`));
    return told;
  });
  expect([sent[0], sent.at(-1)]).toEqual([202, 429]);
  expect(await sendFromPeer(service, 'Tôi vẫn còn ý kiến.')).toBe(202);
});

test('a colleague or a block from the future keeps nobody away', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  const [lan, minh] = [await service.addModerator('Lan'), await service.addModerator('Minh')];
  const { id } = (await service.send({ challenge: undefined }, { headers: peer })).body;
  const next = async (who: Record<string, string>) =>
    (await service.json('POST', '/api/v1/claims', {}, who)).body.id;
  expect(await ahead(service, () => next(minh))).toBe(id);
  expect(await next(lan)).toBe(id);

  const { database } = service.deps;
  const [sent] = await database.query(build.selectFrom('comments').select('sender').compile());
  const [by] = await database.query(build.selectFrom('moderators').select('id').compile());
  const of = { site: 'demo', sender: sent?.sender ?? '', moderatorId: by?.id ?? '' };
  const block = (now: number) => blockSender(database, { ...of, now, until: now + hour });
  await ahead(service, () => block(service.clock.now));
  expect(await sendFromPeer(service, 'Cho tôi góp ý.')).toBe(202);
  await block(service.clock.now);
  expect(await sendFromPeer(service, 'Cho tôi góp ý nữa.')).toBe(429);
  await ahead(service, () => meetSender(database, 'demo', [of.sender], service.clock.now));
  expect(await sendFromPeer(service, 'Cho tôi góp ý nữa.')).toBe(202);
});

test('a code that was taken in the future does not lock its owner out', async () => {
  const service = await withLan();
  const code = async () => {
    const stored = await findSecondFactor(service.deps.database, 'Lan');
    const key = unseal(service.deps, 'Lan', stored?.sealedSecret ?? '');
    return key ? codeOf(key, Math.floor(service.clock.now / 30_000)) : '';
  };
  const post = async (path: string, fields: Record<string, string>) =>
    service.form(`/moderation/account/${path}`, fields, await sessionOf(service));
  await post('second-factor', { password });
  await post('second-factor/confirm', { code: await code() });
  const signInByCode = async () => (await signIn(service, { code: await code() })).status;
  expect(await ahead(service, signInByCode)).toBe(204);
  expect(await signInByCode()).toBe(204);
  expect(await signInByCode()).toBe(401);
});

test('the first page of a sign-in in the future leads to no second', async () => {
  const service = await withLan();
  const post = async (path: string, fields: Record<string, string>) =>
    service.form(`/moderation/account/${path}`, fields, await sessionOf(service));
  await post('second-factor', { password });
  const stored = await findSecondFactor(service.deps.database, 'Lan');
  const key = unseal(service.deps, 'Lan', stored?.sealedSecret ?? '') ?? new Uint8Array();
  const code = (away = 0) => codeOf(key, Math.floor(service.clock.now / 30_000) + away);
  await post('second-factor/confirm', { code: code() });
  const halfway = await ahead(service, async () => {
    const page = await (await service.form('/moderation/session', { name: 'Lan', password })).text();
    return /name="halfway" value="([^"]+)"/.exec(page)?.[1] ?? '';
  });
  expect(halfway).not.toBe('');
  const answer = await service.form('/moderation/session/code', { halfway, code: code(1) });
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
});

test('a retry gets the first answer, whichever way the clock went meanwhile', async () => {
  const service = await startService();
  const headers = { 'idempotency-key': 'k1' };
  const comment = await ahead(service, async () => ({ challenge: await service.solveChallenge() }));
  const first = await ahead(service, () => service.send(comment, { headers }));
  expect(first.status).toBe(202);
  expect((await service.send(comment, { headers })).body).toEqual(first.body);
});

test('comments sent around a jump back of an hour keep their order', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean', pace: 'off' });
  let passed = 0;
  service.deps.now = steadyClock(
    () => service.clock.now,
    () => passed,
  );
  const bodies = ['một', 'hai', 'ba', 'bốn'].map((word) => `Tôi xin góp ý kiến thứ ${word} cho bài viết.`);
  for (const [index, body] of bodies.entries()) {
    await service.send({ body, challenge: undefined });
    passed += 1000;
    service.clock.now += index === 1 ? -hour : 1000;
  }
  expect(await service.published()).toEqual(bodies);
});
