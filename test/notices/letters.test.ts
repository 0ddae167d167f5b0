import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { smtpMail } from '../../src/notices/channels/mail-by-smtp.ts';
import { type Letter, letterOf } from '../../src/notices/mail/letter.ts';
import { isSignedBy } from '../support/dkim.ts';
import { evilWords, faultsOf } from '../support/evil-words.ts';
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

test('a letter is signed where there is a key, so that whoever has its other half sees any change', async () => {
  const office = await openPostOffice();
  const { privateKey, publicKey } = newKeys();
  const dkim = { domainName: 'bao.example', keySelector: 'thu', privateKey };
  await smtpMail({ url: office.url, from: 'binh-luan@bao.example', dkim })(letterOf(usual));
  const raw = office.received[0]?.raw ?? '';
  const unfolded = raw.replace(/\r\n\s+/g, ' ');
  for (const part of ['DKIM-Signature: v=1; a=rsa-sha256;', 'd=bao.example;', 's=thu;'])
    expect(unfolded).toContain(part);
  const changed = [
    raw.replace('To: hoa@', 'To: hoan@'),
    // One click may end letters only where these two are signed (RFC 8058).
    raw.replace('List-Unsubscribe: <https', 'List-Unsubscribe: <http'),
    raw.replace('List-Unsubscribe-Post: List', 'List-Unsubscribe-Post: Lost'),
    raw.replace(/(\r\n\r\n--.*\r\n)/, '$1X: y\r\n'),
  ];
  expect([raw, ...changed].map((one) => isSignedBy(publicKey, one))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(isSignedBy(newKeys().publicKey, raw)).toBe(false);
});

function newKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

const places = ['sender', 'subject', 'text', 'quote'] as const;

test('words of strangers add no header, no recipient, no markup and no link to a letter', async () => {
  const office = await openPostOffice();
  const mail = smtpMail({ url: office.url, from: 'binh-luan@bao.example' });
  const rows = evilWords.flatMap((words) => places.map((place) => ({ words, place })));
  expect(rows.length).toBeGreaterThanOrEqual(150);
  const injected: unknown[] = [];
  for (const { words, place } of rows) {
    const parts = usual.parts.map((part) => {
      if (place === 'text' && 'text' in part) return { text: `Chào ${words}.` };
      return place === 'quote' && 'quote' in part ? { quote: words } : part;
    });
    const other = place === 'sender' || place === 'subject' ? { [place]: words } : {};
    office.received.length = 0;
    await mail(letterOf({ ...usual, ...other, parts }));
    const faults = faultsOf(office.received, [link]);
    if (faults.length > 0) injected.push({ words, place, faults });
  }
  expect(injected).toEqual([]);
});
