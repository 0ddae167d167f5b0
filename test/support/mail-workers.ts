import { env } from 'cloudflare:test';
import type { MailBinding } from '../../src/notices/channels/mail-binding.ts';
import { bindingMail } from '../../src/notices/channels/mail-by-binding.ts';
import type { Mailbag } from './mailbag.ts';

type Message = Parameters<MailBinding['send']>[0];

/** Mail by the platform's own binding, and what it took. */
export async function openMail(from: string): Promise<Mailbag> {
  const taken: Message[] = [];
  const platform: MailBinding = {
    async send(message) {
      await env.EMAIL.send(message);
      taken.push(message);
    },
  };
  return {
    mail: bindingMail(platform, from),
    received: () =>
      taken.map(({ from: sender, to, subject, text, html, headers }) => ({
        ...{ from: sender.email, name: sender.name, to, subject, text, html },
        unsubscribe: headers['List-Unsubscribe']?.slice(1, -1) ?? '',
        oneClick: headers['List-Unsubscribe-Post'] ?? '',
      })),
  };
}
