import { readerOf } from '../../../acts/reader.ts';
import { mayBeUndoneBy } from '../../../acts/undo.ts';
import { mostPicks } from '../../../comments/thread.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { findAct } from '../../../store/acts.ts';
import { findPick } from '../../../store/comments/picks.ts';
import type { ToldAct } from '../../../web/queue/newsroom/act-notice.ts';
import type { QueueContext } from '../../../web/views.ts';
import { randomToken } from '../../../world/random.ts';
import type { Deps } from '../../deps.ts';

/** What the forms of the newsroom need, and what one of them has just done. */
export async function newsroomContext(
  deps: Deps,
  moderator: Moderator,
  act: string | null | undefined,
): Promise<Pick<QueueContext, 'replyKey' | 'mostPicksShown' | 'told'>> {
  const told = act ? await toldAct(deps, moderator, act) : null;
  return { replyKey: randomToken(deps.random), mostPicksShown: mostPicks, told };
}

async function toldAct(deps: Deps, moderator: Moderator, id: string): Promise<ToldAct | null> {
  const { role, sites } = moderator;
  const act = await findAct(deps.database, await readerOf(deps.database, moderator), id);
  if (!act?.about) return null;
  const standing = await findPick(deps.database, sites, act.about.id);
  return { act, mayUndo: mayBeUndoneBy(role, act), picks: standing?.picks ?? 0 };
}
