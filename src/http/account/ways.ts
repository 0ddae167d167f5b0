import { basePathOf } from '../base-path.ts';
import type { Deps } from '../deps.ts';

/** By what one may sign in here. */
export interface Ways {
  passwords: boolean;
  /** Whether by the provider of the newsroom's accounts. */
  provider: boolean;
}

export function waysToSignIn({ access }: Pick<Deps, 'access'>): Ways {
  return { passwords: access?.passwords ?? true, provider: access?.provider !== undefined };
}

/** Where the provider is asked, from a page that is at this place. */
export function providerAddress(place: string): string {
  return `/moderation/session/provider?${new URLSearchParams({ next: place })}`;
}

/** The same as a program reads it, whose answers nobody rewrites. */
export function wholeProviderAddress(deps: Deps, place: string): string {
  return basePathOf(deps.publicUrl) + providerAddress(place);
}
