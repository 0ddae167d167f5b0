import { expect, test } from 'vitest';
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
