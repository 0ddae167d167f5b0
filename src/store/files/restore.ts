import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SQLite from 'better-sqlite3';
import { migrationNames } from '../migrations.ts';
import { isBusy, isDamage } from '../sqlite/errors.ts';
import { type Copy, copyDatabase, reading, requireOurs, requireWhole } from './backup.ts';
import { databaseFile, nameOf } from './data-dir.ts';
import { moveInto } from './durable.ts';
import { naming } from './naming.ts';
import { findForeignLog } from './reach.ts';
import { lockForServing } from './server-lock.ts';

export interface Restored extends Copy {
  /** Where the database is that was replaced, if there was one. */
  kept: string | undefined;
}

/**
 * Puts a copy of `file` in the place of the database of a data folder, which nobody may have open. Where this
 * fails, the database is what it was.
 */
export function restore(directory: string, file: string): Restored {
  const source = resolve(file);
  const target = databaseFile(resolve(directory));
  if (!existsSync(source)) throw new Error(`there is no file "${source}"`);
  const [from, to] = [`"${source}"`, nameOf(directory)];
  reading(source, from, (connection) => requireSound(connection, source));
  naming(to, () => mkdirSync(directory, { recursive: true, mode: 0o700 }));
  const copy = copyDatabase(source, target, { from, to });
  try {
    return { ...copy, path: target, kept: naming(to, () => replace(target, copy.path)) };
  } finally {
    rmSync(copy.path, { force: true });
  }
}

function requireSound(connection: SQLite.Database, file: string): void {
  requireOurs(connection, file);
  requireWhole(connection, file, 'integrity_check');
  const newer = connection
    .prepare<[string], { name: string }>(
      'select name from d1_migrations where name not in (select value from json_each(?))',
    )
    .get(JSON.stringify(migrationNames()));
  if (newer) throw new Error(`"${file}" is of a newer program than this one: it has ${newer.name}`);
}

/** A link, so that at every moment there is a database in its place: the old one, and then the new one. */
function replace(target: string, copy: string): string | undefined {
  const unlock = existsSync(target) ? lock(target) : undefined;
  try {
    const kept = unlock && `${target}.before-restore-${new Date().toISOString().replace(/[-:.]/g, '')}`;
    if (kept) linkSync(target, kept);
    moveLogAway(target, kept);
    moveInto(copy, target);
    return kept;
  } finally {
    unlock?.();
  }
}

/** A log that stayed would be played back into the new database. It belongs to the old one, if to any. */
function moveLogAway(target: string, kept: string | undefined): void {
  if (kept && existsSync(`${target}-wal`)) renameSync(`${target}-wal`, `${kept}-wal`);
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(target + ending, { force: true });
}

/**
 * Keeps everybody else out of a database until it is told to let go, and brings its log home, so that the one file
 * is all of it; but a log of another database goes with it as it is. Who has it open in WAL mode, however idle, holds
 * a shared lock on it, which refuses this one.
 */
function lock(file: string): () => void {
  if (findForeignLog(file)) return lockForServing(dirname(file)).release;
  const connection = new SQLite(file, { fileMustExist: true, timeout: 1000 });
  try {
    connection.pragma('locking_mode = exclusive');
    connection.exec('begin exclusive; commit');
    connection.pragma('journal_mode = delete');
    connection.exec('begin exclusive; commit');
    return () => connection.close();
  } catch (error) {
    connection.close();
    // A database that cannot be read any more is what a restore is for: it is kept as it is.
    if (isDamage(error)) return () => undefined;
    throw isBusy(error) ? new Error(`"${file}" is in use; stop the server first`) : error;
  }
}
