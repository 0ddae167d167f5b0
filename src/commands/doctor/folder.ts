import { readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../settings.ts';
import { databaseFile } from '../../store/files/data-dir.ts';
import { beginAside, syncFile } from '../../store/files/durable.ts';
import { hasNextSecret, secretFiles } from '../../store/files/old-secrets.ts';
import { schemaOf } from '../../store/files/schema-state.ts';
import { secretFile } from '../../store/files/secret.ts';
import { causeOf, type Found, finds } from './found.ts';

const mebibyte = 2 ** 20;
const leastFree = { wrong: 256 * mebibyte, warning: 1024 * mebibyte };
const slowSyncMs = 100;
/** By what Linux calls them: NFS, SMB, and what a program of its own serves. */
const overNetwork: readonly number[] = [0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x65735546];

/** What is in a data folder and on its disk; it is written to, and that is taken away again. */
export function lookAtFolder(settings: Settings): Found[] {
  return [lookAtDisk(settings), lookAtSync(settings), lookAtSecret(settings), lookAtSchema(settings)];
}

function lookAtDisk({ DATA_DIR }: Settings): Found {
  const { ok, warning, wrong } = finds('disk');
  try {
    const { bavail, bsize, type } = statfsSync(DATA_DIR);
    const free = bavail * bsize;
    const database = statSync(databaseFile(DATA_DIR), { throwIfNoEntry: false })?.size ?? 0;
    const says = `${inMebibytes(free)} are free where "${DATA_DIR}" is; the database has ${inMebibytes(database)}`;
    const todo = 'free some room, or move the folder to a larger disk while the service is stopped';
    if (free < leastFree.wrong) return wrong(says, todo);
    if (free < Math.max(leastFree.warning, database)) return warning(says, todo);
    if (overNetwork.includes(type))
      return warning(
        `"${DATA_DIR}" is on a file system over a network`,
        'put DATA_DIR on a disk of this machine',
      );
    return ok(says);
  } catch (error) {
    return wrong(
      `"${DATA_DIR}" (DATA_DIR): ${causeOf(error)}`,
      'start the service there once, or correct DATA_DIR',
    );
  }
}

function lookAtSync({ DATA_DIR }: Settings): Found {
  const { ok, warning, wrong } = finds('storing');
  let file: string | undefined;
  try {
    file = beginAside(join(DATA_DIR, 'doctor'));
    writeFileSync(file, 'x'.repeat(4096));
    const began = performance.now();
    syncFile(file);
    const ms = Math.round(performance.now() - began);
    const says = `4 kB were written and synced in ${ms} ms`;
    if (ms < slowSyncMs) return ok(says);
    return warning(says, 'every comment waits for one: take a faster disk, or see what else writes to it');
  } catch (error) {
    return wrong(
      `"${DATA_DIR}" cannot be written to: ${causeOf(error)}`,
      'run this as the user of the service, and give that user the folder',
    );
  } finally {
    if (file) rmSync(file, { force: true });
  }
}

function lookAtSecret({ DATA_DIR, SECRET }: Settings): Found {
  const { ok, warning, wrong } = finds('secret');
  const file = secretFile(DATA_DIR);
  const there = statSync(file, { throwIfNoEntry: false });
  if (SECRET !== undefined) {
    if (!there || readFileSync(file, 'utf8').trim() === SECRET.trim()) return ok('it comes from SECRET');
    return warning(
      `SECRET is another than "${file}"`,
      `keep one of them: receipts were made by the one in use`,
    );
  }
  if (!there)
    return wrong(
      `"${file}" is missing`,
      'put it back from where you keep it; without it receipts and second factors are lost',
    );
  const open = secretFiles(DATA_DIR).find((path) => (modeOf(path) & 0o077) !== 0);
  if (open)
    return wrong(`"${open}" can be read by others (mode ${modeOf(open).toString(8)})`, `chmod 600 "${open}"`);
  if (hasNextSecret(DATA_DIR))
    return warning('another secret was prepared, and is not in use', 'restart the service, which takes it');
  return ok(`"${file}" is for its user alone (mode ${modeOf(file).toString(8)})`);
}

function modeOf(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
}

function lookAtSchema({ DATA_DIR }: Settings): Found {
  const { ok, warning, wrong } = finds('schema');
  try {
    const { missing, unknown } = schemaOf(DATA_DIR);
    if (unknown.length > 0)
      return wrong(
        `the database is of a newer program: it has ${unknown[0]}`,
        'run that program, or restore a backup of before',
      );
    if (missing.length > 0)
      return warning(
        `the database lacks ${missing.length} of the migrations, the first ${missing[0]}`,
        'make a backup and start the service, which makes them',
      );
    return ok('the database is as this program wants it');
  } catch (error) {
    return wrong(
      causeOf(error),
      'start the service once; where there was a database, see the command restore',
    );
  }
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / mebibyte).toLocaleString('en')} MiB`;
}
