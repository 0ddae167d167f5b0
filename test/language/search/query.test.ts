import { expect, test } from 'vitest';
import {
  isBare,
  longestQuery,
  parseQuery,
  type Query,
  wordCount,
} from '../../../src/language/search/query.ts';

/** A query as one line: `-` for what must not be there, quotes for what stays together, the place where it is not the text. */
function said({ terms, rules, ...days }: Query): string {
  const inTerms = terms.map(({ place, words, isNot }) => {
    const text = words.map(({ word }) => word).join(' ');
    return `${isNot ? '-' : ''}${place === 'text' ? '' : `${place}:`}${words.length > 1 ? `"${text}"` : text}`;
  });
  const inRules = rules.map(({ rule, isNot }) => `${isNot ? '-' : ''}rule=${rule}`);
  return [...inTerms, ...inRules, ...Object.entries(days).map((day) => day.join('='))].join(' ');
}

test.each([
  ['giá xăng', 'giá xăng', 'words are looked for each by itself'],
  ['"giá xăng" tăng', '"giá xăng" tăng', 'quotes keep words together'],
  ['“giá xăng” «hà nội»', '"giá xăng" "hà nội"', 'quotes of every kind'],
  ['"giá xăng', '"giá xăng"', 'quotes that do not end'],
  ['-dầu giá', '-dầu giá', 'a minus leaves out'],
  ['-"giá xăng"', '-"giá xăng"', 'a phrase that is left out'],
  ['covid-19', 'covid 19', 'a minus within a word is none'],
  ['-covid-19', '-"covid 19"', 'what is left out stays together'],
  ['- a --b', 'a -b', 'a minus alone is nothing'],
  ['author:Tùng', 'author:tùng', 'a word of the name'],
  ['AUTHOR:"Trần Văn"', 'author:"trần văn"', 'names of places in any case'],
  ['-author:Tùng', '-author:tùng', 'a name that is left out'],
  ['article:"hà nội" article:/tin/xang', 'article:"hà nội" article:"tin xang"', 'words of an article'],
  ['author: Tùng', 'author tùng', 'a place without a value is a word'],
  ['rule:links -rule:"Xúc phạm"', 'rule=links -rule=Xúc phạm', 'rules by id or by name'],
  ['from:2026-11-01 to:5/12/2026', 'from=2026-11-01 to=2026-12-05', 'days as machines and people write them'],
  ['from:2026-02-30 to:mai', 'from 2026 02 30 to mai', 'what is no day is words'],
  ['http://a.vn giờ:8', 'http a vn giờ 8', 'what is no place is words'],
  ['tin:"giá xăng"', 'tin "giá xăng"', 'what is no place before quotes is a word'],
  ['hòa thúy ủy QÚY', 'hoà thuý uỷ quý', 'both ways to place a mark are one word'],
  ['hòa'.normalize('NFD'), 'hoà', 'however it is composed'],
  ['NEAR(a b) AND OR NOT', 'near a b and or not', 'words of the index’s own language are words'],
  ['"" - author:"" !!! \0 *^():"', '', 'nothing but signs'],
])('%j is read as %j: %s', (typed, read) => {
  expect(said(parseQuery(typed))).toBe(read);
});

test('a phrase is bare where all of its words are', () => {
  const of = (q: string) => parseQuery(q).terms.map(isBare);
  expect(of('"gia xang" "ban tổ chức" giá xang')).toEqual([true, false, false, true]);
});

test('whatever is typed is read: every word of it counts, and none is invented', () => {
  const pieces = [
    '"',
    '-',
    ':',
    'author:',
    'rule:',
    'from:2026-11-01',
    ' ',
    'hòa',
    '“',
    '𝐀',
    '\u0301',
    '\n',
    '(',
    '*',
  ];
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let turn = 0; turn < 3000; turn += 1) {
    const typed = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
    const query = parseQuery(typed);
    const letters = (typed.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? []).length;
    expect(wordCount(query)).toBeLessThanOrEqual(letters);
    for (const { words } of query.terms) expect([typed, words.length > 0]).toEqual([typed, true]);
    const found = query.terms.flatMap(({ words }) => words.map(({ word }) => word));
    expect([typed, found.every((word) => /^[\p{L}\p{N}\p{M}]+$/u.test(word))]).toEqual([typed, true]);
  }
});

test('the longest query that is taken is read at once, whatever is in it', () => {
  for (const piece of ['-', '"', 'a:', 'author:"', '- ', '-a:"-', 'ộ', ':']) {
    const typed = piece.repeat(longestQuery).slice(0, longestQuery);
    const started = performance.now();
    parseQuery(typed);
    expect(performance.now() - started).toBeLessThan(50);
  }
});
