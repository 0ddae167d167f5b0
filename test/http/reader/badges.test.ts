import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build, type Database } from '../../../src/store/database.ts';
import { bring, openSite, pathOf } from '../../moving/importing.ts';
import { samples } from '../../moving/support.ts';
import { startService } from '../../support/service.ts';

const signs = ['✓', '✔️', '✅', '☑', '√', '★', '⭐', '🌟', '🛡️', '🔵', '🏅', '®', '™', '©'];

test.each(signs)('a name with %s, which looks like a badge, is not taken, and says why', async (sign) => {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  const { status, body } = await service.send({ author: `Báo Mới ${sign}`, challenge: undefined });
  expect([status, body.errors]).toEqual([
    422,
    [
      {
        field: 'author',
        code: 'badge',
        message: 'Tên không dùng được dấu tích, ngôi sao hay ký hiệu giống huy hiệu. Vui lòng bỏ ký hiệu đó.',
      },
    ],
  ]);
});

test('names in any script, with an emoji or a flower, are taken', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  for (const author of ['Hòa 🌸', 'Nguyễn-Văn_A.', 'Ольга', '李小龍', 'Mẹ Bi 😀', 'O’Brien (Hà Nội)'])
    expect([
      author,
      (await service.send({ author, body: `Cảm ơn, ${author}.`, challenge: undefined })).status,
    ]).toEqual([author, 202]);
});

test('a moderator’s name and the site’s are held where clean comments are published at once', async () => {
  const service = await startService();
  await service.setSite({
    captcha: 'off',
    moderation: 'publish-clean',
    name: 'Báo Mới',
    'reserved-names': ['Chị Thỏ'],
  });
  await service.addModerator('Trần Quốc Tuấn');
  const stateFor = async (author: string) => {
    const body = `Bài viết rất hữu ích, cảm ơn ${author}.`;
    return (await service.send({ author, body, challenge: undefined })).body.state;
  };
  expect(await stateFor('Thu Hà')).toBe('published');
  for (const author of ['Tran Quoc Tuan', 'BÁO MỚI', 'Chị Thỏ Bông', 'Tòa soạn'])
    expect([author, await stateFor(author)]).toEqual([author, 'pending']);
});

/** How many comments speak in another voice than a reader's, or stand above the others. */
async function countMarked(database: Database) {
  const query = sql<{ all: number; marked: number }>`select count(*) as "all",
    count(*) filter (where badge is not null or picked_at is not null) as marked from comments`;
  const [counted] = await database.query(query.compile(build));
  return counted;
}

const claims = {
  ...{
    badge: 'newsroom',
    pick: 'yes',
    picked: '1',
    picked_at: '1',
    pickedAt: '1',
    role: 'owner',
    moderator: 'Lan',
  },
};

test('no reader has a badge or a pick for the asking, by a program or by a form', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  await service.send(claims);
  const fields = { article: '/bai', author: 'Thu Hà', body: 'Bài viết rất hay, cảm ơn tác giả.', do: 'send' };
  expect((await service.form('/embed/demo', { ...fields, ...claims })).status).toBe(303);
  expect(await countMarked(service.deps.database)).toEqual({ all: 2, marked: 0 });
});

const elsewhere = samples.filter(([format]) => format !== 'jsonl');

test.each(elsewhere)('what %s exported in %s gives nobody a badge', async (format, file) => {
  const { database, site } = await openSite();
  await bring({ database, site }, format, pathOf(file));
  expect(await countMarked(database)).toEqual({ all: expect.any(Number), marked: 0 });
});

const looks = [
  'Báo Mới',
  'báo  mới',
  'BAO MOI',
  'B á o M ớ i',
  'Báo Mới Online',
  'Báo.Mới',
  'Ｂáo Ｍới',
  'Вáо Мớі',
];

test.each(looks)('the name “%s” is held where the newsroom speaks as “Báo Mới”', async (author) => {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean', 'newsroom-name': 'Báo Mới' });
  expect((await service.send({ author, challenge: undefined })).body.state).toBe('pending');
});
