import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { canonicalKey } from '../../src/articles/key.ts';
import { formatNames } from '../../src/moving/formats/formats.ts';
import { leaveOuts } from '../../src/moving/found.ts';
import { relearn } from '../../src/screening/lessons.ts';
import { cleanUp } from '../../src/sites/retention.ts';
import { findArticle } from '../../src/store/articles/articles.ts';
import { build, type Database } from '../../src/store/database.ts';
import { dyingAfter } from '../support/dying.ts';
import { at, bring, disqusFile, faults, listRows, type Opened, openSite, pathOf } from './importing.ts';
import { samples } from './support.ts';

interface Expected {
  articles: { key: string; title: string | null; url: string | null }[];
  comments: { sourceId: string; author: string; createdAt: string; article: string }[];
}

/** As it is kept here: a key in its one form, and a name as it was typed. */
function expectedOf(name: string): Expected {
  const { articles, comments }: Expected = JSON.parse(readFileSync(pathOf(`${name}.expected.json`), 'utf8'));
  return {
    articles: articles.map((article) => ({ ...article, key: canonicalKey(article.key) })),
    comments: comments.map((comment) => ({
      ...comment,
      article: canonicalKey(comment.article),
      author: comment.author.replace('&amp;', '&'),
    })),
  };
}

async function keptIn(database: Database): Promise<Expected> {
  const articles = await database.query(
    sql<Expected['articles'][number]>`select key, nullif(title, '') as title, nullif(url, '') as url
      from articles order by key`.compile(build),
  );
  const comments = await database.query(
    sql<Expected['comments'][number]>`select source_id as "sourceId",
        (select source_id from imported_comments as above where above.comment_id = parent_id) as "parentSourceId",
        author, email, body, state, strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch') as "createdAt",
        (select key from articles where id = article_id) as article
      from comments join imported_comments on comment_id = comments.id order by created_at`.compile(build),
  );
  return { articles, comments };
}

const inTime = ({ comments, articles }: Expected): Expected => ({
  articles,
  comments: comments.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)),
});

test.each(samples)('what %s exported in %s is kept whole, and told so', async (format, file, name) => {
  const opened = await openSite();
  const told = await bring(opened, format, pathOf(file));
  const expected = inTime(expectedOf(name));
  expect(inTime(await keptIn(opened.database))).toEqual(expected);
  expect({ articles: told.articles, comments: told.comments }).toEqual(expected);
  expect(faults(opened.path)).toEqual([]);
});

const bai = [{ id: '1', link: 'https://bao.example/bai' }];

/** Who answers whom, by their ids in the source. */
async function answers({ database }: Opened): Promise<Record<string, string | null>> {
  const { comments } = await keptIn(database);
  return Object.fromEntries(
    comments.map((one) => [one.sourceId, (one as { parentSourceId?: string | null }).parentSourceId ?? null]),
  );
}

describe('a second time', () => {
  const posts = [
    { id: '1' },
    { id: '2', parent: '1' },
    { id: '3', parent: '2', deleted: true },
    { id: '4', parent: '3' },
  ];

  test('nothing is added, and no act is', async () => {
    const opened = await openSite();
    await bring(opened, 'disqus', disqusFile(bai, posts));
    const before = await listRows(opened.database);
    const again = await bring(opened, 'disqus', disqusFile(bai, posts), {}, at + 1000);
    expect(await listRows(opened.database)).toEqual(before);
    expect([again.act, again.counts.comments.added, again.counts.comments.alreadyHere]).toEqual([null, 0, 3]);
  });

  test('a longer export adds what is new, below what is here', async () => {
    const opened = await openSite();
    await bring(opened, 'disqus', disqusFile(bai, posts));
    const longer = [{ id: '9', parent: '8' }, ...posts, { id: '8', parent: '4' }];
    const again = await bring(opened, 'disqus', disqusFile(bai, longer));
    expect([again.counts.comments.added, again.counts.articles.new]).toEqual([2, 0]);
    expect(await answers(opened)).toEqual({ 1: null, 2: '1', 4: '2', 8: '4', 9: '8' });
    expect(faults(opened.path)).toEqual([]);
  });

  test('what is new answers a comment where that was moved to since', async () => {
    const opened = await openSite();
    await bring(opened, 'disqus', disqusFile(bai, posts));
    await opened.database.query(sql`update articles set key = '/moi' where key = '/bai'`.compile(build));
    await bring(opened, 'disqus', disqusFile(bai, [...posts, { id: '8', parent: '4' }]));
    const { comments, articles } = await keptIn(opened.database);
    expect(articles.map(({ key }) => key)).toEqual(['/moi']);
    expect(comments.length).toBe(4);
  });

  test('a dry run tells the same and writes nothing', async () => {
    const opened = await openSite();
    const before = await listRows(opened.database);
    const dry = await bring(opened, 'disqus', disqusFile(bai, posts), { dryRun: true });
    expect(await listRows(opened.database)).toEqual(before);
    const wet = await bring(opened, 'disqus', disqusFile(bai, posts));
    expect(dry).toEqual({ ...wet, act: null, dryRun: true });
  });
});

