import { expect, test } from 'vitest';
import { addIdentityKey, removeIdentityKey } from '../../src/readers/identity-keys.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { claimsAt, type Parts, plainComment, signed, vouching } from '../support/identity.ts';
import { type Service, startService } from '../support/service.ts';
import { badTokens } from './bad-tokens.ts';

const path = '/api/v1/sites/demo/comments';

function sendWith(service: Service, token: string, more = {}) {
  return service.json('POST', path, plainComment(more), { 'binh-luan-identity': token });
}

async function openSigning() {
  const service = await startService();
  await service.addSite('bao', { identity: 'offered' });
  const { secret } = await vouching(service);
  const removed = await addIdentityKey(service.deps, 'demo', byCommand);
  await removeIdentityKey(service.deps, 'demo', removed.id, byCommand);
  const foreign = await addIdentityKey(service.deps, 'bao', byCommand);
  const tokens = await badTokens({
    ...{ now: service.clock.now, secret },
    ...{ removed: removed.secret, foreign: foreign.secret },
  });
  return { service, secret, foreign: foreign.secret, tokens: Object.entries(tokens) };
}

test('whatever is no word of the site is refused: nothing of it is taken, and nothing says why to who tries', async () => {
  const { service, tokens } = await openSigning();
  expect(tokens.length).toBeGreaterThanOrEqual(90);
  const taken: string[] = [];
  const details = new Set<string>();
  for (const [what, token] of tokens) {
    const { status, body } = await sendWith(service, token);
    if (status !== 401 || body.type !== '/docs#identity' || body.errors) taken.push(`${what}: ${status}`);
    details.add(body.detail);
  }
  expect(taken).toEqual([]);
  expect([...details]).toEqual([
    'Phiên đăng nhập của bạn ở trang báo đã hết hạn, hoặc chưa xác nhận được. Bạn có thể đăng nhập lại, hoặc điền họ tên và gửi như bạn đọc chưa đăng nhập.',
  ]);
});

test('it is refused by every request that takes one, of whatever kind', async () => {
  const { service } = await openSigning();
  const wrong = { 'binh-luan-identity': 'sai' };
  const id = 'x'.repeat(26);
  const asked = [
    ['POST', '/api/v1/sites/demo/challenges', {}],
    ['PUT', `${path}/${id}/like`],
    ['DELETE', `${path}/${id}/like`],
    ['POST', `${path}/${id}/reports`, { reason: 'spam' }],
    ['GET', '/api/v1/sites/demo/own'],
    ['DELETE', `/api/v1/sites/demo/own/${id}`],
    ['POST', `/api/v1/sites/demo/own/${id}/erasure`],
  ] as const;
  for (const [method, address, body] of asked) {
    const answer = await service.json(method, address, body, wrong);
    expect([address, answer.status, answer.body.type]).toEqual([address, 401, '/docs#identity']);
    expect(answer.headers.get('www-authenticate')).toBe('Binh-Luan-Identity');
  }
});

test('what a site may say is taken, to the edge of each limit', async () => {
  const { service, secret } = await openSigning();
  await service.setSite({ pace: 'off' });
  const seconds = Math.floor(service.clock.now / 1000);
  const good: Record<string, Parts> = {
    'five minutes': {},
    'a whole hour': { exp: seconds + 3600 },
    'a clock that is a minute behind': { iat: seconds - 300, exp: seconds - 59 },
    'a clock that is a minute ahead': { iat: seconds + 60, exp: seconds + 600 },
    'parts of seconds': { iat: seconds + 0.5, exp: seconds + 300.5 },
    'one of several it is for': { aud: ['bao', 'demo'] },
    'the longest name of who it is': { sub: 'ứ'.repeat(255) },
    'the longest name': { name: 'Ư'.repeat(80) },
    'the badge of an author': { badge: 'author' },
    'the badge of a guest': { badge: 'guest' },
    'the badge that all have': { badge: 'verified' },
    'no badge, said so': { badge: null, email: '' },
    'an address': { email: 'quan@bao.example' },
    'more than we ask for': { jti: '1', iss: 'https://bao.example', role: 'admin' },
  };
  const refused: string[] = [];
  for (const [what, more] of Object.entries(good)) {
    const { status } = await sendWith(service, signed(secret, claimsAt(service.clock.now, more)), {
      body: `Ý kiến: ${what}.`,
    });
    if (status !== 202) refused.push(`${what}: ${status}`);
  }
  expect(refused).toEqual([]);
});

test('a key is changed without a gap: both are valid until the old one is removed, and that is at once', async () => {
  const service = await startService();
  await service.setSite({ identity: 'offered', pace: 'off' });
  const add = () => addIdentityKey(service.deps, 'demo', byCommand);
  const [old, next] = [await add(), await add()];
  const statusOf = async ({ secret }: { secret: string }, body: string) =>
    (await sendWith(service, signed(secret, claimsAt(service.clock.now)), { body })).status;
  expect([await statusOf(old, 'Một.'), await statusOf(next, 'Hai.')]).toEqual([202, 202]);
  await removeIdentityKey(service.deps, 'demo', old.id, byCommand);
  expect([await statusOf(old, 'Ba.'), await statusOf(next, 'Bốn.')]).toEqual([401, 202]);
});

test('a site has three keys at most, even where four are added at once', async () => {
  const service = await startService();
  const added = await Promise.allSettled(
    [1, 2, 3, 4].map(() => addIdentityKey(service.deps, 'demo', byCommand)),
  );
  expect(added.filter(({ status }) => status === 'fulfilled').length).toBe(3);
});

test('a token ends when its time is over, and one of another site is none where both have the same reader', async () => {
  const { service, foreign } = await openSigning();
  const { token } = await vouching(service);
  const early = token();
  service.clock.now += 361_000;
  expect((await sendWith(service, early)).status).toBe(401);
  const theirs = signed(foreign, claimsAt(service.clock.now, { aud: 'bao' }));
  expect((await sendWith(service, theirs)).status).toBe(401);
});

test('where identities are off, what comes for one is no word of the site', async () => {
  const service = await startService();
  const { as } = await vouching(service, { identity: 'off' });
  const { status, body } = await service.json('POST', path, plainComment(), as());
  expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ['author', 'challenge'],
  ]);
});
