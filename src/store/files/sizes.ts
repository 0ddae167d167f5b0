import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** In bytes: of a database's file, of the log beside it, and what their disk has left. What is not there has none. */
export async function sizesOf(file: string) {
  const [database, log, free] = await Promise.all([
    sizeOf(file),
    sizeOf(`${file}-wal`),
    freeOn(dirname(file)),
  ]);
  return { database, log, free };
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function freeOn(folder: string): Promise<number> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
}
