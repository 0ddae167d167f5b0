import type { Finding } from '../../filter/finding.ts';
import type { SiteScreening } from '../../screening/site-filter.ts';
import { termOf } from '../../sites/retention.ts';
import type { Moderation, Site } from '../../sites/site.ts';
import { countPublished, readTrust, type Trust } from '../../store/readers/standing.ts';
import { isReader } from '../../world/networks.ts';
import type { World } from '../../world/world.ts';
import type { Sender } from '../sender.ts';

/** What is to become of a comment as it comes, and what a moderator is told of it. */
export interface Publishing {
  screening: SiteScreening;
  state: 'pending' | 'published';
  /** What must hold still as it is stored: else it waits. */
  trust?: Trust;
}

/**
 * Whether a comment is published at once: nothing speaks against it, and its site or article publishes what is clean, or
 * what comes from known readers whom it trusts. The first comments of everybody wait where the site says so.
 */
export async function choosePublishing(
  world: World,
  site: Site,
  sender: Sender,
  { screening, moderation }: { screening: SiteScreening; moderation: Moderation },
): Promise<Publishing> {
  const waits = { screening, state: 'pending' } as const;
  if (screening.verdict !== 'pass' || moderation === 'hold-all') return waits;
  if (await isAmongFirst(world, site, sender)) return { ...waits, screening: heldAsFirst(site, screening) };
  if (moderation === 'publish-clean') return { screening, state: 'published' };
  if (!isReader(sender.id)) return waits;
  const trust = { ...tracedOf(world, site, sender), least: site['trusted-after'] };
  return (await readTrust(world.database, trust)) ? { screening, state: 'published', trust } : waits;
}

async function isAmongFirst(world: World, site: Site, sender: Sender): Promise<boolean> {
  const most = site['first-held'];
  return most > 0 && (await countPublished(world.database, tracedOf(world, site, sender), most)) < most;
}

/** As far back as a sender is known, by both of their names. */
function tracedOf(world: World, site: Site, { ids }: Sender) {
  return { site: site.id, names: ids, since: world.now() - termOf(site) };
}

function heldAsFirst(site: Site, screening: SiteScreening): SiteScreening {
  return { ...screening, verdict: 'hold', findings: [...screening.findings, amongFirst(site['first-held'])] };
}

function amongFirst(held: number): Finding {
  return {
    rule: 'first-held',
    verdict: 'hold',
    message: {
      vi: `Trang duyệt trước ${held} bình luận đầu tiên của mỗi người; người gửi này chưa có đủ số bình luận được đăng.`,
      en: `The site reviews the first ${held} of everybody; not as many of this sender are published yet.`,
    },
  };
}
