import { expect, test } from 'vitest';
import { listRuleOutcomes, readWaits } from '../../../src/store/queue/statistics.ts';
import { type Service, startService } from '../../support/service.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  return { service, moderator: await service.addModerator() };
}

async function send(service: Service, body: string, site = 'demo'): Promise<string> {
  return (await service.send({ body, challenge: undefined }, { site })).body.id;
}

const decide = (service: Service, who: Record<string, string>, action: string, id: string, version = 1) =>
  service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, who);

async function read(service: Service, who: Record<string, string>, query = ''): Promise<string> {
  const answer = await service.request(`/moderation/statistics${query}`, { headers: who });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The rows of the page's tables, as texts. */
function rows(page: string): string[][] {
  return [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]*>/g, '').trim(),
    ),
  );
}

test('an empty desk gets kind words and no chart', async () => {
  const { service, moderator } = await newService();
  const page = await read(service, moderator);
  expect(page).toContain('Chưa có bình luận nào trong khoảng này');
  expect(page).toContain('Chưa có bình luận nào được quyết định');
  expect(page).toContain('Chưa đủ quyết định');
  expect(page).not.toContain('class="chart"');
});

test('comments are counted on the day they were sent in Vietnam, by where they stand now', async () => {
  const { service, moderator } = await newService();
  service.clock.now = Date.UTC(2026, 1, 7, 16, 59);
  const first = await send(service, 'Gửi lúc gần nửa đêm ở Hà Nội');
  service.clock.now = Date.UTC(2026, 1, 7, 17, 1);
  await send(service, 'Gửi ngay sau nửa đêm ở Hà Nội');
  const second = await send(service, 'Một bình luận khác hẳn, cũng sau nửa đêm');
  await decide(service, moderator, 'publish', first);
  await decide(service, moderator, 'spam', second);
  const table = rows(await read(service, moderator, '?days=7'));
  expect(table.slice(0, 4)).toEqual([
    ['Ngày', 'Tổng', 'Đã đăng', 'Chờ duyệt', 'Từ chối', 'Spam', 'Đã rút lại'],
    ['8/2/2026', '2', '0', '1', '0', '1', '0'],
    ['7/2/2026', '1', '1', '0', '0', '0', '0'],
    ['6/2/2026', '0', '0', '0', '0', '0', '0'],
  ]);
});

test('what is older than the chosen days is not counted', async () => {
  const { service, moderator } = await newService();
  await send(service, 'Bình luận của mười ngày trước');
  service.clock.now += 10 * day;
  expect(await read(service, moderator, '?days=7')).toContain('Chưa có bình luận nào trong khoảng này');
  expect(await read(service, moderator, '?days=30')).toContain('Tổng cộng 1 bình luận');
});

test('a comment waits until it is decided for the first time', async () => {
  const { service, moderator } = await newService();
  const ids = [];
  for (const text of ['thứ nhất', 'thứ hai', 'thứ ba'])
    ids.push(await send(service, `Ý kiến ${text} của tôi`));
  const [first = '', second = '', third = ''] = ids;
  service.clock.now += 10 * minute;
  await decide(service, moderator, 'publish', first);
  service.clock.now += 10 * minute;
  await decide(service, moderator, 'reject', second);
  service.clock.now += 40 * minute;
  await decide(service, moderator, 'restore', first, 2);
  await decide(service, moderator, 'spam', third);
  service.clock.now += day;
  await decide(service, moderator, 'reject', first, 3);
  expect(await readWaits(service.deps.database, ['demo'])).toEqual({
    comments: 3,
    medianMs: 20 * minute,
    longMs: 60 * minute,
  });
  expect(await read(service, moderator)).toMatch(/20 phút<[\s\S]*1 giờ</);
});

test('a rule is measured by what moderators published of what it held, the worst first', async () => {
  const { service, moderator } = await newService();
  const held = async (body: string, action: string) =>
    decide(service, moderator, action, await send(service, body));
  await held('Thằng óc chó này nói gì vậy', 'reject');
  await held('Lũ óc chó viết bài', 'publish');
  await held('Xem bài ở https://bit.ly/abc nhé mọi người ơi', 'publish');
  const outcomes = await listRuleOutcomes(service.deps.database, ['demo']);
  expect(outcomes.find(({ rule }) => rule === 'profanity-vi')).toEqual({
    rule: 'profanity-vi',
    published: 1,
    decided: 2,
  });
  expect(outcomes[0]).toEqual({ rule: 'links', published: 1, decided: 1 });
  const page = await read(service, moderator);
  expect(page).toContain('Quy tắc có dưới 10 quyết định chỉ có trong bảng.');
  expect(rows(page).slice(-outcomes.length)[0]).toEqual(['Liên kết links', '1', '1', '100%']);
});

test('the chart names each rule with its share once enough was decided', async () => {
  const { service, moderator } = await newService();
  for (let count = 0; count < 10; count++) {
    const id = await send(service, `Lũ óc chó viết bài số ${'một hai ba bốn '.repeat(count + 1)}`);
    await decide(service, moderator, count < 3 ? 'publish' : 'reject', id);
  }
  expect(await read(service, moderator)).toMatch(
    /<title id="rules-title">[\s\S]*Tục tĩu, xúc phạm[\s\S]*30%/,
  );
});

test('the numbers are those of the sites that the moderator has, or of the one chosen', async () => {
  const { service, moderator } = await newService();
  await service.addSite('bao-2', { captcha: 'off', pace: 'off' });
  await send(service, 'Bình luận ở trang thứ nhất');
  await send(service, 'Bình luận ở trang thứ hai', 'bao-2');
  const lan = await service.addModerator('Hà', { sites: ['bao-2'] });
  expect(await read(service, moderator)).toContain('Tổng cộng 2 bình luận');
  expect(await read(service, moderator, '?site=demo')).toContain('Tổng cộng 1 bình luận');
  expect(await read(service, lan)).toContain('Tổng cộng 1 bình luận');
  const other = await service.request('/moderation/statistics?site=demo', { headers: lan });
  expect(other.status).toBe(404);
});

test('a period that is not offered is refused', async () => {
  const { service, moderator } = await newService();
  const answer = await service.request('/moderation/statistics?days=1000', { headers: moderator });
  expect(answer.status).toBe(422);
});

test('the page is in the language of the moderator', async () => {
  const { service, moderator } = await newService();
  await send(service, 'Bình luận đầu tiên hôm nay');
  await service.form('/moderation/language', { language: 'en' }, moderator);
  const page = await read(service, moderator);
  expect(page).toContain('<html lang="en">');
  expect(page).toMatch(/Comments per day over the last 30 days, by outcome[\s\S]*1 comment in all/);
});
