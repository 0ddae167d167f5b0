import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../src/moving/text/plain-text.ts';
import { isArticle, isComment, read } from './support.ts';

const comments = async (...given: Parameters<typeof read>) => (await read(...given)).filter(isComment);
const articles = async (...given: Parameters<typeof read>) => (await read(...given)).filter(isArticle);

describe('an export of WordPress', () => {
  const wxr = (item: string, version = '1.2') =>
    `<rss xmlns:wp="http://wordpress.org/export/${version}/" xmlns:content="c" xmlns:atom="a"><channel><item>${item}</item></channel></rss>`;
  const comment = (fields: string) =>
    `<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved>${fields}</wp:comment>`;

  test('is read of every version, and where its prefix is not said', async () => {
    const bare = wxr(comment('')).replace(
      /xmlns:wp="[^"]*"/,
      'version="2.0" xmlns:x="http://wordpress.org/export/1.2/"',
    );
    for (const text of [wxr(comment(''), '1.0'), wxr(comment(''), '1.1'), bare])
      expect(await comments('wordpress', text)).toMatchObject([{ id: '1', state: 'published' }]);
  });

  test('may have an ampersand in an address, and text of its own in CDATA', async () => {
    const fields = `<wp:comment_author><![CDATA[A &amp; B &lt;3]]></wp:comment_author>
      <wp:comment_author_url>http://x.example/?a=1&b=2</wp:comment_author_url>
      <wp:comment_content><![CDATA[a ]]]]><![CDATA[> b & &amp;amp; c]]></wp:comment_content>`;
    const [found] = await comments('wordpress', wxr(comment(fields)));
    expect(found).toMatchObject({ author: 'A & B <3' });
    expect(found && toPlainText(found.body)).toBe('a ]]> b & &amp; c');
  });

  test('takes an article by its own fields, and not by those of another kind in it', async () => {
    const item = `<atom:link href="x"/><link>https://b.example/a</link><title><![CDATA[B &amp; C]]></title>
      <content:encoded><![CDATA[<p>${'dài '.repeat(50_000)}</p>]]></content:encoded>
      <media:content xmlns:media="m"><media:title>không</media:title></media:content>`;
    expect(await articles('wordpress', wxr(item))).toMatchObject([
      { address: 'https://b.example/a', title: 'B & C', closed: false, leftOut: undefined },
    ]);
  });

  const fates: [string, object][] = [
    ['<wp:comment_approved>1', { state: 'published', leftOut: undefined }],
    ['<wp:comment_approved>0', { state: 'pending', leftOut: undefined }],
    ['<wp:comment_approved>spam', { state: 'spam', leftOut: undefined }],
    ['<wp:comment_approved>trash', { leftOut: 'trash' }],
    ['<wp:comment_approved>post-trashed', { leftOut: 'trash' }],
    ['<wp:comment_approved>2', { state: 'pending', oddities: ['unknown state'] }],
    ['<wp:comment_approved>1</wp:comment_approved><wp:comment_type>trackback', { leftOut: 'pingback' }],
    ['<wp:comment_approved>1</wp:comment_approved><wp:comment_type>order_note', { leftOut: 'other type' }],
    ['<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment', { leftOut: undefined }],
  ];

  test.each(fates)('says what became of a comment: %s', async (fields, fate) => {
    const [, last = ''] = /<([\w:]+)>\w[\w-]*$/.exec(fields) ?? [];
    const text = wxr(`<wp:comment><wp:comment_id>1</wp:comment_id>${fields}</${last}></wp:comment>`);
    expect(await comments('wordpress', text)).toMatchObject([fate]);
  });

  test.each(['draft', 'private', 'trash'])('leaves out what is no public article: %s', async (status) =>
    expect(await articles('wordpress', wxr(`<wp:status>${status}</wp:status>`))).toMatchObject([
      { leftOut: 'unpublished article' },
    ]),
  );
});

describe('an export of Disqus', () => {
  const disqus = (inside: string) =>
    `<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">${inside}</disqus>`;

  test('may lack everything that is not needed, and have posts before threads', async () => {
    const text = disqus('<post><id>7</id><message>a</message></post><thread dsq:id="1"><id/></thread>');
    expect(await comments('disqus', text)).toMatchObject([
      { id: '7', article: '', author: '', email: undefined, state: 'published', oddities: [] },
    ]);
    expect(await comments('disqus', disqus('<post><message>a</message></post>'))).toMatchObject([
      { leftOut: 'no id' },
    ]);
  });

  test('names an article by its address, also in its own word for it', async () => {
    const text = disqus(`<thread dsq:id="1"><id>9 https://b.example/?p=9</id></thread>
      <thread dsq:id="2"><id>bai-2</id></thread><thread dsq:id="3"><id>bai-3</id><link>https://b.example/3</link></thread>`);
    expect(await articles('disqus', text)).toMatchObject([
      { ref: '1', address: 'https://b.example/?p=9', key: undefined },
      { ref: '2', address: undefined, key: 'bai-2' },
      { ref: '3', address: 'https://b.example/3', key: undefined },
    ]);
  });

  test.each([
    ['<isSpam>123</isSpam>', 'pending', ['unknown state']],
    ['<isSpam> true </isSpam>', 'spam', []],
    ['<isSpam>false</isSpam><isApproved>false</isApproved>', 'pending', []],
  ])('holds what it does not clearly call published: %s', async (fields, state, oddities) =>
    expect(await comments('disqus', disqus(`<post><id>1</id>${fields}</post>`))).toMatchObject([
      { state, oddities },
    ]),
  );
});

