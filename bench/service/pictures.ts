import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { newChallengeId } from '../../src/captcha/challenge-id.ts';
import { site as unlimited } from './articles.ts';
import type { Bench } from './bench.ts';
import { newAddress } from './posts.ts';
import { startReading } from './reading.ts';
import type { Row } from './report.ts';
import { percentile } from './rounds.ts';
import { secretOf } from './secret.ts';

const atOnce = 8;
const warmUpMs = 1000;
const limited = 'demo';

interface Asked {
  what: string;
  site: string;
  way: 'picture' | 'audio';
}

const asked: readonly Asked[] = [
  { what: 'pictures', site: limited, way: 'picture' },
  { what: 'pictures without limits', site: unlimited, way: 'picture' },
  { what: 'sounds without limits', site: unlimited, way: 'audio' },
];

/** Readers, while one address asks for picture after picture, or sound after sound, each of a new captcha. */
export async function* pictureRows(bench: Bench): AsyncGenerator<Row> {
  const alone = percentile(await readFor(bench), 0.95);
  for (const { what, ...of } of asked) {
    const asking = startAsking(bench, of);
    await wait(warmUpMs);
    const times = await readFor(bench);
    const { made, refused } = await asking.stop();
    yield {
      what: `reading while one address asks for ${what}, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      reach: { most: 30 },
      note: `${alone.toFixed(1)} alone; ${made} made and ${refused} refused meanwhile, ${atOnce} at once`,
    };
  }
}

async function readFor(bench: Bench): Promise<number[]> {
  const reading = await startReading(bench, 'kept');
  await wait(bench.quick ? 3_000 : 10_000);
  return reading.stop();
}

function startAsking({ client, folder }: Bench, { site, way }: Omit<Asked, 'what'>) {
  const world = { secret: secretOf(folder), now: Date.now, random: randomBytes };
  const headers = { 'x-forwarded-for': newAddress() };
  let [going, made, refused] = [true, 0, 0];
  const asker = async () => {
    while (going) {
      const { id } = newChallengeId(world, site);
      const { status } = await client.get(`/api/v1/sites/${site}/challenges/${id}/${way}`, headers);
      if (status === 200) made += 1;
      else refused += 1;
    }
  };
  const askers = Promise.all(Array.from({ length: atOnce }, asker));
  return {
    async stop() {
      going = false;
      await askers;
      return { made, refused };
    },
  };
}
