import type { Context } from 'hono';
import { Problem } from '../../problem.ts';
import { findConsents } from '../../store/comments/consents.ts';
import { readAround } from '../../store/queue/around.ts';
import { readLastChanges } from '../../store/queue/last-changes.ts';
import { findQueued } from '../../store/queue/queue.ts';
import { type CommentView, commentPage } from '../../web/queue/comment-page.ts';
import type { Deps, Env } from '../deps.ts';
import { statusOf } from '../problems.ts';
import { paneContext } from './pane-context.ts';
import { placeIn } from './place-in.ts';

/** What was typed and not taken. */
type Typed = Partial<Pick<CommentView, 'failed' | 'said' | 'draft'>>;

/** One comment on a page of its own; what was typed about it stays where somebody else was faster, who is told. */
export async function showComment(
  deps: Deps,
  context: Context<Env>,
  id: string,
  query: URLSearchParams,
  { failed = null, said = null, draft = null }: Typed = {},
) {
  const moderator = context.get('moderator');
  const comment = await findComment(deps, context, id);
  const lost = said !== null || failed?.problem.kind === 'conflict';
  const [shown, changes, consents, around, place] = await Promise.all([
    paneContext(deps, moderator, query),
    readLastChanges(deps.database, moderator.sites, lost ? [id] : []),
    findConsents(deps.database, [id]),
    readAround(deps.database, id),
    placeIn(deps, moderator, comment, query),
  ]);
  const overtaken = changes[0] ?? null;
  const view: CommentView = {
    ...shown,
    ...{ comment, consents, around, place, failed, said, draft, overtaken, alone: true },
  };
  const refused = failed ?? draft;
  return context.html(commentPage(view), lost ? 409 : refused ? statusOf[refused.problem.kind] : 200);
}

/** A comment that the moderator may see; throws `not-found` else. */
export async function findComment(deps: Deps, context: Context<Env>, id: string) {
  const [comment] = await findQueued(deps.database, context.get('moderator').sites, [id]);
  if (comment) return comment;
  throw new Problem('not-found', { vi: 'Không có bình luận này.', en: 'There is no such comment.' });
}
