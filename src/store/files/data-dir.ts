import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type SqliteDatabase } from '../sqlite.ts';
import { hasServed, lockFile } from './server-lock.ts';
import { isEmpty, remedy } from './soundness.ts';

/** Opens the folder that holds the database and the secret, making what is not there yet, for our eyes only. */
export function openDataDir(
  directory: string,
  givenSecret?: string,
): { database: SqliteDatabase; secret: string } {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const secret = givenSecret ?? keepSecret(secretFile(directory));
  const file = databaseFile(directory);
  if (isEmpty(file) && hasServed(directory)) throw isGone(file, directory);
  closeSync(openSync(file, 'a', 0o600));
  return { database: openSqlite(file), secret };
}

function isGone(file: string, directory: string): Error {
  return new Error(`"${file}" is gone; ${remedy} (or remove "${lockFile(directory)}" to begin with nothing)`);
}

export function databaseFile(directory: string): string {
  return join(directory, 'binh-luan.db');
}

export function hasSecret(directory: string): boolean {
  return existsSync(secretFile(directory));
}

function secretFile(directory: string): string {
  return join(directory, 'secret');
}

/** Of two processes that start at once, one writes the secret and both read it. */
function keepSecret(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
