import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import { databaseFile } from '../../src/store/files/data-dir.ts';
import { secretFile } from '../../src/store/files/secret.ts';
import { seedFolder } from '../seeding.ts';
import { addArticles } from './articles.ts';

/** Beside the code and not among temporary files, which may be in memory, where syncing costs nothing. */
export const resultsFolder = fileURLToPath(new URL('./results', import.meta.url));

export interface Folder {
  /** The service's. */
  path: string;
  /** Anything else that has to be on the same disk. */
  scratch: string;
  /** Where the server's log goes: a file that is open. */
  log: number;
  remove: () => void;
}

/** Of a folder that was seeded already, which stays as it is, or of one that is seeded with so many comments. */
export interface Origin {
  database: string | undefined;
  comments: number;
}

export function prepareFolder({ database, comments }: Origin): Folder {
  mkdirSync(resultsFolder, { recursive: true });
  const scratch = mkdtempSync(join(resultsFolder, 'scratch-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const path = join(scratch, 'service');
  if (database === undefined) seed(path, comments);
  else copyDatabase(database, path);
  addArticles(path);
  return { path, scratch, log: openSync(join(scratch, 'log'), 'a'), remove };
}

export function countComments({ path }: Folder): number {
  const database = new SQLite(databaseFile(path), { readonly: true });
  try {
    return Number(
      database
        .prepare(
          `select sum(count) from state_counts where state not in ('reported', 'apart', 'appeals', 'trusted')`,
        )
        .pluck()
        .get(),
    );
  } finally {
    database.close();
  }
}

function seed(path: string, comments: number): void {
  console.log(`seeding ${comments} comments; --database FOLDER takes one that was seeded already`);
  seedFolder(path, comments, 0.2);
}

function copyDatabase(from: string, to: string): void {
  mkdirSync(to);
  const files = ['', '-wal'].map((end) => [databaseFile(from) + end, databaseFile(to) + end] as const);
  for (const [file, copy] of [...files, [secretFile(from), secretFile(to)] as const])
    if (existsSync(file)) copyFileSync(file, copy, constants.COPYFILE_FICLONE);
}
