import { readFileSync } from 'node:fs';
import type { Mail } from '../notices/channels/mail.ts';
import { type Settings, wrong } from '../settings.ts';

/** How mail leaves, by the settings of the process; nothing where it does not. Throws one line where the key cannot be read. */
export async function mailBy(settings: Settings): Promise<Mail | undefined> {
  const { SMTP_URL: url, MAIL_FROM: from } = settings;
  if (!url || !from) return undefined;
  const dkim = dkimBy(settings);
  const { smtpMail } = await import('../notices/channels/mail-by-smtp.ts');
  return smtpMail({ url, from, dkim });
}

function dkimBy({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE }: Settings) {
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE) return undefined;
  return { domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: readKey(DKIM_KEY_FILE) };
}

function readKey(file: string): string {
  try {
    const key = readFileSync(file, 'utf8');
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(key)) return key;
  } catch {}
  throw wrong('DKIM_KEY_FILE', file);
}