describe('killed at any write', () => {
  const threads = [...bai, { id: '2', link: 'https://bao.example/hai', closed: true }];
  const posts = Array.from({ length: 450 }, (_, index) => ({
    id: String(index + 1),
    thread: String(1 + (index % 2)),
    ...(index > 3 && { parent: String(index - 2 - (index % 2)) }),
  }));

  /** Rows without what is of a moment. */
  const lasting = async (database: Database) =>
    (await listRows(database)).map(({ kind, row }) =>
      kind === 'act'
        ? { kind, ...row, id: '' }
        : kind === 'imported'
          ? { kind, ...row, act: '' }
          : { kind, row },
    );

  test('and run again, it is as if it had not been', async () => {
    const file = disqusFile(threads, posts);
    const whole = await openSite();
    await bring(whole, 'disqus', file);
    const expected = await lasting(whole.database);
    let writes = 0;
    for (let last = -1; writes !== last; ) {
      last = writes;
      const opened = await openSite();
      const dying = dyingAfter(opened.database, writes);
      const alive = await bring({ ...opened, database: dying }, 'disqus', file).then(
        () => true,
        () => false,
      );
      await bring(opened, 'disqus', file);
      expect(await lasting(opened.database)).toEqual(expected);
      expect(faults(opened.path)).toEqual([]);
      if (!alive) writes += 1;
    }
    expect(writes).toBeGreaterThan(5);
  });
});

describe('the place of a comment', () => {
  const cases: [string, Parameters<typeof disqusFile>[1], Record<string, string | null>, object][] = [
    ['after its answer', [{ id: '2', parent: '1' }, { id: '1' }], { 1: null, 2: '1' }, { kept: 1 }],
    [
      'below several that are left out',
      [
        { id: '1' },
        { id: '2', parent: '1', deleted: true },
        { id: '3', parent: '2', message: '' },
        { id: '4', parent: '3' },
      ],
      { 1: null, 4: '1' },
      { kept: 1, liftedToAncestor: 1 },
    ],
    [
      'below none that is kept',
      [
        { id: '1', deleted: true },
        { id: '2', parent: '1' },
      ],
      { 2: null },
      { liftedToTop: 1 },
    ],
    ['below one that is not there', [{ id: '2', parent: '77' }], { 2: null }, { parentMissing: 1 }],
    [
      'below itself',
      [
        { id: '1', parent: '1' },
        { id: '2', parent: '1' },
      ],
      { 1: null, 2: '1' },
      { kept: 1, circles: 1 },
    ],
    [
      'in a circle, and below one',
      [
        { id: '1', parent: '2' },
        { id: '2', parent: '3' },
        { id: '3', parent: '4' },
        { id: '4', parent: '2' },
      ],
      { 1: '2', 2: null, 3: '4', 4: '2' },
      { kept: 3, circles: 1 },
    ],
    [
      'in a circle of those that are left out',
      [
        { id: '1', parent: '2', deleted: true },
        { id: '2', parent: '1', deleted: true },
        { id: '3', parent: '2' },
      ],
      { 3: null },
      { liftedToTop: 1 },
    ],
  ];
  const none = {
    kept: 0,
    liftedToAncestor: 0,
    liftedToTop: 0,
    parentMissing: 0,
    parentElsewhere: 0,
    circles: 0,
  };

  test.each(cases)('%s is found', async (_, posts, expected, counted) => {
    const opened = await openSite();
    const { counts } = await bring(opened, 'disqus', disqusFile(bai, posts));
    expect(await answers(opened)).toEqual(expected);
    expect(counts.replies).toEqual({ ...none, ...counted });
    expect(faults(opened.path)).toEqual([]);
  });

  test('is not in another article', async () => {
    const opened = await openSite();
    const threads = [...bai, { id: '2', link: 'https://bao.example/khac' }];
    const { counts } = await bring(
      opened,
      'disqus',
      disqusFile(threads, [{ id: '1' }, { id: '2', thread: '2', parent: '1' }]),
    );
    expect(await answers(opened)).toEqual({ 1: null, 2: null });
    expect(counts.replies.parentElsewhere).toBe(1);
  });
});

