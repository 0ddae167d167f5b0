import { beforeAll, expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';
import { textOf } from '../../support/varied.ts';

const article = { key: '/tranh-luan' };
const many = 130;
let service: Service;
let beginning: string;
const answers: string[] = [];

beforeAll(async () => {
  service = await startService();
  await service.setSite({
    moderation: 'publish-clean',
    captcha: 'off',
    pace: 'off',
    'article-per-hour': 1000,
  });
  beginning = await say(0);
  for (let n = 1; n <= many; n += 1) answers.push(await say(n, beginning));
});

async function say(n: number, parentId?: string): Promise<string> {
  service.clock.now += 1000;
  const comment = { article, author: `Người thứ ${n}`, body: textOf(n), parentId };
  const sent = await service.json('POST', '/api/v1/sites/demo/comments', comment);
  expect(sent.body).toMatchObject({ state: 'published' });
  return sent.body.id;
}

const open = async (query: string) =>
  (await service.request(`/embed/demo?article=/tranh-luan${query}`)).text();

/** Which answers a page shows, by their numbers. */
const shown = (page: string) => answers.flatMap((id, at) => (page.includes(`id="c-${id}"`) ? [at] : []));

test('without scripts the links of a branch lead through all of it, never to what was there already', async () => {
  const last = answers.at(-1);
  for (const start of ['', `&comment=${answers[20]}`]) {
    let page = await open(start);
    const seen = new Set(shown(page));
    while (!page.includes(`id="c-${last}"`)) {
      const links = [...page.matchAll(/href="([^"]*)" data-do="branch"/g)].map(([, href = '']) => href);
      page = await (await service.request((links.at(-1) ?? '').replaceAll('&amp;', '&'))).text();
      const isNew = shown(page).some((at) => !seen.has(at));
      expect(isNew).toBe(true);
      for (const at of shown(page)) seen.add(at);
    }
    expect(seen.size).toBe(many);
  }
});

test('what is done about an answer far down in an open branch is shown with that answer', async () => {
  const [far] = answers.slice(110);
  const branch = `&branch=${beginning}`;
  expect(await open(`${branch}&parent=${far}`)).toContain('id="tra-loi"');
  expect(await open(`${branch}&report=${far}`)).toContain('id="bao-cao"');
  expect(await open(`${branch}&reported=${far}`)).toContain('id="da-bao"');
  expect(await open(`${branch}&liked=${far}`)).toContain(`value="${far}" aria-pressed="true"`);
});
