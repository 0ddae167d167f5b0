import { expect, test } from 'vitest';
import { countRows, expectCalm, expectNone, json, openService } from './answers.ts';
import { mixtures, seed } from './dice.ts';

const comments = '/api/v1/sites/demo/comments';
const usual = { article: { key: '/bai' }, author: 'Hoa', body: 'Một ý kiến về bài này.' };

async function openSent() {
  const open = await openService();
  return { ...open, sent: JSON.parse((await open.post(comments, usual)).text) };
}

const addresses = [
  '/api/v1/sites/demo/comments?article=%',
  '/api/v1/sites/demo/comments?article=%zz%ff',
  '/api/v1/sites/demo/comments?article=/bai&article=/bai',
  '/api/v1/sites/demo/comments?article[]=/bai',
  '/api/v1/sites/demo/comments?article=/bai&__proto__=x&__proto__=y&constructor=z&constructor=w',
  `/api/v1/sites/demo/comments?article=/bai&${'a=&'.repeat(10_000)}`,
  `/api/v1/sites/demo/comments?article=${'x'.repeat(60_000)}`,
  '/api/v1/sites/demo/comments?&&&=&',
  '/api/v1/sites/demo/comments',
  '/api/v1/sites/%64emo/comments?article=/bai',
  '/api/v1/sites/demo%2fcomments?article=/bai',
  '/api/v1//sites/demo/comments?article=/bai',
  '/api/v1/sites/../../../etc/hosts',
  '/embed/%E0%A4%A?article=/bai',
  '/embed/%ff%fe?article=/bai',
  '/embed/demo%00?article=/bai',
  '/embed/demo/?article=/bai',
  '/embed/demo;x=y?article=/bai',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/package.json',
  '/frame.js%00.css',
  '/altcha/../../package.json',
  '/%',
  '/%%%',
  `/${'a/'.repeat(5000)}`,
  '/moderation/..;/docs',
];

test('an address that is none is not found or refused, and never half read', async () => {
  const { service, ask } = await openSent();
  const statuses = new Set<number>();
  for (const address of addresses) statuses.add((await ask(address)).status);
  expect([...statuses].filter((status) => ![200, 303, 400, 404, 422].includes(status))).toEqual([]);
  expectCalm(service);
});

const headerNames = [
  'idempotency-key',
  'accept-language',
  'accept',
  'if-none-match',
  'authorization',
  'cookie',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'forwarded',
  'x-request-id',
  'user-agent',
  'content-language',
  'content-encoding',
  'access-control-request-headers',
  'host',
  'range',
  'x-http-method-override',
];

/** What a header can carry at all. */
const headerValues = [
  '',
  ' ',
  ',',
  ';',
  '*',
  '"',
  '"""',
  'W/',
  'W/"x',
  '"a", "b", W/"c"',
  '*/*;q=9',
  'vi;q=NaN',
  'vi;q=-1,en;q=1e309',
  'xx-yy-zz',
  'en;q=0',
  `${'en,'.repeat(3000)}`,
  'x'.repeat(256),
  'x'.repeat(16_000),
  '\u00e9\u00ff',
  'a b',
  '\t',
  '%0d%0a',
  '../..',
  'Bearer',
  'Bearer  ',
  'Basic x',
  'bearer x y',
  'binh_luan_session',
  'binh_luan_session=',
  'binh_luan_session=%E0%A4%A',
  '__proto__=x; constructor=y',
  ';;;=;',
  `${'a=b; '.repeat(2000)}`,
  'null',
  'same-site',
  '::1, 1.2.3.4',
  'for="[::1]:9"',
  '999.999.999.999',
  'bytes=0-1,5-',
  'gzip',
  'DELETE',
  "' or 1=1 --",
  '<script>window.__ran=1</script>',
];

test('any header with any value gets an answer, and none is given back where a page could read it as its own', async () => {
  const { service, ask } = await openSent();
  const values = [
    ...headerValues,
    ...mixtures(seed, 20).filter((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text)),
  ];
  const wrong: unknown[] = [];
  for (const name of headerNames) {
    for (const value of values) {
      for (const path of [
        '/embed/demo?article=/bai',
        '/api/v1/sites/demo/comments?article=/bai',
        '/api/v1/queue',
        '/docs',
      ]) {
        if (/^.(docs|embed)/.test(path) && name !== 'accept-language') continue;
        const { status, text } = await ask(path, { headers: { [name]: value } });
        if (![200, 304, 401].includes(status) || text.includes('<script>window'))
          wrong.push([path, name, value, status]);
      }
    }
  }
  expectNone(wrong);
  expectCalm(service);
});

test('an idempotency key is one word of ASCII, and another is refused by name', async () => {
  const { service, post } = await openSent();
  const send = (key: string, body: string) =>
    post(comments, { ...usual, body }, { ...json, 'idempotency-key': key });
  for (const key of ['a b', 'é', 'x'.repeat(256), 'a\tb', '"a" "b"']) {
    const { status, fields } = await send(key, 'Ý kiến với khóa lạ.');
    expect([key, status, fields]).toEqual([key, 422, ['idempotency-key']]);
  }
  for (const [index, key] of ["'--", '__proto__', '{}', '%00', '<b>', 'x'.repeat(255)].entries()) {
    const [first, again] = [
      await send(key, `Ý kiến có khóa ${index}.`),
      await send(key, `Ý kiến có khóa ${index}.`),
    ];
    expect([key, first.status, again.text]).toEqual([key, 202, first.text]);
    expect((await send(key, 'Một ý kiến khác.')).status).toBe(409);
  }
  expect(await countRows(service)).toMatchObject({ comments: 7, idempotency_keys: 6 });
});
