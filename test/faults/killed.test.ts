import { cpSync, readdirSync, statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { dice } from '../support/faults.ts';
import { databaseIn, prepareFolder } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, runNode, startProcess } from '../support/process.ts';
import { type Ledger, newLedger, runTraffic } from './traffic.ts';

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
const random = dice(seed);

/** Starts the service; resolves with how long it took until it was ready, in milliseconds. */
async function startTimed(directory: string) {
  const started = performance.now();
  const service = await startProcess({ DATA_DIR: directory });
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  return { service, ms: performance.now() - started };
}

/** How long it takes on this machine, as busy as it is, where there is nothing in the database. */
async function startEmpty(directory: string): Promise<number> {
  const { service, ms } = await startTimed(directory);
  service.signal('SIGKILL');
  await service.ended;
  return ms;
}

/** Starts and kills so many times; resolves with how long each start took, and how long others took without comments. */
async function killAgainAndAgain(directory: string, token: string, ledger: Ledger, times: number) {
  const readyAfter: number[] = [];
  const emptyAfter: number[] = [];
  const empty = newFolder();
  for (let round = 0; round < times; round += 1) {
    if (round % 3 === 0) emptyAfter.push(await startEmpty(empty));
    const { service, ms } = await startTimed(directory);
    readyAfter.push(ms);
    const traffic = runTraffic(service.url, token, ledger);
    setTimeout(() => service.signal('SIGKILL'), 50 + random() * 1500);
    await Promise.all([traffic, service.ended]);
    expect(service.output.err).toBe('');
  }
  return { ready: median(readyAfter), empty: median(emptyAfter) };
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN);
}

/** What the database has that was told, against what was told. */
function expectKept(directory: string, ledger: Ledger): void {
  const connection = new SQLite(databaseIn(directory));
  const column = (sql: string): unknown[] => connection.prepare(sql).pluck().all();
  const stored = new Set(column('select id from comments'));
  const states = new Map(
    connection
      .prepare<[], [string, string]>(`select id, state from comments where author = 'Hòa'`)
      .raw()
      .all(),
  );
  const decisions = new Map(
    connection
      .prepare<[], [string, string]>('select comment_id, decision_id from decided_comments')
      .raw()
      .all(),
  );
  const twice = column(
    `select body from comments where body like 'Ý kiến %:%' and author = 'Hòa' group by body having count(*) > 1`,
  );
  connection.close();
  const lost = [...ledger.comments].filter((id) => !stored.has(id));
  const undecided = [...ledger.published].filter(
    ([id, decision]) => states.get(id) !== 'published' || decisions.get(id) !== decision,
  );
  const still = [...ledger.withdrawn].filter((id) => states.get(id) !== 'withdrawn');
  expect({ seed, lost, undecided, still, twice }).toEqual({
    seed,
    lost: [],
    undecided: [],
    still: [],
    twice: [],
  });
}

async function expectSurvived(directory: string, times: number): Promise<void> {
  const token = await prepareFolder(directory);
  const ledger = newLedger();
  const { ready, empty } = await killAgainAndAgain(directory, token, ledger, times);
  expectKept(directory, ledger);
  const { code, err } = await runCommand(['check'], { env: { DATA_DIR: directory } });
  expect([code, err]).toEqual([0, '']);
  const { comments, published, withdrawn } = ledger;
  console.log(
    `${times} kills (seed ${seed}): ${comments.size} comments, ${published.size} decisions, ${withdrawn.size} withdrawals;`,
    `ready after ${ready} ms, without comments after ${empty} ms`,
  );
  expect(Math.min(comments.size, published.size, withdrawn.size)).toBeGreaterThan(times);
  // On a machine so busy that an empty service takes longer to start, what the comments add to it is what counts.
  expect(ready).toBeLessThan(Math.max(2000, empty + 500));
}

test('killed at sixty moments, nothing that anybody was told is lost or doubled', async () => {
  await expectSurvived(newFolder(), 60);
});

test('killed at sixty moments with a gigabyte, it is ready again in two seconds each time', async () => {
  const directory = newFolder();
  const given = process.env.FAULTS_DATABASE;
  if (given) for (const name of readdirSync(given)) cpSync(`${given}/${name}`, `${directory}/${name}`);
  else await runNode(['bench/seed/seed.ts', '--comments', '640000'], { env: { DATA_DIR: directory } });
  expect(statSync(databaseIn(directory)).size).toBeGreaterThan(900_000_000);
  await expectSurvived(directory, 60);
});
