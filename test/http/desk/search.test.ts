import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { editComment } from '../../../src/comments/edit.ts';
import { indexAnew } from '../../../src/store/comments/earlier-words.ts';
import { build } from '../../../src/store/database.ts';
import { eraseComment } from '../../../src/store/erasure/erasure.ts';
import { startService } from '../../support/service.ts';

/** A desk, what is found there by its text, and how questions are answered. */
async function startDesk() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const lan = await service.addModerator('Lan');
  const send = async (body: string, more: Record<string, unknown> = {}) => {
    service.clock.now += 1000;
    return (await service.send({ body, challenge: undefined, ...more })).body as { id: string };
  };
  const ask = (query: Record<string, string>) =>
    service.json('GET', `/api/v1/queue?${new URLSearchParams(query)}`, undefined, lan);
  const found = async (q: string, more: Record<string, string> = {}): Promise<string[]> =>
    (await ask({ q, ...more })).body.comments.map(({ body }: { body: string }) => body);
  return { service, lan, send, ask, found };
}

const [up, down, oil, cheap] = [
  'Giá xăng lại tăng.',
  'Xăng giảm giá rồi.',
  'Giá dầu và giá xăng đều tăng.',
  'gia xang re qua',
];

async function startWithPrices() {
  const desk = await startDesk();
  for (const [body, author] of [
    [up, 'Trần Văn Tùng'],
    [down, 'Văn Trần'],
    [oil, 'Hoà Bình'],
    [cheap, 'Tung'],
  ] as const)
    await desk.send(body, { author });
  return desk;
}

test('phrases, what is left out, and names narrow what plain words find', async () => {
  const { found } = await startWithPrices();
  const all: [string, string[]][] = [
    ['giá xăng', [up, down, oil]],
    ['"giá xăng"', [up, oil]],
    ['"gia xang"', [up, oil, cheap]],
    ['“giá xăng” -dầu', [up]],
    ['giá -"giá xăng"', [down]],
    ['-dầu', [up, down, cheap]],
    ['-"giá xăng" -re', [down]],
    ['-không-có-đâu', [up, down, oil, cheap]],
    ['author:tùng', [up]],
    ['author:tung', [up, cheap]],
    ['author:"Trần Văn"', [up]],
    ['author:văn -author:tùng', [down]],
    ['tăng author:hòa', [oil]],
    ['author:xăng', []],
    ['xăng OR dầu', []],
    ['ꙮtùng', [up]],
  ];
  for (const [q, expected] of all) expect([q, await found(q)]).toEqual([q, expected]);
});

test('both ways to place a tone mark are one word, in what is asked and in what is there', async () => {
  const { found, send } = await startDesk();
  await send('Thúy ở xã hòa bình khỏe', { author: 'Ủy ban' });
  await send('Thuý ở xã hoà bình khoẻ', { author: 'Uỷ ban' });
  for (const q of ['thúy', 'thuý', '"hoà bình khỏe"', '"hòa bình khoẻ"', 'author:ủy', 'author:"uỷ ban"'])
    for (const form of ['NFC', 'NFD'] as const)
      expect([q, (await found(q.normalize(form))).length]).toEqual([q, 2]);
  expect(await found('-hòa')).toEqual([]);
  expect(await found('hóa')).toEqual([]);
});

test('titles are searched as texts are, and keys too, also before anything is published', async () => {
  const { service, lan, found, send } = await startDesk();
  const article = { key: '/tin/ha-noi-12', title: 'Huyện Đông Anh hòa mạng điện mới' };
  const { id } = await send('Tốt.', { article });
  await send('Ở bài khác, huyện Đông Anh.', { article: { key: '/khac', title: 'Chuyện khác' } });
  const ways = ['"huyện đông anh"', '"HUYEN dong anh"', 'hoà', '"ha noi 12"', 'điện'];
  for (const state of ['pending', 'published']) {
    for (const way of ways) expect([way, await found(`article:${way}`, { state })]).toEqual([way, ['Tốt.']]);
    expect(await found('article:huyện article:mạng', { state })).toEqual(['Tốt.']);
    expect(await found('article:chuyện article:điện', { state })).toEqual([]);
    if (state === 'published') break;
    expect(await found('-article:điện')).toEqual(['Ở bài khác, huyện Đông Anh.']);
    const decision = { action: 'publish', comments: [{ id, version: 1 }] };
    await service.json('POST', '/api/v1/decisions', decision, lan);
  }
});

test('what a title was that only an erased comment said is found no more', async () => {
  const { service, found, send } = await startDesk();
  const { id } = await send('Một.', { article: { key: '/a', title: 'Tên bí mật' } });
  await send('Hai.', { article: { key: '/a' } });
  expect(await found('article:"bí mật"')).toEqual(['Một.', 'Hai.']);
  await eraseComment(service.deps.database, id, { now: service.clock.now });
  expect(await found('article:"bí mật"')).toEqual([]);
});

