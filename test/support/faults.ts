import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, copyFileSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { temporaryFolder } from './process.ts';

/** Whether this machine lets us mount a disk of our own, which no other process sees. */
export const mayMount = succeeds('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']);

/** Whether a limit of a running process can be lifted. */
export const mayLift = succeeds('prlimit', ['--version']);

/** Whether the calls of a process can be made to fail. */
export const mayTrace = succeeds('strace', ['-o', '/dev/null', 'true']);

/** Permissions stop nobody who is root: then the service runs as another. */
export const otherUser = process.getuid?.() === 0 ? 65_534 : undefined;

/** The words before a program that put a small disk of its own in place of a folder, with the same files in it. */
export function onOwnDisk(folder: string, megabytes: number): string[] {
  const disk = `mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs "$0"`;
  const swap = `exec 3<"$0" && ${disk} && cp -r /proc/self/fd/3/. "$0" && exec 3<&- && exec "$@"`;
  return ['unshare', '-Urm', 'sh', '-c', swap, folder];
}

/** A folder as a process sees it that has its own disk there. */
export function insideOf(pid: number, folder: string): string {
  return `/proc/${pid}/root${folder}`;
}

/** Takes all the room that is left on a disk. */
export function fillDisk(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** The words before a program that keep its files to a size; a writer who goes past it gets EFBIG. */
export function withFileLimit(bytes: number): string[] {
  return ['sh', '-c', `ulimit -S -f ${Math.ceil(bytes / 512)} && exec "$0" "$@"`];
}

export function liftFileLimit(pid: number): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:']);
  if (status !== 0) throw new Error(String(stderr));
}

export function giveTo(user: number, folder: string): void {
  for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))])
    chownSync(path, user, user);
}

/** What is done at the start, beside the requests, may meet a full disk, a lock or a read-only file too, and says so for itself. */
const upkeepFailed = 'not all was erased that is kept no longer';
const usualOfUpkeep = /SQLITE_(FULL|IOERR_WRITE|BUSY|READONLY)/;

/** What the log says was wrong, a line each; other lines as they are, but of what upkeep may have met. */
export function causesIn(log: string, ofUpkeep = usualOfUpkeep): string[] {
  const lines = log.split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    if (!line.startsWith('{')) return [line];
    const { event, cause } = JSON.parse(line);
    if (event === upkeepFailed && ofUpkeep.test(cause)) return [];
    return [event === 'the database cannot store or read' ? cause : line];
  });
}

/** One column of all rows of a database that nobody writes to just now, read from a copy of it. */
export function column(directory: string, sql: string): unknown[] {
  const { path, remove } = temporaryFolder();
  for (const name of ['binh-luan.db', 'binh-luan.db-wal'])
    if (existsSync(join(directory, name))) copyFileSync(join(directory, name), join(path, name));
  const connection = new SQLite(join(path, 'binh-luan.db'));
  try {
    return connection.prepare(sql).pluck().all();
  } finally {
    connection.close();
    remove();
  }
}

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}
