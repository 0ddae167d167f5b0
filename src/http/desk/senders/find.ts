import type { Context } from 'hono';
import { noTrace, type SenderAt } from '../../../comments/senders/known.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { Problem } from '../../../problem.ts';
import { findSender, type KnownSender } from '../../../store/senders/history.ts';
import type { Deps, Env } from '../../deps.ts';
import { findComment } from '../desk-comment.ts';
import { sitesOf } from '../moderator-sites.ts';

/** What is known of a sender on a site of the moderator's; throws `not-found` else. */
export async function readSender(
  deps: Deps,
  moderator: Moderator,
  { site, id }: { site: string; id: string },
): Promise<KnownSender> {
  sitesOf(moderator, site);
  const known = await findSender(deps.database, { site, id, now: deps.now() });
  if (known) return known;
  throw new Problem('not-found', {
    vi: 'Không còn dấu vết của người gửi này.',
    en: 'No trace of this sender is left.',
  });
}

export function senderAt({ site, id, latest }: KnownSender): SenderAt {
  return { site, sender: id, comment: latest };
}

/** The sender of a comment that the moderator may see; throws `conflict` where they are known no more. */
export async function senderOf(deps: Deps, context: Context<Env>, commentId: string): Promise<SenderAt> {
  const { site, sender, id } = await findComment(deps, context, commentId);
  if (sender.id === '') throw noTrace();
  return { site, sender: sender.id, comment: id };
}
