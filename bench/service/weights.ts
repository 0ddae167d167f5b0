import { weigh } from '../weight.ts';
import { site, small } from './articles.ts';
import type { Bench } from './bench.ts';
import type { Row } from './report.ts';

const picture = /data:image\/[^"]+/g;

/** What a reader's browser gets for the comments, but for the captcha's picture. */
export async function* weightRows({ client }: Bench): AsyncGenerator<Row> {
  const script = await weigh(client, '/embed.js');
  yield {
    what: 'embed.js, compressed',
    value: script.packed / 1000,
    unit: 'kB',
    reach: { most: 1.5 },
  };
  const query = new URLSearchParams({ article: small.key });
  const page = await weigh(client, `/embed/${site}?${query}`, picture);
  yield {
    what: 'frame with 20 comments and all that it loads, compressed',
    value: page.packed / 1000,
    unit: 'kB',
    reach: { most: 12 },
    note: `${page.files} files`,
  };
}
