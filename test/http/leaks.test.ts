import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build, StorageFailure } from '../../src/store/database.ts';
import { canary, openPlanted } from '../nasty/canaries.ts';
import { addAccount, signIn } from '../support/accounts.ts';
import { publicUrl, type Service, startService } from '../support/service.ts';

/** Every route, with each id or word that a stranger might put into its address. */
function addressesOf({ app }: Service, ids: readonly string[]): [method: string, path: string][] {
  const routes = new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  );
  expect(routes.size).toBeGreaterThan(60);
  return [...routes].flatMap((route) => {
    const [method = '', path = ''] = route.split(' ');
    const inSite = path.replace(':site', 'demo').replace('{site}', 'demo');
    const named = /[:{](?!file)\w+}?/.test(inSite)
      ? ids.map((id) => inSite.replace(/[:{]\w+}?/, id))
      : [inSite];
    return named.map((one): [string, string] => [method, one.replace(/:file\{.*/, 'frame.js')]);
  });
}

const asked = (id: string) =>
  new URLSearchParams({
    article: `/${canary('pendingkey')}`,
    q: 'hoangyen',
    parent: id,
    sent: id,
    like: id,
    ids: id,
    since: '2026-01-01T00:00:00Z',
  });

test('no answer to a stranger, on any route, has a word of what is not public', async () => {
  const { service, hidden, shown, secrets } = await openPlanted();
  const ids = [...hidden.map(({ id }) => id), shown, `${hidden[0]?.id}.x`, 'x'];
  const found: unknown[] = [];
  const body = '{"article":{"key":"/khac"},"action":"publish"}';
  for (const [method, path] of addressesOf(service, ids)) {
    for (const accept of ['text/html', 'application/json']) {
      const type = path.startsWith('/api') ? 'application/json' : 'application/x-www-form-urlencoded';
      const headers = { accept, 'content-type': type, origin: publicUrl, 'x-test-peer': '198.51.100.9' };
      const payload = ['GET', 'HEAD'].includes(method)
        ? {}
        : { body: path.startsWith('/api') ? body : 'do=x&reason=x' };
      const address = `${path}?${asked(hidden[0]?.id ?? '')}`;
      const answer = await service.request(address, { method, headers, ...payload });
      const said = (await answer.text()) + JSON.stringify([...answer.headers]);
      const own = decodeURIComponent(address);
      found.push(
        ...secrets
          .filter((secret) => said.includes(secret) && !own.includes(secret))
          .map((secret) => [method, path, secret]),
      );
      if (answer.status >= 500) found.push([method, path, answer.status]);
    }
  }
  expect(found).toEqual([]);
  const logged = service.logged.join('\n');
  expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
});

test('what is public is told without what it was before, and to a moderator of elsewhere nothing is', async () => {
  const { service, owner, secrets, hidden } = await openPlanted();
  await service.addSite('khac');
  const states = ['pending', 'rejected', 'spam'].map((state) => `/api/v1/queue?state=${state}`);
  const own = await Promise.all(states.map((path) => service.json('GET', path, undefined, owner)));
  for (const where of ['pendingbody', 'rejectedauthor', 'spamtitle', 'note', 'reason', 'appeal', 'undonekey'])
    expect(JSON.stringify(own.map(({ body }) => body))).toContain(canary(where));
  const elsewhere = await service.addModerator('Minh Khác', { sites: ['khac'] });
  const paths = [
    '/moderation',
    '/moderation?state=spam&q=hoangyen',
    '/api/v1/queue?state=rejected',
    '/api/v1/decisions',
    '/moderation/log',
    '/moderation/log.csv',
    '/moderation/log.jsonl',
    '/api/v1/acts',
    '/moderation/decisions.csv',
    '/moderation/articles',
    '/moderation/statistics',
    '/moderation/filter',
    '/metrics',
    '/embed/demo?article=/bai',
    '/api/v1/sites/demo/comments?article=/bai',
    ...hidden.flatMap(({ id }) => [
      `/moderation/comments/${id}`,
      `/api/v1/queue?like=${id}`,
      `/moderation?decided=${id}`,
    ]),
  ];
  for (const path of paths) {
    const text = await (await service.request(path, { headers: elsewhere })).text();
    expect([path, secrets.filter((secret) => text.includes(secret))]).toEqual([path, []]);
  }
  expect(await service.published('/bai')).toEqual(['Tôi đồng ý.']);
});

