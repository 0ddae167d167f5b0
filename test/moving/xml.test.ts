import { expect, test } from 'vitest';
import { readElements } from '../../src/moving/read/xml.ts';
import { mended } from '../../src/moving/read/xml-mending.ts';

async function* inParts(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const mend = async (text: string, size: number) =>
  (await Array.fromAsync(mended(inParts(text, size)))).join('');

const broken: [string, string][] = [
  ['<a>?x=1&y=2&amp;z=3</a>', '<a>?x=1&amp;y=2&amp;z=3</a>'],
  ['<a>R & D &#38; &#x26; &lt; &; &#y;</a>', '<a>R &amp; D &#38; &#x26; &lt; &amp;; &amp;#y;</a>'],
  [
    '<a><![CDATA[x & y &amp; ]]]]><![CDATA[> & z]]> & w</a>',
    '<a><![CDATA[x & y &amp; ]]]]><![CDATA[> & z]]> &amp; w</a>',
  ],
  ['<a>b\u0000c\u001b\uffff\t\n</a>', '<a>bc\t\n</a>'],
];

test.each(broken)(
  'what a strict parser would stop at is mended, wherever the parts of it end: %j',
  async (text, whole) => {
    const padded = `${text}${' '.repeat(150)}${text}`;
    const expected = `${whole}${' '.repeat(150)}${whole}`;
    for (let size = 1; size <= padded.length; size += 1) expect(await mend(padded, size)).toBe(expected);
  },
);

test('records are the same wherever the parts of a file end', async () => {
  const text = `<?xml version="1.0"?>\r\n<!-- x --><r xmlns="u"><e i="1">a&lt;<![CDATA[<b>]]>😀</e><n><e>không</e></n><e i="2"/>&nbsp;</r>\n`;
  const wanted = {
    isRecord: ({ name }: { name: string }, parent?: { name: string }) => name === 'e' && parent?.name === 'r',
    isPart: () => false,
  };
  const read = async (size: number) =>
    (await Array.fromAsync(readElements(inParts(text, size), wanted))).map((one) => [
      one.attributes.i,
      one.text,
    ]);
  for (let size = 1; size <= text.length; size += 1)
    expect(await read(size)).toEqual([
      [undefined, ''],
      ['1', 'a<<b>😀'],
      ['2', ''],
    ]);
});
