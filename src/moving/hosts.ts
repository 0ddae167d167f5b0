import type { Site } from '../sites/site.ts';
import { plainOrigin } from '../world/origin.ts';

/** Whose pages are taken for the site's. */
export type Hosts = ReadonlySet<string>;

const mostListed = 10;

/** Where pages are seen that are no publication's: copies, translations, somebody's own machine. */
const implausible =
  /^(localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[)|(^|\.)(translate\.goog|translate\.google\.com|webcache\.googleusercontent\.com|web\.archive\.org|disqus\.com)(:|$)|\.(local|localhost|test|invalid)(:|$)/;

/**
 * The hosts of the site's origins and of those that were named, or the only one in the file where there is none of
 * either; `found` counts the comments by host. Throws an Error of one line where that leaves nothing, or a choice.
 */
export function chooseHosts(
  found: ReadonlyMap<string, number>,
  site: Pick<Site, 'id' | 'origins'>,
  named: readonly string[],
): Hosts {
  const own = new Set([...site.origins, ...named.map(readOrigin)].map(hostOf));
  const hosts = [...found.keys()];
  if (hosts.length === 0 || hosts.some((host) => own.has(host))) return own;
  const plausible = hosts.filter((host) => !implausible.test(host));
  if (own.size === 0 && plausible.length === 1) return new Set(plausible);
  throw new Error(
    `the articles of the file are at ${listed(found)}, and ${own.size > 0 ? `not at ${[...own].join(', ')}` : `site "${site.id}" has no origins`}: name each address that is its own, as --origin https://${plausible[0] ?? hosts[0]}`,
  );
}

/** One of `www.bao.example` and `bao.example`, by whichever scheme. */
export function hostOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
}

function readOrigin(typed: string): string {
  const origin = plainOrigin(typed);
  if (origin) return origin;
  throw new Error(`--origin takes addresses such as https://bao.example, without a path; not "${typed}"`);
}

function listed(found: ReadonlyMap<string, number>): string {
  const most = [...found].sort(([, one], [, other]) => other - one);
  const named = most.slice(0, mostListed).map(([host, comments]) => `${host} (${comments})`);
  return named.join(', ') + (most.length > mostListed ? ` and ${most.length - mostListed} more` : '');
}
