import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type SqliteDatabase } from '../sqlite.ts';
import { keepSecret, secretFile } from './secret.ts';
import { hasServed, lockFile } from './server-lock.ts';
import { isEmpty, remedy } from './soundness.ts';

/** Opens the database of a data folder, making folder, secret and database where they are not there yet, for our eyes only. */
export function openDataDir(directory: string, givenSecret?: string): SqliteDatabase {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = databaseFile(directory);
  if (isEmpty(file)) {
    if (hasServed(directory)) throw isGone(file, directory);
    secretOf(directory, givenSecret);
  }
  closeSync(openSync(file, 'a', 0o600));
  return openSqlite(file);
}

/** The secret that is given, or else that of a data folder; throws one line where it is missing or was cut. */
export function secretOf(directory: string, given?: string): string {
  return given ?? keepSecret(secretFile(directory), isEmpty(databaseFile(directory)));
}

function isGone(file: string, directory: string): Error {
  return new Error(`"${file}" is gone; ${remedy} (or remove "${lockFile(directory)}" to begin with nothing)`);
}

export function databaseFile(directory: string): string {
  return join(directory, 'binh-luan.db');
}
