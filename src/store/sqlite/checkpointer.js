// The thread of `checkpoints.ts`: at each message it brings the log of a database home, and says when it has.
// Plain JavaScript, since a thread that strips types takes three times the memory.
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';

/** @type {{ file: string, mostPages: number }} */
const { file, mostPages } = workerData;
/** So few that those who write meanwhile hardly notice. */
const fewPages = 500;
const mostTurns = 4;

const connection = new SQLite(file, { fileMustExist: true, timeout: 100 });
connection.pragma('synchronous = NORMAL');

parentPort?.on('message', (order) => {
  if (order === 'close') {
    connection.close();
    parentPort?.close();
  } else {
    bringHome();
    parentPort?.postMessage('done');
  }
});

/** A long log is begun anew, which keeps writers waiting: so once nearly all of it is home. */
function bringHome() {
  let { log, checkpointed } = checkpoint('passive');
  for (let turn = 1; log > mostPages && log - checkpointed > fewPages && turn < mostTurns; turn += 1)
    ({ log, checkpointed } = checkpoint('passive'));
  if (log > mostPages) checkpoint('restart');
}

/** @param {'passive' | 'restart'} mode @returns {{ log: number, checkpointed: number }} in pages */
function checkpoint(mode) {
  const [state] = /** @type {{ log: number, checkpointed: number }[]} */ (
    connection.pragma(`wal_checkpoint(${mode})`)
  );
  return state ?? { log: 0, checkpointed: 0 };
}
