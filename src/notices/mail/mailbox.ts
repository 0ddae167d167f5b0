import { Problem } from '../../problem.ts';
import { isKnownMailbox } from '../../store/notices/mailboxes.ts';
import { keyedHash } from '../../world/hash.ts';
import { everySecret, secretOf } from '../../world/secrets.ts';
import type { World } from '../../world/world.ts';

type Keeping = Pick<World, 'secret'>;

/** A reader's mailbox, as a site writes to it. */
export interface SiteMailbox {
  site: string;
  /** A keyed hash of its address, however that is written. */
  mailbox: string;
}

/** The same for every spelling that leads to one mailbox: capitals, what follows a plus, and dots where they do not count. */
export function mailboxOf({ secret }: Keeping, email: string): string {
  const [, name = '', domain = ''] = /^(.*)@(.*)$/.exec(email.normalize('NFC').toLowerCase()) ?? [];
  const own = name.replace(/(.)\+.*$/, '$1');
  const plain = /^(gmail|googlemail)\.com$/.test(domain) ? own.replaceAll('.', '') : own;
  return keyedHash(secret, 'mailbox', plain, domain);
}

/**
 * The hash by which a mailbox is known already, where that was made by a secret of before: so that a no holds, and a yes
 * is asked for once.
 */
export async function knownMailboxOf(
  world: Pick<World, 'database' | 'secret' | 'oldSecrets'>,
  email: string,
): Promise<string> {
  const [present = '', ...before] = everySecret(world).map((secret) => mailboxOf({ secret }, email));
  for (const mailbox of before) if (await isKnownMailbox(world.database, mailbox)) return mailbox;
  return present;
}

/** What the links of a letter carry: it lets whoever got it say yes or no for that mailbox. */
export function mailboxToken({ secret }: Keeping, { site, mailbox }: SiteMailbox): string {
  return `${mailbox}.${site}.${keyedHash(secret, 'mailbox token', mailbox, site)}`;
}

/** Throws `not-found` for one that we did not send. */
export function readMailboxToken(world: Keeping, token: string): SiteMailbox {
  const [mailbox = '', site = ''] = token.split('.');
  if (secretOf(world, token, (made) => mailboxToken(made, { site, mailbox }))) return { site, mailbox };
  throw noSuchLetter();
}

/** Why a link of a letter leads nowhere. */
export function noSuchLetter(): Problem {
  return new Problem('not-found', {
    vi: 'Không có trang này. Vui lòng mở lại đường dẫn trong thư.',
    en: 'There is no such page. Please open the link in the letter again.',
  });
}
