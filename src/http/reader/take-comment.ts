import type { Context } from 'hono';
import { keyed } from '../../articles/article.ts';
import type { Submitted } from '../../comments/idempotency.ts';
import type { Sender } from '../../comments/sender.ts';
import { refuseStranger } from '../../comments/senders/stranger.ts';
import { submit } from '../../comments/submit.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { mistakesIn } from './comment-mistakes.ts';
import { newComment } from './reader-shapes.ts';

/** Takes in what somebody sends, whichever way it came; whoever their site vouches for is called as it says. */
export async function takeComment(
  deps: Deps,
  context: Context<Env>,
  given: unknown,
  idempotencyKey: string | undefined,
): Promise<Submitted> {
  const site = context.get('site');
  const sender = await senderOf(deps, context, site);
  refuseStranger({ site, sender });
  const said = saidBy(deps, sender, given);
  const { data: comment, error } = newComment.safeParse(said);
  if (error) throw await mistakesIn(deps, { site, sender }, error, said);
  const ofArticle = { ...comment, article: keyed(site, comment.article) };
  return submit(deps, { site, sender, comment: ofArticle, idempotencyKey });
}

/** Their mailbox is known too, and kept only where it is for letters that they ask for. */
function saidBy({ mail }: Deps, { reader }: Sender, given: unknown): unknown {
  if (!reader || typeof given !== 'object' || given === null) return given;
  const typed: { email?: unknown; notify?: unknown } = given;
  const isTold = mail !== undefined && typed.notify === true;
  return { ...given, author: reader.name, email: typed.email || (isTold ? reader.email : undefined) };
}
