import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, startProcess, temporaryFolder } from '../support/process.ts';
import { startWorker } from '../support/worker-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const secret = 'a secret for tests, of 32 characters or more';

const seeded = temporaryFolder();
/** What is exported of it. */
let text: string;

beforeAll(async () => {
  const args = ['bench/seed/seed.ts', '--comments', '500', '--sites', '2', '--pending', '0.4'];
  const env = { ...process.env, DATA_DIR: seeded.path };
  await promisify(execFile)(process.execPath, args, { cwd: root, env });
  await addConversation(seeded.path);
  const { run } = onSqlite(seeded.path);
  for (const site of ['demo', 'bao-2']) await run(['site', 'set', site, 'retention-days', '3650']);
  text = await exported(run);
});
afterAll(seeded.remove);

/** What the seed does not: likes, some of them of readers who were let go, a pick, a badge and a consent. */
async function addConversation(directory: string): Promise<void> {
  const database = openDataDir(directory);
  for (const text of [
    `insert into likes (comment_id, site_id, sender, created_at)
      select shown.id, site_id, 'reader ' || value, created_at + value
      from (select * from comments where state = 'published' limit 20) as shown, json_each('[1, 2, 3]')`,
    `update likes set created_at = 0 where sender = 'reader 2'`,
    `delete from likes where created_at = 0`,
    `update comments set badge = 'guest', picked_at = created_at + 5, consent = '{"given":true, "at":5}'
      where likes > 0`,
  ])
    await database.query(sql`${sql.raw(text)}`.compile(build));
  await database.close();
}

/** Commands on a data folder of its own, or on the one given. */
function onSqlite(directory = newFolder()) {
  return {
    directory,
    run: (args: string[], input = '') =>
      runCommand(args, { env: { DATA_DIR: directory, SECRET: secret }, input }),
  };
}

async function exported(
  run: (args: string[]) => Promise<{ code: number | null; out: string }>,
): Promise<string> {
  const { code, out } = await run(['export']);
  expect(code).toBe(0);
  return out;
}

describe('beside a Worker that serves', () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;
  const onD1 = (args: string[], input = '') =>
    runCommand(['--d1', '--persist-to', worker.state, ...args], { env: { SECRET: secret }, input });
  beforeAll(async () => {
    worker = await startWorker();
  });
  afterAll(() => worker.stop());

  const queueOf = async (url: string, token: string) => {
    const asked = `${url}/api/v1/queue?state=pending&sort=risk&limit=100`;
    const answer = await fetch(asked, { headers: { authorization: `Bearer ${token.trim()}` } });
    return answer.json();
  };

  test('a site moves from SQLite to D1 and back, and is the same to the last byte', async () => {
    expect((await onD1(['import'], text)).code).toBe(0);
    const between = await exported(onD1);
    expect(between === text).toBe(true);

    const second = onSqlite();
    expect((await second.run(['import'], between)).code).toBe(0);
    expect((await exported(second.run)) === text).toBe(true);
    expect((await second.run(['check'])).code).toBe(0);

    const service = await startProcess({ DATA_DIR: second.directory, SECRET: secret });
    onTestFinished(() => service.stop());
    const [onNode, onWorker] = [
      await second.run(['moderator', 'token', 'Lan']),
      await onD1(['moderator', 'token', 'Lan']),
    ];
    const queue = await queueOf(worker.url, onWorker.out);
    expect(queue.comments.length).toBe(100);
    expect(queue).toEqual(await queueOf(service.url, onNode.out));
    const [article] = queue.comments.map((comment: { article: { key: string } }) => comment.article.key);
    const thread = `/api/v1/sites/${queue.comments[0].site}/comments?article=${encodeURIComponent(article)}`;
    const lists = await Promise.all(
      [worker.url, service.url].map(async (url) => (await fetch(url + thread)).json()),
    );
    expect(lists[0]).toEqual(lists[1]);
  });

  test('a command acts on what the Worker serves', async () => {
    const added = await onD1(['site', 'add', 'bao', '--name', 'Báo', '--origin', 'https://bao.example']);
    expect(added.code).toBe(0);
    await onD1(['moderator', 'add', 'Hoa', '--role', 'owner', '--site', 'bao'], 'mật khẩu của Hoa\n');
    const { out: token } = await onD1(['moderator', 'token', 'Hoa']);
    expect((await queueOf(worker.url, token)).counts.pending).toBe(0);

    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const challenge = await (await fetch(`${worker.url}/api/v1/sites/bao/challenges`, asked)).json();
    const { out: answer } = await onD1(['captcha', 'answer', challenge.id]);
    const comment = {
      article: { key: '/x' },
      author: 'Hòa',
      body: 'Bài viết rất hữu ích.',
      challenge: { id: challenge.id, answer: answer.trim() },
    };
    const sent = await fetch(`${worker.url}/api/v1/sites/bao/comments`, {
      ...asked,
      body: JSON.stringify(comment),
    });
    const { receipt } = await sent.json();
    const kept = JSON.parse((await onD1(['reader', 'export', '--receipt', receipt])).out);
    expect(kept.comments.map(({ body }: { body: string }) => body)).toEqual([comment.body]);

    const line = JSON.parse((await onD1(['export', '--format', 'jsonl', '--site', 'bao'])).out);
    expect(line).toMatchObject({
      article: '/x',
      author: 'Hòa',
      body: comment.body,
      state: 'pending',
    });
    const wxr = await onD1(['export', '--format', 'wxr', '--site', 'bao']);
    expect([wxr.code, wxr.out.includes(comment.body), wxr.out.endsWith('</rss>\n')]).toEqual([0, true, true]);
  });
});

