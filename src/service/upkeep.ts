import { setImmediate } from 'node:timers/promises';
import type { Deps } from '../http/deps.ts';
import { cleanUp } from '../sites/retention.ts';
import { type Indexed, indexEarlier } from '../store/comments/search-index.ts';
import { purge } from '../store/erasure/purge.ts';
import type { SqliteDatabase } from '../store/sqlite.ts';

const hourMs = 3_600_000;
const atOnce = 200;

/** What is done beside the requests, a little at a time: now, and what comes due again every hour. */
export async function keepUp(deps: Deps, database: SqliteDatabase): Promise<void> {
  await indexAll(deps);
  await cleanUpHourly(deps, database);
}

/** Comments from before there was an index of words are found too, once it has caught up. */
async function indexAll({ database, log }: Deps): Promise<void> {
  try {
    let last: Indexed | undefined;
    while (true) {
      last = await indexEarlier(database, atOnce, last);
      if (!last) return;
      await setImmediate();
    }
  } catch (error) {
    log('error', 'the index of words is not complete', { cause: String(error) });
  }
}

async function cleanUpHourly(deps: Deps, database: SqliteDatabase): Promise<void> {
  try {
    await cleanUp(deps);
    await purge(database);
  } catch (error) {
    deps.log('error', 'not all was erased that is kept no longer', { cause: String(error) });
  }
  setTimeout(() => cleanUpHourly(deps, database), hourMs).unref();
}
