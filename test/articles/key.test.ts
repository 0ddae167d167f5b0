import { describe, expect, test } from 'vitest';
import { canonicalKey, keyOfUrl } from '../../src/articles/key.ts';

const composed = '/tin/bài-viết-hay';

describe('two ways to write one address are one key', () => {
  const cases: [string, string[]][] = [
    [
      composed,
      [
        '/tin/b%C3%A0i-vi%E1%BA%BFt-hay',
        '/tin/b%c3%a0i-vi%e1%ba%bft-hay',
        composed.normalize('NFD'),
        encodeURI(composed.normalize('NFD')),
        '/tin/bài-vi%E1%BA%BFt-hay',
        '/tin/bài-viết-hay/',
        '//tin//bài-viết-hay//',
        '/./tin/x/../bài-viết-hay/.',
        '/tin/%2E/bài-viết-hay/x/%2e%2e',
        '/tin/bài-viết-hay#binh-luan',
        '  /tin/bài-viết-hay\n',
        '/tin/bài-viết-hay?',
      ],
    ],
    ['/a-b.c_d~e', ['/%61%2D%62%2E%63%5F%64%7E%65', '/a%2db.c_d%7Ee']],
    ['/tin và sự kiện', ['/tin%20v%C3%A0%20s%E1%BB%B1%20ki%E1%BB%87n', '/tin%20và sự kiện/']],
    ['/', ['//', '/.', '/..', '/#top', '/?', ' / ', '/a/..']],
    ['/a%2Fb', ['/a%2fb', '/a%2Fb/']],
    ['/a%3Fb%23c%25d', ['/a%3fb%23c%25d']],
    ['/a%2541', ['/a%2541/']],
    ['/%E1%BA', ['/%e1%ba', '/%E1%ba/']],
    ['/%C0%AF%FF', ['/%c0%af%ff']],
    ['/%00%0A', ['/%00%0a']],
    ['/tin?id=1&a=b', ['/tin/?id=1&a=b', '/tin?%69d=%31&a=b#x']],
    ['/👨‍👩‍👧', ['/%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7']],
    ['post-123', ['post-123', ' post-123 ']],
    ['bài/../viết//', ['bài/../viết//', 'bài/../viết//'.normalize('NFD')]],
    ['https://bao.example//a/', ['https://bao.example//a/']],
  ];
  test.each(cases.flatMap(([one, ways]) => [one, ...ways].map((way) => [way, one] as const)))(
    '%j',
    (way, one) => {
      expect(canonicalKey(way)).toBe(one);
    },
  );
});

test('what a server may tell apart stays apart', () => {
  const apart = [
    ['/a%2Fb', '/a/b'],
    ['/a%3Fb', '/a?b'],
    ['/a%23b', '/a#b'],
    ['/a%25b', '/a%b'],
    ['/a%2541', '/a%41'],
    ['/a%2Bb', '/a+b'],
    ['/a%3Bb', '/a;b'],
    ['/a%26b', '/a&b'],
    ['/a%5Cb', '/a/b'],
    ['/a%20', '/a'],
    ['/%E2%80%83a%E2%80%83', '/a'],
    ['/A', '/a'],
    ['/a?x=1%262', '/a?x=1&2'],
    ['/a?id=1', '/a?id=2'],
    ['/a?id=1', '/a'],
    ['/..a', '/a'],
    ['/a..', '/a'],
    ['/%C3', '/%C3%83'],
    ['/a', 'a'],
  ] as const;
  for (const [one, other] of apart) expect([one, canonicalKey(one)]).not.toEqual([one, canonicalKey(other)]);
});

/** The same numbers each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sound = [
  '/',
  '//',
  '.',
  '..',
  '%2E',
  '%2f',
  '%25',
  '%34',
  '%e1%ba%bf',
  '%cc%80',
  '%20',
  '%2B',
  '%26',
  '%3d',
].concat([
  '%3B',
  '%5c',
  ' ',
  'a',
  'A',
  '1',
  'ế',
  'e\u0302\u0301',
  '\u0300',
  '?',
  '#',
  '&',
  '=',
  '+',
  ';',
  '😀',
  'đ',
]);
const broken = ['%', '%2', '%E1', '%ff', '%C0%AF', '%00', '%0a', '\u3000', '\ufeff'];

function* paths(pieces: readonly string[], most: number): Generator<string> {
  const next = numbers(20261127);
  for (let round = 0; round < 20_000; round += 1) {
    const length = 1 + Math.floor(next() * most);
    yield `/${Array.from({ length }, () => pieces[Math.floor(next() * pieces.length)]).join('')}`;
  }
}

test('the one form of the one form is itself', () => {
  for (const key of paths([...sound, ...broken], 10)) {
    const once = canonicalKey(key);
    expect([key, canonicalKey(once)]).toEqual([key, once]);
  }
});

test('two paths that are one key are one page for whoever reads them as a server does', () => {
  const pages = new Map<string, string>();
  for (const key of paths(sound, 4)) {
    const one = canonicalKey(key);
    expect([key, pageOf(key)]).toEqual([key, pages.get(one) ?? pageOf(key)]);
    pages.set(one, pageOf(key));
  }
  expect(pages.size).toBeGreaterThan(5000);
});

/** The segments of the path and the parameters of the query, decoded. */
function pageOf(key: string): string {
  const [whole = ''] = key.trim().split('#');
  const [path = '', ...rest] = whole.split('?');
  const decode = (text: string) => decodeURIComponent(text).normalize('NFC');
  const segments: string[] = [];
  for (const segment of path.split('/').map(decode)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const pairs = rest
    .join('?')
    .split('&')
    .map((pair) => pair.split('=').map(decode));
  return JSON.stringify([segments, pairs]);
}

test.each([
  ['https://bao.example/tin/?utm_source=x#y', [], '/tin'],
  ['https://bao.example/tin?id=1', [], '/tin'],
  ['https://bao.example/tin?b=2&id=1&utm=3', ['id', 'b'], '/tin?b=2&id=1'],
  ['https://bao.example/tin?id=1&b=2', ['b', 'id'], '/tin?b=2&id=1'],
  ['https://bao.example/tin?id=b%C3%A0i%261', ['id'], '/tin?id=bài%261'],
  ['https://bao.example/tin?id', ['id'], '/tin?id='],
  ['https://bao.example', ['id'], '/'],
  ['https://bao.example/tin/b%C3%A0i', [], '/tin/bài'],
])('the key of %s by %j', (url, parameters, key) => {
  expect(keyOfUrl(url, parameters)).toBe(key);
});
