// The thread of `checkpoints.ts`: told so, it brings the log of a database home, and says whether it is long; or begins
// it anew. Plain JavaScript, since a thread that strips types takes three times the memory.
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';

/** @type {{ file: string, mostPages: number }} */
const { file, mostPages } = workerData;
/** So few that beginning anew takes hardly longer than waiting for the disk. */
const fewPages = 500;
const mostTurns = 4;

/** @type {SQLite.Database | undefined} */
let connection;

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
  const opened = new SQLite(file, { fileMustExist: true, timeout: 100 });
  opened.pragma('synchronous = NORMAL');
  return opened;
}

/** @param {SQLite.Database} open */
function bringHome(open) {
  let { log, checkpointed } = checkpoint(open, 'passive');
  for (let turn = 1; log > mostPages && log - checkpointed > fewPages && turn < mostTurns; turn += 1)
    ({ log, checkpointed } = checkpoint(open, 'passive'));
  return log > mostPages;
}

/** Where another process reads the log, it is left as it is until the next time. @param {SQLite.Database} open */
function beginAnew(open) {
  checkpoint(open, 'restart');
  return false;
}

/** @param {SQLite.Database} open @param {'passive' | 'restart'} mode @returns {{ log: number, checkpointed: number }} in pages */
function checkpoint(open, mode) {
  const [state] = /** @type {{ log: number, checkpointed: number }[]} */ (
    open.pragma(`wal_checkpoint(${mode})`)
  );
  return state ?? { log: 0, checkpointed: 0 };
}
