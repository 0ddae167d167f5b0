import { expect, test } from 'vitest';
import { limits, limitsOfStranger, takeAttempts } from '../../src/moderators/attempts.ts';
import { nameOf, networksOf } from '../../src/world/networks.ts';
import { type Service, startService } from '../support/service.ts';

/** Each another /64: of one /56, of the /48 around that, and of somebody else. */
const inHousehold = (n: number) => `2001:db8:1:2${(n % 256).toString(16).padStart(2, '0')}::a`;
const inFirm = (n: number) => `2001:db8:1:${(3 + (n % 250)).toString(16)}00::a`;
const elsewhere = '2001:db8:2::a';

const from = (peer: string) => ({ 'x-test-peer': peer });

/** Without the bounds of article and site. */
async function startWide(): Promise<Service> {
  const service = await startService();
  await service.setSite({
    captcha: 'off',
    moderation: 'publish-clean',
    'article-per-hour': 0,
    'site-per-hour': 0,
  });
  return service;
}

async function comment(service: Service, peer: string, n = 0) {
  const sent = { body: `Xin cảm ơn bài viết số ${n} của tòa soạn.`, challenge: undefined };
  return service.send(sent, { headers: from(peer) });
}

type Ask = (peer: string, n: number) => Promise<boolean>;

/** What one sender may do so often at once, and how it is tried. */
const tried: [string, number, (service: Service) => Promise<Ask>][] = [
  ['comments', 20, async (service) => async (peer, n) => (await comment(service, peer, n)).status === 202],
  [
    'reports',
    10,
    async (service) => {
      const { id } = (await comment(service, elsewhere)).body;
      const path = `/api/v1/sites/demo/comments/${id}/reports`;
      return async (peer) =>
        (await service.json('POST', path, { reason: 'spam' }, from(peer))).status === 202;
    },
  ],
  [
    'wrong passwords',
    limits.address,
    async ({ deps }) =>
      async (peer, n) => {
        const address = nameOf(networksOf(peer), (network) => network);
        const attempt = takeAttempts(deps, limitsOfStranger(`Ai đó ${n}`, address));
        return attempt.then(
          () => true,
          () => false,
        );
      },
  ],
];

test.each(tried)(
  'of %s a /56 has four times what a sender has, and a /48 sixteen times',
  async (_, own, begin) => {
    const ask = await begin(await startWide());
    const countLet = async (peerOf: (n: number) => string, times: number, first: number) => {
      let through = 0;
      for (let n = first; n < first + times; n += 1) if (await ask(peerOf(n), n)) through += 1;
      return through;
    };
    expect(await countLet(inHousehold, 4 * own + 5, 0)).toBe(4 * own);
    expect(await countLet(inFirm, 12 * own + 5, 4 * own + 5)).toBe(12 * own);
    expect(await ask(elsewhere, 0)).toBe(true);
  },
);

test('captchas are asked for by a household four times as often as by a sender, and refusals cost nobody', async () => {
  const service = await startService();
  const ask = async (peer: string) =>
    (await service.json('POST', '/api/v1/sites/demo/challenges', undefined, from(peer))).status;
  for (let n = 0; n < 480; n += 1) expect(await ask(inHousehold(n))).toBe(201);
  for (let n = 0; n < 20; n += 1) expect(await ask(inHousehold(n))).toBe(429);
  expect(await ask(inFirm(0))).toBe(201);
});

test('who blocks an IPv6 sender blocks their /56, or their /48 where they say so', async () => {
  const service = await startWide();
  const lan = await service.addModerator('Lan');
  const [one, neighbour, colleague] = [
    await comment(service, inHousehold(1), 1),
    await comment(service, inHousehold(2), 2),
    await comment(service, inFirm(1), 3),
  ].map(({ body }) => body.id);
  const block = (id: string, fields: Record<string, string>) =>
    service.form(`/moderation/comments/${id}/block`, fields, lan);
  const taken = async () => {
    const peers = [inHousehold(3), inFirm(2), elsewhere];
    return Promise.all(peers.map(async (peer) => (await comment(service, peer, 4)).status === 202));
  };
  const shown = async (id: string) =>
    /Đang bị chặn đến/.test(
      await (await service.request(`/moderation/comments/${id}`, { headers: lan })).text(),
    );
  expect((await block(one, { hours: '24' })).status).toBe(303);
  expect(await taken()).toEqual([false, true, true]);
  expect([await shown(one), await shown(neighbour), await shown(colleague)]).toEqual([true, true, false]);
  await block(neighbour, { hours: '0' });
  expect(await taken()).toEqual([true, true, true]);
  await block(one, { hours: '24', wide: 'yes' });
  expect(await taken()).toEqual([false, false, true]);
  expect(await shown(colleague)).toBe(true);
});

test('a wider network is offered for a block only where there is one', async () => {
  const service = await startWide();
  const lan = await service.addModerator('Lan');
  const offered = async (peer: string) => {
    const { id } = (await comment(service, peer)).body;
    const page = await service.request(`/moderation/comments/${id}`, { headers: lan });
    return (await page.text()).includes('name="wide"');
  };
  expect([await offered(elsewhere), await offered('203.0.113.5')]).toEqual([true, false]);
});

test('a block of a network holds when its key is the former one, and nothing of it is an address', async () => {
  const service = await startWide();
  const lan = await service.addModerator('Lan');
  const { id } = (await comment(service, inHousehold(1))).body;
  service.clock.now += 29 * 86_400_000;
  await service.form(`/moderation/comments/${id}/block`, { hours: '720' }, lan);
  service.clock.now += 2 * 86_400_000;
  expect((await comment(service, inHousehold(9), 9)).status).toBe(429);
  const { comments } = (await service.json('GET', '/api/v1/queue?state=published', undefined, lan)).body;
  expect(comments[0].sender.id).toMatch(/^[\w-]{22}(\.[\w-]{22}){2}$/);
});
