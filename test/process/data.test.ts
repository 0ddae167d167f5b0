import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { siteSettings } from '../../src/sites/site.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { addSite } from '../../src/store/sites.ts';
import { actAt } from '../support/acts.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, startProcess } from '../support/process.ts';

/** A stopped installation that takes comments as fast as they come. */
async function newDataDir(): Promise<{ directory: string; run: ReturnType<typeof runIn> }> {
  const directory = join(newFolder(), 'data');
  const database = openDataDir(directory);
  const free = { captcha: 'off', pace: 'off', 'site-per-hour': 0, 'article-per-hour': 0 } as const;
  await addSite(database, { id: 'demo', ...siteSettings.parse({ name: 'Trước', ...free }) }, actAt(0));
  database.close();
  return { directory, run: runIn(directory) };
}

async function startService(directory: string) {
  const service = await startProcess({ DATA_DIR: directory });
  onTestFinished(() => service.stop());
  return service;
}

function runIn(directory: string) {
  return (...args: string[]) => runCommand(args, { env: { DATA_DIR: directory } });
}

/** Sends comments until it is told to stop; keeps the ids that were acknowledged. */
function keepPosting(url: string) {
  const acknowledged: string[] = [];
  let going = true;
  const writer = async (writerNumber: number) => {
    for (let count = 0; going; count += 1) {
      const words = `Ý kiến của tôi về đoạn thứ ${count} trong bài, người viết số ${writerNumber}.`;
      acknowledged.push(await post(url, words));
    }
  };
  const writers = Promise.all([1, 2, 3, 4].map(writer));
  return {
    acknowledged,
    async stop() {
      going = false;
      await writers;
    },
  };
}

async function post(url: string, body: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: '/a' }, author: 'Hòa', body }),
  });
  expect(answer.status).toBe(202);
  const { id }: { id: string } = JSON.parse(await answer.text());
  return id;
}

const query = (file: string, sql: string): unknown[] => {
  const connection = new SQLite(file, { readonly: true });
  try {
    return connection.prepare(sql).pluck().all();
  } finally {
    connection.close();
  }
};

/** One line on standard error, nothing on standard output. */
const refusal = (sentence: string) => ({ code: 1, out: '', err: `error: ${sentence}\n` });

test('a copy taken while comments come in has all that were acknowledged, on a fresh machine too', async () => {
  const folder = newFolder();
  const file = join(folder, 'copy.db');
  const { directory } = await newDataDir();
  const first = await startService(directory);
  const posting = keepPosting(first.url);
  await expect.poll(() => posting.acknowledged.length).toBeGreaterThan(100);
  const before = [...posting.acknowledged];
  const backedUp = await first.command(['backup', file]);
  const during = posting.acknowledged.length - before.length;
  const checked = await first.command(['check']);
  await posting.stop();

  const kept = query(file, 'select id from comments');
  expect([backedUp.code, backedUp.err, before.filter((id) => !kept.includes(id))]).toEqual([0, '', []]);
  expect(backedUp.out.split('\n')).toEqual([
    `${file}: ${statSync(file).size} bytes, ${kept.length} comments`,
    `the secret is not in it: keep ${directory}/secret too; receipts and second factors depend on it`,
    '',
  ]);
  expect([during > 0, statSync(file).mode & 0o777, readdirSync(folder)]).toEqual([true, 0o600, ['copy.db']]);
  expect([checked.code, checked.err, checked.out.match(/^ok: /gm)?.length]).toEqual([0, '', 19]);

  const fresh = join(folder, 'fresh');
  const put = await runIn(fresh)('restore', file);
  expect([put.code, put.err, put.out.split('\n').length]).toEqual([0, '', 3]);
  expect(put.out).toContain(`put the secret of the backup into ${fresh}/secret`);
  writeFileSync(join(fresh, 'secret'), readFileSync(join(directory, 'secret')), { mode: 0o600 });
  const second = await startService(fresh);
  expect(query(join(fresh, 'binh-luan.db'), 'select id from comments')).toEqual(kept);
  expect(await second.command(['check'])).toMatchObject({ code: 0, err: '' });
  await post(second.url, 'Một bình luận mới sau khi khôi phục.');
});

test('what cannot be done is one line on standard error', async () => {
  const directory = join(newFolder(), 'none');
  const run = runIn(directory);
  const missing = refusal(`there is no database in "${directory}" (DATA_DIR)`);
  expect(
    await Promise.all([run('backup', join(directory, 'copy.db')), run('check'), run('restore', 'README.md')]),
  ).toEqual([missing, missing, refusal(`"${resolve('README.md')}": file is not a database`)]);
  expect(existsSync(directory)).toBe(false);
});

test('a database that a server has open, however idle, is not replaced', async () => {
  const { directory } = await newDataDir();
  const file = join(newFolder(), 'copy.db');
  const service = await startService(directory);
  expect(await service.command(['backup', file])).toMatchObject({ code: 0 });
  const before = readdirSync(directory);
  expect(await service.command(['restore', file])).toEqual(
    refusal(`"${directory}/binh-luan.db" is in use; stop the server first`),
  );
  expect(readdirSync(directory)).toEqual(before);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  service.signal('SIGTERM');
  await service.ended;
  expect(await runIn(directory)('restore', file)).toMatchObject({ code: 0, err: '' });
});

test('check names what is wrong, and how much, and says so by its exit', async () => {
  const { directory, run } = await newDataDir();
  plant(join(directory, 'binh-luan.db'), `insert into site_counts (site_id, pending) values ('demo', 3)`);
  const { code, out, err } = await run('check');
  expect([code, err]).toEqual([1, 'error: 1 check found something wrong\n']);
  expect(out.match(/^wrong: .*/gm)).toEqual([
    'wrong: comments are counted right by state: 1 wrong, such as demo pending: 3 kept, 0 there',
  ]);
});

function plant(file: string, sql: string): void {
  const connection = new SQLite(file);
  connection.exec(sql);
  connection.close();
}
