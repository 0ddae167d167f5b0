// The thread of `checkpoints.ts`: told so, it brings the log of a database home, and says whether it is long; or begins
// it anew. Plain JavaScript, since a thread that strips types takes three times the memory.
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';

/** @type {{ file: string, mostPages: number }} */
const { file, mostPages } = workerData;
/** So few that beginning anew takes hardly longer than waiting for the disk. */
const fewPages = 500;
const mostTurns = 4;

const connection = new SQLite(file, { fileMustExist: true, timeout: 100 });
connection.pragma('synchronous = NORMAL');

parentPort?.on('message', (order) => {
  if (order === 'checkpoint') parentPort?.postMessage(bringHome());
  else if (order === 'restart') parentPort?.postMessage(beginAnew());
  else {
    connection.close();
    parentPort?.close();
  }
});

function bringHome() {
  let { log, checkpointed } = checkpoint('passive');
  for (let turn = 1; log > mostPages && log - checkpointed > fewPages && turn < mostTurns; turn += 1)
    ({ log, checkpointed } = checkpoint('passive'));
  return log > mostPages;
}

/** Where another process reads the log, it is left as it is until the next time. */
function beginAnew() {
  checkpoint('restart');
  return false;
}

/** @param {'passive' | 'restart'} mode @returns {{ log: number, checkpointed: number }} in pages */
function checkpoint(mode) {
  const [state] = /** @type {{ log: number, checkpointed: number }[]} */ (
    connection.pragma(`wal_checkpoint(${mode})`)
  );
  return state ?? { log: 0, checkpointed: 0 };
}
