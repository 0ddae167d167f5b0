import { createTransport } from 'nodemailer';
import { textOf } from '../mail/letter.ts';
import { htmlOf } from '../mail/letter-html.ts';
import { headersOf, type Mail, Returned, sendMs } from './mail.ts';

export interface SmtpSettings {
  /** `smtps://` and `smtp://`, which turns to TLS first, but on this machine. */
  url: string;
  from: string;
  dkim?: { domainName: string; keySelector: string; privateKey: string } | undefined;
}

/** On Node: by a server of the operator's, which takes it from there. */
export function smtpMail({ url, from, dkim }: SmtpSettings): Mail {
  const transport = createTransport({
    ...{ ...connectionTo(url), pool: true, maxConnections: 2 },
    ...(dkim && { dkim }),
  });
  const domain = from.slice(from.indexOf('@') + 1);
  return async (letter) => {
    try {
      await transport.sendMail({
        from: { name: letter.sender, address: from },
        to: { name: '', address: letter.to },
        subject: letter.subject,
        messageId: `<${letter.id}@${domain}>`,
        headers: headersOf(letter),
        text: textOf(letter),
        html: htmlOf(letter),
        textEncoding: 'base64',
      });
    } catch (error) {
      throw isOfLetter(error) ? new Returned(error, error.responseCode >= 500) : error;
    }
  };
}

/** Asks the server to let us in, and sends nothing; rejects where it does not. */
export async function askSmtp({ url }: SmtpSettings): Promise<void> {
  const transport = createTransport(connectionTo(url));
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function connectionTo(url: string) {
  const { hostname } = new URL(url);
  return {
    ...{ url, disableFileAccess: true, disableUrlAccess: true },
    ...{ connectionTimeout: sendMs / 2, greetingTimeout: sendMs / 2, socketTimeout: sendMs },
    requireTLS: !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname),
  };
}

/** Whether it is what the server says of the recipient or of the letter, not of us or of itself. */
function isOfLetter(error: unknown): error is { responseCode: number } {
  const { code = '', command = '', responseCode = 421 } = error as Partial<Failure>;
  return ['EENVELOPE', 'EMESSAGE'].includes(code) && command !== 'MAIL FROM' && responseCode !== 421;
}

interface Failure {
  code: string;
  command: string;
  responseCode: number;
}
