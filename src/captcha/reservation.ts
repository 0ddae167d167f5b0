import type { Site } from '../sites/site.ts';
import { challengeMs } from '../store/lifetimes.ts';
import { keyedHash, sameText } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';

/**
 * An id under which whoever first asks for its picture or sound opens a challenge, for as long as a challenge lives.
 * It is signed and nothing is stored, so that a page with a form costs no write.
 */
export function reserveChallenge(world: World, site: Pick<Site, 'id'>): string {
  const given = `${randomToken(world.random).slice(0, 16)}.${(world.now() + challengeMs).toString(36)}`;
  return `${given}.${signature(world, site.id, given)}`;
}

/** Whether this site reserved the id, and its time is not over. */
export function isReserved(world: World, siteId: string, id: string): boolean {
  const [token = '', expiry = '', signed = ''] = id.split('.');
  if (!sameText(signed, signature(world, siteId, `${token}.${expiry}`))) return false;
  const left = Number.parseInt(expiry, 36) - world.now();
  return left > 0 && left <= challengeMs;
}

function signature(world: World, siteId: string, given: string): string {
  return keyedHash(world.secret, 'challenge id', siteId, given).slice(0, 22);
}
