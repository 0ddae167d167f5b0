import type { Rate } from '../store/limits/rates.ts';
import type { Site } from './site.ts';

/** How many comments are taken in an hour, whoever sends them: of anybody, and of quiet senders alone. */
export interface Room {
  common: Rate[];
  kept: Rate[];
}

export function roomOfSite(site: Site): Room {
  return halvesOf(`${site.id} site`, site['site-per-hour']);
}

/** The subject of every article's begins as that of an article without a key. */
export function roomOfArticle(site: Site, key: string): Room {
  return halvesOf(`${site.id} article ${key}`, site['article-per-hour']);
}

/** No rate where there is no bound. */
function halvesOf(subject: string, perHour: number): Room {
  if (perHour === 0) return { common: [], kept: [] };
  const kept = Math.floor(perHour / 2);
  return {
    common: [{ subject: `common ${subject}`, perHour: perHour - kept }],
    kept: kept > 0 ? [{ subject: `kept ${subject}`, perHour: kept }] : [],
  };
}

/**
 * Apart from the queue there is room for twice what a site takes in an hour, most of it for quiet senders, and most of
 * that at once: a crowd of new addresses comes at once too.
 */
export function roomApart(site: Site): Room {
  const most = site['site-per-hour'];
  if (most === 0) return { common: [], kept: [] };
  return {
    common: [{ subject: `apart common ${site.id}`, perHour: Math.ceil(most * 0.5) }],
    kept: [
      { subject: `apart kept ${site.id}`, perHour: Math.ceil(most * 1.5), atOnce: Math.ceil(most * 0.9) },
    ],
  };
}
