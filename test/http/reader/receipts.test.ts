import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../src/sites/site.ts';
import { type Service, startService } from '../../support/service.ts';

const article = { key: '/bai-viet', title: 'Xe buýt miễn phí', url: 'https://bao.example/bai-viet?x=1#dau' };

async function startFollowing(settings: Partial<SiteSettings> = {}) {
  const service = await startService();
  const lan = await service.addModerator();
  await service.setSite({ captcha: 'off', pace: 'off', origins: ['https://bao.example'], ...settings });
  const { id, receipt } = (await service.send({ challenge: undefined, article })).body;
  const decide = (action: string, version: number, reason?: string) =>
    service.json('POST', '/api/v1/decisions', { action, reason, comments: [{ id, version }] }, lan);
  const appeal = () => service.json('POST', `/api/v1/receipts/${receipt}/appeals`, { text: 'Xin xem lại.' });
  return { service, id, receipt, decide, appeal, page: `/receipts/${receipt}` };
}

type Following = Awaited<ReturnType<typeof startFollowing>>;

const read = async (service: Service, path: string) => (await service.request(path)).text();

/** The steps as they are read, the one where the comment stands in brackets, good ones with + and bad ones with -. */
function stepsIn(page: string): string[] {
  const steps = page.matchAll(/<li( class="(?:good|bad)")?( aria-current="step")?><b>([^<]*)<\/b>/g);
  return [...steps].map(([, tone = '', current, label]) => {
    const said = `${{ good: '+', bad: '-' }[tone.slice(8, -1)] ?? ''}${label}`;
    return current ? `[${said}]` : said;
  });
}

const journeys: [string, (given: Following) => Promise<unknown>, string[]][] = [
  ['waits', async () => {}, ['+Đã nhận', '[Đang chờ người kiểm duyệt]', 'Đăng dưới bài viết']],
  [
    'is published',
    ({ decide }) => decide('publish', 1),
    ['+Đã nhận', '+Người kiểm duyệt đã đọc', '[+Đã đăng dưới bài viết]'],
  ],
  [
    'is rejected',
    ({ decide }) => decide('reject', 1, 'Lạc đề'),
    ['+Đã nhận', '+Người kiểm duyệt đã đọc', '[-Không được đăng]'],
  ],
  [
    'is taken for spam',
    ({ decide }) => decide('spam', 1),
    ['+Đã nhận', '+Người kiểm duyệt đã đọc', '[-Không được đăng]'],
  ],
  [
    'is appealed for',
    async ({ decide, appeal }) => {
      await decide('reject', 1);
      await appeal();
    },
    [
      '+Đã nhận',
      '-Chưa được đăng',
      '+Bạn đã yêu cầu xem lại',
      '[Đang chờ người kiểm duyệt đọc lại]',
      'Đăng dưới bài viết',
    ],
  ],
  [
    'is appealed for and rejected again',
    async ({ decide, appeal }) => {
      await decide('reject', 1);
      await appeal();
      await decide('reject', 3);
    },
    [
      '+Đã nhận',
      '-Chưa được đăng',
      '+Bạn đã yêu cầu xem lại',
      '+Người kiểm duyệt đã đọc lại',
      '[-Vẫn không được đăng]',
    ],
  ],
  [
    'is withdrawn',
    ({ service, receipt }) => service.json('DELETE', `/api/v1/receipts/${receipt}`),
    ['+Đã nhận', '[Bạn đã rút lại]'],
  ],
  [
    'is erased',
    ({ service, receipt }) => service.json('POST', `/api/v1/receipts/${receipt}/erasure`),
    ['+Đã nhận', '[Bạn đã xóa vĩnh viễn]'],
  ],
];

test.each(journeys)('the page of a comment that %s shows how it came there', async (_, go, steps) => {
  const given = await startFollowing();
  await go(given);
  expect(stepsIn(await read(given.service, given.page))).toEqual(steps);
});

test('what was published at once was read by no moderator, and its page does not say so', async () => {
  const { service, page } = await startFollowing({ moderation: 'publish-clean' });
  expect(stepsIn(await read(service, page))).toEqual([
    '+Đã nhận',
    '+Đã qua kiểm tra tự động',
    '[+Đã đăng dưới bài viết]',
  ]);
});

test('the reason and the time of a decision stand at its step', async () => {
  const { service, page, decide } = await startFollowing();
  service.clock.now += 60_000;
  await decide('reject', 1, 'Lạc đề <b>');
  const shown = await read(service, page);
  expect(shown).toContain('<p class="hint">Lý do: Lạc đề &lt;b&gt;</p>');
  expect(shown).toContain(
    '<b>Người kiểm duyệt đã đọc</b><p class="hint"><time datetime="2026-02-08T07:31:00.000Z">',
  );
});

const links = (page: string) =>
  [...page.matchAll(/<a [^>]*href="([^"]+)"[^>]*>/g)].map(([link, to]) => ({ link, to }));

test('a receipt leads back to the article of its site, and to the comment once that is published', async () => {
  const { service, id, page, decide } = await startFollowing();
  const before = links(await read(service, page)).map(({ to }) => to);
  expect(before).toContain('https://bao.example/bai-viet?x=1#dau');
  expect(before.join()).not.toContain('#binh-luan-');
  await decide('publish', 1);
  const after = await read(service, page);
  expect(links(after).map(({ to }) => to)).toContain(`https://bao.example/bai-viet?x=1#binh-luan-${id}`);
  expect(
    links(after).filter(({ to, link }) => !to?.startsWith('/api/') && !link?.includes('noreferrer')),
  ).toEqual([]);
});

test('where the article is on no page of the site, a receipt leads to the page of its comments', async () => {
  const { service, id, page, decide } = await startFollowing({ origins: ['https://khac.example'] });
  await decide('publish', 1);
  const leads = links(await read(service, page)).map(({ to }) => to);
  expect(leads).toContain('/embed/demo?article=%2Fbai-viet');
  expect(leads).toContain(`/embed/demo?article=%2Fbai-viet&amp;comment=${id}#c-${id}`);
  expect((await service.request(`/embed/demo?article=%2Fbai-viet&comment=${id}`)).status).toBe(200);
  expect(leads.join()).not.toContain('bao.example');
});

test('the page gives its own address to be kept, and a copy of what is kept, whatever became of the comment', async () => {
  for (const act of ['', 'withdraw', 'erasure']) {
    const { service, id, receipt, page } = await startFollowing();
    if (act) await service.form(`${page}/${act}`, {});
    const shown = await read(service, page);
    expect(shown).toContain(`<input id="address" value="http://comments.test/receipts/${receipt}" readonly`);
    expect(shown).toContain(`href="/api/v1/receipts/${receipt}/copy" download="binh-luan-${id}.json"`);
  }
});

test('no page of a receipt is to be found, or told of to others', async () => {
  const { service, page } = await startFollowing();
  for (const path of [page, `${page}/withdraw`, `${page}/erasure`]) {
    const answer = await service.request(path);
    expect([answer.headers.get('referrer-policy'), answer.headers.get('cache-control')]).toEqual([
      'same-origin',
      'no-store',
    ]);
    expect(await answer.text()).toContain('<meta name="robots" content="noindex">');
  }
});

test('what is erased already is not asked about again', async () => {
  const { service, page } = await startFollowing();
  await service.form(`${page}/erasure`, {});
  const asked = await service.request(`${page}/erasure`);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, page]);
});
