import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { causesIn, column, giveTo, otherUser } from '../support/faults.ts';
import { databaseIn, prepareFolder, sendComment, startSenders } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { startProcess } from '../support/process.ts';

const refused = { status: 503, id: '', receipt: '', retryAfter: '5' };

/** A service whose syncs fail on command. */
async function newService(given: Record<string, string> = {}) {
  const directory = newFolder();
  const faults = newFolder();
  const fault = join(faults, 'fault');
  await prepareFolder(directory);
  for (const folder of [directory, faults]) if (otherUser) giveTo(otherUser, folder);
  const env = { DATA_DIR: directory, FAILING_SYNC: fault, ...given };
  const service = await startProcess(env, {
    preload: './test/support/failing-sync.ts',
    user: otherUser,
  });
  onTestFinished(() => service.stop());
  return {
    ...service,
    directory,
    send: (words: string, key?: string) => sendComment(service.url, words, key),
    list: async () => (await fetch(`${service.url}/api/v1/sites/demo/comments?article=/bai`)).status,
    failSyncs: () => writeFileSync(fault, ''),
    healSyncs: () => rmSync(fault),
  };
}

const failedSync = 'the log could not be synced: EIO: i/o error, fdatasync';

test('what was not synced is not told as stored, also to who asks again, and who was told finds it', async () => {
  const service = await newService();
  const before = await Promise.all([1, 2, 3].map((turn) => service.send(`Trước khi hỏng ${turn}.`)));
  service.failSyncs();
  const during = await Promise.all([1, 2, 3].map((turn) => service.send(`Khi hỏng ${turn}.`, `k${turn}`)));
  const again = await service.send('Khi hỏng 1.', 'k1');
  expect([during, again, await service.list()]).toEqual([Array(3).fill(refused), refused, 200]);
  await expect.poll(() => causesIn(service.output.err)).toEqual([failedSync]);
  service.healSyncs();
  const after = await Promise.all([1, 2, 3].map((turn) => service.send(`Khi hỏng ${turn}.`, `k${turn}`)));
  const told = [...before, ...after];
  expect(told.map(({ status }) => status)).toEqual(Array(6).fill(202));
  service.signal('SIGKILL');
  await service.ended;
  const stored = column(service.directory, 'select id from comments');
  expect(stored.toSorted()).toEqual(told.map(({ id }) => id).toSorted());
});

test('that it fails is told, and once that it stores again', async () => {
  const service = await newService({ LOG_LEVEL: 'info' });
  const failing = async () =>
    /binh_luan_failing\{part="database"\} (\d)/.exec(
      await (await fetch(`${service.url}/metrics`)).text(),
    )?.[1];
  service.failSyncs();
  for (const turn of [1, 2]) await service.send(`Khi hỏng ${turn}.`);
  expect(await failing()).toBe('1');
  service.healSyncs();
  const told = () => service.output.err.split('"the database stores again"').length - 1;
  let turn = 0;
  const again = async () => {
    await service.send(`Khi đã sửa xong, lần thứ ${++turn}.`);
    return told();
  };
  await expect.poll(again, { interval: 400 }).toBe(1);
  await service.send('Thêm một ý kiến nữa.');
  expect([told(), await failing()]).toEqual([1, '0']);
});

test('a database that can only be read when it is reopened is written to again once that is allowed', async () => {
  const service = await newService();
  const first = await service.send('Lúc còn ghi được.');
  const files = ['', '-wal', '-shm'].map((ending) => databaseIn(service.directory) + ending);
  service.failSyncs();
  for (const file of files) chmodSync(file, 0o400);
  chmodSync(service.directory, 0o500);
  const during = await service.send('Lúc chỉ còn đọc được.');
  service.healSyncs();
  const still = await service.send('Vẫn chỉ đọc được.');
  expect([during, still, await service.list()]).toEqual([refused, refused, 200]);
  await expect
    .poll(() => causesIn(service.output.err))
    .toEqual([failedSync, 'attempt to write a readonly database (SQLITE_READONLY)']);
  chmodSync(service.directory, 0o700);
  for (const file of files) chmodSync(file, 0o600);
  const last = await service.send('Lại ghi được.');
  expect(last.status).toBe(202);
  const stored = column(service.directory, 'select id from comments');
  expect([first.id, last.id].filter((id) => !stored.includes(id))).toEqual([]);
});

test('a data folder out of reach, while syncs fail too, ends nobody: each is told to come back, until it is there again', async () => {
  const service = await newService();
  const first = await service.send('Lúc còn thư mục.');
  chmodSync(service.directory, 0);
  const unreadable = await service.send('Lúc không tới được thư mục.');
  expect([unreadable, await service.list()]).toEqual([refused, 200]);
  service.failSyncs();
  const during: unknown[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    during.push(await service.send(`Lúc hỏng cả hai ${turn}.`), await service.list());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(during).toEqual(during.map((told) => (typeof told === 'number' ? 503 : refused)));
  const causes = [/^EACCES: permission denied, stat /, /^the log could not be synced: /, /SQLITE_CANTOPEN/];
  for (const line of causesIn(service.output.err))
    expect(causes.filter((cause) => cause.test(line))).toHaveLength(1);
  service.healSyncs();
  chmodSync(service.directory, 0o700);
  const last = await service.send('Lại tới được.');
  const stored = column(service.directory, 'select id from comments');
  expect([last.status, await service.list(), stored.includes(first.id)]).toEqual([202, 200, true]);
});

test('no answer leaves before a sync that began after its commit has ended', async () => {
  const directory = newFolder();
  const log = join(newFolder(), 'syncs');
  await prepareFolder(directory);
  const service = await startProcess(
    { DATA_DIR: directory, RECORDED_SYNCS: log },
    { preload: './test/support/recorded-syncs.ts' },
  );
  onTestFinished(() => service.stop());
  const senders = startSenders(service.url, 16);
  const seen = () => ({
    unanswered: senders.unanswered,
    errors: service.output.err,
    enough: senders.told.length > 300,
  });
  await expect.poll(seen).toEqual({ unanswered: [], errors: '', enough: true });
  await senders.stop();
  const lines = readFileSync(log, 'utf8').split('\n');
  const answered = lines.filter((line) => line.startsWith('answer ')).map((line) => line.slice(7));
  expect(answered.toSorted()).toEqual(senders.acknowledged().toSorted());
  expect(answered.filter((id) => !isSyncedBefore(lines, id))).toEqual([]);
});

function isSyncedBefore(lines: readonly string[], id: string): boolean {
  const committed = lines.indexOf(`commit ${id}`);
  const between = lines.slice(committed, lines.indexOf(`answer ${id}`));
  const begun = between.flatMap((line) => /^sync-begins (\d+)/.exec(line)?.[1] ?? []);
  return committed >= 0 && begun.some((sync) => between.includes(`sync-ends ${sync}`));
}