test('a stranger is told the same of a comment that waits as of one that never was', async () => {
  const { service, hidden } = await openPlanted();
  const never = '0'.repeat(29);
  const tell = async (id: string) => {
    const said: unknown[] = [];
    const report = { reason: 'spam' };
    const asks: [string, RequestInit][] = [
      [`/embed/demo?article=/bai&parent=${id}`, {}],
      [`/embed/demo?article=/bai&sent=${id}`, {}],
      [`/embed/demo/comments/${id}/report`, {}],
      [`/receipts/${id}`, {}],
      [`/receipts/${id}.x`, {}],
      [`/api/v1/receipts/${id}`, {}],
      [`/api/v1/receipts/${id}`, { method: 'DELETE' }],
      [`/moderation/comments/${id}`, {}],
      [`/api/v1/claims/${id}`, { method: 'PUT' }],
      [`/api/v1/challenges/${id}/audio`, {}],
      [
        `/api/v1/sites/demo/comments/${id}/reports`,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) },
      ],
    ];
    for (const [path, init] of asks) {
      const answer = await service.request(path, init);
      const text = (await answer.text())
        .replaceAll(id, 'ID')
        .replace(/"requestId":"[^"]+"/, '')
        .replace(/name="key" value="\w+"/g, '');
      const headers = [...answer.headers]
        .filter(([name]) => name !== 'x-request-id')
        .map(([name, value]) => [name, value.replaceAll(id, 'ID')]);
      said.push([path.replaceAll(id, 'ID'), answer.status, text, headers]);
    }
    const answered = await service.send({ article: { key: '/bai' }, parentId: id, challenge: undefined });
    said.push(answered.status, answered.body.errors);
    return said;
  };
  const expected = await tell(never);
  for (const { id } of hidden) expect(await tell(id)).toEqual(expected);
});

test('an answer of any status repeats nothing of a request, and the log has nothing of it', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  await addAccount(service);
  const word = canary('typed');
  const post = (body: string, headers: Record<string, string> = {}) =>
    service.request(`/api/v1/sites/demo/comments?${word}=${word}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const comment = (more: object = {}) =>
    JSON.stringify({ article: { key: '/bai' }, author: word, body: `${word} hót`, ...more });
  const answers = [
    await post(`{"author":"${word}"`),
    await service.request(`/${encodeURIComponent(`${word} hót`)}`),
    await post(comment(), { 'content-type': `text/${'x'}` }),
    await post(comment({ body: word.repeat(9000) })),
    await post(comment({ email: word, [word]: word })),
    await post(comment(), { 'idempotency-key': 'k' }),
    await post(comment({ author: 'Khác' }), { 'idempotency-key': 'k' }),
    await service.request('/api/v1/queue', {
      headers: { authorization: `Bearer ${encodeURIComponent(word)}` },
    }),
  ];
  const wrong = await signIn(service, { password: word });
  const foreign = await signIn(service, { name: word }, { origin: 'https://evil.example' });
  for (let count = 0; count < 11; count++)
    answers.push(await post(comment({ body: `${word} ${count} lần` })));
  service.deps.settled = () => Promise.reject(new StorageFailure('disk full'));
  answers.push(await post(comment(), { 'x-test-peer': '198.51.100.1' }));
  service.deps.settled = async () => undefined;
  await service.deps.database.query(sql`drop table idempotency_keys`.compile(build));
  answers.push(
    await post(comment({ body: `${word} cuối` }), { 'x-test-peer': '198.51.100.2', 'idempotency-key': 'l' }),
  );
  const statuses = new Set([...answers.map(({ status }) => status), wrong.status, foreign.status]);
  expect([...statuses].sort()).toEqual([202, 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(
    [...texts, JSON.stringify([wrong.body, foreign.body]), ...service.logged].filter((text) =>
      text.includes(word),
    ),
  ).toEqual([]);
});
