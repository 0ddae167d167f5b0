import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../src/language/language.ts';
import { readHelp } from '../../../src/service/files.ts';
import { helpTopics } from '../../../src/web/help/topics.ts';
import { addAccount, sessionOf } from '../../support/accounts.ts';
import { type Service, startService } from '../../support/service.ts';

let service: Service;
let headers: { cookie: string };
/** The pages of the desk, each by the address of its own or of an example. */
let pages: string[];

const site = '/moderation/sites/demo';

/** What leads elsewhere, is downloaded, or is a part of a page; and help itself. */
const noPages =
  /\/(session|setup|help)\b|\.(atom|csv|jsonl)$|\/(panes|decisions|acts|at|account\/identity)$|\*/;

beforeAll(async () => {
  service = await startService({ help: readHelp });
  await addAccount(service, 'Lan', 'owner');
  headers = await sessionOf(service);
  await service.send();
  await service.form(
    `${site}/channels`,
    { kind: 'slack', url: 'https://hooks.example/', event: 'comment.held' },
    headers,
  );
  pages = await Promise.all(patterns().map(exampleOf));
});

/** Each route that shows a page of the desk. */
function patterns(): string[] {
  const shown = service.app.routes.filter(
    ({ method, path }) => method === 'GET' && /^\/moderation(\/|$)/.test(path) && !noPages.test(path),
  );
  return [...new Set(shown.map(({ path }) => path))];
}

async function exampleOf(pattern: string): Promise<string> {
  const comment = await firstLink('/moderation', /data-id="([^"]+)"/);
  const examples: Record<string, () => Promise<string>> = {
    '/moderation/comments/:id': async () => `/moderation/comments/${comment}`,
    '/moderation/senders/:id': () =>
      firstLink(`/moderation/comments/${comment}`, /href="(\/moderation\/senders\/[^"]+)"/),
    '/moderation/articles/:id': () =>
      firstLink('/moderation/articles', /href="(\/moderation\/articles\/\d+)"/),
    '/moderation/moderators/:id': async () => '/moderation/moderators/Lan',
    '/moderation/sites/:id/channels/:channel': () =>
      firstLink(`${site}/channels`, /href="(\/moderation\/sites\/demo\/channels\/[^"]+)"/),
  };
  return (
    (await examples[pattern.replace(/\{.*\}$/, '')]?.()) ??
    pattern.replace(/^\/moderation\/sites\/:\w+/, site)
  );
}

async function firstLink(path: string, pattern: RegExp): Promise<string> {
  return pattern.exec(await textOf(path))?.[1] ?? `nothing like ${pattern} at ${path}`;
}

async function textOf(path: string): Promise<string> {
  const answer = await service.request(path, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

describe.each(languages)('in %s', (language) => {
  beforeAll(() => service.form('/moderation/language', { language }, headers));

  test('"?" of every page of the desk leads to a page of the documentation, and to a heading of it', async () => {
    const found = new Set<string>();
    for (const path of pages) {
      const links = [
        ...(await textOf(path)).matchAll(/<a class="help" href="([^"]+)"[^>]*aria-label="([^"]+)"/g),
      ];
      expect([path, links.length]).toEqual([path, 1]);
      const [, address = '', name] = links[0] ?? [];
      expect(name).toBe({ vi: 'Trợ giúp về trang này', en: 'Help for this page' }[language]);
      const [page = '', heading] = address.split('#');
      const help = await textOf(page);
      expect([path, heading === undefined || help.includes(` id="${heading}">`)]).toEqual([path, true]);
      found.add(address);
    }
    expect(pages.length).toBeGreaterThanOrEqual(20);
    // Several topics may be told at one place, but each is some page's.
    expect(found.size).toBe(
      new Set(Object.values(helpTopics).map(({ page, ...more }) => JSON.stringify([page, more]))).size,
    );
  });

  test('no link of the documentation there is dead', async () => {
    const seen = new Set(['/moderation/help']);
    const dead: string[] = [];
    for (const path of seen) {
      const text = await textOf(path);
      const [, told = ''] = text.split('class="told-page"');
      for (const [, link = ''] of told.matchAll(/<a href="([^"]+)"/g)) {
        if (/^https:/.test(link)) continue;
        const [page = '', heading] = link.split('#');
        if (page) seen.add(page);
        const target = heading ? await textOf(page || path) : '';
        if (heading && !target.includes(` id="${heading}">`)) dead.push(`${path}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  });

  test('the pages are in this language where they are written in it', async () => {
    const help = await textOf('/moderation/help/moderating');
    expect(help).toContain({ vi: '<h1>Bàn duyệt</h1>', en: '<h1>The desk</h1>' }[language]);
    expect(help).not.toContain('<div class="told-page" lang');
  });
});

test.each(['nothing', '..%2F..%2Fmanifest', 'vi%2Ffilter', 'Filter'])('there is no page %s', async (name) => {
  expect((await service.request(`/moderation/help/${name}`, { headers })).status).toBe(404);
});

test('a page says nothing to a stranger', async () => {
  const answer = await service.request('/moderation/help/filter', { headers: { accept: 'text/html' } });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/session/new'),
  ]);
});
