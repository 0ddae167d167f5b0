import type { Dice } from './dice.ts';
import { fill, linesOf } from './fill.ts';

export interface Article {
  /** Set once it is stored. */
  row: number;
  site: string;
  key: string;
  title: string;
  url: string;
  createdAt: number;
  /** The last comments that were published under it, to be answered. */
  answerable: string[];
}

const titles = linesOf('title');

/** Articles over a stretch of time, oldest first, the sites in turn. */
export function composeArticles(
  sites: readonly string[],
  count: number,
  [from, to]: readonly [number, number],
  dice: Dice,
): Article[] {
  return Array.from({ length: count }, (_, number) => {
    const title = fill(dice.pick(titles), dice);
    const key = `/tin/${slugOf(title)}-${number + 1}`;
    const site = sites[number % sites.length] ?? 'demo';
    const createdAt = Math.floor(from + ((to - from) * number) / count);
    return { row: 0, site, key, title, url: `https://${site}.example${key}`, createdAt, answerable: [] };
  });
}

/** Mostly one of the newest of then, at times any older one. */
export function pickArticle(articles: readonly Article[], at: number, dice: Dice): Article {
  const known = countUntil(articles, at);
  const back = dice.chance(0.06) ? dice.below(known) : Math.floor(dice.wait(articles.length / 40));
  const article = articles[Math.max(0, known - 1 - back)];
  if (!article) throw new Error('there are no articles');
  return article;
}

function countUntil(articles: readonly Article[], at: number): number {
  let [low, high] = [1, articles.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((articles[middle - 1]?.createdAt ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
