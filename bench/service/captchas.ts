import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { challengePath, newAddress } from './posts.ts';
import type { Row } from './report.ts';
import { median } from './rounds.ts';

/** Fewer than are made ahead, and more. */
const counts = { few: 300, many: 1200 };
const unmeasured = 30;
const restMs = 5000;

/** What a captcha costs, one after the other: as one meets it, and while they are asked for without end. */
export async function* captchaRows(bench: Bench): AsyncGenerator<Row> {
  await issue(bench, unmeasured);
  await wait(restMs);
  const rested = await issue(bench, counts.few);
  yield { what: 'captcha issued, one at a time', unit: 'ms', reach: { most: 0.7 }, ...rested };
  const endless = await issue(bench, counts.many);
  yield {
    what: 'captcha issued, when those made ahead are gone',
    unit: 'ms',
    reach: { most: 3 },
    ...endless,
  };
}

async function issue({ client }: Bench, count: number): Promise<Pick<Row, 'value' | 'failed'>> {
  const times: number[] = [];
  let failed = false;
  for (let turn = 0; turn < count; turn += 1) {
    const answer = await client.send('POST', challengePath, {}, { 'x-forwarded-for': newAddress() });
    if (answer.status !== 201) failed = true;
    times.push(answer.ms);
  }
  return { value: median(times), failed };
}
