import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../../src/moving/text/plain-text.ts';

const plain = (text: string) => toPlainText({ markup: 'html', text });

const cases: Record<string, [html: string, text: string][]> = {
  'paragraphs and lines': [
    ['<p>một</p><p>hai</p>', 'một\n\nhai'],
    ['<p>một</p>\n\n  <p>hai</p>\n', 'một\n\nhai'],
    ['một<br>hai<br/>ba', 'một\nhai\nba'],
    ['một<br><br><br>hai', 'một\n\nhai'],
    ['  một \n\t hai  ', 'một hai'],
    ['<div>một<div>hai</div></div>ba', 'một\n\nhai\n\nba'],
    ['<h2>Đầu</h2>thân', 'Đầu\n\nthân'],
    ['<p>một<hr>hai', 'một\n\n---\n\nhai'],
    ['<p><br></p><p></p><p>một</p>', 'một'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a | b\n1 | 2'],
  ],
  lists: [
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['trước<ul>\n<li>a\n</li>\n<li>b</li>\n</ul>sau', 'trước\n\n- a\n- b\n\nsau'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<ol start="9"><li>a</li><li>b<br>c</li></ol>', '9. a\n10. b\n    c'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>', '- a\n- b\n\n  c'],
    ['<ul><li><blockquote>a</blockquote></li></ul>', '- > a'],
  ],
  quotes: [
    ['<blockquote>một<br>hai</blockquote>ba', '> một\n> hai\n\nba'],
    ['<blockquote><p>một</p><p>hai</p></blockquote>', '> một\n>\n> hai'],
    ['<blockquote>một<blockquote>hai</blockquote></blockquote>', '> một\n>\n> > hai'],
    ['<blockquote>một</blockquote><blockquote>hai</blockquote>', '> một\n\n> hai'],
    ['<blockquote><ul><li>a</li><li>b</li></ul></blockquote>', '> - a\n> - b'],
    ['<blockquote></blockquote>một', 'một'],
  ],
  code: [
    ['<pre><code class="language-sh">a\n  b\n\n    c\n</code></pre>sau', 'a\n  b\n\n    c\n\nsau'],
    ['<pre>\n  a</pre>', '  a'],
    ['gõ <code>a  b</code> nhé', 'gõ a  b nhé'],
    ['<ul><li><pre>a\n  b</pre></li></ul>', '- a\n    b'],
    ['<blockquote><pre>a\n\n b</pre></blockquote>', '> a\n>\n>  b'],
    ['<code>x &lt; y &amp;&amp; z</code>', 'x < y && z'],
  ],
  links: [
    ['<a href="https://b.example/x">bài này</a>.', 'bài này (https://b.example/x).'],
    ['<a href="https://b.example/x">https://b.example/x</a>', 'https://b.example/x'],
    ['<a href="https://b.example/dai/lam">https://b.example/da...</a>', 'https://b.example/dai/lam'],
    ['<a href="https://b.example/dai/lam">b.example/da…</a>', 'https://b.example/dai/lam'],
    ['<a href="https://b.example/b%C3%A0i">https://b.example/bài</a>', 'https://b.example/bài'],
    ['<a href="//b.example/x">x</a>', 'x (https://b.example/x)'],
    ['<a href="mailto:a@vd.example">thư</a>', 'thư'],
    [
      '<a href="#c1">trên</a> <a href="/gioi-thieu">dưới</a> <a href="javascript:alert(1)">đây</a>',
      'trên dưới đây',
    ],
    ['<a name="x">một</a>', 'một'],
    ['<a href="https://b.example"></a>', 'https://b.example'],
    [
      '<a href="https://b.example"><img src="https://b.example/i.png" alt="ảnh"></a>',
      'ảnh (https://b.example)',
    ],
    ['<a href="https://b.example">một<br>hai</a> ba', 'một\nhai (https://b.example) ba'],
    ['<pre><a href="https://b.example">https://b.example</a></pre>', 'https://b.example'],
    [
      '<a href="http://disq.us/url?url=https%3A%2F%2Fb.example%2Fx%3AaB_1-c&amp;cuid=1">b.example/x</a>',
      'https://b.example/x',
    ],
    ['<a href="https://disqus.com/by/nam/">Nam</a> ơi', '@Nam ơi'],
  ],
  'pictures and frames': [
    ['vui <img class="wp-smiley" alt=":)" src="s.png">', 'vui :)'],
    ['<img class="emoji" alt="😀" src="https://s.example/1f600.png">', '😀'],
    ['<img class="tk-owo-emotion" alt=":vui:" src="https://s.example/v.png">', ':vui:'],
    ['<img class="wl-emoji" src="https://s.example/v.png">', ''],
    ['<img src="https://b.example/i.png" alt="mèo">', 'mèo'],
    ['<img src="https://b.example/i.png">', '[https://b.example/i.png]'],
    ['<img src="/i.png">', ''],
    ['xem <iframe src="https://v.example/1">khung</iframe>', 'xem https://v.example/1'],
    ['<embed src="//v.example/1">', 'https://v.example/1'],
  ],
  'entities, once': [
    ['&lt;b&gt; &amp;lt; &amp;amp;amp;', '<b> &lt; &amp;amp;'],
    ['&eacute; &#7871; &#x1F600; &hellip; &copy;', 'é ế 😀 … ©'],
    ['một&nbsp;hai', 'một hai'],
    ['R&D AT&T a&b;', 'R&D AT&T a&b;'],
    ['&#0;&#8;&#xD800;một', '\ufffd\ufffdmột'],
  ],
  'what nobody reads': [
    ['một<script>alert("hai")</script><style>p{}</style><!-- ba -->bốn', 'mộtbốn'],
    ['một<object><p>hai</p></object>ba<svg><text>x</text></svg>', 'mộtba'],
    ['<script>if (a<b) document.write("</p>")', ''],
    ['<b>đậm</b> <i>nghiêng</i> <spoiler>lộ</spoiler> <span style="x">y</span>', 'đậm nghiêng lộ y'],
  ],
  'angle brackets that are none': [
    ['1 < 2, 3 > 2, tôi <3 bạn', '1 < 2, 3 > 2, tôi <3 bạn'],
    ['nếu a<b thì', 'nếu a<b thì'],
    ['dùng <template> nhé', 'dùng <template> nhé'],
    ['<p>dùng <title> và <select> nhé</p><p>cảm ơn</p>', 'dùng <title> và <select> nhé\n\ncảm ơn'],
  ],
  'what no text has': [
    ['một\u0000\u0007 hai\ud83d', 'một hai'],
    ['e\u0302\u0301', 'ế'],
    ['<pre>a\r\nb\rc</pre>', 'a\nb\nc'],
  ],
};

describe.each(Object.entries(cases))('HTML becomes what a person would have typed: %s', (_, table) => {
  test.each(table)('%j', (html, text) => expect(plain(html)).toBe(text));
});

const wordpress: [string, string][] = [
  ['một\nhai\n\nba', 'một\nhai\n\nba'],
  ['một\r\nhai', 'một\nhai'],
  ['một<br />\nhai', 'một\nhai'],
  ['một\n\n\n\nhai', 'một\n\nhai'],
  ['<p>một</p>\n<p>hai</p>', 'một\n\nhai'],
  ['<ul>\n\t<li>a</li>\n\t<li>b</li>\n</ul>\nsau', '- a\n- b\n\nsau'],
  ['<blockquote>một\nhai</blockquote>\n\nba', '> một\n> hai\n\nba'],
  ['<pre>a\n  b\n</pre>\nsau', 'a\n  b\n\nsau'],
  ['<code>\na  b\n  c\n</code>', 'a  b\n  c'],
  ['<em>một</em>\n<a href="https://b.example">hai\nba</a>', 'một\nhai\nba (https://b.example)'],
];

test.each(wordpress)('in WordPress a line end is one: %j', (text, expected) =>
  expect(toPlainText({ markup: 'wordpress', text })).toBe(expected),
);

test('what cannot be told in words is counted', () => {
  const lost = { images: 0, frames: 0 };
  const text = '<img src="/a.png"><img alt="b" src="/b.png"><iframe src="/c"></iframe>';
  toPlainText({ markup: 'html', text }, lost);
  toPlainText({ markup: 'markdown', text: '![](https://b.example/a.png)' }, lost);
  expect(lost).toEqual({ images: 2, frames: 1 });
});

test('what is nested beyond all measure stays in proportion', () => {
  for (const tag of ['blockquote', 'ul><li', 'ol><li', 'div']) {
    const html = `<${tag}>x`.repeat(3000);
    const text = plain(html);
    expect(text.match(/x/g)).toHaveLength(3000);
    expect(text.length).toBeLessThan(html.length * 5);
  }
});
