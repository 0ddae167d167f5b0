import { expect, test } from 'vitest';
import { type Answer, countRows, expectCalm, expectNone, json, openService } from './answers.ts';
import { notJson, otherJson, tooLarge, values, withMember } from './documents.ts';

const proof = {
  challenge: {
    signature: 'x',
    parameters: { algorithm: 'a', nonce: 'n', salt: 's', cost: 1, keyLength: 1, keyPrefix: '00' },
  },
  solution: { counter: 1, derivedKey: 'x', time: 0 },
};
const challenge = { id: 'x', proofOfWork: proof };
const comment = {
  article: { key: '/bai', title: 'Bài', url: 'https://bao.example/bai' },
  author: 'Hoa',
  email: 'hoa@example.com',
  body: 'Một ý kiến về bài này.',
  challenge,
};

/** A service with a comment that waits and one that was rejected, and every route that takes JSON. */
async function openRoutes() {
  const open = await openService({ moderation: 'hold-all' });
  const send = async () => JSON.parse((await open.post('/api/v1/sites/demo/comments', comment)).text);
  const [waiting, held] = [await send(), await send()];
  await open.post(
    '/api/v1/decisions',
    { action: 'reject', comments: [{ id: held.id, version: 1 }] },
    open.owner,
  );
  const decided = { action: 'spam', comments: [{ id: 'x', version: 1 }], reason: 'r', note: 'n' };
  const routes: readonly [method: string, path: string, usual: object][] = [
    ['POST', '/api/v1/sites/demo/comments', comment],
    ['POST', '/api/v1/sites/demo/challenges', { replaces: 'x' }],
    ['POST', `/api/v1/sites/demo/comments/${waiting.id}/reports`, { reason: 'spam', details: 'd' }],
    ['POST', `/api/v1/receipts/${held.receipt}/appeals`, { text: 'Xin xem lại.' }],
    ['POST', '/api/v1/session', { name: '', password: 'x', code: 'x' }],
    ['POST', '/api/v1/decisions', decided],
    ['POST', '/api/v1/claims', { article: '/khac', q: 'x', site: 'demo' }],
    ['PATCH', `/api/v1/comments/${waiting.id}`, { version: 99, author: 'Hoa', body: 'x' }],
  ];
  const send2 = (method: string, path: string, body: BodyInit, type = json) =>
    open.ask(path, { method, body, headers: { ...type, ...open.owner } });
  return { ...open, routes, send: send2 };
}

const same = { used_challenges: 0, claims: 0 };

test('what is not JSON is refused on every route, and stores nothing', async () => {
  const { service, routes, send } = await openRoutes();
  const before = await countRows(service);
  const wrong: unknown[] = [];
  const expectStatus = ({ status }: Answer, of: readonly number[], asked: unknown) => {
    if (!of.includes(status)) wrong.push([asked, status]);
  };
  for (const [method, path] of routes) {
    const mayBeEmpty = path.endsWith('/challenges');
    for (const body of notJson) {
      const none = mayBeEmpty && body === '';
      expectStatus(await send(method, path, body), none ? [201] : [400], [path, String(body).slice(0, 50)]);
    }
    for (const body of tooLarge) expectStatus(await send(method, path, body), [413], [path, body.length]);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'application/json5',
    ])
      expectStatus(await send(method, path, '{}', { 'content-type': type }), [415], [path, type]);
  }
  expectNone(wrong);
  expect({ ...(await countRows(service)), ...same }).toEqual({ ...before, ...same });
  expectCalm(service);
});

test('JSON of another shape is refused by name on every route, and stores nothing', async () => {
  const { service, routes, send } = await openRoutes();
  const before = await countRows(service);
  const wrong: unknown[] = [];
  for (const [method, path] of routes) {
    for (const body of otherJson) {
      const { status } = await send(method, path, body);
      const mayBeEmpty = /challenges|claims/.test(path) && status < 300;
      if (status !== 422 && !(mayBeEmpty && body.trim().startsWith('{')))
        wrong.push([path, body.slice(0, 60), status]);
    }
  }
  expectNone(wrong);
  expect({ ...(await countRows(service)), ...same }).toEqual({ ...before, ...same });
  expectCalm(service);
});

/** Every member of an object, as the way to it. */
function pathsOf(object: object): string[][] {
  return Object.entries(object).flatMap(([name, value]) => [
    [name],
    ...(typeof value === 'object' && value !== null ? pathsOf(value).map((path) => [name, ...path]) : []),
  ]);
}

test('any value for any member, given twice or beside what is known, is taken whole or refused by name', async () => {
  const { service, routes, send } = await openRoutes();
  const wrong: unknown[] = [];
  let sent = 0;
  for (const [method, path, usual] of routes) {
    for (const member of [...pathsOf(usual), ['unknown'], ['__proto__'], ['constructor']]) {
      for (const value of values) {
        const { status, fields } = await send(
          method,
          path,
          withMember({ ...usual, ...('challenge' in usual && { body: `Ý kiến ${sent++}` }) }, member, value),
        );
        const named =
          fields.length > 0 &&
          fields.every(
            (field) => field.split('.')[0] === member[0] || field === 'comments' || field === 'name',
          );
        if (status === 422 ? !named : ![201, 202, 200, 204, 400, 401, 404, 409].includes(status))
          wrong.push([path, member, value.slice(0, 40), status, fields]);
      }
    }
  }
  expectNone(wrong);
  expectCalm(service);
});

test('a proof of work as deep as a body may be is refused with a key as without one', async () => {
  const { service, ask } = await openService();
  for (const levels of [1, 2, 100, 10_000, 30_000]) {
    const value = '['.repeat(levels) + ']'.repeat(levels);
    const members = ['challenge', 'proofOfWork', 'challenge', 'parameters', 'data'];
    const headers = { ...json, 'idempotency-key': `key-${levels}` };
    const body = withMember(comment, members, value);
    const { status, fields } = await ask('/api/v1/sites/demo/comments', { method: 'POST', headers, body });
    expect([levels, status, fields]).toEqual([
      levels,
      422,
      ['challenge.proofOfWork.challenge.parameters.data'],
    ]);
  }
  expect((await countRows(service)).comments).toBe(0);
  expectCalm(service);
});

test('the mark in front of a text is none of it', async () => {
  const { service, ask } = await openService();
  const body = `\ufeff${JSON.stringify({ article: { key: '/bai' }, author: 'Hoa', body: 'Một ý kiến.' })}`;
  expect((await ask('/api/v1/sites/demo/comments', { method: 'POST', headers: json, body })).status).toBe(
    202,
  );
  expect(await service.published('/bai')).toEqual(['Một ý kiến.']);
});
