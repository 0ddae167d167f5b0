import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { canonicalKey } from '../../src/articles/key.ts';
import { isVisible } from '../../src/language/visible.ts';
import { build } from '../../src/store/database.ts';
import { asStored, countRows, escaped, expectCalm, expectNone, type Open, openService } from './answers.ts';
import { everyText, mixtures, seed } from './dice.ts';
import { blanks } from './invisible.ts';
import { broken } from './strings.ts';
import { forms, pictures } from './unicode.ts';

let sent = 0;

/** A comment unlike the others, so that only what is put into it matters. */
function usual() {
  sent += 1;
  return { article: { key: `/bai-${sent}` }, author: 'Hoa', body: `Ý kiến thứ ${sent} về bài này.` };
}

interface Stored {
  key: string;
  title: string;
  url: string;
  author: string;
  email: string | null;
  body: string;
}

async function storedOf({ service }: Open, id: string): Promise<Stored | undefined> {
  const [row] = await service.deps.database.query(
    sql<Stored>`select key, coalesce(said.title, '') as title, coalesce(said.url, '') as url, author, email, body from comments
      join articles on articles.id = comments.article_id
      left join article_sayings as said on said.number = saying where comments.id = ${id}`.compile(build),
  );
  return row;
}

interface Field {
  /** What a refusal may name. */
  paths: readonly string[];
  body: (text: string) => object;
  /** What stands in the database, and what should. */
  stored: (row: Stored) => unknown;
  expected: (text: string) => unknown;
}

const oneLine = (text: string) => asStored(text.replace(/\s+/g, ' ').trim());
/** As the URL standard reads an address: blank ends and line breaks fall away. */
const asAddress = (text: string) => text.replace(/[\t\r\n]/g, '').trim();

const fields: readonly Field[] = [
  {
    paths: ['author'],
    body: (author) => ({ ...usual(), author }),
    stored: (row) => row.author,
    expected: oneLine,
  },
  { paths: ['body'], body: (body) => ({ ...usual(), body }), stored: (row) => row.body, expected: asStored },
  {
    paths: ['article.key', 'article.title', 'article.url'],
    body: (text) => ({ ...usual(), article: { key: text, title: text, url: `https://bao.example/${text}` } }),
    stored: ({ key, title, url }) => [key, title, url],
    expected: (text) => [
      canonicalKey(text),
      isVisible(text) ? text.normalize('NFC') : '',
      asAddress(`https://bao.example/${text}`),
    ],
  },
  {
    paths: ['article.url'],
    body: (url) => ({ ...usual(), article: { ...usual().article, url } }),
    stored: (row) => row.url,
    expected: asAddress,
  },
  {
    paths: ['email'],
    body: (email) => ({ ...usual(), email }),
    stored: (row) => row.email,
    expected: (text) => text || null,
  },
  {
    paths: ['email'],
    body: (text) => ({ ...usual(), email: `${text}@example.com` }),
    stored: (row) => row.email,
    expected: (text) => `${text}@example.com`,
  },
];

/** Sends it; what is wrong with what came of it, if anything is. */
async function faultOf(open: Open, field: Field, text: string): Promise<unknown[]> {
  const { paths, body, stored, expected } = field;
  const { status, fields: named, text: answer } = await open.post('/api/v1/sites/demo/comments', body(text));
  if (status === 422 && named.length > 0 && named.every((name) => paths.includes(name))) return [];
  if (status !== 202) return [{ paths, text, status, named }];
  const row = await storedOf(open, JSON.parse(answer).id);
  const is = row && stored(row);
  return isDeepStrictEqual(is, expected(text)) ? [] : [{ paths, text, is }];
}

test('each text in each field of a comment is taken whole, or refused whole and by name', async () => {
  const open = await openService();
  await open.service.setSite({ origins: [] });
  const before = await countRows(open.service);
  const wrong: unknown[] = [];
  for (const field of fields) {
    for (const text of everyText) wrong.push(...(await faultOf(open, field, text)));
  }
  for (const text of mixtures(seed, 150)) {
    for (const field of fields.slice(0, 2)) wrong.push(...(await faultOf(open, field, text)));
  }
  expectNone(wrong);
  const after = await countRows(open.service);
  const taken = open.service.logged.filter((line) => line.includes('"status":202')).length;
  expect(taken).toBeGreaterThan(everyText.length);
  expect(after.comments).toBe((before.comments ?? 0) + taken);
  expect({ ...after, articles: 0, comments: 0, findings: 0 }).toEqual({
    ...before,
    articles: 0,
    comments: 0,
    findings: 0,
  });
  expectCalm(open.service);
});

test('nobody is called nothing, and nothing that breaks is taken', async () => {
  const open = await openService();
  const answers = async (author: string) =>
    (await open.post('/api/v1/sites/demo/comments', { ...usual(), author })).status;
  for (const text of [...blanks, ...broken]) expect([text, await answers(text)]).toEqual([text, 422]);
  for (const text of [...blanks, ...broken]) {
    const { status, fields: named } = await open.post('/api/v1/sites/demo/comments', {
      ...usual(),
      body: text,
    });
    expect([text, status, [...new Set(named)]]).toEqual([text, 422, ['body']]);
  }
  expect((await countRows(open.service)).comments).toBe(0);
});

test('every script and every picture of the world may be written', async () => {
  const open = await openService();
  for (const text of [...forms, ...pictures]) {
    const body = `${usual().body} ${text}`;
    const { status } = await open.post('/api/v1/sites/demo/comments', { ...usual(), body });
    expect([body, status]).toEqual([body, 202]);
  }
});

test('the form of the frame takes what JSON takes, and gives back every word that it does not', async () => {
  const open = await openService();
  const wrong: unknown[] = [];
  for (const text of [...everyText, ...mixtures(seed, 50)].filter((one) => one.isWellFormed())) {
    const { author } = usual();
    const { status, text: page } = await open.form('/embed/demo', {
      article: `/bai-${sent}`,
      author,
      body: text,
    });
    const given = page.includes(`\n${escaped(text)}</textarea>`);
    if (status !== 303 && !(status === 422 && given && page.includes('id="body-mistake"'))) {
      wrong.push([text, status]);
    }
  }
  expectNone(wrong);
  const stored = await open.service.deps.database.query(
    sql<{ body: string }>`select body from comments`.compile(build),
  );
  const asked = new Set([...everyText, ...mixtures(seed, 50)].map(asStored));
  expect(stored.filter(({ body }) => !asked.has(body))).toEqual([]);
  expect(stored.length).toBeGreaterThan(everyText.length / 2);
  expectCalm(open.service);
});
