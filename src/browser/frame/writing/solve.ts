import { root } from '../page.ts';

/** More do not help: phones of the middle class have as many cores. */
const mostWorkers = 8;
/** So many at a time, some tens of milliseconds of a phone, so that slow cores do not keep quick ones waiting. */
const keys = 8;

/** What the service takes as proof that the work was done; one puzzle after the other, by all cores together. */
export async function solve(puzzles: readonly object[]): Promise<string> {
  const many = Math.min(mostWorkers, navigator.hardwareConcurrency || 1);
  const workers = Array.from({ length: many }, startWorker);
  try {
    return JSON.stringify(await solveAll(puzzles, workers));
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(root.dataset.worker ?? '', { type: 'module' });
}

async function solveAll(puzzles: readonly object[], workers: readonly Worker[]) {
  const solved: { challenge: object; solution: object }[] = [];
  let next = 0;
  const help = async (worker: Worker) => {
    for (let challenge = puzzles[0]; challenge; challenge = puzzles[solved.length]) {
      const from = next;
      next += keys;
      const solution = await ask(worker, { challenge, from, keys });
      if (!solution || challenge !== puzzles[solved.length]) continue;
      solved.push({ challenge, solution });
      next = 0;
    }
  };
  await Promise.race(workers.map(help));
  return solved;
}

function ask(worker: Worker, asked: object): Promise<object | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(asked);
  });
}
