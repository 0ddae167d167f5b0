import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { publicUrl, startService } from '../support/service.ts';

test('every answer carries the strict headers, whatever its status', async () => {
  const service = await startService();
  await service.setSite({ origins: ['https://bao.example'] });
  const paths = [
    '/',
    '/nowhere',
    '/embed/nowhere?article=/a',
    '/embed/demo?article=/a',
    '/moderation',
    '/docs',
  ];
  const ancestors: Record<string, string | undefined> = {};
  for (const path of paths) {
    const { headers } = await service.request(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    ancestors[path] = policy.split('frame-ancestors ')[1];
  }
  expect(ancestors).toEqual({
    '/': "'none'",
    '/nowhere': "'none'",
    // The sentence that there is no such site may stand in any page: its owner is to read it.
    '/embed/nowhere?article=/a': '*',
    '/embed/demo?article=/a': "'self' https://bao.example",
    '/moderation': "'none'",
    '/docs': "'none'",
  });
});

test('no page of ours carries a script or a style of its own', async () => {
  const service = await startService();
  for (const path of ['/', '/embed/demo?article=/a', '/moderation/session/new', '/docs', '/nowhere']) {
    const page = await (await service.request(path, { headers: { accept: 'text/html' } })).text();
    expect([path, page.match(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/gi)]).toEqual([
      path,
      null,
    ]);
  }
});

test('only the pages of the site may read its answers, and nobody those of the moderators', async () => {
  const service = await startService();
  await service.setSite({ origins: ['https://bao.example'] });
  const { receipt } = (await service.send()).body;
  const allowed = async (path: string, origin: string, method = 'GET') =>
    (
      await service.request(path, { method, headers: { origin, 'access-control-request-method': 'POST' } })
    ).headers.get('access-control-allow-origin');
  const open = ['/api/v1/sites/demo/comments?article=/a', `/api/v1/receipts/${receipt}`];
  for (const path of open) {
    for (const method of ['GET', 'OPTIONS']) {
      expect(await allowed(path, 'https://bao.example', method)).toBe('https://bao.example');
      expect(await allowed(path, 'https://evil.example', method)).toBeNull();
    }
  }
  expect(await allowed('/api/v1/sites/demo/comments', 'https://bao.example')).toBe('https://bao.example');
  for (const path of ['/api/v1/queue', '/api/v1/decisions', '/api/v1/session', '/moderation']) {
    expect(await allowed(path, publicUrl)).toBeNull();
    expect(await allowed(path, publicUrl, 'OPTIONS')).toBeNull();
  }
});

test('an e-mail address is shown to nobody, and an address is stored only as a keyed hash', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  await service.send({ email: 'hoa@example.com' }, { headers: { 'x-test-peer': '203.0.113.77' } });
  const { body } = await service.json('GET', '/api/v1/queue', undefined, lan);
  expect(JSON.stringify(body)).not.toContain('hoa@example.com');
  const rows = await service.deps.database.query(
    sql<{ sender: string }>`select * from comments`.compile(build),
  );
  expect(JSON.stringify(rows)).not.toContain('203.0.113');
  expect(rows[0]?.sender).toMatch(/^[\w-]{22}$/);
  expect(service.logged.join()).not.toMatch(/203\.0\.113|hoa@example/);
});

test('an unexpected error is logged whole and answered with a fixed sentence', async () => {
  const service = await startService();
  await service.deps.database.query(sql`drop view findings`.compile(build));
  const answer = await service.send({ body: 'Xem https://bit.ly/a nhé' });
  expect(answer.status).toBe(500);
  expect(answer.body).toEqual({
    type: 'about:blank',
    title: 'Có lỗi ngoài dự kiến',
    status: 500,
    detail: 'Lỗi này đã được ghi lại. Vui lòng thử lại sau.',
    requestId: answer.body.requestId,
  });
  const logged = service.logged.find((line) => line.includes('unexpected error')) ?? '';
  expect(logged).toContain(answer.body.requestId);
  expect(logged).toContain('no such table: findings');
  expect(logged).not.toContain('bit.ly');
});

test('one household with an IPv6 network is one sender', async () => {
  const service = await startService();
  const senders = async () => {
    const rows = await service.deps.database.query(
      sql<{ sender: string }>`select sender from comments`.compile(build),
    );
    return new Set(rows.map((row) => row.sender)).size;
  };
  for (const peer of ['2001:db8:1:2::a', '2001:db8:1:2:ffff::b']) {
    await service.send({ body: `Từ ${peer}` }, { headers: { 'x-test-peer': peer } });
  }
  expect(await senders()).toBe(1);
  await service.send({ body: 'Từ nơi khác' }, { headers: { 'x-test-peer': '2001:db8:1:3::a' } });
  expect(await senders()).toBe(2);
});
