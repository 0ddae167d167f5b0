import type { Posted } from './post-office.ts';

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
/** What somebody may write to get a header, a recipient, markup or a link into a letter. */
export const evilWords = [
  ...newlines.flatMap((line) => headers.map((header) => `An${line}${header}${line}${line}x`)),
  ...markup,
  ...links,
];

const usualHeaders =
  /^(from|to|subject|message-id|content-type|content-transfer-encoding|date|mime-version|x-letter-id|auto-submitted|list-unsubscribe|list-unsubscribe-post)$/;
const usualElements = /<(?!\/?(html|head|meta|title|body|p|a|blockquote|br)\b|!doctype)/;
const evilPlace = /evil[.。．]example|:\/\/evil|mailto:m|0912345678/i;

/** What is wrong with the one letter that came to hoa@example.com, which may lead to these places and to no others. */
export function faultsOf(received: readonly Posted[], links: readonly string[]): string[] {
  const [posted] = received;
  if (!posted || received.length !== 1) return ['not one letter'];
  const { mail } = posted;
  const html = String(mail.html);
  const names = mail.headerLines.map(({ key }) => key);
  const words = [mail.text ?? '', mail.subject ?? '', mail.from?.value[0]?.name ?? '', html].join('\n');
  const shown = links.reduce((text, link) => text.replaceAll(link, ''), words);
  const led = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
  const found = {
    recipient: posted.to.join() !== 'hoa@example.com',
    sender: mail.from?.value.length !== 1 || mail.from.value[0]?.address !== 'binh-luan@bao.example',
    header: names.some((name) => !usualHeaders.test(name)) || new Set(names).size !== names.length,
    // The encoded word that is not decoded has no dot before its joiner either.
    link: evilPlace.test(shown.replace(/=\?utf-8\?q\?\S*/i, '')) || led.some((href) => !links.includes(href)),
    markup: usualElements.test(html),
    attachment: mail.attachments.length > 0,
  };
  return Object.entries(found).flatMap(([name, isThere]) => (isThere ? [name] : []));
}
