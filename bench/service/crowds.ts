import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';
import { commentsPath } from './posts.ts';
import { startReading } from './reading.ts';
import type { Row } from './report.ts';
import { percentile } from './rounds.ts';

const sockets = 10_000;
/** For all of them to be open; those that the server closes meanwhile may keep it from that. */
const patienceMs = 20_000;

interface Figures {
  open: number;
  closed: number;
}

/** Readers, each over a new connection, while thousands of others never finish what they ask. */
export async function* crowdRows(bench: Bench): AsyncGenerator<Row> {
  const crowd = openSockets(bench);
  try {
    const before = await untilOpen(crowd);
    const reading = await startReading(bench, 'new');
    await wait(bench.quick ? 5_000 : 20_000);
    const times = await reading.stop();
    const { open, closed } = await figuresOf(crowd);
    yield {
      what: `reading beside ${sockets} slow sockets, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      reach: { most: 500 },
      note: `${before.open} open at first and ${open} in the end, ${closed} closed meanwhile`,
    };
  } finally {
    crowd.kill();
  }
}

function openSockets({ server }: Bench): ChildProcess {
  const script = fileURLToPath(new URL('./slow-sockets.ts', import.meta.url));
  const node = [process.execPath, script, new URL(server.url).port, String(sockets), commentsPath];
  const shell = ['-c', 'ulimit -n "$(ulimit -Hn)"; exec "$0" "$@"', ...node];
  return spawn('sh', shell, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function untilOpen(crowd: ChildProcess): Promise<Figures> {
  const deadline = performance.now() + patienceMs;
  let figures = await figuresOf(crowd);
  while (figures.open < sockets && performance.now() < deadline) figures = await figuresOf(crowd);
  return figures;
}

async function figuresOf(crowd: ChildProcess): Promise<Figures> {
  const [figures] = await once(crowd, 'message');
  return figures;
}
