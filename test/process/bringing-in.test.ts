import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalKey } from '../../src/articles/key.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand } from '../support/process.ts';
import { startWorker } from '../support/worker-process.ts';

const secret = 'a secret for tests, of 32 characters or more';
const sample = (name: string) => new URL(`../moving/samples/${name}`, import.meta.url).pathname;

/** A site with these settings, and commands on it. */
async function publication(run: (args: string[]) => ReturnType<typeof runCommand>, id: string) {
  await run(['site', 'add', id, '--name', 'Báo', '--origin', 'https://bao.example']);
  await run(['site', 'set', id, 'retention-days', '3650']);
  await run(['site', 'set', id, 'article-query', 'p']);
  return (format: string, name: string, ...more: string[]) => {
    const report = join(newFolder(), 'left-out.jsonl');
    return run(['import', '--from', format, sample(name), '--site', id, '--report', report, ...more]);
  };
}

function onSqlite() {
  const directory = newFolder();
  const env = { DATA_DIR: directory, SECRET: secret };
  return { directory, run: (args: string[]) => runCommand(args, { env }) };
}

interface Told {
  act: string | null;
  counts: { comments: { read: number; added: number }; leftOut: Record<string, number> };
  articles: { key: string }[];
  comments: { author: string; article: string; createdAt: string }[];
  leftOutFile: string;
}

/** What is expected of a sample, in the forms that it is kept in here. */
function expectedOf(name: string): Pick<Told, 'articles' | 'comments'> {
  const { articles, comments } = JSON.parse(readFileSync(sample(`${name}.expected.json`), 'utf8')) as Told;
  return {
    articles: articles.map((one) => ({ ...one, key: canonicalKey(one.key) })),
    comments: comments
      .map((one) => ({
        ...one,
        article: canonicalKey(one.article),
        author: one.author.replace('&amp;', '&'),
      }))
      .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)),
  };
}

const told = (out: string): Told => JSON.parse(out);
const shown = (out: string) => {
  const { articles, comments } = told(out);
  return { articles, comments };
};

test('every system exports something that one command brings in whole', async () => {
  const { run } = onSqlite();
  const files: [string, string, string][] = [
    ['disqus', 'disqus.xml', 'disqus'],
    ['wordpress', 'wordpress.xml', 'wordpress'],
    ['isso', 'isso.db', 'isso'],
    ['remark42', 'remark42.gz', 'remark42'],
    ['artalk', 'artalk.artrans', 'artalk'],
    ['waline', 'waline.json', 'waline'],
    ['twikoo', 'twikoo.json', 'twikoo'],
    ['commento', 'commento.json.gz', 'commento'],
    ['comentario', 'commento.json', 'commento'],
  ];
  const bring = await publication(run, 'bao');
  for (const [format, name, expected] of files) {
    const { code, out, err } = await bring(format, name, '--zone', '+07:00');
    // How far it is tells whatever takes longer than a second.
    const said = err.replace(/^\d+ of \d+ comments done\n/gm, '');
    expect([code, said, code === 0 && shown(out)]).toEqual([0, '', expectedOf(expected)]);
  }
  expect((await run(['check'])).code).toBe(0);
});

test('what is left out is told row by row, and a dry run writes none of it to the database', async () => {
  const { run } = onSqlite();
  const bring = await publication(run, 'bao');
  const before = (await run(['export'])).out;
  const dry = await bring('disqus', 'disqus.xml', '--dry-run');
  expect((await run(['export'])).out).toBe(before);
  const { counts, leftOutFile, act } = told(dry.out);
  expect([counts.comments.added, counts.leftOut, act]).toEqual([
    3,
    { deleted: 1, 'unknown article': 1 },
    null,
  ]);
  const rows = readFileSync(leftOutFile, 'utf8').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row))).toEqual([
    { place: 'line 8', id: '11', reason: 'deleted' },
    { place: 'line 21', id: '14', reason: 'unknown article' },
  ]);
});

test('what was brought in is undone by its act', async () => {
  const { run } = onSqlite();
  const bring = await publication(run, 'bao');
  const { act } = told((await bring('disqus', 'disqus.xml')).out);
  expect((await run(['act', 'undo', act ?? ''])).code).toBe(0);
  const kinds = (await run(['export'])).out.split('\n').filter((line) => line.includes('"kind":"comment"'));
  expect(kinds).toEqual([]);
  expect((await run(['check'])).code).toBe(0);
});

const refusals: [string, string[], RegExp][] = [
  ['no site', ['import', '--from', 'disqus', sample('disqus.xml')], /--site ID/],
  ['no file', ['import', '--from', 'disqus', '--site', 'demo'], /takes a FILE/],
  ['a file of nobody', ['import', sample('disqus.xml')], /needs --from/],
  ['a system that is not known', ['import', '--from', 'coral', 'x', '--site', 'demo'], /Allowed choices/],
  [
    'a site that is not there',
    ['import', '--from', 'disqus', sample('disqus.xml'), '--site', 'no'],
    /no site/,
  ],
  ['a file that is not there', ['import', '--from', 'disqus', '/nowhere', '--site', 'demo'], /"\/nowhere"/],
  ['another format', ['import', '--from', 'disqus', sample('waline.json'), '--site', 'demo'], /^error: /],
  [
    'pages of others',
    ['import', '--from', 'disqus', sample('disqus.xml'), '--site', 'demo'],
    /--origin https:/,
  ],
  [
    'a zone that is none',
    ['import', '--from', 'disqus', sample('disqus.xml'), '--site', 'demo', '--zone', 'VN'],
    /--zone must be/,
  ],
];

test('what makes no sense is refused in one line', async () => {
  const { run, directory } = onSqlite();
  await run(['site', 'add', 'demo', '--name', 'Báo', '--origin', 'https://khac.example']);
  const before = readdirSync(directory);
  for (const [what, args, said] of refusals) {
    const { code, out, err } = await run(args);
    expect([what, code, out, err.trim().split('\n').length]).toEqual([what, 1, '', 1]);
    expect(err).toMatch(said);
  }
  expect(readdirSync(directory)).toEqual(before);
});

describe('beside a Worker that serves', () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;
  beforeAll(async () => {
    worker = await startWorker();
  });
  afterAll(() => worker.stop());

  test('the same commands bring it in, once, and take it back', async () => {
    const env = { SECRET: secret };
    const run = (args: string[]) => runCommand(['--d1', '--persist-to', worker.state, ...args], { env });
    const bring = await publication(run, 'bao');
    const first = await bring('disqus', 'disqus.xml');
    expect([first.code, shown(first.out)]).toEqual([0, expectedOf('disqus')]);
    const second = await bring('wordpress', 'wordpress.xml', '--zone', 'Asia/Ho_Chi_Minh');
    expect([second.code, shown(second.out)]).toEqual([0, expectedOf('wordpress')]);
    expect(told((await bring('disqus', 'disqus.xml')).out).counts.comments.added).toBe(0);
    const thread = await fetch(`${worker.url}/api/v1/sites/bao/comments?article=/tin/mua`);
    const { article, comments } = await thread.json();
    expect([article.title, article.count, comments.length]).toEqual(['Mưa & nắng', 2, 2]);
    expect((await run(['act', 'undo', told(first.out).act ?? ''])).code).toBe(0);
    const left = await fetch(`${worker.url}/api/v1/sites/bao/comments?article=/?p=4`);
    expect((await left.json()).article.count).toBe(3);
  });
});
