export const comment = (body: string) => JSON.stringify({ article: { key: '/bai' }, author: 'Hoa', body });
export const post = (headers: readonly string[], body = '') =>
  [
    'POST /api/v1/sites/demo/comments HTTP/1.1',
    'Host: x',
    'Content-Type: application/json',
    ...headers,
    '',
    body,
  ].join('\r\n');
export const chunked = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const smuggled = 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n';

/** Requests of which two servers may read two lengths, or none. */
export const ambiguous: readonly string[] = [
  post([`Content-Length: 4`, 'Transfer-Encoding: chunked'], `${chunked(comment('hai độ dài'))}${smuggled}`),
  post(['Transfer-Encoding: chunked', 'Content-Length: 4'], `${chunked(comment('hai độ dài'))}${smuggled}`),
  post(['Content-Length: 5', 'Content-Length: 6'], `{"a":1}${smuggled}`),
  post(['Content-Length: 5, 6'], `{"a":1}${smuggled}`),
  post(['Content-Length: -1'], smuggled),
  post(['Content-Length: +5'], `{"a":${smuggled}`),
  post(['Content-Length: 0x10'], smuggled),
  post(['Content-Length: 5 5'], smuggled),
  post(['Content-Length: 99999999999999999999'], smuggled),
  post(['Content-Length : 5'], `{"a":${smuggled}`),
  post(['Transfer-Encoding: xchunked'], chunked('{}')),
  post(['Transfer-Encoding: chunked, identity'], chunked('{}')),
  post(['Transfer-Encoding : chunked'], chunked('{}')),
  post(['Transfer-Encoding:\x0bchunked'], chunked('{}')),
  post([' Transfer-Encoding: chunked', 'Content-Length: 2'], '{}'),
  post(['Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${smuggled}`),
  post(['Transfer-Encoding: chunked'], `-2\r\n{}\r\n0\r\n\r\n${smuggled}`),
  post(['Transfer-Encoding: chunked'], `0x2\r\n{}\r\n0\r\n\r\n${smuggled}`),
  post(['Transfer-Encoding: chunked'], `2\r\n{}X0\r\n\r\n${smuggled}`),
  post(['Transfer-Encoding: chunked'], `fffffffffffffffff\r\n{}\r\n0\r\n\r\n`),
];

/** Requests that are none, or that nobody asks of a server of pages. */
export const odd: readonly (readonly [request: string, statuses: readonly number[]])[] = [
  ['GET /\r\n\r\n', [200, 400]],
  ['GET\r\n\r\n', [400]],
  ['\r\n\r\n\r\nhello\r\n\r\n', [400]],
  ['GET / HTTP/9.9\r\nHost: x\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', [200, 400]],
  ['GET /\0x HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\nHost: x\r\nX Y: z\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n', [400]],
  [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, [431]],
  [`GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, [431]],
  [`GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(3000)}\r\n`, [200, 431]],
  ['GET http://host.invalid/healthz HTTP/1.1\r\nHost: x\r\n\r\n', [200, 400, 404]],
  ['GET //host.invalid/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n', [400, 404]],
  ['GET ../../package.json HTTP/1.1\r\nHost: x\r\n\r\n', [400, 404]],
  ['GET /../../package.json HTTP/1.1\r\nHost: x\r\n\r\n', [404]],
  ['OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', [400, 404]],
  ['FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
  ['PROPFIND / HTTP/1.1\r\nHost: x\r\n\r\n', [404]],
  ['TRACE / HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\n\r\n', [404, 405]],
  ['get / HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
  ['GET / HTTP/1.1\r\nHost: x\r\nExpect: 999\r\n\r\n', [417]],
  ['GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n', [200]],
  ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [0, 400]],
  ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
];
