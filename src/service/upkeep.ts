import { endActs } from '../acts/unended.ts';
import type { Deps } from '../http/deps.ts';
import { anything, enough, learnDue } from '../screening/lessons.ts';
import { cleanUp } from '../sites/retention.ts';
import { indexAnew } from '../store/comments/earlier-words.ts';
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
  await attempt(deps, 'what was decided or moved is not at its end', async () => {
    await takeLeftOver(deps.database, before);
    await endActs(deps, before);
  });
  later(deps, () => endWhatWasCutOff(deps, deps.now() - unendedMs), unendedMs);
}

/** Comments whose words are to be in the index otherwise than they are are found too, once it has caught up. */
async function indexAll(deps: Deps): Promise<void> {
  await attempt(deps, 'the index of words is not complete', () =>
    inSteps(() => indexAnew(deps.database, atOnce)),
  );
}

/** What moderators decided is learned soon, though none of them waits for it. */
async function learnOften(deps: Deps): Promise<void> {
  await attempt(deps, 'what was decided is not learned', () => learnDue(deps, enough));
  later(deps, () => learnOften(deps), learningMs);
}

async function cleanUpHourly(deps: Deps, database: SqliteDatabase): Promise<void> {
  await attempt(deps, 'not all was erased that is kept no longer', async () => {
    await cleanUp(deps);
    await purge(database);
    await learnDue(deps, anything);
  });
  later(deps, () => cleanUpHourly(deps, database), hourMs);
}

/** What fails is told, but where the service was closed meanwhile. */
async function attempt({ log, isStopping }: Deps, failure: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isStopping?.()) log('error', failure, { cause: String(error) });
  }
}

/** Keeps no process alive. */
function later({ isStopping }: Deps, work: () => Promise<void>, ms: number): void {
  setTimeout(() => isStopping?.() || void work(), ms).unref();
}
