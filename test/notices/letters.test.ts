import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { smtpMail } from '../../src/notices/channels/mail-by-smtp.ts';
import { type Letter, letterOf } from '../../src/notices/mail/letter.ts';
import { htmlOf } from '../../src/notices/mail/letter-html.ts';
import { openPostOffice } from '../support/post-office.ts';

const link = 'https://comments.test/mail/abc.demo.sig';
const usual: Letter = {
  id: 'letter1',
  to: 'hoa@example.com',
  language: 'vi',
  sender: 'Báo Mới',
  subject: 'Bình luận của bạn đã được đăng',
  parts: [
    { text: 'Chào Nguyễn Thị Hòa.' },
    { quote: 'Dòng một.\nDòng hai.' },
    { link, label: 'Xem bình luận' },
  ],
  unsubscribe: `${link}/stop`,
};

test('a letter says the same in plain text and in plain HTML, and how to end such letters by one click', async () => {
  const office = await openPostOffice();
  const mail = smtpMail({ url: office.url, from: 'binh-luan@bao.example' });
  await mail(letterOf(usual));
  const [{ mail: got, from, to, raw } = expect.fail('nothing came')] = office.received;
  expect([from, to]).toEqual(['binh-luan@bao.example', ['hoa@example.com']]);
  expect(got.messageId).toBe('<letter1@bao.example>');
  expect(got.from?.value).toEqual([{ name: 'Báo Mới', address: 'binh-luan@bao.example' }]);
  expect(got.subject).toBe(usual.subject);
  expect(got.text).toBe(`Chào Nguyễn Thị Hòa.\n\n> Dòng một.\n> Dòng hai.\n\nXem bình luận:\n${link}\n`);
  const html = String(got.html);
  expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([link]);
  expect(html).not.toMatch(/<(img|script|link|style|iframe|object)\b|url\(|src=/i);
  for (const words of ['Chào Nguyễn Thị Hòa.', 'Dòng một.', 'Dòng hai.', 'Xem bình luận'])
    expect(html).toContain(words);
  expect(raw).toContain(`List-Unsubscribe: <${link}/stop>`);
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(got.attachments).toEqual([]);
});

test('a letter is signed where there is a key', async () => {
  const office = await openPostOffice();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const dkim = { domainName: 'bao.example', keySelector: 'thu', privateKey };
  await smtpMail({ url: office.url, from: 'binh-luan@bao.example', dkim })(letterOf(usual));
  const signed = office.received[0]?.raw.replace(/\r\n\s+/g, ' ') ?? '';
  for (const part of ['DKIM-Signature: v=1; a=rsa-sha256;', 'd=bao.example;', 's=thu;'])
    expect(signed).toContain(part);
});

const newlines = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0\r\n', '%0d%0a', '\\r\\n'];
const headers = [
  'Bcc: mallory@evil.example',
  'To: mallory@evil.example',
  'Content-Type: text/html',
  'Subject: other',
];
const markup = [
  '<script>alert(1)</script>',
  '<a href="https://evil.example">x</a>',
  '<img src=https://evil.example/p.png>',
  '"><svg onload=alert(1)>',
  '</p></body></html><b>',
  '<!-- x --><style>*{background:url(//evil.example)}</style>',
  '&lt;a href=evil.example&gt;',
  '" <mallory@evil.example>',
  'mallory@evil.example, other@evil.example',
  '=?utf-8?q?=0d=0aBcc:_mallory@evil.example?=',
];
const links = [
  'https://evil.example/x',
  'http://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'evil.example',
  'www.evil.example/dang-nhap',
  'mailto:mallory@evil.example',
  'javascript:alert(1)',
  'tel:0912345678',
  '//evil.example',
  '[x](https://evil.example)',
  'evil。example',
  'evil．example',
  'ftp://evil.example',
  '0912345678',
];
const evil = [
  ...newlines.flatMap((line) => headers.map((header) => `An${line}${header}${line}${line}x`)),
  ...markup,
  ...links,
];
const places = ['sender', 'subject', 'text', 'quote'] as const;

test('words of strangers add no header, no recipient, no markup and no link to a letter', async () => {
  const office = await openPostOffice();
  const mail = smtpMail({ url: office.url, from: 'binh-luan@bao.example' });
  const rows = evil.flatMap((words) => places.map((place) => ({ words, place })));
  expect(rows.length).toBeGreaterThanOrEqual(150);
  const asUsual =
    /^(from|to|subject|message-id|content-type|content-transfer-encoding|date|mime-version|x-letter-id|auto-submitted|list-unsubscribe|list-unsubscribe-post)$/;
  const injected: unknown[] = [];
  for (const { words, place } of rows) {
    const parts = usual.parts.map((part) => {
      if (place === 'text' && 'text' in part) return { text: `Chào ${words}.` };
      return place === 'quote' && 'quote' in part ? { quote: words } : part;
    });
    const other = place === 'sender' || place === 'subject' ? { [place]: words } : {};
    office.received.length = 0;
    const letter = letterOf({ ...usual, ...other, parts });
    await mail(letter);
    const [posted] = office.received;
    if (!posted || office.received.length !== 1) throw new Error('not one letter');
    const { mail: got } = posted;
    const names = got.headerLines.map(({ key }) => key);
    const shown = [got.text ?? '', got.subject ?? '', got.from?.value[0]?.name ?? '']
      .join('\n')
      .replace(link, '');
    const html = htmlOf(letter);
    const faults = [
      posted.to.join() !== 'hoa@example.com',
      got.from?.value.length !== 1 || got.from.value[0]?.address !== 'binh-luan@bao.example',
      names.some((name) => !asUsual.test(name)) || new Set(names).size !== names.length,
      /evil[.。．]example|:\/\/evil|mailto:m|0912345678/i.test(shown) && !shown.includes('=0d=0a'),
      (html.match(/<a /g) ?? []).length !== 1 ||
        /<(?!\/?(html|head|meta|title|body|p|a|blockquote|br)\b|!doctype)/.test(html),
      /evil[.。．]example/i.test(html),
      got.attachments.length > 0,
    ];
    if (faults.includes(true)) injected.push({ words, place, faults });
  }
  expect(injected).toEqual([]);
});
