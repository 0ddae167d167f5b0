// The thread of `checkpoints.ts`: at each message it brings the log of a database home, and says how long it was.
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

/** The pages of the log; nothing where somebody else was at it. */
function bringHome(): number {
  const [done] = connection.pragma('wal_checkpoint(passive)') as { log: number }[];
  return done?.log ?? 0;
}
