import { join } from 'node:path';
import { type Server, serve } from '../server.ts';
import type { Bench } from './bench.ts';
import { post } from './load.ts';
import { commentsPath, preparePosts, preparePostsFor } from './posts.ts';
import { processorMs } from './processor.ts';
import type { Row } from './report.ts';
import { failuresOf, inTurn, median, ratesText, ratioOf } from './rounds.ts';

/** Comments that go the whole way and are on the disk when they are answered, against one insert. */
export async function* postingRows(bench: Bench): AsyncGenerator<Row> {
  const bare = {
    unsynced: await startBare(bench, 'off'),
    synced: await startBare(bench, 'full'),
  };
  const { ours, unsynced, synced, cpuMs } = await measure(bench, bare);
  await bare.unsynced.stop();
  await bare.synced.stop();

  const failed = failuresOf(ours, unsynced, synced) > 0;
  yield {
    what: 'posting with captcha, synced, against one unsynced insert',
    value: ratioOf(ours, unsynced),
    unit: 'of theirs',
    failed,
    note: ratesText(ours, unsynced),
  };
  yield {
    what: 'posting, p99 at 32 connections',
    value: median(ours.map(({ p99 }) => p99)),
    unit: 'ms',
    reach: { most: 40 },
    failed,
  };
  yield {
    what: 'posting, against inserts synced one by one',
    value: ratioOf(ours, synced),
    unit: 'of theirs',
    reach: { least: 0.35 },
    failed,
    note: ratesText(ours, synced),
  };
  yield {
    what: 'posting, processor time of the whole process for one',
    value: median(cpuMs),
    unit: 'ms',
    reach: { most: 1.1 },
    failed,
  };
}

async function measure(bench: Bench, bare: Record<'unsynced' | 'synced', Server>) {
  const seconds = bench.quick ? 1 : 2;
  let posts = await preparePostsFor(bench, seconds);
  const count = posts.length;
  const cpuMs: number[] = [];
  const measures = {
    ours: async () => {
      posts = await preparePosts(bench, count);
      const before = processorMs(bench.server.pid);
      const load = await post(bench.server.url + commentsPath, posts);
      cpuMs.push((processorMs(bench.server.pid) - before) / count);
      return load;
    },
    unsynced: () => post(bare.unsynced.url, posts, seconds),
    synced: () => post(bare.synced.url, posts, seconds),
  };
  await inTurn(1, measures);
  cpuMs.length = 0;
  return { ...(await inTurn(bench.quick ? 3 : 5, measures)), cpuMs };
}

function startBare({ folder }: Bench, synchronous: 'off' | 'full'): Promise<Server> {
  const file = join(folder.scratch, `bare-${synchronous}.db`);
  return serve(['bench/service/bare-insert.ts', file, synchronous]);
}
