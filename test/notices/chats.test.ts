import { expect, test } from 'vitest';
import { chatPost } from '../../src/notices/channels/chat.ts';
import { poster } from '../../src/notices/channels/post.ts';
import { carry } from '../../src/notices/courier.ts';
import { lineOf, plain } from '../../src/notices/line.ts';
import { storeComment } from '../../src/store/comments/comments.ts';
import { usual } from '../support/filled.ts';
import { startReceiver } from '../support/receiver.ts';
import { startService } from '../support/service.ts';

const minute = 60_000;
const hooks = '/api/v1/sites/demo/webhooks';

async function open(kind: string, asked: object = {}) {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  const owner = await service.addModerator('Hà', { role: 'owner', sites: ['demo'] });
  const receiver = await startReceiver();
  await service.json('POST', hooks, { url: `${receiver.url}/hook/abcdef`, kind, ...asked }, owner);
  const world = { ...service.deps, post: poster({ loopback: true }) };
  const tellAll = async () => {
    while (await carry(world));
  };
  const told = () => receiver.received.map(({ body }) => JSON.parse(body));
  return { service, owner, receiver, tellAll, told };
}

const body = (at: number) => `Ý kiến thứ ${at} của tôi về bài viết này, mong tòa soạn xem.`;

test.for([
  ['slack', { text: 'LINE\n<LINK>', mrkdwn: false, unfurl_links: false, unfurl_media: false }],
  ['telegram', { text: 'LINE\nLINK', link_preview_options: { is_disabled: true } }],
  ['discord', { content: 'LINE\n<LINK>', allowed_mentions: { parse: [] }, flags: 4 }],
  ['lark', { msg_type: 'text', content: { text: 'LINE\nLINK' } }],
] as const)('%s is told in one line how the queue stands, and where', async ([kind, shape]) => {
  const { service, tellAll, told } = await open(kind);
  await service.send({ body: body(0) });
  service.clock.now += 25 * minute;
  await service.send({ body: body(1) });
  await tellAll();
  const line = 'Báo Mới: 2 bình luận đang chờ duyệt, cũ nhất 25 phút';
  const link = 'http://comments.test/moderation?site=demo';
  const wanted = JSON.stringify(shape).replace('LINE', line).replace('LINK', link);
  expect(told()).toEqual([JSON.parse(wanted)]);
});

test('a wave of 5,000 comments within an hour is told in at most 60 lines, and nothing once all are decided', async () => {
  const { service, owner, tellAll, told } = await open('slack');
  const { database } = service.deps;
  const store = (at: number) =>
    storeComment(database, { ...usual, id: `c${at}`, site: 'demo', createdAt: service.clock.now });
  const began = service.clock.now;
  for (let at = 0; at < 5000; at += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, more) => store(at + more)));
    await tellAll();
    service.clock.now += 36_000;
  }
  expect(service.clock.now - began).toBe(60 * minute);
  expect(told().length).toBeGreaterThan(45);
  expect(told().length).toBeLessThanOrEqual(60);
  expect(told().at(-1).text).toMatch(/^Báo Mới: (4\.9|5\.0)\d\d bình luận đang chờ duyệt/);
  service.clock.now += minute;
  await tellAll();
  const before = told().length;
  await store(5000);
  const decision = { action: 'spam', filter: { site: 'demo', state: 'pending' }, expected: 5001 };
  expect((await service.json('POST', '/api/v1/decisions', decision, owner)).status).toBe(201);
  for (let step = 0; step < 5; step += 1) {
    service.clock.now += minute;
    await tellAll();
  }
  expect(told().length).toBe(before);
});

test('a chat that asks for it is told of each comment by itself', async () => {
  const { service, tellAll, told } = await open('discord', { grouped: false, events: ['comment.held'] });
  const { body: sent } = await service.send({
    author: 'Mai Anh',
    article: { key: '/a', title: 'Giá xăng tăng' },
  });
  await tellAll();
  expect(told()).toEqual([
    expect.objectContaining({
      content: `Báo Mới: Bình luận của Mai Anh về bài “Giá xăng tăng” chờ duyệt\n<http://comments.test/moderation/comments/${sent.id}>`,
    }),
  ]);
});

test('Lark’s faults, which it answers with success, are faults', async () => {
  const { service, owner, receiver, tellAll } = await open('lark');
  receiver.answer = (_, response) => void response.end('{"code":19001,"msg":"param invalid"}');
  await service.send();
  await tellAll();
  const { webhooks } = (await service.json('GET', hooks, undefined, owner)).body;
  expect(webhooks[0].failingSince).not.toBeNull();
});

test('of a chat’s address only its host and last letters are shown', async () => {
  const { service, owner, receiver } = await open('slack');
  const { webhooks } = (await service.json('GET', hooks, undefined, owner)).body;
  expect(webhooks.map(({ url }: { url: string }) => url)).toEqual([`${receiver.url}/…cdef`]);
});

/** What chats would take for a link, a call, a mark of theirs, or the end of what holds it. */
const nasty = [
  ...[
    '<!channel>',
    '<@U123>',
    '<https://vn88.example|Bấm vào đây>',
    '@everyone',
    '@here',
    '<at user_id="all"></at>',
  ],
  ...[
    '[Bấm](https://vn88.example)',
    'https://vn88.example/a',
    'vn88.example',
    'mailto:a@b.example',
    '//vn88.example',
  ],
  ...[
    '*đậm*',
    '_nghiêng_',
    '~xóa~',
    '`mã`',
    '```',
    '||ẩn||',
    '# Tựa',
    '> trích',
    'a\nb',
    'a\r\n\r\nb',
    '\u202Eabc',
    '\u2028x',
  ],
  ...[
    '"}],"text":"x',
    '\\u003c!here\\u003e',
    '&lt;!channel&gt;',
    '<b>x</b>',
    '<script>alert(1)</script>',
    't.me/nhom',
    '/cmd',
  ],
];

test('nothing of a stranger’s words is a link, a call or a mark to a chat', () => {
  for (const text of nasty) {
    const line = plain(text);
    expect(line).not.toMatch(/[<>[\]&\n\r\u202e\u2028]|@\w|\w\.\w|:\/\/|\/\/|[*_~`|#](?!\u2060)/);
    const site = { id: 'demo', name: text, language: 'vi' as const };
    const told = lineOf(
      {
        ...{
          kind: 'comment.held' as const,
          createdAt: 0,
          site,
          state: 'pending',
          version: 1,
          publicUrl: 'https://bl.example',
        },
        subject: {
          ...{
            id: 'x',
            parentId: null,
            author: text,
            body: text,
            state: 'pending' as const,
            risk: 0,
            likes: 0,
            reports: 0,
          },
          ...{ createdAt: 0, reasons: [], decision: null, article: { key: text, title: text, url: text } },
        },
      },
      0,
    );
    for (const kind of ['slack', 'telegram', 'discord', 'lark'] as const) {
      const sent = JSON.stringify(
        JSON.parse(chatPost(kind, 'https://x.example', told, 'https://bl.example/m').body),
      );
      const links = sent.match(/https?:\/\/[^\s"<>\\]+/g);
      expect(links).toEqual(['https://bl.example/m']);
    }
  }
});
