import { sql } from 'kysely';
import { expect, test } from 'vitest';
import migration from '../../../db/migrations/0023_statistics.sql?raw';
import later from '../../../db/migrations/0042_counted_once.sql?raw';
import { build } from '../../../src/store/database.ts';
import { listRuleOutcomes } from '../../../src/store/statistics/rules.ts';
import { type Service, startService } from '../../support/service.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  return { service, moderator: await service.addModerator('Lan', { role: 'owner' }) };
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
  expect(page).toContain('Chưa có bình luận nào trong khoảng này. Khi bạn đọc');
  expect(page).toContain('để biết giờ nào đông');
  expect(page).toContain('Chưa có bình luận nào được xử lý');
  expect(page).toContain('Chưa có bài nào nhận bình luận');
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

const json = async (service: Service, who: Record<string, string>, query = '') =>
  (await service.json('GET', `/api/v1/statistics${query}`, undefined, who)).body;

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
  expect(await read(service, moderator)).toMatch(/20 phút<[\s\S]*95 trên 100 chờ không quá 1 giờ</);
  service.clock.now += day;
  await decide(service, moderator, 'reject', first, 3);
  expect((await json(service, moderator)).decided).toEqual({
    decided: 5,
    published: 1,
    rejected: 2,
    spam: 1,
    restored: 1,
    undone: 0,
    medianSeconds: 20 * 60,
    longSeconds: 60 * 60,
  });
});

test('what waits now is told by its number, its oldest, its middle, and how much waits too long', async () => {
  const { service, moderator } = await newService();
  const began = service.clock.now;
  for (const wait of [200, 90, 31, 30, 29, 1, 0]) {
    service.clock.now = began + (200 - wait) * minute;
    await send(service, `Ý kiến gửi trước đây ${wait} phút, chưa ai xem`);
  }
  expect((await json(service, moderator)).waiting).toEqual({
    comments: 7,
    over30Minutes: 3,
    oldestSeconds: 200 * 60,
    medianSeconds: 30 * 60,
  });
  expect(await read(service, moderator)).toMatch(/<dd>7<\/dd>\s*<dd class="hint">3 chờ quá 30 phút/);
});

test('what waits apart, and what was decided, waits no more', async () => {
  const { service, moderator } = await newService();
  const first = await send(service, 'Ý kiến gửi đầu tiên của tôi');
  service.clock.now += 5 * minute;
  const second = await send(service, 'Ý kiến gửi sau đó, khác hẳn');
  await decide(service, moderator, 'publish', first);
  await service.deps.database.query(
    sql`update comments set apart = 1 where id = ${await send(service, 'Ý kiến để riêng')}`.compile(build),
  );
  service.clock.now += 5 * minute;
  const waiting = async () => (await json(service, moderator)).waiting;
  const one = { over30Minutes: 0, oldestSeconds: 5 * 60, medianSeconds: 5 * 60 };
  expect(await waiting()).toEqual({ comments: 1, ...one });
  await decide(service, moderator, 'spam', second);
  const none = { comments: 0, over30Minutes: 0, oldestSeconds: null, medianSeconds: null };
  expect(await waiting()).toEqual(none);
});

test('arrivals and decisions are told by the hour of the day in Vietnam', async () => {
  const { service, moderator } = await newService();
  service.clock.now = Date.UTC(2026, 1, 7, 16, 59);
  const first = await send(service, 'Gửi lúc gần nửa đêm ở Hà Nội');
  service.clock.now = Date.UTC(2026, 1, 8, 2, 30);
  await decide(service, moderator, 'publish', first);
  await send(service, 'Gửi lúc chín giờ rưỡi sáng');
  const { hours } = await json(service, moderator);
  expect(hours).toHaveLength(24);
  expect(hours.filter((one: { arrived: number; decided: number }) => one.arrived + one.decided > 0)).toEqual([
    { hour: 9, arrived: 1, decided: 1 },
    { hour: 23, arrived: 1, decided: 0 },
  ]);
  const page = await read(service, moderator);
  expect(page).toContain('Đông nhất lúc 9 giờ: trung bình 0,5 bình luận.');
  expect(page).toContain('Thiếu người nhất lúc 23 giờ: 0,5 gửi đến, 0 được xử lý.');
});

test('an owner sees what each one decided, a moderator their own and the total', async () => {
  const { service, moderator: lan } = await newService();
  const mai = await service.addModerator('Mai');
  const [first, second, third] = [
    await send(service, 'Ý kiến thứ nhất'),
    await send(service, 'Ý kiến thứ nhì'),
    await send(service, 'Ý kiến thứ ba'),
  ];
  await decide(service, lan, 'publish', first);
  const { body } = await decide(service, mai, 'reject', second);
  await decide(service, mai, 'spam', third);
  await service.json('DELETE', `/api/v1/decisions/${body.id}`, undefined, lan);
  const figures = ({ moderators }: { moderators: Record<string, unknown>[] }) =>
    moderators.map(({ name, decided, undone }) => [name, decided, undone]);
  const seen = await json(service, lan);
  expect(figures(seen)).toEqual([
    ['Mai', 2, 1],
    ['Lan', 1, 0],
  ]);
  expect(figures(await json(service, mai))).toEqual([['Mai', 2, 1]]);
  expect((await json(service, mai)).decided).toEqual(seen.decided);
  expect(rows(await read(service, mai)).filter(([name]) => name === 'Lan')).toEqual([]);
  expect(rows(await read(service, lan))).toContainEqual(['Mai', '2', '0', '1', '1', '0', '1', '0 giây']);
});

