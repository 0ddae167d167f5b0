// A program of its own: node quick-check.ts FILE. It reads a whole database, at the least priority, and sends its parent
// what is wrong, or null. SQLite cannot be told to stop, so that a thread of the server would keep it from ending (17 s
// with 1,000,000 comments); here the reading is in a thread, and the whole program goes when its parent does.
import { constants, setPriority } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import { isDamage } from '../sqlite/errors.ts';

if (isMainThread) {
  setPriority(constants.priority.PRIORITY_LOW);
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  const reader = new Worker(new URL('./quick-check.ts', import.meta.url), { workerData: process.argv[2] });
  reader.once('message', (fault) => process.send?.(fault, () => process.disconnect()));
} else {
  parentPort?.postMessage(findDamage(workerData));
}

function findDamage(file: string): string | null {
  const connection = new SQLite(file, { readonly: true, timeout: 10_000 });
  try {
    const said = String(connection.pragma('quick_check(1)', { simple: true }));
    return said === 'ok' ? null : said.replaceAll('\n', ' ');
  } catch (error) {
    if (isDamage(error)) return error.message;
    throw error;
  } finally {
    connection.close();
  }
}
