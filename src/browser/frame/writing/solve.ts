import { root } from '../page.ts';

/** What the service takes as proof that the work of this challenge was done. */
export function solve(challenge: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(root.dataset.worker ?? '', { type: 'module' });
    worker.onmessage = ({ data: solution }) => {
      worker.terminate();
      if (solution?.derivedKey) resolve(JSON.stringify({ challenge, solution }));
      else reject(solution);
    };
    worker.onerror = reject;
    worker.postMessage({ type: 'work', challenge });
  });
}
