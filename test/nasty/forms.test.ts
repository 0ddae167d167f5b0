import { expect, test } from 'vitest';
import { countRows, expectCalm, expectNone, openService } from './answers.ts';

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const comments = '/api/v1/sites/demo/comments';
const usual = { article: { key: '/bai' }, author: 'Hoa', body: 'Một ý kiến về bài này.' };
const boundary = '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nxin chào\r\n--x--\r\n';

/** Form bodies that no form of ours sends: how they are typed, and what is in them. */
const bodies: readonly (readonly [type: string, body: string])[] = [
  ['multipart/form-data; boundary=x', boundary],
  ['multipart/form-data', boundary],
  ['text/plain', 'author=Hoa&body=x'],
  ['application/json', '{"author":"Hoa"}'],
  ['application/x-www-form-urlencoded-not', 'author=Hoa'],
  ['', 'author=Hoa'],
  ...[
    '',
    '&',
    '=',
    '&&&===&&&',
    'author',
    'author=%',
    'author=%zz&body=%u0041',
    'body=%ff%fe%c0%80',
    'body=%ed%a0%80',
    'body=%00',
    'author=Hoa&author=Lan&author=',
    'body[]=x&body[0]=y&body[a][b]=z',
    '__proto__=x&constructor=y&__proto__[polluted]=1&constructor.prototype.polluted=1',
    'toString=x&valueOf=y&then=z&hasOwnProperty=w',
    Array.from({ length: 10_000 }, () => 'a=').join('&'),
    Array.from({ length: 5000 }, (_, index) => `f${index}=`).join('&'),
    'comment=a:1&'.repeat(5000),
    'site=demo&'.repeat(6000),
    `${'x'.repeat(60_000)}=1`,
    '%'.repeat(60_000),
    'author=Hoa;body=x',
    'author=Hoa\r\nbody=x',
    '\ufeffauthor=Hoa',
  ].map((body) => [urlencoded['content-type'], body] as const),
];

const forms = (id: string, receipt: string) => [
  '/embed/demo',
  `/embed/demo/comments/${id}/report`,
  `/receipts/${receipt}/appeal`,
  '/moderation/session',
  '/moderation/session/code',
  '/moderation/setup/x',
  '/moderation/decisions',
  '/moderation/decisions/x/undo',
  `/moderation/comments/${id}`,
  `/moderation/comments/${id}/block`,
  `/moderation/comments/${id}/pick`,
  `/moderation/comments/${id}/article`,
  `/moderation/comments/${id}/notes`,
  '/moderation/views',
  '/moderation/views/x',
  '/moderation/filter',
  '/moderation/articles',
  '/moderation/sites',
  '/moderation/sites/demo',
  '/moderation/moderators',
  '/moderation/language',
];

async function openSent() {
  const open = await openService();
  return { ...open, sent: JSON.parse((await open.post(comments, usual)).text) };
}

test('a form that no page of ours sends changes nothing', async () => {
  const { service, ask, owner, sent } = await openSent();
  const before = await countRows(service);
  const wrong: unknown[] = [];
  for (const path of forms(sent.id, sent.receipt)) {
    for (const [type, body] of bodies) {
      const headers = { ...owner, ...(type && { 'content-type': type }) };
      const { status } = await ask(path, { method: 'POST', headers, body: new TextEncoder().encode(body) });
      const refused =
        type.startsWith('application/x-www-form-urlencoded') && !type.endsWith('not')
          ? [400, 401, 404, 409, 413, 422]
          : [415];
      const harmless = status === 303 && path.endsWith('/undo');
      if (!refused.includes(status) && !harmless) wrong.push([path, type, body.slice(0, 60), status]);
    }
    const large = await ask(path, {
      method: 'POST',
      headers: { ...owner, ...urlencoded },
      body: `body=${'x'.repeat(70_000)}`,
    });
    if (large.status !== 413) wrong.push([path, 'large', large.status]);
  }
  expectNone(wrong);
  expect({ ...(await countRows(service)), used_challenges: 0 }).toEqual({ ...before, used_challenges: 0 });
  expectCalm(service);
});
