import { appendFileSync, fstatSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ServerResponse } from 'node:http';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

/**
 * Loaded before the service: writes to the file that RECORDED_SYNCS names, a line each and in their order, which
 * comments were committed, which syncs began and ended, and which comments were acknowledged.
 */
const record = (line: string) => appendFileSync(process.env.RECORDED_SYNCS ?? '', `${line}\n`);

recordSyncs(await prototypeOfHandles());
recordCommits();
recordAnswers();

async function prototypeOfHandles(): Promise<FileHandle> {
  const handle = await open(import.meta.filename);
  await handle.close();
  return Object.getPrototypeOf(handle);
}

function recordSyncs(prototype: FileHandle): void {
  const { datasync } = prototype;
  let count = 0;
  prototype.datasync = async function (this: FileHandle): Promise<void> {
    count += 1;
    const sync = count;
    record(`sync-begins ${sync} ${usedOfLog()} of ${fstatSync(this.fd).size}`);
    await datasync.call(this);
    record(`sync-ends ${sync}`);
  };
}

/** From the index of the log (https://sqlite.org/walformat.html): its salt, and how far it is used in bytes. */
function usedOfLog(): string {
  const index = readFileSync(join(process.env.DATA_DIR ?? '', 'binh-luan.db-shm'));
  const [pageSize, frames] = [index.readUInt16LE(14), index.readUInt32LE(16)];
  return `${index.toString('hex', 32, 40)} ${32 + frames * (24 + pageSize)}`;
}

function recordCommits(): void {
  const prototype = Object.getPrototypeOf(new SQLite(':memory:').prepare('select 1'));
  let ids: unknown[] = [];
  for (const call of ['run', 'all'] as const) {
    const done = prototype[call];
    prototype[call] = function (this: SQLite.Statement, ...given: unknown[]) {
      const result = done.apply(this, given);
      if (this.source.startsWith('insert into "comments"')) ids.push(given[0]);
      if (this.source === 'ROLLBACK') ids = [];
      if (this.source !== 'COMMIT') return result;
      for (const id of ids) record(`commit ${id}`);
      ids = [];
      return result;
    };
  }
}

/** By its first bytes, whichever call they leave with. */
function recordAnswers(): void {
  for (const call of ['write', 'end'] as const) {
    const leave = ServerResponse.prototype[call];
    ServerResponse.prototype[call] = function (this: ServerResponse, ...given: unknown[]) {
      const [, id] = /^\{"id":"(\w+)","state":"pending","receipt"/.exec(textOf(given[0])) ?? [];
      if (id) record(`answer ${id}`);
      return Reflect.apply(leave, this, given);
    };
  }
}

function textOf(chunk: unknown): string {
  return chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : String(chunk);
}
