import { canonicalKey, keyOfUrl, longestKey } from '../articles/key.ts';
import { countCharacters } from '../comments/comment.ts';
import type { Site } from '../sites/site.ts';
import { listThreads, type Place, placeThreads, type Thread } from '../store/foreign/staged-threads.ts';
import type { Staging } from '../store/foreign/staging.ts';
import type { LeaveOut } from './found.ts';
import { chooseHosts, type Hosts, hostOf } from './hosts.ts';

/** By these alone WordPress names a page where its addresses are plain. */
export const plainParameters = ['p', 'page_id'];

/** Puts the threads under the articles that they belong to; says at which hosts they were, by comments. */
export function placeAll(
  staging: Staging,
  site: Site,
  origins: readonly string[],
): ReadonlyMap<string, number> {
  const found = countHosts(staging);
  const hosts = chooseHosts(found, site, origins);
  placeThreads(staging, (thread) => placeOf(thread, site, hosts));
  return found;
}

function countHosts(staging: Staging): Map<string, number> {
  const found = new Map<string, number>();
  for (const { address, comments } of listThreads(staging)) {
    const host = address && isAbsolute(address) ? hostOf(address) : undefined;
    if (host !== undefined) found.set(host, (found.get(host) ?? 0) + comments);
  }
  return found;
}

export function placeOf(
  { address, key, url }: Omit<Thread, 'number' | 'ref'>,
  site: Site,
  hosts: Hosts,
): Place {
  if (address && isAbsolute(address)) {
    if (!hosts.has(hostOf(address))) return leave('other host');
    return named(keyOfPage(address, site), address);
  }
  if (address?.startsWith('/') && URL.canParse(`https://any.example${address}`))
    return named(keyOfPage(`https://any.example${address}`, site), '');
  const own = key ?? address ?? '';
  return named(/^[a-z]+:\/\//i.test(own) ? '' : canonicalKey(own), url ?? '');
}

function named(key: string, url: string): Place {
  if (key === '') return leave('no address');
  return countCharacters(key) > longestKey ? leave('too large') : { key, url };
}

function leave(leftOut: LeaveOut): Place {
  return { leftOut };
}

/** Where nothing but a parameter tells pages apart, they are not to become one. */
function keyOfPage(url: string, site: Site): string {
  const key = keyOfUrl(url, site['article-query']);
  return key === '/' ? keyOfUrl(url, [...site['article-query'], ...plainParameters]) : key;
}

function isAbsolute(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
