import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FormatName } from '../../src/moving/formats/formats.ts';
import { readExport } from '../../src/moving/read-export.ts';
import { pathOf, read, refusal } from './support.ts';

const sample = (name: string) => readFileSync(pathOf(name));
const disqus = sample('disqus.xml');
const text = disqus.toString();
const utf16 = Buffer.from(text, 'utf16le');

describe('a file of another format is refused', () => {
  const own: [FormatName, string[]][] = [
    ['disqus', ['disqus.xml', 'wordpress.xml']],
    ['wordpress', ['wordpress.xml']],
    ['isso', ['isso.db', 'isso-threads.json']],
    ['remark42', ['remark42.gz']],
    ['artalk', ['artalk.artrans']],
    ['waline', ['waline.json']],
    ['twikoo', ['twikoo.json', 'twikoo-wrapped.json', 'twikoo-lines.jsonl']],
    ['commento', ['commento.json']],
  ];
  const names = own.flatMap(([, some]) => some);
  const others = own.flatMap(([format, some]) =>
    names.filter((name) => !some.includes(name)).map((name): [FormatName, string] => [format, name]),
  );

  test.each(others)('by %s: %s', async (format, name) =>
    expect(await refusal(format, sample(name))).toMatch(/^the file (is|goes on)[^\n]+$/),
  );
});

const refused: [string, FormatName, string | Uint8Array, string][] = [
  ['an empty file', 'disqus', '', 'the file is empty'],
  ['empty lines', 'twikoo', ' \n\n', 'the file is not JSON: it begins with nothing but empty lines'],
  ['an empty file that was compressed', 'twikoo', gzipSync(''), 'the file is empty'],
  ['a ZIP archive', 'wordpress', 'PK\u0003\u0004\u0014\u0000', 'the file is a ZIP archive: unpack it first'],
  ['bzip2', 'disqus', 'BZh91AY&SY', 'the file is compressed by bzip2: unpack it first'],
  ['xz', 'disqus', Buffer.from('fd377a585a00', 'hex'), 'the file is compressed by xz: unpack it first'],
  ['zstd', 'isso', Buffer.from('28b52ffd04', 'hex'), 'the file is compressed by zstd: unpack it first'],
  [
    'a TAR archive',
    'artalk',
    gzipSync(`${'a'.padEnd(257, '\0')}ustar\0`),
    'the file is a TAR archive: unpack it first',
  ],
  [
    'what was compressed twice',
    'disqus',
    gzipSync(gzipSync(text)),
    'the file is compressed twice: unpack it first',
  ],
  [
    'what is damaged',
    'disqus',
    damaged(gzipSync(text)),
    'the file is damaged: its content cannot be unpacked',
  ],
  ['a web page', 'disqus', '<!DOCTYPE html><html>', 'the file is a web page, and no export'],
  [
    'a page without a type',
    'wordpress',
    '<html>',
    'the file is not a WordPress export (WXR): it begins with <html>',
  ],
  [
    'a feed',
    'wordpress',
    '<rss><channel><item/></channel></rss>',
    'the file is a feed (RSS), and not a WordPress export (WXR)',
  ],
  [
    'a document type',
    'disqus',
    '<!DOCTYPE a [<!ENTITY b "c">]><disqus/>',
    'the file has a document type of its own, which no export has: it is not read, for safety',
  ],
  ['words', 'disqus', 'Chào', 'the file is not XML: it begins with "C"'],
  ['words, for JSON', 'twikoo', 'Chào', 'the file is not JSON: it begins with "C"'],
  [
    'XML that was altered',
    'disqus',
    text.replace('</thread>', ''),
    'the file is not well-formed XML, or was altered, at line 22:9: unexpected close tag',
  ],
  [
    'what goes on behind its end',
    'disqus',
    `${text}Fatal error`,
    'the file is not well-formed XML, or was altered, at line 23:11: text data outside of root node',
  ],
  [
    'two documents',
    'twikoo',
    '[{"_id":"1","comment":"a"}][]',
    'the file goes on behind its JSON: it is of another format',
  ],
  ['a line of something else', 'remark42', '{"version":1}\nxin chào\n{"id":"1"}\n', 'line 2 is not JSON'],
  [
    'a line that is cut',
    'remark42',
    '{"version":1}\n{"id":"1',
    'the file was cut, or is no JSON: its last line, 2, has no end',
  ],
  [
    'another version',
    'comentario',
    '{"version":3,"pages":[]}',
    'the file is of version 3, which is not read here; only version 1 is',
  ],
  ['no version', 'commento', '{"comments":[]}', 'the file is not of Commento: it does not say its version'],
  ['no comments', 'commento', '{"version":1}', 'the file is not of Commento: it has no comments'],
  [
    'no place of comments',
    'waline',
    '{"data":{}}',
    'the file is not of Waline or Valine: it has no comments at data.Comment or data.data.Comment or results',
  ],
  [
    'UTF-32',
    'disqus',
    Buffer.from('fffe00003c000000', 'hex'),
    'the file is in UTF-32, which is not read here: save it as UTF-8',
  ],
  [
    'half a character of UTF-16',
    'disqus',
    utf16.subarray(0, 1001),
    'the file is not in utf-16le, or was cut',
  ],
  [
    'Latin letters',
    'disqus',
    Buffer.from('<disqus>caf\u00e9 ', 'latin1'),
    'the file is not UTF-8 at byte 11: it was cut, or name its encoding by --encoding, such as windows-1252',
  ],
  [
    'Latin letters in lines',
    'remark42',
    Buffer.from('{"version":1}\n{"id":"\u00e9"}\n', 'latin1'),
    'line 2 is not UTF-8',
  ],
  [
    'two sites',
    'artalk',
    artalk('Một', 'Hai'),
    'the file has several sites ("Một", "Hai"): choose one by --source-site',
  ],
];

