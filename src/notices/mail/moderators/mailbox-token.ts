import type { ModeratorMailbox } from '../../../store/notices/moderator-mailboxes.ts';
import { keyedHash } from '../../../world/hash.ts';
import { secretOf } from '../../../world/secrets.ts';
import type { World } from '../../../world/world.ts';
import { noSuchLetter } from '../mailbox.ts';

type Keeping = Pick<World, 'secret'>;

/** What the links of a moderator's letter carry: it lets whoever got it say yes or no at that address. */
export function moderatorToken({ secret }: Keeping, { moderator, mailbox }: ModeratorMailbox): string {
  return `${mailbox}.${keyedHash(secret, 'moderator mailbox token', mailbox, moderator)}.${moderator}`;
}

/** Throws `not-found` for one that we did not send. */
export function readModeratorToken(world: Keeping, token: string): ModeratorMailbox {
  const [, mailbox = '', moderator = ''] = /^([^.]*)\.[^.]*\.(.*)$/.exec(token) ?? [];
  if (secretOf(world, token, (made) => moderatorToken(made, { mailbox, moderator })))
    return { mailbox, moderator };
  throw noSuchLetter();
}
