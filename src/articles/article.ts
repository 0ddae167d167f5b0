import { isVisible } from '../language/visible.ts';
import { Problem } from '../problem.ts';
import { isOnSite, type Site } from '../sites/site.ts';
import { findArticle } from '../store/articles/articles.ts';
import { dayMs } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import { keyOfUrl } from './key.ts';

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
  /** As its site is, unless it is moderated in a way of its own. */
  moderation: Site['moderation'];
}

/** What is known of an article: nothing of it comes from a comment that is not published. */
export async function lookUpArticle(world: World, site: Site, key: string): Promise<KnownArticle> {
  const row = await findArticle(world.database, site.id, key);
  const { moderation } = site;
  if (!row) {
    const shown = { key, title: null, url: null, open: true, count: 0 };
    return { id: null, shown, closesAt: null, moderation };
  }
  const tooOldAt = ageLimit(site, row.announcedAt ?? row.firstAt);
  const open = row.open === 1 && world.now() < tooOldAt;
  return {
    id: row.id,
    shown: {
      key: row.key,
      title: row.title || null,
      url: isOnSite(site, row.url) ? row.url : null,
      open,
      count: row.published,
    },
    closesAt: open && Number.isFinite(tooOldAt) ? tooOldAt : null,
    moderation: row.moderation ?? moderation,
  };
}

/** An article by its key: as it was given, else that of its address. */
export function keyed<Given extends { key?: string | undefined; url?: string | undefined }>(
  site: Site,
  given: Given,
): Given & { key: string } {
  return { ...given, key: given.key ?? keyOfUrl(given.url ?? '', site['article-query']) };
}

/** What a comment says of its article, as far as it can be: a page elsewhere is not the site's. */
export function asSent(
  site: Site,
  { title = '', url = '' }: { title?: string | undefined; url?: string | undefined },
): { title: string; url: string } {
  const isElsewhere = site.origins.length > 0 && !isOnSite(site, url);
  return { title: isVisible(title) ? title.normalize('NFC') : '', url: isElsewhere ? '' : url };
}

export function articleClosed(): Problem {
  return new Problem('conflict', {
    vi: 'Bài viết này đã đóng bình luận.',
    en: 'Comments on this article are closed.',
  });
}

function ageLimit(site: Site, since: number | null): number {
  const days = site['close-after-days'];
  return days > 0 && since !== null ? since + days * dayMs : Number.POSITIVE_INFINITY;
}
