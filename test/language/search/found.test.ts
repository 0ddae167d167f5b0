import { expect, test } from 'vitest';
import { findWords } from '../../../src/language/search/found.ts';

const comment = {
  author: 'Trần Văn Hòa',
  title: 'Giá xăng ở huyện Đông Anh',
  body: 'Hoà nói: giá xăng, giá dầu và GIÁ-XĂNG. Gia xang!',
};

/** What is marked, as it stands in each place. */
function marked(q: string, given = comment) {
  const found = findWords(q, given);
  const cut = (name: 'author' | 'title' | 'body') =>
    found[name].map(({ start, end }) => given[name].slice(start, end));
  return { author: cut('author'), title: cut('title'), body: cut('body') };
}

test.each([
  ['xăng', { author: [], title: [], body: ['xăng', 'XĂNG'] }],
  ['xang', { author: [], title: [], body: ['xăng', 'XĂNG', 'xang'] }],
  ['"giá xăng"', { author: [], title: [], body: ['giá xăng', 'GIÁ-XĂNG'] }],
  ['"gia xang"', { author: [], title: [], body: ['giá xăng', 'GIÁ-XĂNG', 'Gia xang'] }],
  ['hoà', { author: ['Hòa'], title: [], body: ['Hoà'] }],
  ['author:hòa', { author: ['Hòa'], title: [], body: [] }],
  ['author:"trần văn"', { author: ['Trần Văn'], title: [], body: [] }],
  ['article:"huyện đông anh"', { author: [], title: ['huyện Đông Anh'], body: [] }],
  ['giá -dầu -"giá xăng"', { author: [], title: [], body: ['giá', 'giá', 'GIÁ'] }],
  ['"giá xăng" xăng giá', { author: [], title: [], body: ['giá xăng', 'giá', 'GIÁ-XĂNG'] }],
  ['-giá', { author: [], title: [], body: [] }],
  ['rule:links from:2026-01-01', { author: [], title: [], body: [] }],
  ['', { author: [], title: [], body: [] }],
])('%j is marked where it is', (q, expected) => {
  expect(marked(q)).toEqual(expected);
});

test('ranges are of the text as it is given, also where that is decomposed or beyond the first plane', () => {
  const body = `𝄞😀 ${'Giá xăng'.normalize('NFD')}`;
  expect(marked('xăng', { ...comment, body }).body).toEqual(['xăng'.normalize('NFD')]);
});
