import { Problem } from '../problem.ts';
import { isOnSite, type Site } from '../sites/site.ts';
import { findArticle } from '../store/comments/thread.ts';
import type { World } from '../world/world.ts';
import type { PublicArticle } from './comment.ts';

const dayMs = 24 * 60 * 60_000;

/** An article that may be there: known from its first comment on, open until it is closed or too old. */
export interface KnownArticle {
  id: number | null;
  shown: PublicArticle;
  /** When it will be too old, where it is open and will be. */
  closesAt: number | null;
}

/**
 * What is known of an article. Its title and address came with a reader's comment, so they are shown only
 * once a moderator has let one through, and an address only where it is on the site.
 */
export async function lookUpArticle(world: World, site: Site, key: string): Promise<KnownArticle> {
  const row = await findArticle(world.database, site.id, key);
  if (!row) return { id: null, shown: { key, title: null, url: null, open: true, count: 0 }, closesAt: null };
  const seen = row.published_count > 0;
  const tooOldAt = ageLimit(site, row.created_at);
  const open = row.open === 1 && world.now() < tooOldAt;
  return {
    id: row.id,
    shown: {
      key,
      title: (seen && row.title) || null,
      url: seen && isOnSite(site, row.url) ? row.url : null,
      open,
      count: row.published_count,
    },
    closesAt: open && Number.isFinite(tooOldAt) ? tooOldAt : null,
  };
}

export function articleClosed(): Problem {
  return new Problem('conflict', {
    vi: 'Bài viết này đã đóng bình luận.',
    en: 'Comments on this article are closed.',
  });
}

function ageLimit(site: Site, createdAt: number): number {
  const days = site['close-after-days'];
  return days > 0 ? createdAt + days * dayMs : Number.POSITIVE_INFINITY;
}