test('taking back one’s own decision is not being undone by others', async () => {
  const { service, moderator } = await newService();
  const { body } = await decide(service, moderator, 'publish', await send(service, 'Ý kiến thứ nhất'));
  await service.json('DELETE', `/api/v1/decisions/${body.id}`, undefined, moderator);
  expect((await json(service, moderator)).moderators).toMatchObject([{ decided: 1, undone: 0 }]);
});

test('articles are told by their comments and where these stand, also after they were moved', async () => {
  const { service, moderator } = await newService();
  const write = async (key: string, body: string) =>
    (await service.send({ article: { key }, body, challenge: undefined })).body.id;
  await write('/a', 'Một ý kiến ở bài thứ nhất');
  const [first, second] = [await write('/b', 'Một ý kiến khác'), await write('/b', 'Thêm một ý kiến nữa')];
  await decide(service, moderator, 'publish', first);
  await decide(service, moderator, 'spam', second);
  const articles = async () => (await json(service, moderator)).articles;
  const usual = { site: 'demo', title: '' };
  expect(await articles()).toEqual([
    { ...usual, key: '/b', comments: 2, waiting: 0, published: 1, refused: 1 },
    { ...usual, key: '/a', comments: 1, waiting: 1, published: 0, refused: 0 },
  ]);
  const moves = { moves: [{ from: '/a', to: '/b' }] };
  expect((await service.json('POST', '/api/v1/sites/demo/articles/moves', moves, moderator)).status).toBe(
    200,
  );
  expect(await articles()).toEqual([
    { ...usual, key: '/b', comments: 3, waiting: 1, published: 1, refused: 1 },
  ]);
});

test('each part can be had as a table that computes nothing', async () => {
  const { service, moderator } = await newService();
  const mai = await service.addModerator('=Mai, "M"');
  const article = { key: '/a', title: 'Giá xăng, "nóng"' };
  const { body } = await service.send({ article, body: 'Một ý kiến ở bài này', challenge: undefined });
  await decide(service, mai, 'publish', body.id);
  const table = async (name: string, who = moderator) => {
    const answer = await service.request(`/moderation/statistics/${name}.csv?days=7&site=`, { headers: who });
    expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
      name,
      200,
      'text/csv; charset=utf-8',
    ]);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}-7.csv"`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return new TextDecoder().decode(bytes).split('\r\n');
  };
  expect(await table('moderators')).toEqual([
    'moderator,decided,published,rejected,spam,restored,undone,medianSeconds,longSeconds',
    `"'=Mai, ""M""",1,1,0,0,0,0,0,0`,
    '(tổng cộng),1,1,0,0,0,0,0,0',
    '',
  ]);
  const other = await service.addModerator('Hà');
  expect((await table('moderators', other)).slice(1)).toEqual(['(tổng cộng),1,1,0,0,0,0,0,0', '']);
  expect(await table('articles')).toEqual([
    'site,article,title,comments,waiting,published,refused',
    'demo,/a,"Giá xăng, ""nóng""",1,0,1,0',
    '',
  ]);
  expect((await table('days')).slice(-2)).toEqual(['2026-02-08,1,0,0,0,0', '']);
  expect((await table('hours'))[15]).toBe('14,1,1');
  expect(await table('waiting')).toEqual(['waiting,over30Minutes,oldestSeconds,medianSeconds', '0,0,,', '']);
  expect((await table('rules'))[0]).toBe('rule,decided,published');
});

test('what came before there were counts is counted with the rest', async () => {
  const { service, moderator } = await newService();
  const [first] = [await send(service, 'Ý kiến thứ nhất'), await send(service, 'Ý kiến thứ hai khác hẳn')];
  service.clock.now += 12 * minute;
  const { body } = await decide(service, moderator, 'publish', first);
  await service.json('DELETE', `/api/v1/decisions/${body.id}`, undefined, await service.addModerator('Mai'));
  const before = await json(service, moderator);
  for (const [, table = ''] of migration.matchAll(/^create table (\w+)/gm)) {
    await service.deps.database.query(sql`delete from ${sql.table(table)}`.compile(build));
    const filled = new RegExp(`^insert into ${table} [^;]*;`, 'm').exec(migration)?.[0] ?? '';
    await service.deps.database.query(sql.raw(filled).compile(build));
  }
  const byState = /^insert into hourly_counts [^;]*;/m.exec(later)?.[0] ?? '';
  await service.deps.database.query(sql.raw(byState).compile(build));
  expect(await json(service, moderator)).toEqual(before);
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
  expect(page).toContain('Lý do có dưới 10 quyết định chỉ có trong bảng.');
  expect(rows(page).slice(-outcomes.length)[0]).toEqual(['Có liên kết', '1', '1', '100%']);
});

test('the chart names each rule with its share once enough was decided', async () => {
  const { service, moderator } = await newService();
  for (let count = 0; count < 10; count++) {
    const id = await send(service, `Lũ óc chó viết bài số ${'một hai ba bốn '.repeat(count + 1)}`);
    await decide(service, moderator, count < 3 ? 'publish' : 'reject', id);
  }
  expect(await read(service, moderator)).toMatch(/<title id="rules-title">[\s\S]*Xúc phạm[\s\S]*30%/);
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
