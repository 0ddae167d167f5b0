import { beforeEach, expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';

let service: Service;
const origin = 'https://bao.example';

beforeEach(async () => {
  service = await startService();
  await service.setSite({ origins: [origin] });
});

const ask = (site: string, from: Record<string, string>) =>
  service.json('GET', `/api/v1/embedding?site=${encodeURIComponent(site)}`, undefined, from);

test.each([
  ['demo', { origin }, null, null],
  ['demo', {}, null, null],
  ['demo', { origin: 'https://khac.example' }, 'origin', 'https://khac.example'],
  ['demo', { origin: 'null' }, 'origin', 'null'],
  ['dmeo', { origin }, 'site', '"dmeo"'],
  ['', { origin }, 'site', 'data-site'],
])(
  'why the comments of "%s" do not come up on the page of %j is told to that page',
  async (site, from, reason, said) => {
    const { status, headers, body } = await ask(site, from);
    expect([status, headers.get('access-control-allow-origin'), body.reason]).toEqual([200, '*', reason]);
    if (said === null) expect(body.detail).toBeNull();
    else expect(body.detail).toContain(said);
  },
);

test('what to do is said in the language of who asks', async () => {
  expect((await ask('dmeo', { origin, 'accept-language': 'en' })).body.detail).toContain(
    'There is no site "dmeo"',
  );
  expect((await ask('dmeo', { origin })).body.detail).toContain('Không có trang báo "dmeo"');
});

test('only a frame that says that there is no such site may stand in any page', async () => {
  const framers = async (path: string) => {
    const { headers } = await service.request(path, { headers: { accept: 'text/html' } });
    return [
      headers.get('content-security-policy')?.replace(/.*frame-ancestors /, ''),
      headers.get('x-frame-options'),
    ];
  };
  expect(await framers('/embed/dmeo?article=/a')).toEqual(['*', null]);
  expect(await framers('/embed/demo?article=/a')).toEqual([`'self' ${origin}`, null]);
  expect(await framers('/embed/demo')).toEqual([`'self' ${origin}`, null]);
  for (const path of ['/moderation', '/receipts/x', '/api/v1/sites/dmeo/counts?article=/a'])
    expect(await framers(path)).toEqual(["'none'", 'DENY']);
});
