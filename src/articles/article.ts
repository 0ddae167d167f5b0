import { isVisible } from '../language/visible.ts';
import { Problem } from '../problem.ts';
import { isOnSite, type Site } from '../sites/site.ts';
import { findArticle } from '../store/articles/articles.ts';
import type { World } from '../world/world.ts';

const dayMs = 24 * 60 * 60_000;

/** What anyone may see of an article. */
export interface PublicArticle {
  key: string;
  title: string | null;
  url: string | null;
  open: boolean;
  count: number;
}

/** An article that may be there: known from its first comment on, open until it is closed or too old. */
export interface KnownArticle {
  id: number | null;
  shown: PublicArticle;
  /** When it will be too old, where it is open and will be. */
  closesAt: number | null;
}

/** What is known of an article: nothing of it comes from a comment that is not published. */
export async function lookUpArticle(world: World, site: Site, key: string): Promise<KnownArticle> {
  const row = await findArticle(world.database, site.id, key);
  if (!row) return { id: null, shown: { key, title: null, url: null, open: true, count: 0 }, closesAt: null };
  const tooOldAt = ageLimit(site, row.firstAt);
  const open = row.open === 1 && world.now() < tooOldAt;
  return {
    id: row.id,
    shown: {
      key,
      title: row.title || null,
      url: isOnSite(site, row.url) ? row.url : null,
      open,
      count: row.published,
    },
    closesAt: open && Number.isFinite(tooOldAt) ? tooOldAt : null,
  };
}

/** What a comment says of its article, as far as it can be: a page elsewhere is not the site's. */
export function asSent(
  site: Site,
  { title = '', url = '' }: { title?: string | undefined; url?: string | undefined },
): { title: string; url: string } {
  const isElsewhere = site.origins.length > 0 && !isOnSite(site, url);
  return { title: isVisible(title) ? title : '', url: isElsewhere ? '' : url };
}

export function articleClosed(): Problem {
  return new Problem('conflict', {
    vi: 'Bài viết này đã đóng bình luận.',
    en: 'Comments on this article are closed.',
  });
}

function ageLimit(site: Site, firstAt: number | null): number {
  const days = site['close-after-days'];
  return days > 0 && firstAt !== null ? firstAt + days * dayMs : Number.POSITIVE_INFINITY;
}
