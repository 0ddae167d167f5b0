import type { Moderator } from '../../moderators/moderator.ts';
import { Problem } from '../../problem.ts';
import type { Site } from '../../sites/site.ts';
import { listSites } from '../../store/sites.ts';
import type { Deps } from '../deps.ts';

/** The sites asked about, all of them the moderator's own; throws `not-found` for another's. */
export function sitesOf(moderator: Moderator, site: string | undefined): string[] {
  if (site === undefined) return moderator.sites;
  if (moderator.sites.includes(site)) return [site];
  throw noSuchSite();
}

export function noSuchSite(): Problem {
  return new Problem('not-found', {
    vi: 'Không có trang báo này trong phạm vi của bạn.',
    en: 'There is no such site among yours.',
  });
}

/** The moderator's sites with their settings. */
export async function listSitesOf(deps: Deps, moderator: Moderator): Promise<Site[]> {
  return (await listSites(deps.database)).filter((site) => moderator.sites.includes(site.id));
}
