import { Problem } from '../problem.ts';
import { findAppeal, storeAppeal } from '../store/comments/appeals.ts';
import type { World } from '../world/world.ts';
import type { Standing } from './receipt.ts';

/** Asks the moderators to look again, once; throws `conflict` where there is nothing to look at again. */
export async function appeal(world: World, { id, site }: Standing, text: string): Promise<void> {
  if (await storeAppeal(world.database, { id, site, text, at: world.now() })) return;
  throw (await findAppeal(world.database, id)) ? alreadyAppealed() : notRefused();
}

function alreadyAppealed(): Problem {
  return new Problem('conflict', {
    vi: 'Bạn đã yêu cầu xem lại bình luận này. Mỗi bình luận chỉ yêu cầu được một lần.',
    en: 'You have already asked for another look at this comment. This can be done once.',
  });
}

function notRefused(): Problem {
  return new Problem('conflict', {
    vi: 'Chỉ bình luận không được đăng mới cần yêu cầu xem lại.',
    en: 'Only a comment that was not published can be looked at again.',
  });
}
