import { fork } from 'node:child_process';
import { once } from 'node:events';
import { small } from './articles.ts';
import type { Bench } from './bench.ts';
import { listPath } from './lists.ts';
import { post } from './load.ts';
import { commentsPath, preparePostsFor } from './posts.ts';
import type { Row } from './report.ts';
import { percentile } from './rounds.ts';

/** Milliseconds between one reader and the next. */
const everyMs = 25;

/** Readers at a steady pace while as many comments come in as it takes. */
export async function* readingRows(bench: Bench): AsyncGenerator<Row> {
  const posts = await preparePostsFor(bench, bench.quick ? 4 : 15);
  const reading = await startReading(bench, 'kept');
  const { failed } = await post(bench.server.url + commentsPath, posts);
  const times = await reading.stop();
  yield {
    what: 'reading while posting at full rate, p99',
    value: percentile(times, 0.99),
    unit: 'ms',
    reach: { most: 10 },
    failed: failed > 0,
    note: `p50 ${percentile(times, 0.5).toFixed(1)}, longest ${Math.max(...times).toFixed(1)} ms of ${times.length}`,
  };
}

/** Reads the list of an article, over connections that are kept or with a new one each; `stop` gives milliseconds. */
export async function startReading({ server }: Bench, connections: 'kept' | 'new') {
  const script = new URL('./reader.ts', import.meta.url);
  const child = fork(script, [server.url + listPath(small.key), String(everyMs), connections]);
  await once(child, 'message');
  return {
    async stop(): Promise<number[]> {
      child.send('stop');
      const [times] = await once(child, 'message');
      return times;
    },
  };
}
