import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

/** A service with one published comment. */
async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const { id } = (await service.send({ challenge: undefined })).body;
  const report = (given: unknown = { reason: 'insult' }, peer = '192.0.2.7', to = id, site = 'demo') =>
    service.json('POST', `/api/v1/sites/${site}/comments/${to}/reports`, given, { 'x-test-peer': peer });
  return { service, id, report, page: `/embed/demo/comments/${id}/report` };
}

const stored = ({ deps }: Service) =>
  deps.database.query(build.selectFrom('reports').select(['reason', 'details', 'settled_by']).compile());

const countOf = async ({ deps }: Service, id: string) => {
  const [row] = await deps.database.query(
    build.selectFrom('comments').select(['reports', 'state', 'version']).where('id', '=', id).compile(),
  );
  return row;
};

test('a reader reports a comment once, and nothing public changes', async () => {
  const { service, id, report } = await newService();
  const before = await service.published();
  const first = await report({ reason: 'false', details: ' \r\n  Số liệu này\r\nđã bị bác bỏ. ' });
  expect([first.status, first.body]).toEqual([202, { reported: true }]);
  const again = await report({ reason: 'spam' });
  expect([again.status, again.body]).toEqual([202, { reported: true }]);
  expect(await stored(service)).toEqual([
    { reason: 'false', details: '  Số liệu này\nđã bị bác bỏ.', settled_by: null },
  ]);
  await report({ reason: 'other' }, '192.0.2.8');
  expect(await countOf(service, id)).toEqual({ reports: 2, state: 'published', version: 1 });
  expect(await service.published()).toEqual(before);
});

test('only a published comment of the site can be reported', async () => {
  const { service, report } = await newService();
  await service.addSite('bao', { captcha: 'off', moderation: 'publish-clean' });
  const elsewhere = await service.send({ challenge: undefined }, { site: 'bao' });
  await service.setSite({ moderation: 'hold-all' });
  const waiting = await service.send({ challenge: undefined, body: 'Tôi cũng nghĩ vậy.' });
  for (const to of [elsewhere.body.id, waiting.body.id, 'x'.repeat(300), 'không-có']) {
    expect((await report(undefined, undefined, encodeURIComponent(to))).status).toBe(404);
    expect((await service.request(`/embed/demo/comments/${encodeURIComponent(to)}/report`)).status).toBe(404);
  }
  expect((await report(undefined, undefined, undefined, 'nowhere')).status).toBe(404);
  expect(await stored(service)).toEqual([]);
});

test('a report needs a reason that we know, and details that fit, as a person counts them', async () => {
  const { service, report } = await newService();
  const fields = async (given: unknown) => (await report(given)).body.errors;
  expect(await fields({ reason: 'dull' })).toMatchObject([{ field: 'reason' }]);
  expect(await fields({})).toMatchObject([{ field: 'reason' }]);
  expect(await fields({ reason: 'spam', details: 'x'.repeat(501) })).toEqual([
    { field: 'details', code: 'too-long', message: 'Không dài quá 500 ký tự.' },
  ]);
  expect(await stored(service)).toEqual([]);
  const details = `${'ế'.repeat(499)}😀`;
  expect((await report({ reason: 'spam', details: details.normalize('NFD') })).status).toBe(202);
  expect(await stored(service)).toEqual([{ reason: 'spam', details, settled_by: null }]);
});

test('one sender reports ten times a minute, and is told when to go on', async () => {
  const { service, id, report } = await newService();
  service.clock.now += 15_000;
  for (let count = 1; count <= 10; count += 1) expect((await report()).status).toBe(202);
  const refused = await report();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '45']);
  expect((await report(undefined, '192.0.2.8')).status).toBe(202);
  service.clock.now += 45_000;
  expect((await report()).status).toBe(202);
  expect(await countOf(service, id)).toMatchObject({ reports: 2 });
});

