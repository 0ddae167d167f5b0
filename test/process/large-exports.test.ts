import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormatName } from '../../src/moving/formats/formats.ts';

/** Of comments in each file; the heap that may hold what is kept of them is less than they take. */
const megabytes = 36;
const heap = 28;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'binh-luan-large-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const body = 'Bài viết rất hay, cảm ơn tác giả đã chia sẻ những điều này với mọi người. '.repeat(12);

interface Shape {
  before: string;
  entry: (id: number) => string;
  after: string;
}

const json = (more: (id: number) => object) => (id: number) => JSON.stringify({ ...more(id), filler: id });

const shapes: [FormatName, Shape][] = [
  [
    'wordpress',
    {
      before: '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>',
      entry: (id) =>
        `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_content><![CDATA[${body}]]></wp:comment_content></wp:comment>\n<wp:postmeta><wp:meta_value>${body}</wp:meta_value></wp:postmeta>`,
      after: '</item></channel></rss>',
    },
  ],
  [
    'disqus',
    {
      before: '<disqus xmlns="http://disqus.com">',
      entry: (id) =>
        `<category><title>${body}</title></category><post><id>${id}</id><message>${body}</message></post>\n`,
      after: '</disqus>',
    },
  ],
  [
    'twikoo',
    {
      before: '{"code":0,"other":[[]',
      entry: (id) => `,${json((_id) => ({ _id, comment: body, url: '/a' }))(id)}`,
      after: '],"data":[{"_id":1,"comment":"a"}]}',
    },
  ],
  [
    'commento',
    {
      before: '{"version":1,"comments":[{"commentHex":"a"}',
      entry: (id) => `,${json((commentHex) => ({ commentHex: `${commentHex}`, markdown: body }))(id)}`,
      after: '],"commenters":[]}',
    },
  ],
  [
    'remark42',
    {
      before: '{"version":1}\n',
      entry: (id) => `${json((one) => ({ id: `${one}`, text: body, locator: { url: '/a' } }))(id)}\n`,
      after: '',
    },
  ],
];

function* contentOf({ before, entry, after }: Shape): Generator<string> {
  yield before;
  for (let [id, length] = [1, 0]; length < megabytes * 1_000_000; id += 1) {
    const text = entry(id);
    length += Buffer.byteLength(text);
    yield text;
  }
  yield after;
}

const reading = (format: FormatName, path: string) => `
  import { readExport } from ${JSON.stringify(new URL('../../src/moving/read-export.ts', import.meta.url).href)};
  let count = 0;
  for await (const found of readExport(${JSON.stringify(path)}, ${JSON.stringify(format)})) count += Number(found.kind === 'comment');
  console.log(count > 0);`;

test.each(shapes)('a file of %s takes no more memory the longer it is', async (format, shape) => {
  const path = join(folder, format);
  await pipeline(Readable.from(contentOf(shape)), createGzip({ level: 1 }), createWriteStream(path));
  const script = reading(format, path);
  const flags = [`--max-old-space-size=${heap}`, '--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['true\n', '']);
});
