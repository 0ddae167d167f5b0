import { describe, expect, test } from 'vitest';
import { linksOf } from '../../src/filter/link.ts';
import { read } from '../../src/filter/reading.ts';
import { faultOf, withFault } from './faulted.ts';
import { said, sent, sentBy } from './said.ts';

describe('links', () => {
  test('on: holds a comment with three links and points at each', () => {
    const body = 'Xem https://a.example/1, www.b.vn và c.com/x.';
    const message = {
      vi: 'Bình luận có 3 liên kết; quá 2 liên kết thì phải chờ duyệt.',
      en: 'The comment has 3 links; with more than 2 it has to wait for a moderator.',
    };
    expect(sent(body)).toMatchObject({
      verdict: 'hold',
      findings: [
        { rule: 'links', verdict: 'hold', message, start: 4, end: 23 },
        { rule: 'links', verdict: 'hold', message, start: 25, end: 33 },
        { rule: 'links', verdict: 'hold', message, start: 37, end: 44 },
      ],
    });
  });

  test('on: refuses a comment with more than ten links', () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, n) => `https://a${n}.example`).join(' ');
    expect(sent(links(10)).verdict).toBe('hold');
    expect(sent(links(11)).verdict).toBe('refuse');
  });

  test('on: holds one shortened link', () => {
    expect(said('Chi tiết: bit.ly/3abc nhé')).toEqual(['links hold "bit.ly/3abc"']);
  });

  test('on: holds one link to a listed brand, however its host is decorated', () => {
    expect(said('Vào https://m.kubet77.example/dk')).toEqual(['links hold "https://m.kubet77.example/dk"']);
    expect(said('Vào LINK-FB88VN.COM đi')).toEqual(['links hold "LINK-FB88VN.COM"']);
    expect(said('Vào vui-choi.casino đi')).toContain('links hold "vui-choi.casino"');
  });

  test('on: the user part of an address does not hide its host', () => {
    expect(said('https://vnexpress.net@bit.ly/abc')).toEqual([
      'links hold "https://vnexpress.net@bit.ly/abc"',
    ]);
  });

  test('on: a link as a name holds the comment', () => {
    expect(sentBy('muaban.com', 'Bài viết hay').findings).toEqual([
      {
        rule: 'links',
        verdict: 'hold',
        message: { vi: 'Tên người gửi có chứa liên kết.', en: 'The name of the author contains a link.' },
      },
    ]);
  });

  test.each([
    'Vào hxxps://choi-lon.vip nhé',
    'Vào choi88 dot vip nhé',
    'Vào choi88 chấm com nhé',
    'Vào choi-lon[.]net nhé',
    'Vào choi-lon(dot)net nhé',
    'Vào choi-lon . net nhé',
    'Vào c h o i - l o n . n e t nhé',
    'Vào ｃｈｏｉ－ｌｏｎ．ｎｅｔ nhé',
    'Vào сhоі-lоn.nеt nhé',
    'Vào ch\u200boi-lon.ne\u200bt nhé',
  ])('on: holds the disguised link of %j', (body) => {
    expect(sent(body).findings).toContainEqual(
      expect.objectContaining({
        rule: 'links',
        message: {
          vi: 'Liên kết được viết né bộ lọc.',
          en: 'The link is written so that a filter would miss it.',
        },
        start: 4,
        end: body.length - 4,
      }),
    );
  });

  test('off: full stops with spaces, and talk of dots and marks, are no links', () => {
    for (const body of [
      'Hay quá . Com rang ngon . Net lam',
      'the dot com bubble',
      'Chấm bài, chấm điểm',
      'Xong . net',
    ])
      expect(linksOf(read(body))).toEqual([]);
  });

  test('off: two ordinary links pass', () => {
    expect(said('Nguồn: https://vnexpress.net/a-4700000.html và tuoitre.vn/b.htm')).toEqual([]);
  });

  test('off: a full stop without its space is no link, nor are numbers and addresses of mail', () => {
    const body = 'Xong.Tôi về.Com nguoi.Ai hay.co that.me oi. Giá 1.250.000, mục 3.2, thư gửi a@b.com';
    expect(linksOf(read(body))).toEqual([]);
  });

  test.each(['tại', 'xem:', 'x_', '(', '1'])('on: a link glued to “%s” is one', (before) => {
    expect(said(`${before}https://bit.ly/3abc`)).toEqual(['links hold "https://bit.ly/3abc"']);
  });

  test('off: links glued to each other are counted one by one', () => {
    expect(linksOf(read('https://a.example/1https://b.example,c.com')).map((link) => link.host)).toEqual([
      'a.example',
      'b.example',
      'c.com',
    ]);
  });

  test('faulted: holds the comment while the other rules still speak', () => {
    expect(sent('Đéo đọc, vào bit.ly/3abc', {}, withFault('links'))).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'profanity-vi', verdict: 'hold', start: 0 }, faultOf('links')],
    });
  });
});
