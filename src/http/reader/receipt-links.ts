import type { Standing } from '../../comments/receipt.ts';
import { isOnSite, type Site } from '../../sites/site.ts';

/** Where a receipt leads back to: the article's own page, where that is one of the site's, else ours. */
export function linksBack(site: Site, { id, state, article: { key, url } }: Standing) {
  const isOwn = isOnSite(site, url);
  return {
    articlePage: isOwn ? url : framePage(site, { article: key }),
    commentPage:
      state === 'published'
        ? isOwn
          ? atComment(url, id)
          : framePage(site, { article: key, comment: id })
        : null,
  };
}

/** `embed.js` scrolls to the comment that is named so. */
function atComment(url: string, id: string): string {
  const address = new URL(url);
  address.hash = `binh-luan-${id}`;
  return address.href;
}

function framePage(site: Site, query: { article: string; comment?: string }): string {
  const anchor = query.comment === undefined ? '' : `#c-${query.comment}`;
  return `/embed/${site.id}?${new URLSearchParams(query)}${anchor}`;
}