describe('without a Worker', () => {
  test('a D1 database that has no tables is told in one line', async () => {
    const { code, out, err } = await runCommand(['site', 'list', '--d1', '--persist-to', newFolder()]);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: 'error: this D1 database has not the tables of this program (0001_comment_flow.sql): run npx wrangler d1 migrations apply DB --local\n',
    });
  });

  test('what makes no sense on D1 says what to use instead', async () => {
    for (const [args, instead] of [
      [['backup', 'copy.db'], 'wrangler d1 export'],
      [['restore', 'copy.db'], 'time-travel'],
      [['check'], 'import'],
      [['serve'], 'wrangler dev'],
    ] as const) {
      const { code, err } = await runCommand(['--d1', ...args]);
      expect([code, err.includes(instead), err.split('\n').length]).toEqual([1, true, 2]);
    }
  });
});

describe('a file', () => {
  const linesOf = () => text.trimEnd().split('\n');

  test('that was cut says so, and what it had is completed by another run', async () => {
    const lines = linesOf();
    const { run } = onSqlite();
    const cut = await run(['import'], `${lines.slice(0, 700).join('\n')}\n${lines[700]?.slice(0, 9)}`);
    expect([cut.code, cut.err]).toEqual([
      1,
      'error: line 701 was cut or altered, or the one before it is missing; what comes before line 701 is in\n',
    ]);
    const ended = await run(['import'], `${lines.slice(0, -1).join('\n')}\n`);
    expect(ended.err).toContain(
      `the file ends with line ${lines.length - 1}, before its last line: it was cut`,
    );
    expect((await run(['import'], text)).code).toBe(0);
    expect((await exported(run)) === text).toBe(true);
  });

  test('that was altered is refused at that line', async () => {
    const lines = linesOf();
    const refused = async (altered: readonly (string | undefined)[]) => {
      const { code, err } = await onSqlite().run(['import'], `${altered.join('\n')}\n`);
      return [code, /line \d+/.exec(err)?.[0]];
    };
    const word = lines.findIndex((line) => line.includes('"state":"pending"'));
    const published = lines[word]?.replace('"state":"pending"', '"state":"published"');
    expect(await refused(lines.with(word, published ?? ''))).toEqual([1, `line ${word + 1}`]);
    expect(await refused(lines.toSpliced(300, 1))).toEqual([1, 'line 301']);
    expect(await refused([...lines, lines.at(-1)])).toEqual([1, `line ${lines.length + 1}`]);
    expect(await refused(['{"some":"file"}'])).toEqual([1, 'line 1']);
  });
});