describe('two of one id', () => {
  test('are one where they are the same, and two where they are not', async () => {
    const opened = await openSite();
    const posts = [
      { id: '1' },
      { id: '1' },
      { id: '1', message: 'Khác' },
      { id: '1', message: 'Khác' },
      { id: '2', parent: '1' },
    ];
    const told = await bring(opened, 'disqus', disqusFile(bai, posts));
    expect(told.counts.leftOut).toEqual({ duplicate: 2 });
    expect(told.counts.oddities).toEqual({ 'same id': 1 });
    expect(told.counts.comments.added).toBe(3);
    expect((await bring(opened, 'disqus', disqusFile(bai, posts))).counts.comments.added).toBe(0);
  });
});

describe('an article', () => {
  const posts = [{ id: '1' }];
  const closed = [{ id: '1', link: 'https://bao.example/bai', closed: true }];
  const isOpen = async ({ database, site }: Opened) => {
    const article = await findArticle(database, site.id, '/bai');
    return article?.open === 1;
  };

  test('that was closed is closed', async () => {
    const opened = await openSite();
    await bring(opened, 'disqus', disqusFile(closed, posts));
    expect(await isOpen(opened)).toBe(false);
  });

  test('that has comments here already stays as it is', async () => {
    const opened = await openSite();
    await bring(opened, 'disqus', disqusFile(bai, posts));
    await bring(opened, 'disqus', disqusFile(closed, [...posts, { id: '2' }]));
    expect(await isOpen(opened)).toBe(true);
  });

  test('of several threads is called as the one with most comments, and is open where one is', async () => {
    const opened = await openSite();
    const threads = [
      { id: '1', link: 'http://www.bao.example/bai/?utm_source=x', title: 'Ít', closed: true },
      { id: '2', link: 'https://bao.example/bai', title: 'Nhiều' },
    ];
    const told = await bring(
      opened,
      'disqus',
      disqusFile(threads, [{ id: '1' }, { id: '2', thread: '2' }, { id: '3', thread: '2', parent: '1' }]),
    );
    expect(told.articles).toEqual([{ key: '/bai', title: 'Nhiều', url: 'https://bao.example/bai' }]);
    expect(await isOpen(opened)).toBe(true);
    expect(await answers(opened)).toEqual({ 1: null, 2: null, 3: '1' });
  });

  test('that only ?p= names is one of its own, also where the site does not go by it yet', async () => {
    const opened = await openSite({ 'article-query': [] });
    const threads = [
      { id: '1', link: 'https://bao.example/?p=4' },
      { id: '2', link: 'https://bao.example/?p=5&utm_source=x' },
    ];
    const told = await bring(opened, 'disqus', disqusFile(threads, [{ id: '1' }, { id: '2', thread: '2' }]));
    expect(told.articles.map(({ key }) => key)).toEqual(['/?p=4', '/?p=5']);
    expect(told.advice).toEqual([
      '2 articles are told apart by a parameter alone, as /?p=4: their pages find them after site set bao article-query p,page_id',
    ]);
  });
});

