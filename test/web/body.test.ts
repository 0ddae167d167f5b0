import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/filter/finding.ts';
import { excerptOf, renderBody, renderMarked } from '../../src/web/body.ts';

const link = (address: string, text = address) =>
  `<a href="${address}" rel="nofollow ugc noopener" target="_blank">${text}</a>`;

const marked = (text: string, findings: Finding[]) => renderMarked(text, { findings, language: 'vi' });

function findingOf(rule: string, start?: number, end?: number): Finding {
  const message = { vi: 'Lý do', en: 'Reason' };
  if (start === undefined || end === undefined) return { rule, verdict: 'hold', message };
  return { rule, verdict: 'hold', message, start, end };
}

describe('a body as readers see it', () => {
  test('markup is shown as it was typed', () => {
    expect(String(renderBody('<script>alert("1")</script> & <b>đậm</b>'))).toBe(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;',
    );
  });

  test('line breaks are kept', () => {
    expect(String(renderBody('một\nhai\n\nba'))).toBe('một<br>hai<br><br>ba');
  });

  test('web addresses become links that give no credit', () => {
    expect(String(renderBody('xem https://bao.example/a?b=1&c=2 nhé'))).toBe(
      `xem ${link('https://bao.example/a?b=1&amp;c=2')} nhé`,
    );
  });

  test('punctuation after an address is not part of the link', () => {
    expect(String(renderBody('(http://bao.example/a), http://bao.example/b. http://bao.example/c!'))).toBe(
      `(${link('http://bao.example/a')}), ${link('http://bao.example/b')}. ${link('http://bao.example/c')}!`,
    );
  });

  test.each([
    ['tại', ''],
    ['Nguồn:', '.'],
    ['x_', ' nhé'],
    ['1', ', rồi'],
    ['“', '”'],
    ['【', '】。'],
    ['(', ').'],
    ['xem→', '…'],
  ])('an address is a link wherever it begins: %shttps…%s', (before, after) => {
    expect(String(renderBody(`${before}https://bao.example/b${after}`))).toBe(
      `${before}${link('https://bao.example/b')}${after}`,
    );
  });

  test('spaces are as they were typed', () => {
    expect(String(renderBody('  một\n    hai'))).toBe('  một<br>    hai');
  });

  test('an address cannot close its attribute', () => {
    const shown = String(renderBody('https://bao.example/"onmouseover="alert(1) https://bao.example/<b>'));
    expect(shown).not.toMatch(/<b>|"onmouseover/);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//https',
    'data:text/html,<b>',
    'vbscript:x',
    'ftp://bao.example/a',
    'file:///etc/passwd',
    'mailto:a@bao.example',
    'a@bao.example',
    '//bao.example/a',
    'bao.example',
    'www.bao.example',
  ])('%s is never a link', (text) => {
    expect(String(renderBody(text))).not.toContain('<a');
  });

  test('an address inside a javascript address leads to the web only', () => {
    expect(String(renderBody('javascript:location="https://bao.example/"'))).not.toContain(
      'href="javascript',
    );
  });
});

describe('a body as moderators see it', () => {
  test('what a finding points at is marked with its rule', () => {
    expect(String(marked('đồ ngốc quá', [findingOf('profanity-vi', 3, 7)]))).toBe(
      'đồ <mark title="Xúc phạm">ngốc</mark> quá',
    );
  });

  test('overlapping spans become one mark that names every rule', () => {
    const findings = [findingOf('links', 4, 8), findingOf('repeats', 2, 6), findingOf('links', 7, 9)];
    expect(String(marked('0123456789', findings))).toBe(
      '01<mark title="Trùng lặp, Có liên kết">2345678</mark>9',
    );
  });

  test('spans that only touch stay apart', () => {
    expect(String(marked('0123', [findingOf('a', 0, 2), findingOf('b', 2, 4)]))).toBe(
      '<mark title="a">01</mark><mark title="b">23</mark>',
    );
  });

  test('a span may lie inside another', () => {
    expect(String(marked('01234', [findingOf('a', 0, 5), findingOf('b', 1, 2)]))).toBe(
      '<mark title="a, b">01234</mark>',
    );
  });

  test('what was searched for is marked apart from it', () => {
    const found = [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
    ];
    expect(String(renderMarked('0123456', { findings: [findingOf('a', 4, 6)], found, language: 'vi' }))).toBe(
      '<mark class="found">01</mark>23<mark title="a">45</mark>6',
    );
  });

  test('marks do not let markup through', () => {
    expect(String(marked('<b>x</b>', [findingOf('"><i>', 1, 5)]))).toBe(
      '&lt;<mark title="&quot;&gt;&lt;i&gt;">b&gt;x&lt;</mark>/b&gt;',
    );
  });

  test('line breaks are kept inside marks', () => {
    expect(String(marked('a\nb', [findingOf('a', 0, 3)]))).toBe('<mark title="a">a<br>b</mark>');
  });

  test('a span that cuts a character in half takes all of it', () => {
    expect(String(marked('a😀b', [findingOf('a', 2, 4)]))).toBe('a<mark title="a">😀b</mark>');
    expect(String(marked('a😀b', [findingOf('a', 0, 2)]))).toBe('<mark title="a">a😀</mark>b');
  });

  test('spans beyond the text, empty or reversed do no harm', () => {
    const findings = [
      findingOf('a', -3, 1),
      findingOf('b', 3, 99),
      findingOf('c', 2, 2),
      findingOf('d', 3, 1),
    ];
    expect(String(marked('0123', findings))).toBe('<mark title="a">0</mark>12<mark title="b">3</mark>');
    expect(String(marked('0123', [findingOf('e', 50, 60)]))).toBe('0123');
  });

  test('offsets count in the composed form', () => {
    expect(String(marked('đồ ngốc'.normalize('NFD'), [findingOf('a', 3, 7)]))).toBe(
      'đồ <mark title="a">ngốc</mark>',
    );
  });

  test('a finding about the whole comment marks nothing', () => {
    expect(String(marked('xin chào', [findingOf('pace')]))).toBe('xin chào');
  });

  test('addresses are not links', () => {
    expect(String(marked('https://bao.example/', []))).toBe('https://bao.example/');
  });

  test('an excerpt is the text that a finding points at', () => {
    expect(excerptOf('đồ ngốc quá', findingOf('a', 3, 7))).toBe('ngốc');
    expect(excerptOf('đồ ngốc quá', findingOf('a'))).toBe(undefined);
  });
});
