import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SQLite from 'better-sqlite3';
import { isOfWriting } from '../sqlite/errors.ts';
import { identityOfCopy } from '../sqlite/mark.ts';
import { nameOf, requireDatabase } from './data-dir.ts';
import { beginAside, moveInto } from './durable.ts';
import { removeLeftovers } from './leftovers.ts';
import { about, naming } from './naming.ts';

/** What a copy of a database is, for who made it. */
export interface Copy {
  path: string;
  bytes: number;
  comments: number;
}

/**
 * Copies the database of a data folder, as it stands at one moment, while others may write to it. Where this
 * fails, `file` is what it was.
 */
export function backUp(directory: string, file: string, { force = false } = {}): Copy {
  const source = requireDatabase(directory);
  const path = resolve(file);
  if (!existsSync(dirname(path))) throw new Error(`there is no folder "${dirname(path)}"`);
  if (existsSync(path)) refuseToReplace(path, source, force);
  const copy = copyDatabase(source, path, { from: nameOf(directory), to: `"${path}"` });
  naming(`"${path}"`, () => moveInto(copy.path, path));
  return { ...copy, path };
}

function refuseToReplace(path: string, source: string, force: boolean): void {
  const [there, live] = [statSync(path), statSync(source)];
  if (there.ino === live.ino && there.dev === live.dev) throw new Error(`"${path}" is the database itself`);
  if (!there.isFile()) throw new Error(`"${path}" is not a file`);
  if (!force) throw new Error(`"${path}" exists; --force replaces it`);
}

/**
 * Copies a database of ours to a new file beside `target`, checked and synced, for our eyes only.
 *
 * By `vacuum into`, which reads in one transaction: the online backup of SQLite begins anew whenever another process
 * writes between two of its steps. The implicit row numbers of tables may change by it, but never their order, and
 * what the index of words goes by (`comments.number`) is a column, which stays.
 */
export function copyDatabase(
  source: string,
  target: string,
  { from, to }: { from: string; to: string },
): Copy {
  const path = naming(to, () => {
    removeLeftovers(target);
    return beginAside(target);
  });
  try {
    reading(source, from, (connection) => {
      requireOurs(connection, source);
      vacuumInto(connection, path, to);
    });
    const comments = reading(path, to, (connection) => {
      requireWhole(connection, path, 'quick_check');
      return countComments(connection);
    });
    naming(to, () => nameAnew(path));
    return { path, bytes: statSync(path).size, comments };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** A copy is another database than the one that it is of: so no log of that one is ever taken for its own. */
function nameAnew(path: string): void {
  const { bytes, at } = identityOfCopy();
  const descriptor = openSync(path, 'r+');
  try {
    writeSync(descriptor, bytes, 0, bytes.length, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function vacuumInto(connection: SQLite.Database, path: string, name: string): void {
  try {
    connection.prepare('vacuum into ?').run(path);
  } catch (error) {
    throw isOfWriting(error) ? about(name, error) : error;
  }
}

/** Runs work on a database that must exist and is not written to; what is said against the file is one line that names it. */
export function reading<Result>(
  file: string,
  name: string,
  work: (connection: SQLite.Database) => Result,
): Result {
  return naming(name, () => {
    if (!statSync(file).isFile()) throw new Error(`"${file}" is not a file`);
    const connection = new SQLite(file, { readonly: true, timeout: 2000 });
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  });
}

export function requireOurs(connection: SQLite.Database, file: string): void {
  const tables = connection
    .prepare("select name from sqlite_schema where type = 'table' and name in ('comments', 'd1_migrations')")
    .all();
  if (tables.length < 2) throw new Error(`"${file}" is not a database of binh-luan`);
}

export function requireWhole(
  connection: SQLite.Database,
  file: string,
  check: 'quick_check' | 'integrity_check',
): void {
  const said = String(connection.pragma(`${check}(1)`, { simple: true }));
  if (said !== 'ok') throw new Error(`"${file}" is damaged: ${said.replaceAll('\n', ' ')}`);
}

function countComments(connection: SQLite.Database): number {
  return Number(connection.prepare('select count(*) from comments').pluck().get());
}
