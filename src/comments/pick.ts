import type { By } from '../acts/act.ts';
import type { Moderator } from '../moderators/moderator.ts';
import { Problem } from '../problem.ts';
import type { Act } from '../store/acts.ts';
import { findPick, type PickChange, storePick, storePickUndo } from '../store/comments/picks.ts';
import { growingId } from '../world/random.ts';
import type { ActWorld, World } from '../world/world.ts';

export interface Picked {
  id: string;
  pick: boolean;
  /** Null where it was so already. */
  act: string | null;
  /** How many published comments of the article are picked. */
  picks: number;
}

/** Picks a published comment, or picks it no more, by an act; nothing is done where it is so already. */
export async function pickComment(
  world: World,
  by: Moderator,
  comment: string,
  picked: boolean,
): Promise<Picked> {
  const act = growingId(world);
  const pick = { id: act, by, comment, picked, createdAt: world.now() };
  const changed = await storePick(world.database, pick, by.sites);
  const found = await findPick(world.database, by.sites, comment);
  if (!found)
    throw new Problem('not-found', { vi: 'Không có bình luận này.', en: 'There is no such comment.' });
  if (picked && found.state !== 'published') throw notPublished();
  return { id: comment, pick: picked, act: changed ? act : null, picks: found.picks };
}

function notPublished(): Problem {
  return new Problem('conflict', {
    vi: 'Chỉ bình luận đang đăng mới đưa lên ý kiến nổi bật được.',
    en: 'Only a comment that is published can be picked.',
  });
}

/** Takes back that a comment was picked, or was no more: by an act, where nobody did either since. */
export async function undoPick(world: ActWorld, act: Act, by: By): Promise<string> {
  const id = growingId(world);
  const undo = { id, undoes: act.id, by, createdAt: world.now() };
  if (await storePickUndo(world.database, undo, changeOf(act))) return id;
  throw new Problem('conflict', {
    vi: 'Sau đó ý kiến này đã được chọn hoặc bỏ chọn lại, nên không hoàn tác việc này được nữa.',
    en: 'This comment was picked or unpicked again since, so this cannot be undone any more.',
  });
}

function changeOf({ kind, details, createdAt }: Act): PickChange {
  const comment = String(details.comment);
  return kind === 'pick'
    ? { comment, of: 'pick', from: null, to: createdAt }
    : { comment, of: 'unpick', from: Number(details.pickedAt), to: null };
}