function damaged(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => (at === 300 ? byte ^ 255 : byte)));
}

function artalk(...sites: string[]): string {
  return JSON.stringify(sites.map((site_name, id) => ({ id, site_name, page_key: '/a', content: 'b' })));
}

test.each(refused)('%s (%s) is refused by one line', async (_, format, content, sentence) =>
  expect(await refusal(format, content)).toBe(sentence),
);

test('a file that is not there is refused', async () => {
  await expect(Array.fromAsync(readExport('/nowhere', 'disqus'))).rejects.toThrow(
    '"/nowhere" cannot be read',
  );
  await expect(Array.fromAsync(readExport('/', 'disqus'))).rejects.toThrow(
    '"/" cannot be read: it is no file',
  );
});

test('of several sites in a file the one that was chosen is read', async () => {
  const content = artalk('Một', 'Hai', 'Một');
  expect(await read('artalk', content, { sourceSite: 'Một' })).toHaveLength(3);
  expect(await refusal('artalk', content, { sourceSite: 'Ba' })).toBe(
    'the file has no site "Ba"; it has "Một", "Hai"',
  );
});

test('what unpacks without end is refused', async () => {
  const nothing = gzipSync(Buffer.alloc(70_000_000, `${' '.repeat(9999)}\n`), { level: 9 });
  expect(await refusal('remark42', nothing)).toBe('the file unpacks to far more than it is: it is no export');
});

test('a text without end is refused before it fills the memory', async () => {
  const long = 'a'.repeat(33_000_000);
  expect(await refusal('disqus', `<disqus xmlns="http://disqus.com"><post><message>${long}`)).toBe(
    'line 1: a text is longer than any comment; the file is no export',
  );
  expect(await refusal('twikoo', `[{"_id":"${long}`)).toBe(
    'the file has an entry that is longer than any comment: it is no export',
  );
});

const same: [string, Uint8Array][] = [
  ['with a mark of UTF-8', Buffer.from(`\ufeff${text}`)],
  ['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['in UTF-16 without a mark', utf16],
  ['in UTF-16, big end first', Buffer.from(utf16).swap16()],
  ['compressed', gzipSync(disqus)],
  [
    'compressed in two parts',
    Buffer.concat([gzipSync(disqus.subarray(0, 900)), gzipSync(disqus.subarray(900))]),
  ],
  ['compressed in UTF-16', gzipSync(utf16)],
  ['behind empty lines', Buffer.from(`\n \n${text}\n\n`)],
  ['with characters that XML forbids', Buffer.from(text.replace('Chào', '\u0008Ch\u000bào'))],
];

test.each(same)('a file is the same %s', async (_, bytes) => {
  const lineless = (found: object) => ({ ...found, place: '' });
  expect((await read('disqus', bytes)).map(lineless)).toEqual((await read('disqus', disqus)).map(lineless));
});

test('another encoding is read where it is named', async () => {
  const post =
    '<disqus xmlns="http://disqus.com"><post><id>1</id><author><name>café</name></author></post></disqus>';
  const [found] = await read('disqus', Buffer.from(post, 'latin1'), { encoding: 'windows-1252' });
  expect(found).toMatchObject({ author: 'café' });
});
