import type { Bench } from './bench.ts';
import { challengePath, newAddress } from './posts.ts';
import type { Row } from './report.ts';
import { median } from './rounds.ts';

const count = 300;
const unmeasured = 30;

/** What a captcha costs, one after the other. */
export async function* captchaRows({ client }: Bench): AsyncGenerator<Row> {
  const times: number[] = [];
  let failed = false;
  for (let turn = -unmeasured; turn < count; turn++) {
    const answer = await client.send('POST', challengePath, {}, { 'x-forwarded-for': newAddress() });
    if (answer.status !== 201) failed = true;
    if (turn >= 0) times.push(answer.ms);
  }
  const value = median(times);
  yield { what: 'captcha issued, one at a time', value, unit: 'ms', reach: { most: 3 }, failed };
}
