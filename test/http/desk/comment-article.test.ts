import { expect, test } from 'vitest';
import { actsOf, open, page, undo } from './senders/support.ts';

async function opened() {
  const { service, lan, send, id } = await open();
  const choose = (body: object, who = lan) =>
    service.json('PATCH', `/api/v1/comments/${id}/article`, body, who);
  return { service, lan, send, id, choose };
}

test('a moderator closes the article of a comment to readers, once, and takes it back', async () => {
  const { service, lan, send, id, choose } = await opened();
  const closed = await choose({ open: false });
  expect([closed.status, closed.body]).toMatchObject([
    200,
    { key: '/bai-viet', open: false, moderation: 'publish-clean', count: 1, act: expect.any(String) },
  ]);
  expect((await choose({ open: false })).body.act).toBe(null);
  expect(await send()).toMatchObject({ status: 409 });
  service.clock.now += 1000;
  expect((await undo(service, lan, closed.body.act)).status).toBe(200);
  expect((await send()).state).toBe('published');
  expect(await actsOf(service, lan)).toEqual([
    { kind: 'article-set', comment: id, key: '/bai-viet', before: { open: true }, after: { open: false } },
    { kind: 'undo', of: 'article-set', comment: id, key: '/bai-viet' },
  ]);
});

test('an article is moderated in a way of its own, or as its site is', async () => {
  const { service, lan, send, choose } = await opened();
  const held = await choose({ moderation: 'hold-all' });
  expect([held.body.moderation, (await send()).state]).toEqual(['hold-all', 'pending']);
  await service.setSite({ moderation: 'hold-all' });
  await choose({ moderation: 'publish-clean' });
  expect((await send()).state).toBe('published');
  const back = await choose({ moderation: null });
  expect([back.body.moderation, (await send()).state]).toEqual(['hold-all', 'pending']);
  expect((await undo(service, lan, held.body.act)).status).toBe(409);
  expect((await undo(service, lan, back.body.act)).status).toBe(200);
  expect((await send()).state).toBe('published');
});

test('only who moderates its site chooses for an article', async () => {
  const { service, choose, send } = await opened();
  await service.addSite('khac');
  const minh = await service.addModerator('Minh', { sites: ['khac'] });
  expect([(await choose({ open: false }, minh)).status, (await send()).state]).toEqual([404, 'published']);
  expect((await choose({ moderation: 'nonsense' })).status).toBe(422);
});

test('at the desk an article is closed by a form that leads back to its comment', async () => {
  const { service, lan, send, id } = await opened();
  const form = { open: 'no', from: 'comment', back: 'state=published' };
  const closed = await service.form(`/moderation/comments/${id}/article`, form, lan);
  const location = closed.headers.get('location') ?? '';
  expect(location).toMatch(`/moderation/comments/${id}?state=published&act=`);
  expect(await page(service, lan, location)).toContain('đã thay đổi bài viết');
  expect(await send()).toMatchObject({ status: 409 });
  await service.form(`/moderation/comments/${id}/article`, { open: 'yes' }, lan);
  await service.form(`/moderation/comments/${id}/article`, { moderation: 'hold-all' }, lan);
  expect((await send()).state).toBe('pending');
  await service.form(`/moderation/comments/${id}/article`, { moderation: 'site' }, lan);
  expect((await send()).state).toBe('published');
});

test('what an owner says of an article, and what is closed in the list, are acts that are undone', async () => {
  const { service, lan, send } = await opened();
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const put = (body: object) =>
    service.json('PUT', '/api/v1/sites/demo/articles', { key: '/bai-viet', ...body }, owner);
  await put({ title: 'Tên mới' });
  await put({ title: 'Tên mới' });
  const list = await page(service, lan, '/moderation/articles');
  const [, article = ''] = /name="article" value="(\d+)"/.exec(list) ?? [];
  service.clock.now += 1000;
  await service.form('/moderation/articles', { article, open: 'no' }, lan);
  const acts = (await service.json('GET', '/api/v1/acts?group=articles', undefined, owner)).body.acts;
  expect(acts.map(({ kind, details }: { kind: string; details: object }) => [kind, details])).toEqual([
    ['article-set', { key: '/bai-viet', before: { open: true }, after: { open: false } }],
    ['article-set', { key: '/bai-viet', before: { title: '' }, after: { title: 'Tên mới' } }],
  ]);
  expect((await undo(service, lan, acts[0].id)).status).toBe(200);
  expect((await send()).state).toBe('published');
  expect((await undo(service, owner, acts[1].id)).status).toBe(200);
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai-viet');
  expect(body.article.title).toBe(null);
});
