// The thread of `checkpoints.ts`: at each message it brings the log of a database home, and says how long it was.
// Plain JavaScript, since a thread that strips types takes three times the memory.
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';

const connection = new SQLite(String(workerData), { fileMustExist: true, timeout: 0 });
connection.pragma('synchronous = NORMAL');

parentPort?.on('message', (order) => {
  if (order === 'close') {
    connection.close();
    parentPort?.close();
  } else {
    parentPort?.postMessage(bringHome());
  }
});

/** The pages of the log. */
function bringHome() {
  const [done] = /** @type {{ log: number }[]} */ (connection.pragma('wal_checkpoint(passive)'));
  return done?.log ?? 0;
}
