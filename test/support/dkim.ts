import { Buffer } from 'node:buffer';
import { createHash, verify } from 'node:crypto';

/** Whether the signature of a message, relaxed in headers and body, is that of a key: RFC 6376, 3.4 and 3.7. */
export function isSignedBy(publicKey: string, raw: string): boolean {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n');
  const signature = headers.find((one) => nameOf(one) === 'dkim-signature') ?? '';
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1)]),
  );
  const tag = (name: string) => tags.get(name)?.replace(/\s/g, '') ?? '';
  if (tag('c') !== 'relaxed/relaxed') throw new Error(`signed as ${tag('c')}`);
  const body = Buffer.from(relaxedBody(rest.join('\r\n\r\n')), 'latin1');
  if (createHash('sha256').update(body).digest('base64') !== tag('bh')) return false;
  const unsigned = relaxed(signature).replace(/(;\s*b=)[^;]*/, '$1');
  const signed = [...pick(headers, tag('h').toLowerCase().split(':')).map(relaxed), unsigned].join('\r\n');
  return verify('sha256', Buffer.from(signed, 'latin1'), publicKey, Buffer.from(tag('b'), 'base64'));
}

const nameOf = (header: string) => header.slice(0, header.indexOf(':')).trim().toLowerCase();

/** Those that are named, the last of a name first; nothing for one that is not there. */
function pick(headers: readonly string[], names: readonly string[]): string[] {
  const left = headers.toReversed();
  return names.flatMap((name) => {
    const at = left.findIndex((header) => nameOf(header) === name);
    return at < 0 ? [] : left.splice(at, 1);
  });
}

function relaxed(header: string): string {
  const text = header.slice(header.indexOf(':') + 1).replace(/[ \t]+/g, ' ');
  return `${nameOf(header)}:${text.trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '');
  const ended = lines.replace(/(\r\n)*$/, '');
  return ended && `${ended}\r\n`;
}
