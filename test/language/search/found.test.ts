import { expect, test } from 'vitest';
import { excerptAround, findWords } from '../../../src/language/search/found.ts';

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

const text = 'một hai ba bốn năm sáu bảy tám chín mười giá xăng lên cao';
const excerpt = (length: number, q = 'xăng') => {
  const { start, end } = excerptAround(text, findWords(q, { ...comment, body: text }).body, length);
  return text.slice(start, end);
};

test('an excerpt is cut around what was found first, between words', () => {
  expect([excerpt(20), excerpt(30), excerpt(200)]).toEqual([
    'giá xăng lên cao',
    'chín mười giá xăng lên cao',
    text,
  ]);
  expect(excerpt(20, 'hai')).toBe('một hai ba bốn năm');
  expect(excerpt(20, 'không')).toBe('một hai ba bốn năm');
});

test('an excerpt is no longer than asked, has what was found first, and splits no character', () => {
  const long = `${'😀'.repeat(30)} ${'chữ '.repeat(40)}cần tìm ${'😀'.repeat(50)}`;
  const found = findWords('"cần tìm"', { ...comment, body: long }).body;
  for (let length = 8; length < 260; length += 1) {
    const { start, end } = excerptAround(long, found, length);
    expect(end - start).toBeLessThanOrEqual(length);
    expect(long.slice(start, end)).toContain('cần tìm');
    expect(long.slice(start, end).isWellFormed()).toBe(true);
  }
});
