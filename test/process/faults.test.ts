import { chmodSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import {
  causesIn,
  column,
  fillDisk,
  giveTo,
  insideOf,
  liftFileLimit,
  mayLift,
  mayMount,
  onOwnDisk,
  otherUser,
  withFileLimit,
} from '../support/faults.ts';
import { databaseIn, prepareFolder, sendComment, type Told } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { type Start, startProcess } from '../support/process.ts';

/** A service that takes comments, with one that is published. */
async function newService(start: (directory: string) => Start = () => ({})) {
  const directory = newFolder();
  const token = await prepareFolder(directory);
  const started = start(directory);
  const service = await startProcess({ DATA_DIR: directory }, started);
  onTestFinished(() => service.stop());
  const first = await sendComment(service.url, 'Bình luận đầu tiên.');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ action: 'publish', comments: [{ id: first.id, version: 1 }] });
  expect((await fetch(`${service.url}/api/v1/decisions`, { method: 'POST', headers, body })).status).toBe(
    201,
  );
  return { ...service, directory, token, first };
}

type Running = Awaited<ReturnType<typeof newService>>;

/** What a reader, a reader's browser, an author and a moderator are answered. */
async function read({ url, token, first }: Running): Promise<number[]> {
  const paths = [
    '/api/v1/sites/demo/comments?article=/bai',
    '/embed/demo?article=/bai',
    `/api/v1/receipts/${first.receipt}`,
    '/api/v1/queue',
    '/healthz',
  ];
  const statuses: number[] = [];
  for (const path of paths)
    statuses.push((await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })).status);
  return statuses;
}

const readable = [200, 200, 200, 200, 200];
const refused = { status: 503, id: '', receipt: '', retryAfter: '5' };

/** As long, and the log was brought home where it could be, so that there is no more room in it either. */
const forGoodMs = 1500;

/** Sends until all are refused for good; resolves with the ids that were acknowledged before. */
async function sendUntilRefused({ url }: Running): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let since = performance.now(); performance.now() - since < forGoodMs; ) {
    const told = await sendComment(url, `${long} ${acknowledged.length}`);
    if (told.status === 202) {
      acknowledged.push(told.id);
      since = performance.now();
    } else {
      expect(told).toEqual(refused);
    }
  }
  return acknowledged;
}

const long = 'Một ý kiến dài. '.repeat(100);

/** Whoever is refused is refused alike, readers are answered, and what is stored is what was acknowledged. */
async function expectRefusing(service: Running, acknowledged: string[], directory: string) {
  const again = await Promise.all(
    [1, 2, 3, 4].map((turn) => sendComment(service.url, `${long} Lần ${turn}.`)),
  );
  const told = again.filter(({ status }) => status !== 202);
  acknowledged.push(...again.filter(({ status }) => status === 202).map(({ id }) => id));
  expect([told, await read(service)]).toEqual([told.map(() => refused), readable]);
  expect(told).not.toEqual([]);
  const stored = column(directory, 'select id from comments');
  expect(stored.toSorted()).toEqual([service.first.id, ...acknowledged].toSorted());
}

/** Takes comments again within five seconds, and has lost none. */
async function expectRecovered(service: Running, acknowledged: readonly string[], directory: string) {
  const told: Told[] = [];
  const deadline = performance.now() + 5000;
  while (told.at(-1)?.status !== 202 && performance.now() < deadline)
    told.push(await sendComment(service.url, 'Bây giờ đã gửi được.'));
  expect(told.at(-1)?.status).toBe(202);
  const stored = column(directory, 'select id from comments');
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
  expect(column(directory, 'pragma integrity_check')).toEqual(['ok']);
}

/** Where a limit cannot be lifted, the service is started anew without it. */
async function restart(service: Running): Promise<void> {
  service.signal('SIGTERM');
  expect(await service.ended).toBe(0);
  const second = await startProcess({ DATA_DIR: service.directory, PORT: new URL(service.url).port });
  onTestFinished(() => second.stop());
}

