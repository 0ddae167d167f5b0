import { Buffer } from 'node:buffer';
import { test } from 'vitest';
import { expectCalm, expectNone, type Open, openService } from './answers.ts';

const comments = '/api/v1/sites/demo/comments';
const usual = { article: { key: '/bai' }, author: 'Hoa', body: 'Một ý kiến về bài này.' };

/** A cursor of ours, and what somebody may make of it. */
function altered(cursor: string): string[] {
  const read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  const made: unknown[] = [
    [],
    [1],
    [1, 2],
    ['1', 'x'],
    [null, null],
    [1, 'x', 'y'],
    [{}, 'x'],
    [[1], 'x'],
    { 0: 1, 1: 'x' },
    null,
    1,
    'x',
    [1, 'x'.repeat(65)],
  ];
  return [
    ...made.map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
    Buffer.from('[1e999,"x"]').toString('base64url'),
    Buffer.from('[NaN,"x"]').toString('base64url'),
    Buffer.from('[1,"\ud800"').toString('base64url'),
    cursor.slice(0, -3),
    `A${cursor}`,
    cursor.toUpperCase(),
    `${cursor}${'A'.repeat(300)}`,
    '[1,"x"]',
    '=',
    '🙂',
    Buffer.from(JSON.stringify([String(read[0]), read[1]])).toString('base64url'),
  ];
}

/** Cursors that can be read, though nobody was given them: they lead somewhere, or nowhere. */
const strays = [
  [0, ''],
  [-1, 'x'],
  [1e308, 'zzz'],
  [-1e308, ''],
  [0.5, "' or 1=1 --"],
  [2 ** 53, '\0'],
  [5e-324, '%'],
].map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));

async function cursorsOf({ get, owner, post }: Open) {
  for (const number of [1, 2, 3]) await post(comments, { ...usual, body: `Ý kiến ${number} về bài.` });
  const first = await get(comments, { article: '/bai', limit: '1' });
  const lists: [string, Record<string, string>][] = [
    [comments, { article: '/bai', limit: '1' }],
    ['/embed/demo', { article: '/bai' }],
    ['/api/v1/queue', { state: 'published', limit: '1' }],
    ['/api/v1/queue', { state: 'published', sort: 'risk', limit: '1' }],
    ['/api/v1/queue', { state: 'published', sort: 'newest', q: 'bài' }],
    ['/moderation', { state: 'published' }],
    ['/api/v1/decisions', {}],
    ['/moderation/log', {}],
    ['/moderation/log', { q: 'bài' }],
    ['/api/v1/acts', {}],
    ['/moderation/articles', {}],
  ];
  return { cursor: String(JSON.parse(first.text).nextCursor), lists, headers: owner };
}

test('a cursor that was altered is refused by name, and one that was made up leads nowhere else', async () => {
  const open = await openService();
  const { cursor, lists, headers } = await cursorsOf(open);
  const wrong: unknown[] = [];
  for (const [path, query] of lists) {
    for (const made of altered(cursor)) {
      const { status, fields } = await open.get(path, { ...query, cursor: made }, headers);
      if (status !== 422 || fields.join() !== 'cursor') wrong.push([path, made, status, fields]);
    }
    for (const stray of [...strays, cursor]) {
      const { status } = await open.get(path, { ...query, cursor: stray }, headers);
      if (status !== 200) wrong.push([path, stray, status]);
    }
  }
  expectNone(wrong);
  expectCalm(open.service);
});
