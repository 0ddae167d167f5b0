import type { Role } from '../moderator.ts';
import type { Grant, ProviderSettings } from './settings.ts';

/** Role and sites; no site means all of them. */
export interface Reach {
  role: Role;
  sites: string[];
}

/**
 * What the values of the claim open, or nothing. Who is an owner by one of them is an owner of those sites, and what
 * others of them open to moderators does not count beside. A site that is not served opens nothing.
 */
export function reachOf(
  { owners, moderators }: Pick<ProviderSettings, 'owners' | 'moderators'>,
  values: readonly string[],
  served: readonly string[],
): Reach | undefined {
  const asOwner = sitesOf(owners, values, served);
  if (asOwner) return { role: 'owner', sites: asOwner };
  const asModerator = sitesOf(moderators, values, served);
  return asModerator && { role: 'moderator', sites: asModerator };
}

function sitesOf(
  grants: readonly Grant[],
  values: readonly string[],
  served: readonly string[],
): string[] | undefined {
  const held = grants.filter(({ value }) => values.includes(value));
  if (held.some(({ sites }) => sites.length === 0)) return [];
  const named = new Set(held.flatMap(({ sites }) => sites));
  const open = served.filter((site) => named.has(site));
  return open.length > 0 ? open : undefined;
}

/** The values of a claim: one or a list of them, under its whole name or along a path of names. */
export function valuesOf(claims: Readonly<Record<string, unknown>>, claim: string): string[] | undefined {
  const found = claims[claim] ?? claim.split('.').reduce<unknown>(step, claims);
  if (typeof found === 'string') return [found];
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : undefined;
}

function step(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Record<string, unknown>)[name]
    : undefined;
}
