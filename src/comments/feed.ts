import { lookUpArticle, type PublicArticle } from '../articles/article.ts';
import { isOnSite, type Site } from '../sites/site.ts';
import { type LatestComment, listLatest } from '../store/comments/latest.ts';
import { siteSince } from '../store/sites.ts';
import type { World } from '../world/world.ts';

const mostEntries = 50;

export interface FeedEntry
  extends Pick<LatestComment, 'id' | 'author' | 'body' | 'createdAt' | 'publishedAt'> {
  article: Pick<PublicArticle, 'key' | 'title' | 'url'>;
}

export interface Feed {
  /** Null where it is of all articles of the site. */
  article: PublicArticle | null;
  entries: FeedEntry[];
  updatedAt: number;
}

/** The latest published comments of a site, or of one article. */
export async function readFeed(world: World, site: Site, key?: string): Promise<Feed> {
  const found = key === undefined ? null : await lookUpArticle(world, site, key);
  const rows = found?.id === null ? [] : await listLatest(world.database, site.id, found?.id, mostEntries);
  const entries = rows.map((row) => toEntry(site, row));
  const latest = Math.max(...entries.map(({ publishedAt }) => publishedAt));
  const updatedAt = entries.length > 0 ? latest : await siteSince(world.database, site.id);
  return { article: found?.shown ?? null, entries, updatedAt };
}

function toEntry(site: Site, row: LatestComment): FeedEntry {
  const { articleKey: key, articleTitle, articleUrl, ...comment } = row;
  const url = isOnSite(site, articleUrl) ? articleUrl : null;
  return { ...comment, article: { key, title: articleTitle || null, url } };
}
