import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type LikeToStore, likeWindowMs, type StoredLike, storeLikes } from '../store/comments/likes.ts';
import { findPublishedOf } from '../store/comments/thread.ts';
import type { Allowance } from '../store/limits/attempts.ts';
import { digest } from '../world/hash.ts';
import { sharesOf } from '../world/networks.ts';
import { tooFast } from '../world/too-fast.ts';
import type { World } from '../world/world.ts';
import { notShown } from './branches.ts';
import type { Sender } from './sender.ts';

const perMinute = 60;
/** So few that whoever else is being served waits for a part of them only. */
const mostTogether = 500;

export interface NewLike {
  commentId: string;
  /** False takes it back. */
  isLike: boolean;
}

/**
 * From now on the sender likes a comment, or no more: once, however often they say so. However many come for the comments of
 * an article, there is one write for them a second. Resolves with how things stand once that is stored.
 */
export async function like(
  world: World,
  site: Site,
  sender: Sender,
  { commentId, isLike }: NewLike,
): Promise<{ likes: number; liked: boolean }> {
  if (site.likes === 'off') throw noLikes();
  const comment = await findPublishedOf(world.database, site.id, commentId);
  if (!comment) throw notShown();
  const asked = { commentId, isLike, sender: sender.id, senders: sender.ids, limits: limitsOf(site, sender) };
  const name = `likes ${site.id} ${comment.articleKey}`;
  const stored = await world.together(name, asked, (all) => storeInParts(world, site, all));
  if (stored === 'not shown') throw notShown();
  if (stored === 'too often') throw tooOften(world.now());
  return stored;
}

/** Whoever says several things of one comment at once means the last. */
async function storeInParts(world: World, site: Site, all: readonly LikeToStore[]): Promise<StoredLike[]> {
  const meant = new Map(all.map((one) => [nameOf(one), one]));
  const names = [...meant.keys()];
  const stored = new Map<string, StoredLike>();
  for (let from = 0; from < names.length; from += mostTogether) {
    const part = names.slice(from, from + mostTogether);
    const likes = part.flatMap((name) => meant.get(name) ?? []);
    const told = await storeLikes(world.database, site.id, likes, world.now());
    told.forEach((one, at) => void stored.set(part[at] ?? '', one));
  }
  return all.map((one) => stored.get(nameOf(one)) ?? 'not shown');
}

const nameOf = ({ commentId, sender }: LikeToStore) => `${commentId} ${sender}`;

function limitsOf(site: Site, sender: Sender): Allowance[] {
  if (site.pace === 'off') return [];
  return sharesOf(sender.id).map(({ name, times }) => ({
    subject: `like ${digest(`${site.id} ${name}`)}`,
    windowMs: likeWindowMs,
    most: perMinute * times,
  }));
}

function noLikes(): Problem {
  return new Problem('conflict', {
    vi: 'Trang này không nhận lượt thích.',
    en: 'This site takes no likes.',
  });
}

function tooOften(now: number): Problem {
  return tooFast(
    'like',
    {
      vi: 'Bạn đã bấm thích nhiều lần trong ít phút. Vui lòng đợi một phút rồi thử lại.',
      en: 'You have liked many comments in a short time. Please wait a minute and try again.',
    },
    Math.ceil((likeWindowMs - (now % likeWindowMs)) / 1000),
  );
}