test('rules and days are asked for in the same line as words', async () => {
  const { service, found, send } = await startDesk();
  const linked = 'Xem bit.ly/3abc nhé.';
  await send(linked);
  await send('Không có gì.');
  service.clock.now += 24 * 3_600_000;
  await send('Hôm sau.');
  expect(await found('rule:links')).toEqual([linked]);
  for (const name of ['LINKS', '"có liên kết"', '"Co lien ket"', '"Has a link"'])
    expect([name, await found(`rule:${name}`)]).toEqual([name, [linked]]);
  expect(await found('rule:links -nhé')).toEqual([]);
  expect(await found('-rule:links')).toEqual(['Không có gì.', 'Hôm sau.']);
  expect(await found('rule:no-such-rule')).toEqual([]);
  expect(await found('from:2026-02-09')).toEqual(['Hôm sau.']);
  expect(await found('to:9/2/2026')).toEqual([linked, 'Không có gì.']);
  expect(await found('from:2026-02-08 to:2026-02-10', { from: '2026-02-09' })).toEqual(['Hôm sau.']);
});

test('a search goes with every order, every tab and the next page', async () => {
  const { found, ask, send } = await startDesk();
  for (let count = 0; count < 7; count += 1)
    await send(`Ý kiến thứ ${count}`, { author: `Bạn ${count % 2}` });
  for (const sort of ['oldest', 'newest', 'risk'])
    for (const q of ['"ý kiến" -6', '-6', 'author:bạn -6', '-article:khác -6']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await ask({ q, sort, limit: '2', ...(cursor && { cursor }) });
        seen.push(...body.comments.map((one: { body: string }) => one.body));
        cursor = body.nextCursor ?? '';
      } while (cursor);
      expect([q, sort, seen.length, new Set(seen).size]).toEqual([q, sort, 6, 6]);
    }
  for (const state of ['published', 'rejected', 'spam', 'reported', 'appeals', 'apart'])
    expect(await found('-không', { state })).toEqual([]);
});

test('what matches a search is decided at once, and the next one is taken from it', async () => {
  const { service, lan, found } = await startWithPrices();
  const filter = { q: '"giá xăng" -dầu' };
  const next = await service.json('POST', '/api/v1/claims', filter, lan);
  expect((await service.json('GET', '/api/v1/queue', undefined, lan)).body.comments[0].id).toBe(next.body.id);
  const decision = { action: 'spam', filter, expected: 1 };
  expect((await service.json('POST', '/api/v1/decisions', decision, lan)).status).toBe(201);
  expect([await found('xăng'), await found('xăng', { state: 'spam' })]).toEqual([[down, oil], [up]]);
});

test('whatever is typed is answered, and what is too much is refused by its name', async () => {
  const { ask } = await startWithPrices();
  const pieces = [
    '"',
    '-',
    'author:',
    'article:',
    'rule:',
    'from:',
    'giá',
    '*',
    '(',
    '^',
    'NEAR(',
    ':',
    "'",
    '\\',
    ' ',
    '😀',
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let turn = 0; turn < 150; turn += 1) {
    const q = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]).join('');
    const sort = ['oldest', 'newest', 'risk'][turn % 3] ?? '';
    expect([q, (await ask({ q, sort })).status]).toEqual([q, 200]);
  }
  const many = await ask({ q: 'từ '.repeat(51) });
  expect([many.status, many.body.errors[0]]).toMatchObject([422, { field: 'q', code: 'too-many-words' }]);
  expect((await ask({ q: 'hòa '.repeat(50) })).status).toBe(200);
  expect((await ask({ q: `"${'hòa '.repeat(50)}" -"${'x'.repeat(50)}"` })).status).toBe(422);
  expect((await ask({ q: 'a'.repeat(301) })).body.errors[0].code).toBe('too-long');
});

test('comments of before are indexed anew, some at a time, the newest first, and nothing is lost meanwhile', async () => {
  const { service, lan, found, send } = await startDesk();
  const { database } = service.deps;
  const ids = [];
  for (let count = 0; count < 5; count += 1)
    ids.push((await send(`Hòa bình ${count}`, { author: 'Tùng' })).id);
  const older = (id: string, written: string, bare: string) => [
    sql`delete from comment_words where rowid = (select number from comments where id = ${id})`,
    sql`insert into comment_words (rowid, written, bare)
      select number, ${written}, ${bare} from comments where id = ${id}`,
  ];
  await database.batch(
    ids
      .flatMap((id, n) => older(id, `tùng hòa bình ${n}`, `tung hoa binh ${n}`))
      .map((query) => query.compile(build)),
  );
  await database.query(sql`update words_made_anew set left_until = 5`.compile(build));
  expect((await found('"hoà bình"')).length).toBe(5);
  expect(await found('author:tùng')).toEqual([]);
  expect(await indexAnew(database, 2)).toBe(true);
  expect(await found('author:tùng')).toEqual(['Hòa bình 3', 'Hòa bình 4']);
  const edit = { commentId: ids[1] ?? '', version: 1, author: 'Khác', body: 'Đã sửa' };
  const [moderator] = await database.query(sql<{ id: string }>`select id from moderators`.compile(build));
  await editComment(service.deps, { id: moderator?.id, access: 'desk', sites: ['demo'] } as never, edit);
  while (await indexAnew(database, 2));
  expect([(await found('author:tùng')).length, await found('author:khác')]).toEqual([4, ['Đã sửa']]);
  expect((await found('-bình')).length).toBe(1);
  expect(await indexAnew(database, 2)).toBe(false);
  expect(lan).toBeDefined();
});