describe('an export of objects', () => {
  const twikoo = (...more: object[]) =>
    more.map((one, at) => ({ _id: `${at}`, comment: 'a', url: '/a', ...one }));

  test('is read as an array, wrapped, or one a line, also of one line', async () => {
    const [one] = twikoo({});
    for (const text of [
      JSON.stringify([one]),
      JSON.stringify({ data: [one] }),
      JSON.stringify([one], null, 2),
    ])
      expect(await comments('twikoo', text)).toMatchObject([{ id: '0', place: 'entry 1' }]);
    for (const end of ['', '\n', '\r\n\r\n'])
      expect(await comments('twikoo', JSON.stringify(one) + end)).toMatchObject([
        { id: '0', place: 'line 1' },
      ]);
  });

  test('tells of entries that are no comments, each with its place', async () => {
    const found = await comments(
      'twikoo',
      JSON.stringify([...twikoo({}), 3, { _id: 'x' }, null, ...twikoo({})]),
    );
    expect(found.map(({ place, leftOut }) => [place, leftOut])).toEqual([
      ['entry 1', undefined],
      ['entry 2', 'not understood'],
      ['entry 3', 'not understood'],
      ['entry 4', 'not understood'],
      ['entry 5', undefined],
    ]);
  });

  test('tells an address once it is known, and where an article is without its place in the page', async () => {
    const text = JSON.stringify(
      twikoo({}, { href: 'https://b.example/a%23b' }, { href: 'https://b.example/a' }),
    );
    expect((await articles('twikoo', text)).map(({ ref, address }) => [ref, address])).toEqual([
      ['/a', undefined],
      ['/a', 'https://b.example/a'],
    ]);
  });

  test('of LeanCloud begins with a line of its own', async () => {
    const text = `#filetype:JSON-streaming {"type":"Class","class":"Comment"}\n${JSON.stringify({
      objectId: '5d',
      comment: '<p>chào</p>',
      url: '/a',
      insertedAt: { __type: 'Date', iso: '2024-07-02T00:00:05.000Z' },
    })}\n`;
    expect(await comments('waline', text)).toMatchObject([
      { id: '5d', state: 'published', time: { text: '2024-07-02T00:00:05.000Z' }, place: 'line 2' },
    ]);
  });

  test.each([
    ['<p><a class="at" href="#p1">@Nam</a> , chào</p>', 'chào'],
    ['[@Nam](#p1): chào', 'chào'],
    ['[@Nam](#p2): chào', '@Nam: chào'],
    ['<p><a class="at" href="#p2">@Nam</a> , chào</p>', '@Nam , chào'],
  ])('of Waline names the parent only where the parent does not: %s', async (comment, body) => {
    const [found] = await comments('waline', JSON.stringify([{ objectId: 'c', pid: 'p1', comment }]));
    expect(found && toPlainText(found.body)).toBe(body);
  });

  test('of Artalk writes what is so in many ways', async () => {
    const states = [true, 'true', 1, '1', false, 'false', 0, null].map((is_pending, id) => ({
      id: id + 1,
      page_key: '/a',
      content: 'a',
      rid: id % 2 ? '0' : 0,
      is_pending,
    }));
    const found = await comments('artalk', JSON.stringify(states));
    expect(found.map(({ state }) => state)).toEqual([
      ...Array(4).fill('pending'),
      ...Array(4).fill('published'),
    ]);
    expect(found.every(({ parent }) => parent === undefined)).toBe(true);
  });

  test('of Commento joins who wrote, and takes no word for an address that is none', async () => {
    const text = JSON.stringify({
      version: 1,
      comments: ['k1', 'k2', 'anonymous'].map((commenterHex) => ({
        commentHex: commenterHex,
        commenterHex,
        domain: 'b.example',
        url: 'c',
        markdown: 'a',
        parentHex: 'root',
        state: 'flagged',
      })),
      commenters: [
        { commenterHex: 'k1', name: 'Ý &amp; Ỷ', email: 'y@vd.example' },
        { commenterHex: 'k2', name: 'Z', email: 'undefined' },
      ],
    });
    expect(await comments('commento', text)).toMatchObject([
      { author: 'Ý & Ỷ', email: 'y@vd.example', article: 'https://b.example/c', oddities: ['flagged'] },
      { author: 'Z', email: undefined, state: 'pending' },
      { author: '', parent: undefined },
    ]);
  });

  test.each(['undefined', '@', 'x', 'anonymous@example.org', 'nam@disqus.com', 'a b@vd.example'])(
    'takes %j for no address',
    async (mail) => {
      expect(await comments('twikoo', JSON.stringify(twikoo({ mail })))).toMatchObject([
        { email: undefined },
      ]);
    },
  );

  test('keeps names and titles to one line', async () => {
    const text = JSON.stringify([
      {
        id: 1,
        page_key: '/a',
        content: 'a',
        nick: ' Nam\u0000\n  e\u0302\u0301 &amp; ',
        page_title: 'Một\n hai',
      },
    ]);
    expect(await read('artalk', text)).toMatchObject([{ title: 'Một hai' }, { author: 'Nam ế &' }]);
  });
});
