import { spawn } from 'node:child_process';
import { once } from 'node:events';
import SQLite from 'better-sqlite3';
import manifest from '../../package.json' with { type: 'json' };
import { databaseFile } from '../../src/store/files/data-dir.ts';
import { chooseMany, decideMany } from '../desk/deciding.ts';
import type { Bench } from './bench.ts';
import type { Folder } from './folder.ts';
import { asOwner } from './owner-token.ts';
import { startReading } from './reading.ts';
import type { Row } from './report.ts';
import { percentile } from './rounds.ts';

const many = 10_000;
/** The site that most comments are seeded on. */
const seeded = 'demo';

const words = encodeURIComponent('giá xăng');
/** Each some times, since what is slow is found out by its first time. */
const deskPages = Array(5)
  .fill([
    ...['', '?sort=newest', '?sort=risk', '?state=rejected&sort=risk', '?rule=links', `?q=${words}`],
    ...[`?state=published&q=${words}`, `?sort=risk&q=${words}`, '/log', '/statistics', '/articles'],
  ])
  .flat()
  .map((rest) => `/moderation${rest}`);

/** The longest that a reader waits while something large is done, by the desk or by a command beside the service. */
export async function* waitRows(bench: Bench): AsyncGenerator<Row> {
  const owner = asOwner(bench.folder);
  const client = {
    ...bench.client,
    send: (method: string, path: string, body?: unknown) => bench.client.send(method, path, body, owner),
  };
  const chosen = chooseOldest(bench.folder);
  const deciding = await waitDuring(bench, 'a decision about thousands', async () => {
    await decideMany(client, chosen);
  });
  yield { ...deciding, note: `${chosen.expected} decided; ${deciding.note}` };
  yield await waitDuring(bench, 'the trial of words', async () => {
    const form = new URLSearchParams({ site: seeded, held: 'ngập nước', passed: '', do: 'try' });
    await postForm(`${bench.server.url}/moderation/filter`, form, owner);
  });
  yield await waitDuring(bench, 'pages and searches of the desk', async () => {
    for (const path of deskPages) await getPage(bench.server.url + path, owner);
  });
  yield await waitDuring(bench, 'an export', () => runCommand(bench.folder, ['export']));
  const purging = ['purge', '--site', seeded, '--state', 'spam', '--older-than', '0', '--yes'];
  yield await waitDuring(bench, 'a purge of all spam', () => runCommand(bench.folder, purging));
}

async function waitDuring(bench: Bench, what: string, work: () => Promise<void>): Promise<Row> {
  const reading = await startReading(bench, 'kept');
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const times = await reading.stop();
  return {
    what: `reading during ${what}, longest`,
    value: Math.max(...times),
    unit: 'ms',
    reach: { most: 20 },
    note: `p50 ${percentile(times, 0.5).toFixed(1)} ms of ${times.length}; it took ${seconds.toFixed(1)} s`,
  };
}

function chooseOldest({ path }: Folder) {
  const database = new SQLite(databaseFile(path), { readonly: true });
  try {
    return chooseMany(database, many);
  } finally {
    database.close();
  }
}

async function postForm(url: string, body: URLSearchParams, headers: Record<string, string>): Promise<void> {
  const { status } = await fetch(url, { method: 'POST', body, headers });
  if (status !== 200) throw new Error(`a form was answered by ${status}`);
}

async function getPage(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers: { ...headers, accept: 'text/html' } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url} was answered by ${answer.status}`);
}

async function runCommand({ path, log }: Folder, words: readonly string[]): Promise<void> {
  const [, ...options] = manifest.scripts.cli.split(' ');
  const child = spawn(process.execPath, [...options, ...words], {
    env: { PATH: process.env.PATH, DATA_DIR: path },
    stdio: ['ignore', 'ignore', log],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the command ${words[0]} ended with ${code}`);
}
