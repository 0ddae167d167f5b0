import { root } from '../page.ts';

/** More do not help: phones of the middle class have as many cores. */
const mostWorkers = 8;
/** So many at a time, some tens of milliseconds of a phone, so that slow cores do not keep quick ones waiting. */
const keys = 8;

/** What the service takes as proof that the work was done, by all cores together. */
export async function solve(challenge: object): Promise<string> {
  const many = Math.min(mostWorkers, navigator.hardwareConcurrency || 1);
  const workers = Array.from({ length: many }, startWorker);
  try {
    return JSON.stringify({ challenge, solution: await solution(challenge, workers) });
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(root.dataset.worker ?? '', { type: 'module' });
}

function solution(challenge: object, workers: readonly Worker[]): Promise<object> {
  let next = 0;
  const help = async (worker: Worker): Promise<object> => {
    for (;;) {
      const from = next;
      next += keys;
      const found = await ask(worker, { challenge, from, keys });
      if (found) return found;
    }
  };
  return Promise.race(workers.map(help));
}

function ask(worker: Worker, asked: object): Promise<object | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(asked);
  });
}
