import { env } from 'cloudflare:test';
import type { RateLimit } from '@cloudflare/workers-types';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { build, type Database } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import worker from '../../src/worker.ts';
import { aboutFootball, teach } from '../support/lessons.ts';
import { startService } from '../support/service.ts';

const PUBLIC_URL = 'https://comments.test';
const told = { SECRET: 'a secret for tests, of 32 characters or more', LOG_LEVEL: 'silent', PUBLIC_URL };
const ASSETS = { fetch: async () => new Response(null, { status: 404 }) } as never;

async function subjects(database: Database): Promise<string[]> {
  const query = sql<{ subject: string }>`select subject from attempts order by subject`.compile(build);
  return (await database.query(query)).map(({ subject }) => subject);
}

test('the hourly clean-up erases what is over and leaves the rest', async () => {
  const { deps } = await startService();
  const hourMs = 3_600_000;
  for (const [subject, expiresAt] of [
    ['over', Date.now() - hourMs],
    ['lives', Date.now() + hourMs],
  ] as const)
    await deps.database.query(
      sql`insert into attempts (subject, window_start, count, expires_at)
        values (${subject}, ${0}, ${1}, ${expiresAt})`.compile(build),
    );
  await worker.scheduled({}, { DB: env.DB, ASSETS });
  expect(await subjects(deps.database)).toEqual(['lives']);
});

test('sites learn by the clock: every minute where much was decided, every hour where anything was', async () => {
  const { deps } = await startService();
  const bindings = { DB: env.DB, ASSETS, ...told };
  const made = build.selectFrom('site_models').select('lessons').where('site_id', '=', 'demo').compile();
  const lessons = aboutFootball(60);
  await teach(deps.database, 'demo', lessons.slice(0, 20));
  await worker.scheduled({ cron: '* * * * *' }, bindings);
  expect(await deps.database.query(made)).toEqual([]);
  await worker.scheduled({}, bindings);
  expect(await deps.database.query(made)).toEqual([{ lessons: 20 }]);
  await teach(deps.database, 'demo', lessons.slice(20), 20);
  await worker.scheduled({ cron: '* * * * *' }, bindings);
  expect(await deps.database.query(made)).toEqual([{ lessons: 60 }]);
});

test('it serves without the bindings of the platform that limit', async () => {
  await startService();
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const posted = new Request('https://comments.test/api/v1/sites/demo/challenges', { method: 'POST' });
  const answer = await worker.fetch(posted, { DB: env.DB, ASSETS, ...told }, {});
  expect([answer.status, log.mock.calls.flat()]).toEqual([
    201,
    [expect.stringContaining('https://comments.test/moderation/setup/')],
  ]);
});

test('nothing of a request names the service: until the settings do, each is refused, and the log says so once', async () => {
  const { deps } = await startService();
  const { PUBLIC_URL: _, ...nameless } = told;
  for (const [given, setting] of [
    [nameless, 'PUBLIC_URL'],
    [{ ...told, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ ...told, PUBLIC_URL: 'comments.test' }, 'PUBLIC_URL'],
    [{ ...told, SECRET: 'short' }, 'SECRET'],
    [{ PUBLIC_URL }, 'SECRET'],
  ] as const) {
    vi.resetModules();
    const log = vi.spyOn(console, 'log').mockReset().mockReturnValue();
    const { default: fresh } = await import('../../src/worker.ts');
    for (const address of ['http://evil.example/', 'https://comments.test/moderation']) {
      const answer = await fresh.fetch(new Request(address), { DB: env.DB, ASSETS, ...given }, {});
      expect([answer.status, await answer.text()]).toEqual([
        503,
        expect.stringMatching(new RegExp(`^${setting} .*\\n$`)),
      ]);
    }
    expect(log.mock.calls.flat()).toEqual([expect.stringContaining(setting)]);
  }
  const { origins } = (await findSite(deps.database, 'demo')) ?? {};
  expect(origins).not.toContain('http://evil.example');
});

test('the first request decides nothing: links, origins and cookies are those of PUBLIC_URL', async () => {
  const { deps } = await startService();
  vi.resetModules();
  const log = vi.spyOn(console, 'log').mockReset().mockReturnValue();
  const { default: fresh } = await import('../../src/worker.ts');
  await fresh.fetch(new Request('http://evil.example/'), { DB: env.DB, ASSETS, ...told }, {});
  expect(log.mock.calls.flat()).toEqual([expect.stringContaining('https://comments.test/moderation/setup/')]);
  const { origins } = (await findSite(deps.database, 'demo')) ?? {};
  expect(origins).toContain(PUBLIC_URL);
  expect(origins).not.toContain('http://evil.example');
});

/** As the platform's: so many, and no more. */
function limitOf(most: number): RateLimit['limit'] {
  let count = 0;
  return async () => {
    count += 1;
    return { success: count <= most };
  };
}

async function startLimited(posting: RateLimit['limit'], challenges: RateLimit['limit']) {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  const within = (limit: RateLimit['limit']) => async (key: string) => (await limit({ key })).success;
  const app = createApp({
    ...service.deps,
    limits: { posting: within(posting), challenges: within(challenges) },
  });
  const request = async (path: string, body: unknown) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const send = (body: string) =>
    request('/api/v1/sites/demo/comments', { article: { key: '/bai' }, author: 'Hòa', body });
  const like = async () => app.request('/api/v1/sites/demo/comments/x/like', { method: 'PUT' });
  return { service, send, like, open: () => request('/api/v1/sites/demo/challenges', {}) };
}

test('what the platform limits is told so, politely, and costs no challenge, no comment and no like', async () => {
  const { send, like, open } = await startLimited(limitOf(1), limitOf(0));
  expect((await send('Một ý kiến, xin cảm ơn.')).status).toBe(202);
  for (const refused of [await send('Một ý kiến khác, xin cảm ơn.'), await like(), await open()]) {
    const { title, detail }: Record<string, unknown> = await refused.json();
    expect([refused.status, refused.headers.get('retry-after'), title, detail]).toEqual([
      429,
      '60',
      'Quá nhanh',
      'Có quá nhiều yêu cầu từ mạng của bạn. Vui lòng đợi một phút rồi thử lại.',
    ]);
  }
});

test('a site without rate limits has none of the platform either, and a limit that fails lets pass', async () => {
  const failing = () => Promise.reject(new Error('not there'));
  const broken = await startLimited(failing, failing);
  expect([(await broken.send('Một ý kiến.')).status, (await broken.open()).status]).toEqual([202, 201]);
  const { service, send, open } = await startLimited(limitOf(0), limitOf(0));
  await service.setSite({ pace: 'off' });
  expect([(await send('Một ý kiến khác.')).status, (await open()).status]).toEqual([202, 201]);
});
