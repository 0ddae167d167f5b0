import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';

/** The work of a challenge, done by the library that any client may use. */
export async function doWork(puzzles: readonly Challenge[]) {
  const solved = [];
  for (const challenge of puzzles) {
    solved.push({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
  }
  return solved;
}
