import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/moving/text/plain-text.ts';

const markdown: [string, string][] = [
  ['**đậm** *nghiêng* ~~xóa~~ `a  b`', 'đậm nghiêng xóa a  b'],
  ['một\nhai', 'một hai'],
  ['một  \nhai\\\nba', 'một\nhai\nba'],
  ['một\n\nhai', 'một\n\nhai'],
  ['> một\n\nhai', '> một\n\nhai'],
  ['> một\n> > hai', '> một\n>\n> > hai'],
  ['- a\n- b\n  - c', '- a\n- b\n  - c'],
  ['- a\n\n- b', '- a\n- b'],
  ['3. a\n4. b', '3. a\n4. b'],
  ['- [x] xong\n- [ ] chưa', '- [x] xong\n- [ ] chưa'],
  ['```js\na\n  b\n```\nsau', 'a\n  b\n\nsau'],
  ['    a\n      b', 'a\n  b'],
  ['[đây](https://b.example/x "tên")', 'đây (https://b.example/x)'],
  ['<https://b.example/bài> https://b.example/bài', 'https://b.example/bài https://b.example/bài'],
  ['![mèo](https://b.example/m.png) ![](https://b.example/n.png)', 'mèo [https://b.example/n.png]'],
  ['# Đầu\nthân', 'Đầu\n\nthân'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
  [':smile: 😀 @(偷笑) :)', ':smile: 😀 @(偷笑) :)'],
  ['a_b_c, 2 * 3 * 4', 'a_b_c, 2 * 3 * 4'],
  ['&lt; &amp;lt; \\*không\\*', '< &lt; *không*'],
  ['<p>đã là <b>HTML</b></p>\n<blockquote>trích</blockquote>', 'đã là HTML\n\n> trích'],
  ['một <script>alert(1)</script> hai', 'một hai'],
  ['1 < 2 && 3 > 2', '1 < 2 && 3 > 2'],
];

test.each(markdown)('Markdown becomes what a person would have typed: %j', (text, expected) =>
  expect(toPlainText({ markup: 'markdown', text })).toBe(expected),
);

test('where a system takes a line end for one, it is one', () =>
  expect(toPlainText({ markup: 'markdown-breaks', text: 'một\nhai\n> ba\nbốn' })).toBe(
    'một\nhai\n\n> ba\n> bốn',
  ));

test('plain text stays as it is', () =>
  expect(toPlainText({ markup: 'plain', text: '\n  a * b *\n<c>  \n' })).toBe('  a * b *\n<c>'));

test.each([
  ['deeper than the parser goes', '>'.repeat(30_000)],
  ['longer than anybody writes', `${'*a_b'.repeat(20_000)} **hết**`],
])('Markdown that is %s stays as it was typed', (_, text) =>
  expect(toPlainText({ markup: 'markdown', text })).toBe(text),
);
