import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../src/store/files/checks.ts';
import { dice } from '../support/faults.ts';
import { databaseIn, prepareFolder, startSenders } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { startProcess, temporaryFolder } from '../support/process.ts';

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
const random = dice(seed);

/** Runs the service under load until it is killed at some moment; resolves with what its record says. */
async function runUntilKilled(directory: string, record: string): Promise<string[]> {
  const service = await startProcess(
    { DATA_DIR: directory, RECORDED_SYNCS: record },
    { preload: './test/support/recorded-syncs.ts' },
  );
  const senders = startSenders(service.url, 8, { name: String(random()) });
  setTimeout(() => service.signal('SIGKILL'), 300 + random() * 1500);
  await Promise.all([senders.ended, service.ended]);
  return readFileSync(record, 'utf8').split('\n');
}

/** From which byte of the log on the disk had promised nothing yet. */
function firstUnsynced(lines: readonly string[], log: string): number {
  const ended = lines.findLast((line) => line.startsWith('sync-ends '))?.slice(10);
  const begun = lines.findLast((line) => line.startsWith(`sync-begins ${ended} `)) ?? '';
  const [, , salt, used] = begun.split(' ');
  const header = readFileSync(log).toString('hex', 16, 24);
  return salt === header ? Number(used) : 32;
}

/** A copy of what a disk may hold after a power cut: of what was not synced, part is missing or was never written. */
function cutPower(directory: string, from: number) {
  const { path, remove } = temporaryFolder();
  const log = `${databaseIn(path)}-wal`;
  for (const ending of ['', '-wal', '-reach'])
    if (existsSync(databaseIn(directory) + ending))
      copyFileSync(databaseIn(directory) + ending, databaseIn(path) + ending);
  const bytes = readFileSync(log);
  const at = from + Math.floor(random() * (usedOf(directory, from) - from));
  if (random() < 0.5) truncateSync(log, at);
  else {
    const end = Math.min(bytes.length, at + 512 * Math.ceil(random() * 20));
    writeFileSync(log, bytes.fill(0, at, end));
  }
  return { path, remove, at };
}

/** SQLite syncs the log itself before it copies pages of it into the file: up to here, by the log's index. */
function broughtHome(directory: string): number {
  const index = readFileSync(`${databaseIn(directory)}-shm`);
  return 32 + index.readUInt32LE(128) * (24 + index.readUInt16LE(14));
}

function usedOf(directory: string, atLeast: number): number {
  const index = readFileSync(`${databaseIn(directory)}-shm`);
  return Math.max(atLeast, 32 + index.readUInt32LE(16) * (24 + index.readUInt16LE(14)));
}

function lostIn(directory: string, acknowledged: readonly string[]): string[] {
  const connection = new SQLite(databaseIn(directory));
  const stored = new Set(connection.prepare('select id from comments').pluck().all());
  connection.close();
  return acknowledged.filter((id) => !stored.has(id));
}

test('after a power cut at any byte that was not synced, all that was acknowledged is there and sound', async () => {
  const directory = newFolder();
  const record = join(newFolder(), 'record');
  await prepareFolder(directory);
  let unsynced = 0;
  for (let round = 0; round < 12; round += 1) {
    const lines = await runUntilKilled(directory, record);
    const acknowledged = lines.filter((line) => line.startsWith('answer ')).map((line) => line.slice(7));
    const from = Math.max(firstUnsynced(lines, `${databaseIn(directory)}-wal`), broughtHome(directory));
    unsynced += usedOf(directory, from) - from;
    for (let cut = 0; cut < 15; cut += 1) {
      const { path, remove, at } = cutPower(directory, from);
      const faults: unknown[] = [];
      checkDatabase(path, (checked) => checked.fault && faults.push(checked));
      expect({ seed, round, at, faults, lost: lostIn(path, acknowledged) }).toEqual({
        seed,
        round,
        at,
        faults: [],
        lost: [],
      });
      remove();
    }
  }
  expect(unsynced).toBeGreaterThan(0);
});
