import { smtpMail } from '../../src/notices/channels/mail-by-smtp.ts';
import type { Mailbag } from './mailbag.ts';
import { openPostOffice } from './post-office.ts';

/** Mail by a real server, read as a program for mail reads it. */
export async function openMail(from: string): Promise<Mailbag> {
  const office = await openPostOffice();
  return {
    mail: smtpMail({ url: office.url, from }),
    received: () =>
      office.received.map(({ from: sender, to, mail }) => {
        const { unsubscribe } = mail.headers.get('list') as { unsubscribe: { url: string } };
        const [said] = mail.headerLines.filter(({ key }) => key === 'list-unsubscribe-post');
        return {
          ...{ from: sender, name: mail.from?.value[0]?.name ?? '', to: to.join() },
          ...{ subject: mail.subject ?? '', text: mail.text ?? '', html: String(mail.html) },
          ...{ unsubscribe: unsubscribe.url, oneClick: said?.line.split(': ')[1] ?? '' },
        };
      }),
  };
}