describe('the addresses of a file', () => {
  const threads = [
    { id: '1', link: 'https://cu.example/bai' },
    { id: '2', link: 'http://localhost:8080/bai-2' },
  ];
  const posts = [{ id: '1' }, { id: '2', thread: '2' }];
  const refusal = (opened: Opened, file: string, given = {}) =>
    bring(opened, 'disqus', file, given).then(
      () => 'none',
      (error: Error) => error.message,
    );

  test('of no origin of the site are refused, with what to say', async () => {
    const opened = await openSite();
    expect(await refusal(opened, disqusFile(threads, posts))).toBe(
      'the articles of the file are at cu.example (1), localhost:8080 (1), and not at bao.example: name each address that is its own, as --origin https://cu.example',
    );
  });

  test('of one publication are taken where the site has no origins', async () => {
    const opened = await openSite({ origins: [] });
    const { leftOut, hosts } = await bring(opened, 'disqus', disqusFile(threads, posts));
    expect(leftOut).toEqual([{ place: 'line 6', id: '2', reason: 'other host' }]);
    expect(hosts).toEqual({ 'cu.example': 1, 'localhost:8080': 1 });
  });

  test('of two publications are refused where the site has no origins', async () => {
    const opened = await openSite({ origins: [] });
    const two = [...threads.slice(0, 1), { id: '2', link: 'https://moi.example/bai' }];
    expect(await refusal(opened, disqusFile(two, posts))).toContain('site "bao" has no origins');
    expect((await listRows(opened.database)).filter(({ kind }) => kind === 'comment')).toEqual([]);
  });

  test('of an earlier host are taken where it is named', async () => {
    const opened = await openSite();
    const told = await bring(opened, 'disqus', disqusFile(threads, posts), {
      origins: ['http://cu.example'],
    });
    expect(told.articles.map(({ key }) => key)).toEqual(['/bai']);
  });
});

describe('what is kept of a reader', () => {
  const posts = [{ id: '1', email: 'an@vd.example' }];

  test('is no e-mail address of a comment that is older than the site keeps one', async () => {
    const opened = await openSite({ 'retention-days': 30 });
    const told = await bring(opened, 'disqus', disqusFile(bai, posts));
    expect(told.counts.emails).toEqual({ kept: 0, dropped: 1 });
    expect(told.comments.map(({ email }) => email)).toEqual([null]);
  });

  test('goes in its time, also where the site has erased up to later already', async () => {
    const opened = await openSite({ 'retention-days': 1 });
    const world = { database: opened.database, now: () => at };
    await cleanUp(world);
    await bring(
      { ...opened, site: { ...opened.site, 'retention-days': 3650 } },
      'disqus',
      disqusFile(bai, posts),
    );
    await cleanUp(world);
    const { comments } = await keptIn(opened.database);
    expect(comments).toMatchObject([{ email: null }]);
  });
});

test('spam is left out where that is asked for, and what answers it is lifted', async () => {
  const opened = await openSite();
  const posts = [
    { id: '1', spam: true },
    { id: '2', parent: '1' },
  ];
  const told = await bring(opened, 'disqus', disqusFile(bai, posts), { withoutSpam: true });
  expect([told.counts.leftOut, await answers(opened)]).toEqual([{ spam: 1 }, { 2: null }]);
});

test('the filter learns of an import only where that is asked for', async () => {
  const lessons = async (learn: boolean) => {
    const opened = await openSite();
    const posts = [{ id: '1' }, { id: '2', spam: true }];
    await bring(opened, 'disqus', disqusFile(bai, posts), { learn });
    await relearn({ ...opened, now: () => 0 }, opened.site);
    const rows = await opened.database.query(
      sql<{ lesson: string | null }>`select lesson from comments order by created_at`.compile(build),
    );
    return rows.map(({ lesson }) => lesson);
  };
  expect([await lessons(false), await lessons(true)]).toEqual([
    [null, null],
    ['publish', 'spam'],
  ]);
});

test('a time without its zone is refused with what to say', async () => {
  const opened = await openSite();
  const error = await bring(opened, 'wordpress', pathOf('wordpress.xml'), { zone: undefined }).catch(
    (one) => one,
  );
  expect(error.message).toBe(
    'line 10: "2024-03-01 10:00:00" does not say its zone: give that of the file by --zone, such as +07:00 or Asia/Ho_Chi_Minh',
  );
});

test('the guide names every system, every reason to leave a row out, and every option', () => {
  const guide = readFileSync(new URL('../../docs/moving-in.md', import.meta.url), 'utf8');
  const options = [
    '--origin',
    '--zone',
    '--without-spam',
    '--learn',
    '--encoding',
    '--report',
    '--source-site',
  ];
  const systems = formatNames.map((name) => `--from ${name}`);
  const reasons = leaveOuts.map((reason) => `\`${reason}\``);
  expect([...systems, ...reasons, ...options].filter((name) => !guide.includes(name))).toEqual([]);
});
