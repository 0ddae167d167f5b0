import { endActs } from '../acts/unended.ts';
import type { Deps } from '../http/deps.ts';
import { anything, enough, learnDue } from '../screening/lessons.ts';
import { cleanUp } from '../sites/retention.ts';
import { type Indexed, indexAnew, indexEarlier } from '../store/comments/earlier-words.ts';
import { purge } from '../store/erasure/purge.ts';
import { takeLeftOver, unendedMs } from '../store/queue/decision-steps.ts';
import type { SqliteDatabase } from '../store/sqlite.ts';
import { inSteps } from '../world/slices.ts';

const hourMs = 3_600_000;
const learningMs = 5000;
const atOnce = 50;

/** What is done beside the requests, a little at a time: now, and what comes due again every minute or hour. */
export async function keepUp(deps: Deps, database: SqliteDatabase): Promise<void> {
  await endWhatWasCutOff(deps, Number.MAX_SAFE_INTEGER);
  await indexAll(deps);
  await learnOften(deps);
  await cleanUpHourly(deps, database);
}

/** Decisions and moves that were cut off, which at the start are all that have not come to their end. */
async function endWhatWasCutOff(deps: Deps, before: number): Promise<void> {
  try {
    await takeLeftOver(deps.database, before);
    await endActs(deps, before);
  } catch (error) {
    deps.log('error', 'what was decided or moved is not at its end', { cause: String(error) });
  }
  later(deps, () => endWhatWasCutOff(deps, deps.now() - unendedMs), unendedMs);
}

/** Comments from before there was an index of words, or this one, are found too, once it has caught up. */
async function indexAll({ database, log }: Deps): Promise<void> {
  try {
    let last: Indexed | undefined;
    await inSteps(async () => {
      last = await indexEarlier(database, atOnce, last);
      return last !== undefined;
    });
    await inSteps(() => indexAnew(database, atOnce));
  } catch (error) {
    log('error', 'the index of words is not complete', { cause: String(error) });
  }
}

/** What moderators decided is learned soon, though none of them waits for it. */
async function learnOften(deps: Deps): Promise<void> {
  try {
    await learnDue(deps, enough);
  } catch (error) {
    deps.log('error', 'what was decided is not learned', { cause: String(error) });
  }
  later(deps, () => learnOften(deps), learningMs);
}

async function cleanUpHourly(deps: Deps, database: SqliteDatabase): Promise<void> {
  try {
    await cleanUp(deps);
    await purge(database);
    await learnDue(deps, anything);
  } catch (error) {
    deps.log('error', 'not all was erased that is kept no longer', { cause: String(error) });
  }
  later(deps, () => cleanUpHourly(deps, database), hourMs);
}

/** Keeps no process alive, and leaves alone what has been closed meanwhile. */
function later({ isStopping }: Deps, work: () => Promise<void>, ms: number): void {
  setTimeout(() => isStopping?.() || void work(), ms).unref();
}
