import { type RawBuilder, sql } from 'kysely';
import type { ActKind } from '../../acts/act.ts';
import type { Role } from '../../moderators/moderator.ts';
import { among } from '../database.ts';
import { isWithinReach } from '../moderators/moderators.ts';

/** Who reads the log. */
export interface LogReader {
  id: string;
  role: Role;
  sites: readonly string[];
  /** Whether it is an owner of all sites, who reads all of it; or whoever runs a command. */
  everything: boolean;
  /** What they may read of their sites where they are no owner. */
  kinds: readonly ActKind[];
}

/** Of a row of `acts`: whether it is for this reader. */
export function isSeenBy({ id, role, sites, everything, kinds }: LogReader): RawBuilder<boolean> {
  if (everything) return sql<boolean>`true`;
  const own = sql`acts.moderator_id = ${id} or acts.account_id = ${id}`;
  const ofSites = sql`acts.site_id in ${among(sites)}`;
  if (role === 'owner') {
    const account = sql`coalesce(acts.account_id, acts.moderator_id)`;
    return sql<boolean>`(${ofSites} or ${own} or (acts.site_id is null and exists (select 1 from moderators as target
      where target.id = ${account} and ${isWithinReach(id)})))`;
  }
  return sql<boolean>`(${own} or (${ofSites} and (acts.kind in ${among(kinds)}
    or (acts.kind = 'undo' and acts.details ->> 'of' in ${among(kinds)}))))`;
}