test('past twenty reports that nobody has settled, more are answered the same and not kept', async () => {
  const { service, id, report } = await newService();
  for (let peer = 1; peer <= 22; peer += 1) {
    const { status, body } = await report(undefined, `198.51.100.${peer}`);
    expect([status, body]).toEqual([202, { reported: true }]);
  }
  expect(await countOf(service, id)).toMatchObject({ reports: 20 });
  expect(await stored(service)).toHaveLength(20);
});

test('without JavaScript a comment is reported under it, and thanked for there', async () => {
  const { service, id, page } = await newService();
  const thread = await (await service.request('/embed/demo?article=/bai-viet&sort=oldest')).text();
  const link = /href="([^"]+report=[^"]+)"/.exec(thread)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(link).toBe(`/embed/demo?article=%2Fbai-viet&title=&url=&sort=oldest&report=${id}#bao-cao`);
  const form = await service.request(link);
  const asked = await form.text();
  expect(form.headers.get('content-security-policy')).toContain(
    "frame-ancestors 'self' http://comments.test",
  );
  expect([...asked.matchAll(/type="radio" name="reason" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
    'insult',
    'spam',
    'false',
    'private',
    'other',
  ]);
  expect(asked).toContain(`action="${page}#bao-cao"`);
  const fields = { article: '/bai-viet', sort: 'oldest', reason: 'private', details: 'Có số điện thoại.' };
  const sent = await service.form(page, fields);
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    `/embed/demo?article=%2Fbai-viet&title=&url=&sort=oldest&reported=${id}#c-${id}`,
  ]);
  const told = await (await service.request(sent.headers.get('location') ?? '')).text();
  expect(told).toMatch(new RegExp(`id="c-${id}"[\\s\\S]*Cảm ơn bạn đã báo cáo[\\s\\S]*</article>`));
  expect(await stored(service)).toEqual([
    { reason: 'private', details: 'Có số điện thoại.', settled_by: null },
  ]);
});

test('a report without a reason comes back with what was typed, and the mistake beside its field', async () => {
  const { service, page } = await newService();
  const refused = await service.form(page, { details: 'Xem <b>dòng 2</b>' });
  const text = await refused.text();
  expect(refused.status).toBe(422);
  expect(text).toContain('Vui lòng chọn một lý do.');
  expect(text).toContain('Xem &lt;b&gt;dòng 2&lt;/b&gt;</textarea>');
  const long = await (await service.form(page, { reason: 'spam', details: 'x'.repeat(501) })).text();
  expect(long).toMatch(/value="spam" required checked/);
  expect(long).toContain('Không dài quá 500 ký tự.');
});

test('an address of a report leads to the article as readers know it, in the language of the site', async () => {
  const { service } = await newService();
  await service.setSite({ language: 'en' });
  const article = { key: '/b', title: 'Bài "hai"', url: 'http://comments.test/b' };
  const { id } = (await service.send({ article, challenge: undefined, body: 'Ý kiến khác hẳn.' })).body;
  const page = await (await service.request(`/embed/demo/comments/${id}/report`)).text();
  expect(page).toContain('<html lang="en"');
  expect(page).toContain('What is wrong with this comment?');
  expect(page).toContain(
    `href="/embed/demo?article=%2Fb&amp;title=B%C3%A0i+%22hai%22&amp;url=http%3A%2F%2Fcomments.test%2Fb&amp;sort=liked#c-${id}"`,
  );
});

test('only the pages of the site may report from a browser', async () => {
  const { service, id } = await newService();
  await service.setSite({ origins: ['https://bao.example'] });
  const allowed = async (origin: string) =>
    (
      await service.request(`/api/v1/sites/demo/comments/${id}/reports`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    ).headers.get('access-control-allow-origin');
  expect([await allowed('https://bao.example'), await allowed('https://evil.example')]).toEqual([
    'https://bao.example',
    null,
  ]);
});
