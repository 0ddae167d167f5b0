import { expect, onTestFinished, test } from 'vitest';
import { sampleArticle } from '../../src/sites/samples/samples.ts';
import { demoArticle } from '../../src/web/demo-article.ts';
import { newFolder } from '../support/new-folder.ts';
import { startProcess } from '../support/process.ts';

async function start(env: Record<string, string>) {
  const service = await startProcess({ DEMO_COMMENTS: 'on', ...env });
  onTestFinished(() => service.stop());
  const get = async (path: string) => (await fetch(`${service.url}${path}`)).text();
  const listed = async () =>
    JSON.parse(await get(`/api/v1/sites/demo/comments?article=${sampleArticle.key}&sort=oldest`)).comments;
  const isToldOnPage = async () => (await get('/')).includes('demo clear');
  return { ...service, get, listed, isToldOnPage };
}

test('the first start puts samples under the demo article, which one command takes out for good', async () => {
  expect(demoArticle).toMatchObject(sampleArticle);
  const env = { DATA_DIR: newFolder() };
  const first = await start(env);
  const all = await first.listed();
  expect(all.map(({ author }: { author: string }) => author.includes('(mẫu)'))).toEqual(Array(7).fill(true));
  expect(all.filter(({ badge }: { badge: string }) => badge === 'newsroom')).toHaveLength(1);
  const frame = await first.get(`/embed/demo?article=${sampleArticle.key}`);
  expect([frame.match(/<article[^>]* id="c-sample-/g)?.length, await first.isToldOnPage()]).toEqual([
    7,
    true,
  ]);
  const acts = (await first.command(['act', 'list'])).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(acts[0]).toMatchObject({ kind: 'import', site: 'demo', details: { source: 'sample', comments: 7 } });
  expect(await first.command(['check'])).toMatchObject({ code: 0 });
  expect(await first.command(['demo', 'clear'])).toMatchObject({ code: 0, err: '' });
  expect([await first.listed(), await first.isToldOnPage()]).toEqual([[], false]);
  expect(await first.command(['demo', 'clear'])).toMatchObject({
    code: 1,
    err: 'error: there are no samples\n',
  });
  first.signal('SIGTERM');
  await first.ended;
  expect(await (await start(env)).listed()).toEqual([]);
});

test('what a reader answered to a sample stays when the samples go, and none come beside it', async () => {
  const env = { DATA_DIR: newFolder() };
  const { url, command, listed } = await start(env);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
  ] as const)
    await command(['site', 'set', 'demo', name, value]);
  const [first] = await listed();
  const article = { key: sampleArticle.key };
  const comment = { article, parentId: first.id, author: 'Hòa', body: 'Tôi cũng thấy như vậy.' };
  await fetch(`${url}/api/v1/sites/demo/comments`, {
    ...{ method: 'POST', body: JSON.stringify(comment), headers: { 'content-type': 'application/json' } },
  });
  expect(await command(['demo', 'clear'])).toMatchObject({ code: 0, err: '' });
  const left = JSON.stringify(await listed());
  expect([left.includes('Tôi cũng thấy như vậy.'), left.includes('(mẫu)')]).toEqual([true, false]);
  expect(await command(['check'])).toMatchObject({ code: 0 });
});

test('where somebody has an account, or it is not wanted, there are no samples', async () => {
  const env = { DATA_DIR: newFolder() };
  const service = await start({ ...env, DEMO_COMMENTS: 'off' });
  expect(await service.listed()).toEqual([]);
  await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], 'mật khẩu rất dài\n');
  service.signal('SIGTERM');
  await service.ended;
  expect(await (await start(env)).listed()).toEqual([]);
});
