import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../client.ts';
import type { Bench } from './bench.ts';
import { newAddress } from './posts.ts';
import type { Row } from './report.ts';

const atOnce = 50;
const everyMs = 10;

/** What a reader waits for our script while many sign in at once, each from an address of its own. */
export async function* signInRows({ client }: Bench): AsyncGenerator<Row> {
  await client.get('/embed.js');
  const started = performance.now();
  let signingIn = true;
  const signIns = Promise.all(Array.from({ length: atOnce }, (_, turn) => signIn(client, turn))).finally(
    () => {
      signingIn = false;
    },
  );
  const reads: Promise<Answer>[] = [];
  while (signingIn) {
    reads.push(client.get('/embed.js'));
    await wait(everyMs);
  }
  const statuses = (await signIns).map(({ status }) => status);
  const files = await Promise.all(reads);
  const count = (wanted: number) => statuses.filter((status) => status === wanted).length;
  yield {
    what: `embed.js during ${atOnce} sign-ins at once, longest`,
    value: Math.max(...files.map(({ ms }) => ms)),
    unit: 'ms',
    reach: { most: 20 },
    failed: count(401) + count(503) !== atOnce || files.some(({ status }) => status !== 200),
    note: `${count(401)} passwords hashed in ${Math.round(performance.now() - started)} ms, ${count(503)} sent away`,
  };
}

function signIn(client: Bench['client'], turn: number): Promise<Answer> {
  const wrong = { name: `Không ai ${turn}`, password: 'sai' };
  return client.send('POST', '/api/v1/session', wrong, { 'x-forwarded-for': newAddress() });
}
