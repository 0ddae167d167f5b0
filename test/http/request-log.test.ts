import { expect, test } from 'vitest';
import { startService } from '../support/service.ts';

/** What the log says of one request. */
async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const { body: sent } = await service.send();
  const line = async (request: string, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = request.split(' ');
    service.logged.length = 0;
    await service.request(path, { method, headers });
    const lines = service.logged.map((text) => JSON.parse(text)).filter(({ event }) => event === 'request');
    expect([request, lines.length]).toEqual([request, 1]);
    return lines[0];
  };
  return { ...service, owner, receipt: String(sent.receipt), line };
}

test('a request is logged by the pattern of its route, whoever answers it', async () => {
  const { line, owner, receipt } = await open();
  const requests: readonly (readonly [request: string, route: string, status: number])[] = [
    ['GET /', '/', 200],
    ['GET /healthz', '/healthz', 200],
    ['HEAD /healthz', '/healthz', 200],
    ['GET /metrics', '/metrics', 200],
    ['GET /openapi.json', '/openapi.json', 200],
    ['GET /embed/demo?article=/bai', '/embed/:site', 200],
    // What is kept ready is another way to the same answer.
    ['GET /embed/demo?article=/bai', '/embed/:site', 200],
    ['GET /api/v1/sites/demo/comments?article=/bai', '/api/v1/sites/:site/comments', 200],
    ['GET /api/v1/sites/demo/comments?article=/bai', '/api/v1/sites/:site/comments', 200],
    ['POST /api/v1/sites/demo/comments', '/api/v1/sites/:site/comments', 422],
    ['OPTIONS /api/v1/sites/demo/comments', '/api/v1/sites/:site/*', 204],
    [`GET /receipts/${receipt}`, '/receipts/:receipt', 200],
    [`GET /api/v1/receipts/${receipt}`, '/api/v1/receipts/:receipt', 200],
    ['GET /api/v1/queue', '/api/v1/queue', 200],
    ['GET /moderation', '/moderation', 200],
    ['GET /moderation/sites/demo', '/moderation/sites/:id', 200],
    ['POST /moderation/sites/demo', '/moderation/sites/:id', 415],
  ];
  for (const [request, route, status] of requests)
    expect(await line(request, owner)).toMatchObject({ method: request.split(' ')[0], route, status });
  const refused = await line('GET /api/v1/queue', { authorization: 'Bearer wrong' });
  expect(refused).toMatchObject({ route: '/api/v1/queue', status: 401 });
  expect(Object.keys(await line('GET /healthz'))).not.toContain('path');
});

test('what was not found is logged with its place, and nothing in it that may be a secret or a word of a reader', async () => {
  const { line, receipt } = await open();
  const secret = 'cdbvrveg2cmvp8z88fgn6xy9fm';
  const places: readonly (readonly [path: string, route: string, place: string])[] = [
    ['/nowhere', 'unmatched', '/nowhere'],
    ['/wp-login.php?user=hoa', 'unmatched', '/wp-login.php'],
    ['/a/b/c/d/e', 'unmatched', '/a/b/c'],
    ['/embed/bao-khac', '/embed/:site', '/embed/bao-khac'],
    [`/embed/${'x'.repeat(30)}`, '/embed/:site', '/embed/…'],
    ['/api/v1/sites/bao/comments', '/api/v1/sites/:site/comments', '/api/v1/sites'],
    ['/api/v2/queue', 'unmatched', '/api/v2/queue'],
    [`/receipts/${receipt}x`, '/receipts/:receipt', '/receipts/:receipt'],
    ['/receipts/short', '/receipts/:receipt', '/receipts/:receipt'],
    [`/receipt/${receipt}`, 'unmatched', '/receipt/…'],
    [`/moderation/setup/${secret}`, '/moderation/setup/:secret', '/moderation/setup/:secret'],
    [`/${secret}`, 'unmatched', '/…'],
    ['/hoa@bao.example', 'unmatched', '/…'],
    ['/so/0912345678', 'unmatched', '/so/…'],
    ['/chim%20ho%C3%A0ng', 'unmatched', '/…'],
    ['/a%0d%0aX:y', 'unmatched', '/…'],
  ];
  for (const [path, route, place] of places)
    expect([path, await line(`GET ${path}`)]).toEqual([
      path,
      expect.objectContaining({ status: 404, route, path: place }),
    ]);
});

test('a request is logged with the site that it is about and the account that asks', async () => {
  const { line, owner } = await open();
  expect(await line('GET /embed/demo?article=/bai')).toMatchObject({ site: 'demo' });
  expect(await line('GET /embed/demo?article=/bai')).toMatchObject({ site: 'demo' });
  expect(await line('POST /api/v1/decisions', owner)).toMatchObject({ by: expect.any(String) });
  expect(Object.keys(await line('GET /healthz'))).not.toEqual(expect.arrayContaining(['site']));
});

test('no route has anything logged that is in an address, but what is harmless', async () => {
  const service = await startService();
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const secret = 'cdbvrveg2cmvp8z88fgn6xy9fm';
  const routes = service.app.routes.filter(({ path }) => path.includes(':'));
  for (const { method, path } of routes) {
    const filled = path
      .replace(/:site\b/, 'demo')
      .replace(/:\w+(\{[^}]*\})?/g, secret)
      .replace('*', secret);
    const asked = { method: method === 'ALL' ? 'GET' : method };
    for (const headers of [{}, owner])
      await service.request(`${filled}?token=${secret}`, { ...asked, headers });
  }
  const told = service.logged.filter((text) => text.includes(secret));
  expect([routes.length > 50, service.logged.length > 100, told]).toEqual([true, true, []]);
});
