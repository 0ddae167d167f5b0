import type { Context } from 'hono';
import type { Sender } from '../../../comments/sender.ts';
import { Problem } from '../../../problem.ts';
import { wordsForStrangers } from '../../../readers/identity.ts';
import type { KnownReader } from '../../../readers/token.ts';
import type { Site } from '../../../sites/site.ts';
import { findLiked } from '../../../store/readers/likes.ts';
import type { ThreadView } from '../../../web/frame/thread-view.ts';
import { identityIn, senderOf } from '../../address.ts';
import type { Deps, Env } from '../../deps.ts';

/** Whom a page is for: a reader whom the site vouches for, or a stranger, maybe because their token is wrong or old. */
export interface Visitor {
  reader: KnownReader | null;
  senders: readonly string[];
  ended: Problem | null;
}

const stranger: Visitor = { reader: null, senders: [], ended: null };

export async function visitorTo(deps: Deps, context: Context<Env>): Promise<Visitor> {
  if (identityIn(context) === undefined) return stranger;
  try {
    return known(await senderOf(deps, context, context.get('site')));
  } catch (error) {
    if (error instanceof Problem && error.kind === 'identity') return { ...stranger, ended: error };
    throw error;
  }
}

/** Where identities are off whatever comes for one says nothing. */
function known({ reader, ids }: Sender): Visitor {
  return reader ? { reader, senders: ids, ended: null } : stranger;
}

/** What is told instead of the form to who may not write; null where they may. */
export function closedTo({ reader }: Visitor, site: Site): string | null {
  if (site.identity !== 'required' || reader) return null;
  return wordsForStrangers(site)[site.language];
}

/** Where there is something to sign in for. */
export function signInAddress({ reader }: Visitor, site: Site): string {
  return site.identity === 'off' || reader ? '' : site['identity-url'];
}

/** Of the comments on a page, those that its reader likes. */
export async function likedBy(
  { database }: Deps,
  { senders }: Visitor,
  { branches, picks }: Pick<ThreadView, 'branches' | 'picks'>,
): Promise<ReadonlySet<string>> {
  if (senders.length === 0) return new Set();
  const inBranches = branches.flatMap(({ comment, replies }) => [comment, ...replies.comments]);
  const shown = [...inBranches, ...picks].map(({ id }) => id);
  return new Set(await findLiked(database, shown, senders));
}
