import { join } from 'node:path';
import type { Subject } from './bench.ts';
import { countComments } from './folder.ts';
import type { Row } from './report.ts';
import { median } from './rounds.ts';
import { startService } from './service.ts';

/** From the start of the process to the first answer that it is ready, of several starts. */
export async function* startRows({ quick, folder }: Subject): AsyncGenerator<Row> {
  const turns = Array.from({ length: quick ? 3 : 5 }, (_, turn) => turn);
  const fresh = turns.map((turn) => join(folder.scratch, `empty-${turn}`));
  yield {
    what: 'start to first answer, nothing there',
    value: await middleStart(folder, fresh),
    unit: 's',
    reach: { most: 0.5 },
  };
  await middleStart(folder, [folder.path]);
  yield {
    what: 'start to first answer, all comments there',
    value: await middleStart(
      folder,
      turns.map(() => folder.path),
    ),
    unit: 's',
    reach: { most: 1 },
    note: `${countComments(folder)} comments`,
  };
}

async function middleStart(folder: Subject['folder'], paths: readonly string[]): Promise<number> {
  const seconds = [];
  for (const path of paths) {
    const server = await startService(folder, path);
    seconds.push(server.readyMs / 1000);
    await server.stop();
  }
  return median(seconds);
}