test('a disk that takes no more bytes refuses what is sent, and nothing else', async () => {
  const service = await newService((directory) => ({
    through: withFileLimit(statSync(databaseIn(directory)).size + 200_000),
  }));
  const acknowledged = await sendUntilRefused(service);
  await expectRefusing(service, acknowledged, service.directory);
  for (const cause of causesIn(service.output.err))
    expect(cause).toMatch(
      /^(disk I\/O error \(SQLITE_IOERR_WRITE\)|database or disk is full \(SQLITE_FULL\))$/,
    );
  expect(causesIn(service.output.err).length).toBeLessThan(3);
  if (mayLift) liftFileLimit(service.pid);
  else await restart(service);
  await expectRecovered(service, acknowledged, service.directory);
});

test.skipIf(!mayMount)(
  'a full disk refuses what is sent until there is room (needs user namespaces)',
  async () => {
    const service = await newService((directory) => ({ through: onOwnDisk(directory, 4) }));
    const inside = insideOf(service.pid, service.directory);
    fillDisk(join(inside, 'ballast'));
    const acknowledged = await sendUntilRefused(service);
    await expectRefusing(service, acknowledged, inside);
    await expect.poll(() => causesIn(service.output.err)).toEqual(['database or disk is full (SQLITE_FULL)']);
    rmSync(join(inside, 'ballast'));
    await expectRecovered(service, acknowledged, inside);
  },
);

test.skipIf(!mayMount)('a log on the full disk stops nobody (needs user namespaces)', async () => {
  const service = await newService((directory) => ({
    through: [...onOwnDisk(directory, 4), 'sh', '-c', 'exec "$@" 2>"$0"', join(directory, 'log')],
  }));
  const inside = insideOf(service.pid, service.directory);
  fillDisk(join(inside, 'ballast'));
  const acknowledged = await sendUntilRefused(service);
  await expectRefusing(service, acknowledged, inside);
  rmSync(join(inside, 'ballast'));
  await expectRecovered(service, acknowledged, inside);
});

test('while another process holds the database readers notice nothing, and who sends is told to come back', async () => {
  const service = await newService();
  const other = new SQLite(databaseIn(service.directory));
  other.exec('begin immediate');
  const started = performance.now();
  let waiting = 20;
  const early = Array.from({ length: waiting }, async (_, turn) => {
    const told = await sendComment(service.url, `Gửi lúc bị khóa ${turn}.`);
    waiting -= 1;
    return told;
  });
  const readMeanwhile: number[][] = [];
  while (waiting > 0) readMeanwhile.push(await read(service));
  expect(performance.now() - started).toBeGreaterThan(1900);
  expect(await Promise.all(early)).toEqual(Array(20).fill(refused));
  expect(readMeanwhile).toEqual(readMeanwhile.map(() => readable));
  expect(readMeanwhile.length).toBeGreaterThan(2);

  const late = sendComment(service.url, 'Gửi gần cuối.');
  expect(await read(service)).toEqual(readable);
  other.exec('commit');
  other.close();
  const { id, status } = await late;
  expect(status).toBe(202);
  await expect.poll(() => causesIn(service.output.err)).toEqual(['database is locked (SQLITE_BUSY)']);
  await expectRecovered(service, [id, service.first.id], service.directory);
});

test('a folder that may not be written to stops the start with one line', async () => {
  const directory = newFolder();
  await prepareFolder(directory);
  if (otherUser) giveTo(otherUser, directory);
  for (const path of [databaseIn(directory), join(directory, 'secret')]) chmodSync(path, 0o400);
  chmodSync(directory, 0o500);
  onTestFinished(() => chmodSync(directory, 0o700));
  const failure = await startProcess({ DATA_DIR: directory }, { user: otherUser }).catch(String);
  expect(failure).toMatch(/^Error: the service did not start: binh-luan cannot start: [^\n]*\S+\n$/);
  expect(failure).toContain('EACCES: permission denied');
});
