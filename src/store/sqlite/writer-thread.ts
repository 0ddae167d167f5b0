// The thread of `writing-aside.ts`: it writes, syncs and has the log brought home, so that whoever reads waits for none of
// it.
import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, type Beginning, type Order, sendable, type Told } from './orders.ts';
import { Writer } from './writer.ts';
import type { Commit } from './writing.ts';

/** As many as ask at once, more or less: nobody who reads waits for them. */
const mostTogether = 256;
/** What whoever reads remembers is of no use after a commit, so that few of them are better for everybody. */
const restMs = 4;
const closingMs = 10_000;

const { file, trusted, stopped, gate }: Beginning = workerData;
const writer = new Writer(
  file,
  {
    closed: async () => untilReadersClose(),
    opened: () => tell({ kind: 'opened' }),
    committed: (commit) => void commits.push(commit),
    failed: (error) => tell({ kind: 'failed', error: sendable(error) }),
  },
  { mostTogether, restMs, trusted },
);
if (stopped) writer.stop();
writer.checkpointAside();
writer.link.openEarly();

let answers: Answer[] = [];
let commits: Commit[] = [];

parentPort?.on('message', async (order: Order) => {
  const { number } = order;
  try {
    answer({ number, value: await carryOut(order) });
  } catch (error) {
    answer({ number, error: sendable(error) });
  }
});

async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === 'write') return writer.write(order.statements);
  if (order.kind !== 'close') return writer[order.kind]();
  await writer.close(async () => undefined);
  parentPort?.close();
}

/** Those of one commit go together. */
function answer(one: Answer): void {
  if (answers.push(one) > 1) return;
  queueMicrotask(() => {
    tell({ kind: 'answers', answers, commits });
    [answers, commits] = [[], []];
  });
}

/** While anybody has the database open, SQLite goes on with what it remembers of the log. */
function untilReadersClose(): void {
  Atomics.store(gate, 0, 0);
  tell({ kind: 'closed' });
  Atomics.wait(gate, 0, 0, closingMs);
}

function tell(told: Told): void {
  parentPort?.postMessage(told);
}
