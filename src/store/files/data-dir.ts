import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type SqliteDatabase } from '../sqlite.ts';
import { naming } from './naming.ts';
import { keepSecret, secretFile } from './secret.ts';
import { hasServed, lockFile } from './server-lock.ts';
import { isEmpty, remedy, requireReached } from './soundness.ts';

/** Opens the database of a data folder, making folder, secret and database where they are not there yet, for our eyes only. */
export function openDataDir(directory: string, givenSecret?: string): SqliteDatabase {
  return naming(nameOf(directory), () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = databaseFile(directory);
    if (isEmpty(file)) {
      if (hasServed(directory)) throw isGone(file, directory);
      secretOf(directory, givenSecret);
    }
    requireReached(file);
    closeSync(openSync(file, 'a', 0o600));
    return openSqlite(file);
  });
}

/** The secret that is given, or else that of a data folder; throws one line where it is missing or was cut. */
export function secretOf(directory: string, given?: string): string {
  const file = secretFile(directory);
  return given ?? naming(`"${file}" (DATA_DIR)`, () => keepSecret(file, isEmpty(databaseFile(directory))));
}

/** The database of a data folder, as a message names it. */
export function nameOf(directory: string): string {
  return `"${databaseFile(directory)}" (DATA_DIR)`;
}

/** Throws where there is none, or where it has lost what was acknowledged. */
export function requireDatabase(directory: string): string {
  const file = databaseFile(directory);
  if (!existsSync(file)) throw new Error(`there is no database in "${directory}" (DATA_DIR)`);
  naming(nameOf(directory), () => requireReached(file));
  return file;
}

function isGone(file: string, directory: string): Error {
  return new Error(`"${file}" is gone; ${remedy} (or remove "${lockFile(directory)}" to begin with nothing)`);
}

export function databaseFile(directory: string): string {
  return join(directory, 'binh-luan.db');
}
