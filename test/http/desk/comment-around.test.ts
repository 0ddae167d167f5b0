import { expect, test } from 'vitest';
import { startService } from '../../support/service.ts';

async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', 'site-per-hour': 0, 'article-per-hour': 0 });
  const lan = await service.addModerator('Lan');
  const send = async (author: string, more: Record<string, unknown> = {}) => {
    service.clock.now += 1000;
    const { body } = await service.send({ author, body: `Ý kiến của ${author} về con đường.`, ...more });
    return String(body.id);
  };
  const decide = (action: string, id: string, version = 1) =>
    service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, lan);
  const page = async (path: string) =>
    (await service.request(path, { headers: { ...lan, accept: 'text/html' } })).text();
  return { send, decide, page };
}

/** Who is named in each list around the comment. */
function namedAround(page: string): string[][] {
  const lists = page.match(/<section class="block around">[\s\S]*?<\/section>/g) ?? [];
  return lists.map((list) => [...list.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, name]) => name ?? ''));
}

const steps = (page: string) =>
  [-1, 1].map(
    (by) => new RegExp(`href="/moderation/comments/([^?"]*)[^"]*" data-go="${by}"`).exec(page)?.[1],
  );

test('a comment stands in its conversation as readers see it, with what it answers in whatever state that is', async () => {
  const { send, decide, page } = await open();
  const first = await send('Mai');
  await decide('publish', first);
  const answers: string[] = [];
  for (const author of ['An', 'Bình', 'Chi']) answers.push(await send(author, { parentId: first }));
  const [an = ''] = answers;
  for (const id of answers) await decide('publish', id);
  const shown = await send('Dũng', { parentId: an });
  const hidden = await send('Ẩn Danh', { parentId: first });
  await decide('reject', hidden);
  for (const author of ['Giang', 'Hà', 'Khoa'])
    await decide('publish', await send(author, { parentId: first }));
  await decide('reject', an, 2);
  const text = await page(`/moderation/comments/${shown}`);
  expect(namedAround(text)).toEqual([
    ['Mai', 'An', 'Bình', 'Chi'],
    ['Giang', 'Hà'],
  ]);
  expect(text.match(/được trả lời/g)).toHaveLength(1);
  expect(namedAround(await page(`/moderation/comments/${first}`))).toEqual([['Bình', 'Chi']]);
});

test('one comes to the comments before and after, in the view that it was opened from', async () => {
  const { send, decide, page } = await open();
  const ids = [await send('Một'), await send('Hai'), await send('Ba')];
  const [one = '', two = '', three = ''] = ids;
  expect(steps(await page(`/moderation/comments/${two}`))).toEqual([one, three]);
  expect(steps(await page(`/moderation/comments/${one}?sort=newest`))).toEqual([two, undefined]);
  expect(steps(await page(`/moderation/comments/${two}?q=Hai`))).toEqual([undefined, undefined]);
  expect(steps(await page(`/moderation/comments/${two}?q=duong`))).toEqual([one, three]);
  await decide('publish', two);
  expect(await page(`/moderation/comments/${two}`)).not.toContain('data-go');
  expect(steps(await page(`/moderation/comments/${one}`))).toEqual([undefined, three]);
  expect(await page(`/moderation/comments/${one}?site=nobody`)).not.toContain('data-go');
});
