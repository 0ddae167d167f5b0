import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { build } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { newFolder } from './new-folder.ts';

/** A database with a table of ours that a thread writes, and the threads that were begun for it, in their order. */
export async function openWrittenAside() {
  const file = join(newFolder(), 'x.db');
  const threads: Worker[] = [];
  const note = (thread: Worker) => void threads.push(thread);
  process.on('worker', note);
  const database = openSqlite(file);
  database.writeAside();
  await database.query(sql`create table notes (value any not null unique) strict`.compile(build));
  onTestFinished(async () => {
    process.off('worker', note);
    await database.close();
  });
  return { file, database, threads };
}
