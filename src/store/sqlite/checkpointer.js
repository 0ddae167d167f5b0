// The thread of `checkpoints.ts`: told so, it brings the log of a database home, and says whether it is long; or begins
// it anew. Plain JavaScript, since a thread that strips types takes three times the memory.
import { fdatasyncSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';

/** @type {{ file: string, mostPages: number }} */
const { file, mostPages } = workerData;
/** So few that beginning anew takes hardly longer than waiting for the disk. */
const fewPages = 500;
const mostTurns = 4;

/** @type {SQLite.Database | undefined} */
let connection;
/**
 * The file itself. Never closed: whoever closes a file lets go all locks that its process has on it, those of other
 * connections too.
 * @type {number | undefined}
 */
let opened;

parentPort?.on('message', (order) => {
  if (order !== 'close') return parentPort?.postMessage(attempt(order === 'restart' ? beginAnew : bringHome));
  connection?.close();
  parentPort?.close();
});

/** What fails is said, and the next order opens the database anew. @param {(open: SQLite.Database) => boolean} work */
function attempt(work) {
  try {
    connection ??= open();
    return { isLong: work(connection) };
  } catch (error) {
    connection?.close();
    connection = undefined;
    // The driver names no code where it cannot reach the folder.
    const { message, code = 'SQLITE_CANTOPEN' } = /** @type {Error & { code?: string }} */ (error);
    return { isLong: false, failure: { message, code } };
  }
}

function open() {
  const database = new SQLite(file, { fileMustExist: true, timeout: 100 });
  database.pragma('synchronous = NORMAL');
  return database;
}

/**
 * SQLite syncs the file only once nothing of the log is left, which while others write is when they are held: so nearly
 * all of it is synced before. @param {SQLite.Database} open
 */
function bringHome(open) {
  let { log, checkpointed } = checkpoint(open);
  if (log <= mostPages) return false;
  for (let turn = 0; turn === 0 || (log - checkpointed > fewPages && turn < mostTurns); turn += 1) {
    syncFile();
    ({ log, checkpointed } = checkpoint(open));
  }
  return true;
}

function syncFile() {
  opened ??= openSync(file, 'r+');
  fdatasyncSync(opened);
}

/**
 * Whoever writes next begins at the log's start, once all of it is home. Where another process reads the log, it is left
 * as it is until the next time. @param {SQLite.Database} open
 */
function beginAnew(open) {
  checkpoint(open);
  return false;
}

/** @param {SQLite.Database} open @returns {{ log: number, checkpointed: number }} in pages */
function checkpoint(open) {
  const [state] = /** @type {{ log: number, checkpointed: number }[]} */ (
    open.pragma('wal_checkpoint(passive)')
  );
  return state ?? { log: 0, checkpointed: 0 };
}
