import {
  closeSync,
  copyFileSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { siteSettings } from '../../src/sites/site.ts';
import { databaseFile, openDataDir } from '../../src/store/files/data-dir.ts';
import { addSite } from '../../src/store/sites.ts';
import { actAt } from '../support/acts.ts';
import { newFolder } from '../support/new-folder.ts';
import { freePort, runCommand, type Start, startProcess } from '../support/process.ts';

const remedy = 'stop the server and put a backup in its place: npm run -s cli -- restore FILE';

/** A stopped installation that publishes comments as fast as they come. */
async function newDataDir() {
  const path = newFolder();
  const directory = join(path, 'data');
  const database = openDataDir(directory);
  const free = { captcha: 'off', pace: 'off', moderation: 'publish-clean' } as const;
  await addSite(database, { id: 'demo', ...siteSettings.parse({ name: 'Báo', ...free }) }, actAt(0));
  database.close();
  const run = async (...args: string[]) =>
    runCommand(args, { env: { DATA_DIR: directory, PORT: String(await freePort()) } });
  return { folder: path, directory, file: databaseFile(directory), run };
}

async function startService(directory: string, start: Start = {}) {
  const service = await startProcess({ DATA_DIR: directory }, start);
  onTestFinished(() => service.stop());
  return service;
}

const post = (url: string, body: string) =>
  fetch(`${url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article: { key: '/a' }, author: 'Hòa', body }),
  });

async function published(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/sites/demo/comments?article=/a`);
  const { comments }: { comments: { body: string }[] } = JSON.parse(await answer.text());
  return comments.map(({ body }) => body);
}

const statusOf = async (url: string, path: string) => (await fetch(url + path)).status;

/** What a log says of a lost database. */
const lossesIn = (log: string) =>
  log
    .split('\n')
    .filter((line) => line.includes('the database is lost'))
    .map((line) => JSON.parse(line))
    .map(({ level, fault, remedy }) => ({ level, fault, remedy }));

test('one server has a data folder: the next waits until it ends or is killed; commands go on beside it', async () => {
  const { directory, run } = await newDataDir();
  const service = await startService(directory);
  let written = { err: '' };
  const watch = (output: { err: string }) => {
    written = output;
  };
  const next = startService(directory, { watch });
  await expect.poll(() => written.err).toContain('waits for it to stop');
  expect((await run('site', 'list')).code).toBe(0);
  expect((await post(service.url, 'Tôi xin góp ý.')).status).toBe(202);
  service.signal('SIGKILL');
  await service.ended;
  expect(await published((await next).url)).toEqual(['Tôi xin góp ý.']);
  expect(
    written.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      event: 'another binh-luan serves the data folder: this one waits for it to stop',
      directory,
      seconds: 15,
    },
  ]);
});

test('a cut database, and one of a newer program, are refused in one line', async () => {
  const { file, run } = await newDataDir();
  const whole = `${file}.whole`;
  copyFileSync(file, whole);
  truncateSync(file, 40_000);
  const cut = `"${file}" is cut: it has 40000 bytes of ${statSync(whole).size}; ${remedy}`;
  expect(await run('serve')).toEqual({ code: 1, out: '', err: `binh-luan cannot start: ${cut}\n` });
  renameSync(whole, file);
  execute(file, `insert into d1_migrations (name) values ('0999_later.sql')`);
  const newer = `"${file}" is of a newer program than this one: it has 0999_later.sql\n`;
  expect(await Promise.all([run('serve'), run('site', 'list')])).toEqual([
    { code: 1, out: '', err: `binh-luan cannot start: ${newer}` },
    { code: 1, out: '', err: `error: ${newer}` },
  ]);
});

test('damage in the middle of the comments is found while it serves, and ends the writes', async () => {
  const { directory, file } = await newDataDir();
  overwrite(file, middleOfComments(file), 4096);
  const service = await startService(directory);
  await expect.poll(() => lossesIn(service.output.err)).toHaveLength(1);
  const fault = expect.stringMatching(new RegExp(`^"${file}" is damaged: `));
  expect(lossesIn(service.output.err)).toEqual([{ level: 'error', fault, remedy }]);
  const statuses = ['/healthz', '/readyz', '/api/v1/sites/demo/comments?article=/a'];
  expect(await Promise.all(statuses.map((path) => statusOf(service.url, path)))).toEqual([200, 503, 200]);
  expect((await post(service.url, 'Tôi xin góp ý.')).status).toBe(503);
});

type Service = Awaited<ReturnType<typeof startService>>;

test.for([
  ['deleted', (file: string) => rmSync(file), 'is gone', async () => undefined],
  [
    'replaced',
    (file: string) => renameSync(`${file}.other`, file),
    'is another file than was opened',
    (service: Service) => expect.poll(() => lossesIn(service.output.err)).toHaveLength(1),
  ],
] as const)(
  'a database that is %s while it serves is read on, until a restore brings it back',
  async (given) => {
    const [, lose, fault, noticed] = given;
    const { folder, directory, file, run } = await newDataDir();
    const service = await startService(directory);
    expect((await post(service.url, 'Ý kiến trước.')).status).toBe(202);
    const backup = join(folder, 'copy.db');
    expect((await run('backup', backup)).code).toBe(0);
    copyFileSync(backup, `${file}.other`);
    lose(file);
    await noticed(service);
    const refused = await post(service.url, 'Ý kiến bị mất.');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    const statuses = ['/healthz', '/readyz'].map((path) => statusOf(service.url, path));
    expect(await Promise.all(statuses)).toEqual([200, 503]);
    expect(await published(service.url)).toContain('Ý kiến trước.');
    const lost = { level: 'error', fault: `"${file}" ${fault}`, remedy };
    await expect.poll(() => lossesIn(service.output.err)).toEqual([lost]);
    service.signal('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(await run('restore', backup)).toMatchObject({ code: 0, err: '' });
    const next = await startService(directory);
    expect((await post(next.url, 'Ý kiến sau.')).status).toBe(202);
    expect(await published(next.url)).toEqual(['Ý kiến trước.', 'Ý kiến sau.']);
  },
);

function execute(file: string, statement: string): void {
  const connection = new SQLite(file);
  connection.exec(statement);
  connection.close();
}

/** Fills the table of comments, and finds where a page from inside of it begins. */
function middleOfComments(file: string): number {
  execute(
    file,
    `insert into articles (id, site_id, key, created_at) values (1, 'demo', '/cu', 0);
    with recursive n (x) as (select 1 union all select x + 1 from n where x < 2000)
      insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at, number)
      select 'c' || x, 'demo', 1, 'Hòa', 'Góp ý số ' || x, 'rejected', 0, 'x', 'x', x, x from n`,
  );
  const connection = new SQLite(file, { readonly: true });
  const place = connection
    .prepare<[], number>(
      `select pgoffset from dbstat where name = 'comments' and pagetype = 'leaf' order by path limit 1 offset 10`,
    )
    .pluck()
    .get();
  connection.close();
  return place ?? 0;
}

function overwrite(file: string, position: number, length: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, new Uint8Array(length).fill(0xa5), 0, length, position);
  closeSync(descriptor);
}
